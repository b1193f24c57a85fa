//! The controls of settings.

pub(crate) const SHOWN: &str = "What is shown";
