//! The dialogue on a table's columns.

pub(crate) const LEAD: &str = "For each thing, choose the column that holds it. What could be guessed is chosen \
                               already. A table with school numbers is read as one of schools, any other as one of \
                               trusts.";

pub(crate) const USE: &str = "Use this file";
pub(crate) const LEAVE: &str = "Leave it";

pub(crate) const ROWS: &str = "What the rows are about";
pub(crate) const PUPILS: &str = "Pupils at the end of key stage 4";
pub(crate) const FIGURES: &str = "Figures";

pub(crate) const NO_COLUMN: &str = "no column";

/// In place of a year that is chosen.
pub(crate) const NO_YEAR: &str = "as the file\u{2019}s name says, or not known";
pub(crate) const YEAR: &str = "Academic year of all rows";

pub(crate) const PREVIEW: &str = "What the first rows become";

pub(crate) const OWN_MEASURE: &str = "A measure of your own";
pub(crate) const OWN_NAME: &str = "Its name";
pub(crate) const OWN_UNIT: &str = "Counted in";
pub(crate) const PERCENT: &str = "percent of pupils";
pub(crate) const POINTS: &str = "points";
pub(crate) const OWN_BETTER: &str = "Better is";
pub(crate) const HIGHER: &str = "higher";
pub(crate) const LOWER: &str = "lower";
pub(crate) const ADD: &str = "Add the measure";
pub(crate) const INCOMPLETE: &str = "Give the measure a name and at least one column.";

pub(crate) fn heading(file: &str) -> String {
    format!("What are the columns of {file}?")
}

/// The label of the choice of the column of these pupils.
pub(crate) fn column_of(pupils: &str) -> String {
    format!("Column, {pupils}")
}
