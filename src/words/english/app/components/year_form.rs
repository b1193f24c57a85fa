//! The user says of which year results are.

pub(crate) const CHOOSE: &str = "Choose the year";
pub(crate) const YEAR: &str = "Academic year of the results";
