//! Data sets that whoever hosts this copy of the page has put next to it.

pub(crate) mod fetching;

use crate::terms::counted;

pub(crate) fn offered_here(count: usize) -> String {
    format!("{} offered here", counted(count, "data set"))
}
