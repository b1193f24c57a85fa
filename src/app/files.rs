//! Reading the files that the user drops or chooses. They are read in the browser and go nowhere.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::file::callbacks::{FileReader, read_as_bytes};
use gloo::file::{Blob, File};
use yew::prelude::*;

use crate::layout::{FileError, Opened, open_file};
use crate::source::{LARGEST_FILE, OpenError};

use super::mapping::Table;
use super::state::{Action, Outcome, State};

/// The readers at work, each with its number: a reader stops when it is dropped.
type Readers = Rc<RefCell<Vec<(u64, FileReader)>>>;

/// A callback that reads files and tells the state what became of them, all of one drop together:
/// small files are read before large ones, and what is shown must not depend on that.
#[hook]
pub(super) fn use_file_intake(state: &UseReducerHandle<State>) -> Callback<Vec<File>> {
    let dispatcher = state.dispatcher();
    let readers: Readers = use_mut_ref(Vec::new);
    let started = use_mut_ref(|| 0_u64);
    use_callback((), move |files: Vec<File>, ()| {
        if files.is_empty() {
            return;
        }
        dispatcher.dispatch(Action::FilesComing { count: files.len() });
        let batch = Rc::new(Batch::new(files.len(), dispatcher.clone()));
        for (place, file) in files.into_iter().enumerate() {
            let number = started.replace_with(|number| *number + 1);
            read(file, place, number, &batch, &readers);
        }
    })
}

/// The files dropped together, with what has become of them so far.
struct Batch {
    outcomes: RefCell<Vec<Option<Vec<Outcome>>>>,
    dispatcher: UseReducerDispatcher<State>,
}

impl Batch {
    fn new(count: usize, dispatcher: UseReducerDispatcher<State>) -> Self {
        Self {
            outcomes: RefCell::new((0..count).map(|_| None).collect()),
            dispatcher,
        }
    }

    /// Notes what became of a file; after the last one the state is told of all.
    fn note(&self, place: usize, outcomes: Vec<Outcome>) {
        if let Some(slot) = self.outcomes.borrow_mut().get_mut(place) {
            *slot = Some(outcomes);
        }
        if self.outcomes.borrow().iter().all(Option::is_some) {
            let outcomes = self
                .outcomes
                .take()
                .into_iter()
                .flatten()
                .flatten()
                .collect();
            self.dispatcher.dispatch(Action::FilesRead(outcomes));
        }
    }
}

fn read(file: File, place: usize, number: u64, batch: &Rc<Batch>, readers: &Readers) {
    let name = file.name();
    let blob = Blob::from(file);
    if blob.size() > LARGEST_FILE {
        let reason = OpenError::TooLarge { bytes: blob.size() };
        let refused = Outcome::Refused(FileError::NotOpened { file: name, reason });
        batch.note(place, vec![refused]);
        return;
    }
    let (batch, at_work) = (Rc::clone(batch), Rc::clone(readers));
    let reader = read_as_bytes(&blob, move |bytes| {
        at_work.borrow_mut().retain(|(other, _)| *other != number);
        let outcomes = match bytes {
            Ok(bytes) => outcomes(&name, bytes),
            Err(error) => vec![Outcome::Unreadable {
                file: name,
                reason: error.to_string(),
            }],
        };
        batch.note(place, outcomes);
    });
    readers.borrow_mut().push((number, reader));
}

/// What became of a file, and of each file in it where it is an archive.
fn outcomes(name: &str, bytes: Vec<u8>) -> Vec<Outcome> {
    let Opened {
        files,
        refused,
        passed_over,
    } = open_file(name, &bytes);
    let mut outcomes: Vec<Outcome> = files.into_iter().map(Outcome::Read).collect();
    if !passed_over.is_empty() {
        outcomes.push(Outcome::PassedOver(passed_over));
    }
    let mut bytes = Some(bytes);
    for error in refused {
        // Only a file that is itself a table can be explained, and it gives one error.
        let table = match error {
            FileError::Unrecognised { .. } => bytes.take(),
            _ => None,
        };
        outcomes.push(match table {
            Some(bytes) => {
                let table = Table {
                    file: name.to_owned(),
                    bytes: bytes.into(),
                    replaces: None,
                };
                Outcome::Unexplained(error, table)
            }
            None => Outcome::Refused(error),
        });
    }
    outcomes
}

/// The files of a list that the browser hands out.
pub(super) fn of_list(list: Option<web_sys::FileList>) -> Vec<File> {
    list.map_or_else(Vec::new, |list| gloo::file::FileList::from(list).to_vec())
}
