//! Words of the room `layout`: files and their columns.

pub(crate) mod answer;
pub(crate) mod authority_cell;
mod error;
mod field;
pub(crate) mod lookalike;
pub(crate) mod mapping;
pub(crate) mod own_sheet;
pub(crate) mod preview;
pub(crate) mod reader;
