//! Words of the room `hosting`: lists of hosted data sets.
