//! Files that are being read.

use std::fmt::Display;

use crate::terms::counted;

pub(crate) const UNREADABLE_ANSWER: &str = "its answer cannot be read";
pub(crate) const CHOOSE_AGAIN: &str =
    "It may have been moved, or it may be a folder: choose the file again.";
pub(crate) const STARTED_AGAIN: &str = "It has been started again. The file may be more than the browser has memory for: \
                 keep only the rows and columns you need, and try again.";

pub(crate) fn read_so_far(
    file: impl Display,
    megabytes: impl Display,
    of: impl Display,
    rows: usize,
) -> String {
    let rows = counted(rows, "row");
    format!("Reading {file}: {megabytes} of {of} MB, {rows}")
}

pub(crate) fn browser_could_not_read(file: impl Display, reason: impl Display) -> String {
    format!("{file}: the browser could not read it ({reason}).")
}

pub(crate) fn worker_stopped(file: impl Display, reason: impl Display) -> String {
    format!("{file}: the part of this page that reads files has stopped ({reason}).")
}
