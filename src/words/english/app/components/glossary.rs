//! The words that figures are told in.

pub(crate) const HEADING: &str = "Words";
