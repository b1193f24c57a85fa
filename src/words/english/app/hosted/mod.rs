//! Data sets that whoever hosts this copy of the page has put next to it.

pub(crate) mod fetching;

use std::fmt::Display;

pub(crate) const DATA_SET: &str = "data set";

pub(crate) fn offered_here(counted: impl Display) -> String {
    format!("{counted} offered here")
}
