//! A list of schools with each number and year once.

use records::seen::{Seen, hash_of_number};
use records::terms::{AcademicYear, Group, Measure, Urn};
use records::{SchoolRecord, Schools};

/// A table of schools under construction, which finds its rows by school.
#[derive(Default)]
pub(super) struct SchoolList {
    pub(super) schools: Schools,
    seen: Seen,
}

impl SchoolList {
    /// Creates an empty list with room for this many schools and with these columns of figures.
    pub(super) fn new(figures: &[(Measure, Group)], rows: usize) -> Self {
        let mut schools = Schools::new(figures);
        schools.reserve(rows);
        Self {
            schools,
            seen: Seen::with_capacity(rows),
        }
    }

    /// The row of a school and year, if it is in the list.
    pub(super) fn find(&self, urn: Urn, year: Option<AcademicYear>) -> Option<usize> {
        let is_same = |row: usize| {
            let known = self.schools.get(row);
            known.is_some_and(|known| known.urn() == urn && known.year() == year)
        };
        self.seen.find(hash_of_number(urn.number(), year), &is_same)
    }

    /// The line of a school and year, if it is in the list.
    pub(super) fn first_line(&self, urn: Urn, year: Option<AcademicYear>) -> Option<u64> {
        let first = self.schools.get(self.find(urn, year)?)?;
        Some(first.line())
    }

    /// Adds a school. Returns its row.
    pub(super) fn push(&mut self, school: SchoolRecord) -> usize {
        let hash = hash_of_number(school.urn.number(), school.year);
        let row = self.schools.len();
        self.seen.note(hash, row);
        self.schools.push(school);
        row
    }

    pub(super) fn finish(self) -> Schools {
        self.schools
    }
}
