//! What every layout does with the rows of a file: cells to values, faults to problems.

pub(crate) const SCHOOL_NUMBER: &str = "a school's number (URN)";
pub(crate) const ACADEMIC_YEAR: &str = "an academic year such as 202223";
pub(crate) const REGION: &str = "one of England's nine regions";
