//! Files on their way.

pub(crate) mod desk;
