//! Walking along a chart's marks.

pub(crate) const HOW: &str = "Use the arrow keys to go from mark to mark";

pub(crate) fn marks_of(chart: &str) -> String {
    format!("Marks of the chart: {chart}")
}

/// What a mark says, and what the chart says beyond that.
pub(crate) fn with_more(words: &str, beyond: &str) -> String {
    format!("{words}; {beyond}")
}
