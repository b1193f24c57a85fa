//! Words of the room `model`: data sets.

pub(crate) mod coverage;
mod data_set;
