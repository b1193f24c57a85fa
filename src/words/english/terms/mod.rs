//! Words of the room `terms`: the field's terms.

pub(crate) mod area;
mod context;
mod date;
mod figure;
pub(crate) mod grammar;
mod group;
mod measure;
pub(crate) mod region;
mod school;
mod value;
pub(crate) mod year;
