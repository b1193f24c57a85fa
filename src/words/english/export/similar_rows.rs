//! The trusts in the most similar contexts as parts of documents.

/// The trusts whose pairs a critical value is for.
pub(crate) fn family(neighbours: usize) -> String {
    format!("this trust with each of the {neighbours} listed")
}
