//! What a table that is taken away says of its figures.

pub(crate) use crate::words::layout::mapping::GROUP;

/// The heads of the columns that say whose figures they are, of which measure and year, and from which files.
pub(crate) const MEASURE: &str = "Measure";
pub(crate) const YEAR: &str = "Year";
pub(crate) const SOURCE: &str = "Source";

/// Words that a file's name does without.
pub(crate) const LITTLE_WORDS: [&str; 4] = ["and", "at", "in", "of"];
