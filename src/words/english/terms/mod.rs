//! Words of the room `terms`: the field's terms.

pub(crate) mod area;
mod context;
pub(crate) mod date;
mod figure;
mod group;
pub(crate) mod region;
mod school;
mod value;
pub(crate) mod year;
