//! Words of the room `model`: data sets.

mod data_set;
