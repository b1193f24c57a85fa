//! Ranks on their way.

pub(crate) mod ranks;
pub(crate) mod reckon;
pub(crate) mod reckoner;
