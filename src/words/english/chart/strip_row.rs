//! A row of the strip of trusts.

use crate::chart::{Bounds, PartOf, level_in_words};
use crate::method::Rank;
use crate::stats::Level as Confidence;
use crate::terms::Figure;

use super::precision_words::PUPIL_SAMPLING_ONLY;

/// The trusts that share an extreme: "Community Schools Trust and 1 more".
pub(crate) fn shared_name(first: &str, more: usize) -> String {
    match more {
        0 => first.to_owned(),
        more => format!("{first} and {more} more"),
    }
}

/// "95% interval 30% to 38%".
fn interval(level: Confidence, bounds: Bounds) -> String {
    let level = level_in_words(level);
    format!("{level} interval {}", bounds.in_sentence())
}

/// What is said of the row's own figure, with its interval where there is one.
pub(crate) fn mean(of: &PartOf, mean: Figure, within: Option<(Confidence, Bounds)>) -> String {
    let words = format!("{}: {}", of.name(), mean.in_sentence());
    match within {
        Some((level, bounds)) => {
            let interval = interval(level, bounds);
            format!("{words} ({interval}, {PUPIL_SAMPLING_ONLY})")
        }
        None => words,
    }
}

/// What is said of a trust, with its interval and its rank where there are some.
pub(crate) fn trust(
    name: &str,
    of: &PartOf,
    figure: &str,
    within: Option<(Confidence, Bounds)>,
    rank: Option<Rank>,
) -> String {
    let mut words = format!("{name}, {}: {figure}", of.name());
    if let Some((level, bounds)) = within {
        words.push_str(&format!(" ({})", interval(level, bounds)));
    }
    if let Some(rank) = rank {
        words.push_str(&format!(", rank {rank} of its {}", of.kind()));
    }
    words
}

pub(crate) const NO_RANK: &str = "no rank";

/// So many trusts of a part of the country, from the lowest to the highest with their figures.
pub(crate) fn trusts(
    of: &PartOf,
    count: usize,
    (lowest, low): (&str, &str),
    (highest, high): (&str, &str),
) -> String {
    format!(
        "{}: {count} trusts, from {low} ({lowest}) to {high} ({highest}).",
        of.name()
    )
}
