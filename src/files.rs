//! Files that the browser provides.

use gloo::file::File;

/// The files in a `FileList`.
pub(super) fn of_list(list: Option<web_sys::FileList>) -> Vec<File> {
    list.map_or_else(Vec::new, |list| gloo::file::FileList::from(list).to_vec())
}
