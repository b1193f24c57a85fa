//! Reading the files that the user drops or chooses. They are read in the browser and go nowhere.

use gloo::file::callbacks::{FileReader, read_as_bytes};
use gloo::file::{Blob, File};
use yew::prelude::*;

use crate::layout::{FileError, read_file};
use crate::source::{LARGEST_FILE, OpenError};

use super::state::{Action, State};

/// A callback that reads files and tells the state what became of each.
#[hook]
pub(super) fn use_file_intake(state: &UseReducerHandle<State>) -> Callback<Vec<File>> {
    let dispatcher = state.dispatcher();
    // A reader stops when it is dropped, so those at work are kept until they are done.
    let readers = use_mut_ref(Vec::<(u64, FileReader)>::new);
    let started = use_mut_ref(|| 0_u64);
    use_callback((), move |files: Vec<File>, ()| {
        if files.is_empty() {
            return;
        }
        dispatcher.dispatch(Action::FilesComing { count: files.len() });
        for file in files {
            let name = file.name();
            let blob = Blob::from(file);
            if blob.size() > LARGEST_FILE {
                dispatcher.dispatch(Action::FileRead(Err(FileError::NotOpened {
                    file: name,
                    reason: OpenError::TooLarge { bytes: blob.size() },
                })));
                continue;
            }
            let number = {
                let mut started = started.borrow_mut();
                *started += 1;
                *started
            };
            let at_work = readers.clone();
            let dispatcher = dispatcher.clone();
            let reader = read_as_bytes(&blob, move |bytes| {
                at_work.borrow_mut().retain(|(other, _)| *other != number);
                dispatcher.dispatch(match bytes {
                    Ok(bytes) => Action::FileRead(read_file(&name, &bytes)),
                    Err(error) => Action::FileUnreadable {
                        file: name,
                        reason: error.to_string(),
                    },
                });
            });
            readers.borrow_mut().push((number, reader));
        }
    })
}

/// The files of a list that the browser hands out.
pub(super) fn of_list(list: Option<web_sys::FileList>) -> Vec<File> {
    list.map_or_else(Vec::new, |list| gloo::file::FileList::from(list).to_vec())
}
