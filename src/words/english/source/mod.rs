//! Words of the room `source`: files as files.

mod problem;
