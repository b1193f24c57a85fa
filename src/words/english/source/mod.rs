//! Words of the room `source`: files as files.

mod archive;
mod doubt;
mod error;
mod kind;
mod problem;
