//! What a mapping makes of a table's first rows, before the user takes it.

use std::fmt::Display;

pub(crate) const SCHOOL_NUMBER: &str = "a school's number";
pub(crate) const NAME: &str = "a name";
pub(crate) const AUTHORITY_CODE: &str = "an authority's code";
pub(crate) const REGION: &str = "a region";
pub(crate) const DAY: &str = "a day";
pub(crate) const YEAR: &str = "a year";

pub(crate) fn not_read_as(expected: impl Display) -> String {
    format!("not {expected}")
}
