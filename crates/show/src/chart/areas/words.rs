//! The user's areas with the authorities of which they are made.

use records::terms::{Authority, listed};

use crate::chart::words::PUPIL_SAMPLING_ONLY;

pub(crate) const TRUSTS: &str = "trusts";

pub(crate) const ALL_ITS_SCHOOLS: &str = "all its schools";

pub(crate) const ALL_ITS_SCHOOLS_AS_PUBLISHED: &str = "all its schools, as published";

pub(crate) const AREA: &str = "Area";

/// The heading of the column that says what a figure is based on: trusts or schools.
pub(crate) const BASED_ON: &str = "Based on";

/// The warning for an area without trusts or schools in the files.
pub(crate) fn empty(area: &str) -> String {
    format!(
        "{area} has no eligible trusts and no schools that count. Check the codes of its authorities, which may have \
     changed."
    )
}

pub(crate) const AREAS: &str = "Areas and their authorities";

pub(crate) const WITHOUT_PLACES: &str = "No file says where trusts\u{2019} schools are. Add the group links, or school \
    files, and your areas are shown.";

/// "Its schools are in Cornwall, Devon and Plymouth."
pub(crate) fn authorities(names: &[&str]) -> String {
    format!("Its schools are in {}.", listed(names))
}

pub(crate) fn intervals() -> String {
    format!("Intervals: {PUPIL_SAMPLING_ONLY}.")
}

/// An authority's name, with its years where another authority has the same name.
pub(crate) fn in_full(authority: &Authority) -> String {
    match (authority.from, authority.until) {
        (_, Some(until)) => format!("{} (until {until})", authority.name),
        (Some(from), None) => format!("{} (from {from})", authority.name),
        (None, None) => authority.name.to_owned(),
    }
}
