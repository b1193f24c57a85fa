//! The rules behind a trust's figure.

use crate::terms::{DayOfYear, SchoolType};

pub(crate) const RULES: &str = "Rules";
pub(crate) const MIN_YEARS: &str = "Fewest years in the trust";
pub(crate) const MIN_SCHOOLS: &str = "Fewest schools that count";
pub(crate) const NO_CAP: &str = "No cap";
pub(crate) const WEIGHT: &str = "Weight of a school";
pub(crate) const CAP: &str = "Most years that weigh";
pub(crate) const MONTH: &str = "Joined by: month";
pub(crate) const DAY: &str = "Joined by: day";
pub(crate) const MISSING: &str = "A school without a value";
pub(crate) const TYPES: &str = "Types of school that count";

/// The month in which a day lies.
pub(crate) fn month(day: DayOfYear) -> String {
    let words = day.to_string();
    let name = words.split_once(' ').map_or("", |(_, name)| name);
    name.to_owned()
}

/// A type of school, as the name of a box.
pub(crate) fn type_of_school(of: SchoolType) -> &'static str {
    let words = of.in_sentence();
    words.strip_prefix("a ").unwrap_or(words)
}
