//! The top tens.

use records::terms::{counted, grouped};

pub(crate) fn caption(part: &str) -> String {
    format!("{part}: top ten")
}

/// How many of the trusts with a figure are in their list, and how many could be where that is known.
pub(crate) fn summary(in_list: usize, published: usize, could_be: Option<usize>) -> String {
    let rank = if in_list == 1 { "ranks" } else { "rank" };
    match could_be {
        Some(could_be) => format!(
            "{in_list} of {} {rank} tenth or better; {} could",
            grouped(published),
            grouped(could_be)
        ),
        None => format!("{in_list} of {} {rank} tenth or better", counted(published, "trust")),
    }
}

/// How many of the trusts with a figure could be in their list.
pub(crate) fn could_be(could_be: usize, published: usize) -> String {
    format!(
        "{} of {} could be in its top ten",
        grouped(could_be),
        counted(published, "trust")
    )
}

pub(crate) const ENGLAND: &str = "England: top ten";

/// The column heading for gaps.
pub(crate) fn gap(unit: &str) -> String {
    format!("Gap, {unit}")
}
