//! Which rows repeat an earlier one.

use std::collections::HashMap;
use std::fmt::Display;

use crate::terms::AcademicYear;

/// The first row about each trust or school and year, by what the layout likes to know of it.
///
/// One map for every layout: the code of each kind of map is part of the page's download.
#[derive(Default)]
pub(super) struct Seen(HashMap<(String, Option<AcademicYear>), u64>);

impl Seen {
    /// What was noted of the first row of that number and year.
    pub(super) fn get(&self, number: impl Display, year: Option<AcademicYear>) -> Option<u64> {
        self.0.get(&(number.to_string(), year)).copied()
    }

    /// Notes the first row's.
    pub(super) fn note(&mut self, number: impl Display, year: Option<AcademicYear>, of: u64) {
        self.0.insert((number.to_string(), year), of);
    }
}
