//! Ranks on their way.

pub(crate) const CANNOT_BE_RANKED: &str = "these figures cannot be ranked";

pub(crate) const NOT_PASSED_ON: &str = "the browser did not pass the figures on";
