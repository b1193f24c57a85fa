//! Descriptions of a trust's figure.

use records::terms::Measure;

/// What a figure is, where it is adjusted.
pub(crate) fn adjusted(what: &str) -> String {
    format!("{what}, adjusted for context")
}

/// The head of a column of adjusted figures.
pub(crate) fn adjusted_head(head: &str) -> String {
    format!("{head}, adjusted")
}

/// A description of a gap.
pub(crate) fn gap(measure: Measure) -> String {
    format!(
        "{}, other pupils minus disadvantaged pupils, in {}",
        measure.name(),
        measure.unit().difference_word()
    )
}
