//! What the worker does with families that the page hands in.

pub(crate) const CANNOT_BE_RANKED: &str = "these figures cannot be ranked";
