//! Files on their way.

use crate::terms::counted;

pub(crate) const UNREADABLE_ANSWER: &str = "its answer cannot be read";
pub(crate) const CHOOSE_AGAIN: &str =
    "It may have been changed, moved or deleted since you chose it: choose the file again.";
pub(crate) const STARTED_AGAIN: &str = "Other files are read as before. This one may need more memory than the browser has: \
                 keep only the rows and columns you need, and try again.";

pub(crate) fn read_so_far(file: &str, megabytes: &str, of: &str, rows: usize) -> String {
    let rows = counted(rows, "row");
    format!("Reading {file}: {megabytes} of {of} MB, {rows}")
}

pub(crate) fn browser_could_not_read(file: &str, reason: &str) -> String {
    format!("{file}: the browser could not read it ({reason}).")
}

pub(crate) fn worker_stopped(file: &str, reason: &str) -> String {
    format!("{file}: reading it failed before its end ({reason}).")
}

pub(crate) fn cancelled(file: &str) -> String {
    format!("Reading {file} was cancelled. What you had before is still here.")
}
