//! The words of what is quoted.

use method::{Rank, TrustRank};

use crate::chart::could_be::words::range_in_words;

/// A finding with its full stop.
pub(super) fn sentence(words: &str) -> String {
    format!("{}.", words.trim_end_matches('.'))
}

/// A trust with its figure or why it has none, and its interval.
pub(super) fn trust(name: &str, figure: Result<&str, &str>, interval: Option<&str>) -> String {
    match (figure, interval) {
        (Ok(figure), Some(interval)) => format!("{name}: {figure} ({interval})."),
        (Ok(figure), None) => format!("{name}: {figure}."),
        (Err(reason), _) => format!("{name}: no figure ({reason})."),
    }
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

/// `shown` is what the figures are, as a phrase.
pub(super) fn figures(shown: &str, year: &str) -> String {
    format!("The figures are, for {year}: {shown}.")
}

pub(super) const NOT_OF_REGIONS: &str = "They do not show that schools in one region teach better than in another.";

pub(super) const NOT_OF_PART: &str = "They do not show that its schools teach better or worse than others.";

pub(super) const NOT_OF_TRUST: &str = "They do not show that the trust caused them.";
