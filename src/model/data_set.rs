//! Everything known about one year.

use std::rc::Rc;

use crate::layout::TrustRecord;
use crate::source::Problem;
use crate::terms::{AcademicYear, Focus, Group, Measure, year_in_words};

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
    /// The measures and groups of which the file has a column.
    pub columns: Vec<(Measure, Group)>,
}

impl DataSet {
    /// The measures of which the file has a column, in the order in which they are offered.
    #[must_use]
    pub fn measures(&self) -> Vec<Measure> {
        let has = |measure: &Measure| self.columns.iter().any(|(column, _)| column == measure);
        Measure::ALL.into_iter().filter(has).collect()
    }

    /// What can be shown of a measure: the groups that the file has of it, and the gap where it has
    /// both ends.
    #[must_use]
    pub fn focuses(&self, measure: Measure) -> Vec<Focus> {
        let has = |group: Group| self.columns.contains(&(measure, group));
        Focus::ALL
            .into_iter()
            .filter(|focus| match focus.group() {
                Some(group) => has(group),
                None => has(Group::Disadvantaged) && has(Group::Other),
            })
            .collect()
    }

    /// The year in words.
    #[must_use]
    pub fn year_in_words(&self) -> String {
        year_in_words(self.year)
    }
}
