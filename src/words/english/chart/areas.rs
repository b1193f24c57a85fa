//! The user's areas with the authorities of which they are made.

use crate::terms::Authority;

use super::precision_words::PUPIL_SAMPLING_ONLY;

pub(crate) const TRUSTS: &str = "trusts";

pub(crate) const ALL_ITS_SCHOOLS: &str = "all its schools";

pub(crate) const ALL_ITS_SCHOOLS_AS_PUBLISHED: &str = "all its schools, as published";

pub(crate) const AREA: &str = "Area";

/// The head of the column of what is counted of an area.
pub(crate) const OF: &str = "Of";

/// What is said of an area of which the files have nothing.
pub(crate) fn empty(area: &str) -> String {
    format!(
        "No eligible trust and no school that counts is in {area}: check the codes of its authorities, which may have \
         changed."
    )
}

pub(crate) fn caption() -> String {
    format!("Areas and their authorities. Intervals: {PUPIL_SAMPLING_ONLY}.")
}

/// Two authorities of one name are told apart by their years.
pub(crate) fn in_full(authority: &Authority) -> String {
    match (authority.from, authority.until) {
        (_, Some(until)) => format!("{} (until {until})", authority.name),
        (Some(from), None) => format!("{} (from {from})", authority.name),
        (None, None) => authority.name.to_owned(),
    }
}
