//! Academic years.

use crate::terms::AcademicYear;

/// A year in words, or that no file states it.
#[must_use]
pub fn year_in_words(year: Option<AcademicYear>) -> String {
    year.map_or_else(|| "year not stated".to_owned(), |year| year.to_string())
}
