//! What is asked of intervals.

pub(crate) const SPREAD: &str = "Assumed pupil standard deviation";
