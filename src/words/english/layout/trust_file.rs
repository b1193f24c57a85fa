//! The Department's trust performance file: one row a trust, already weighted.

pub(crate) const NAME: &str = "the trust performance file";
