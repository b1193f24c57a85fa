//! The top tens.

use crate::terms::{counted, grouped};

/// The heads of the columns of a list's ranks and trusts.
pub(crate) const RANK_AND_TRUST: [&str; 2] = ["Rank", "Trust"];

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
        None => format!(
            "{in_list} of {} {rank} tenth or better",
            counted(published, "trust")
        ),
    }
}

/// The heads of the columns of England's best.
pub(crate) const TRUST_AND_REGION: [&str; 2] = ["Trust", "Lead region"];

pub(crate) const RANK: &str = "Rank";

pub(crate) const ENGLAND: &str = "England: top ten";

/// The head of the column of gaps.
pub(crate) fn gap(unit: &str) -> String {
    format!("Gap, {unit}")
}
