//! The words of what is quoted.

use method::{Rank, TrustRank};
use records::terms::{AcademicYear, grouped, listed};

use crate::chart::could_be::words::range_in_words;

/// The most trusts of one rank that are named.
const MOST_NAMED: usize = 3;

/// A finding with its full stop.
pub(super) fn sentence(words: &str) -> String {
    format!("{}.", words.trim_end_matches('.'))
}

/// A trust with its figure or why it has none, and its interval.
pub(super) fn trust(name: &str, figure: Result<&str, &str>, interval: Option<&str>) -> String {
    match figure {
        Ok(figure) => format!("{name}: {}.", with_interval(figure, interval)),
        Err(reason) => format!("{name}: no figure ({reason})."),
    }
}

/// "34% (95% interval 30% to 38%)".
pub(super) fn with_interval(figure: &str, interval: Option<&str>) -> String {
    interval.map_or_else(|| figure.to_owned(), |interval| format!("{figure} ({interval})"))
}

/// "It ranks joint first of 28 in Yorkshire and the Humber, and could be 1st to 7th."
pub(super) fn rank(rank: Rank, among: usize, region: &str, possible: Option<TrustRank>) -> String {
    let ranks = match among {
        1 => format!("It is the only trust with a figure in {region}"),
        _ => format!("It ranks {} in {region}", rank.among(among)),
    };
    match possible.and_then(|of| range_in_words(of.low, of.high)) {
        Some(could_be) => format!("{ranks}, and {could_be}."),
        None => format!("{ranks}."),
    }
}

/// "First among the South West's 28 trusts is Greenshaw Learning Trust: 34% (95% interval 30% to 38%). It could be 1st
/// to 7th." Those that tie are all first, and the ranks are those that any of them could have.
pub(super) fn first(names: &[&str], figure: &str, family: &str, (low, high): (u32, u32)) -> String {
    let (first, are, they) = match names.len() {
        1 => ("First", "is", "It"),
        _ => ("Joint first", "are", "They"),
    };
    let named = match names.len() {
        0..=MOST_NAMED => listed(names),
        many => format!("{} trusts", grouped(many)),
    };
    let possible = range_in_words(low, high).map_or_else(String::new, |could_be| format!(" {they} {could_be}."));
    format!("{first} among {family} {are} {named}: {figure}.{possible}")
}

/// "Of their 15 pairs, 4 are distinguishable at 95%, each among the trusts of its region, or of England."
pub(super) fn pairs(apart: usize, all: usize, level: &str) -> String {
    let are = match apart {
        0 => "none is".to_owned(),
        1 => "1 is".to_owned(),
        _ => format!("{} are", grouped(apart)),
    };
    format!(
        "Of their {} pairs, {are} distinguishable at {level}, each among the trusts of its region, or of England.",
        grouped(all)
    )
}

/// A school and its trust.
pub(super) fn school(name: &str, trust: &str) -> String {
    format!("{name}, a school of {trust}.")
}

/// `shown` is what the figures are, as a phrase.
pub(super) fn figures(shown: &str, year: &str) -> String {
    format!("The figures are, for {year}: {shown}.")
}

/// From one year to another.
pub(super) fn years(first: AcademicYear, last: AcademicYear) -> String {
    format!("{first} to {last}")
}

pub(super) fn year(year: &str) -> String {
    format!("All figures are for {year}.")
}

// What figures do not show.

pub(super) const NOT_OF_REGIONS: &str = "They do not show that schools in one region teach better than in another.";

pub(super) const NOT_OF_PART: &str = "They do not show that its schools teach better or worse than others.";

pub(super) const NOT_OF_TRUST: &str = "They do not show that the trust caused them.";

pub(super) const NOT_OF_TOP_TEN: &str = "They do not show that a trust in a top ten is better than one outside it.";

pub(super) const NOT_OF_FUNNEL: &str = "They do not show why a trust is beyond the limits.";

pub(super) const NOT_OF_COMPARED: &str =
    "They do not show that pupils are better off in the trust with the higher figure.";

pub(super) const NOT_OF_SPREAD: &str = "They do not show why trusts differ.";

pub(super) const NOT_OF_ROBUSTNESS: &str =
    "They do not show that a headline is true: every combination of rules uses the same results.";

pub(super) const NOT_OF_TREND: &str = "They do not show that trusts made the change.";

pub(super) const NOT_OF_SCHOOL: &str = "They do not show that the school teaches better or worse than others.";
