//! A supposition in words.

use method::{Rank, Reason};
use records::terms::Region;

pub(super) const NOT_COMPUTED: &str =
    "This cannot be computed: a figure needs at least one school, and a known number of pupils.";

pub(super) const NO_FIGURE: &str = "no figure";

/// A rank, among how many, and where.
pub(super) type InRegion = (Rank, usize, Region);

/// "31.0% (95% interval 28% to 34%), 5th of 28 in London, 20th of 212 in England".
pub(super) fn figure(
    figure: &str,
    interval: Option<&str>,
    in_region: Option<InRegion>,
    in_england: Option<(Rank, usize)>,
) -> String {
    let interval = interval.map_or_else(String::new, |interval| format!(" ({interval})"));
    let in_region = in_region.map(|(rank, all, region)| format!(", {} in {}", rank.among(all), region.in_sentence()));
    let in_england = in_england.map(|(rank, all)| format!(", {} in England", rank.among(all)));
    format!(
        "{figure}{interval}{}{}",
        in_region.unwrap_or_default(),
        in_england.unwrap_or_default()
    )
}

pub(super) fn supposed(words: &str) -> String {
    format!("Supposed: {words}.")
}

pub(super) fn now(words: &str) -> String {
    format!("Now: {words}.")
}

pub(super) fn not_eligible(reason: &Reason) -> String {
    format!("Under the rules in force the trust would not be eligible: {reason}.")
}
