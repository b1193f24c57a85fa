//! The files that the browser hands out.

use gloo::file::File;

/// The files of a list.
pub(super) fn of_list(list: Option<web_sys::FileList>) -> Vec<File> {
    list.map_or_else(Vec::new, |list| gloo::file::FileList::from(list).to_vec())
}
