//! Everything known about one year.

use std::rc::Rc;

use crate::layout::TrustRecord;
use crate::source::Problem;
use crate::terms::{AcademicYear, Measure, year_in_words};

/// Where a data set comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Made up by the project, to show what the page does.
    Demonstration,
    /// Read from a user's files.
    Files,
}

/// A file; one that is about several years belongs to the data set of each.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceFile {
    /// The file's name.
    pub name: String,
    /// What it was recognised as.
    pub layout: &'static str,
    /// How its letters were written.
    pub encoding: &'static str,
    /// What is wrong in the file, with its place.
    pub problems: Vec<Problem>,
    /// How many further problems it has.
    pub more_problems: usize,
}

impl SourceFile {
    /// How many problems the file has.
    #[must_use]
    pub fn problem_count(&self) -> usize {
        self.problems.len() + self.more_problems
    }
}

/// One year's trusts, with the files that they come from.
#[derive(Debug, Clone, PartialEq)]
pub struct DataSet {
    /// The year of the results; nothing where no file tells.
    pub year: Option<AcademicYear>,
    /// Where it comes from.
    pub origin: Origin,
    /// The file.
    pub file: Rc<SourceFile>,
    /// Trusts as published.
    pub trusts: Vec<TrustRecord>,
    /// The measures of which a file has a column.
    pub measures: Vec<Measure>,
}

impl DataSet {
    /// The year in words.
    #[must_use]
    pub fn year_in_words(&self) -> String {
        year_in_words(self.year)
    }
}
