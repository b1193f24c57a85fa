//! Words of the room `source`: files as files.

mod archive;
mod error;
mod kind;
mod problem;
