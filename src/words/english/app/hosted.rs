//! Data sets that whoever hosts this copy of the page has put next to it.

use crate::terms::counted;

pub(crate) fn offered_here(count: usize) -> String {
    format!("{} offered here", counted(count, "data set"))
}

pub(crate) const CHOOSE_AGAIN: &str = "Look whether you are connected, and choose it again.";

pub(crate) fn not_there(file: &str, status: u16) -> String {
    format!("{file}: this copy of the page does not have it (the server answers {status}).")
}

pub(crate) fn what_the_host_can_do(list: &str) -> String {
    format!(
        "Whoever hosts the page has to put the file where {list} says, or to take it out of there. Choose another \
             data set, or drop a file of your own."
    )
}

pub(crate) fn not_fetched(file: &str) -> String {
    format!("{file}: it could not be fetched.")
}
