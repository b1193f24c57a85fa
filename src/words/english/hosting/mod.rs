//! Words of the room `hosting`: lists of hosted data sets.

mod address;
mod fault;
pub(crate) mod json;

/// What has to be said wherever figures of a data set are. The full stop is that of the sentence it stands in.
pub(crate) fn credit(name: &str, source: &str, licence: &str) -> String {
    format!("{name}; source: {source}; licence: {licence}")
}
