//! Folders that are dropped.

pub(crate) fn nothing_in_folder(folder: &str) -> String {
    format!("{folder} is a folder, and there is no CSV or ZIP file in it.")
}

pub(crate) fn unreadable_folder(folder: &str) -> String {
    format!("{folder} is a folder that the browser could not read: drop the files in it instead.")
}

pub(crate) fn too_many_in_folder(folder: &str, most: usize) -> String {
    format!(
        "{folder} is a folder of more than {most} CSV and ZIP files, and none of them was read: drop those that you \
                 need."
    )
}
