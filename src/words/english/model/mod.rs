//! Words of the room `model`: data sets.
