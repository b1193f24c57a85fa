//! Every region's top ten.

use crate::chart::level_in_words;
use crate::stats::Level;

pub(crate) const EMPTY: &str = "No trust of this region has a published figure.";

/// Three links, with what stands between them.
pub(crate) const COULD_BE: &str = "Who could be in it";
pub(crate) const REGION: &str = "all about the region";
pub(crate) const REPORT: &str = "report";
pub(crate) const BETWEEN: &str = ", ";

pub(crate) const RANK: &str = "Rank";
pub(crate) const TRUST: &str = "Trust";

pub(crate) fn heading(region: &str) -> String {
    format!("{region}: top ten")
}

/// Links follow.
pub(crate) fn intervals(level: Level) -> String {
    format!(
        "{} intervals; trusts that tie share a rank. ",
        level_in_words(level)
    )
}

/// Of which region a link is, for those who hear it by itself.
pub(crate) fn of_region(region: &str) -> String {
    format!(", {region}")
}

/// What stands beside a figure, for those who hear the head of its column.
pub(crate) fn with_interval(level: Level) -> String {
    format!(", with its {} interval", level_in_words(level))
}
