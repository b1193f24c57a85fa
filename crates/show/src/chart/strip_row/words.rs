//! A row of the strip of trusts.

use method::Rank;
use records::terms::{Figure, counted};

use crate::chart::PartOf;

use crate::chart::words::PUPIL_SAMPLING_ONLY;

/// The trusts that share an extreme: "Community Schools Trust and 1 more".
pub(crate) fn shared_name(first: &str, more: usize) -> String {
    match more {
        0 => first.to_owned(),
        more => format!("{first} and {more} more"),
    }
}

/// The row's own figure, with its interval if it has one.
pub(crate) fn mean(of: &PartOf, mean: Figure, interval: Option<&str>) -> String {
    let words = format!("{}: {}", of.name(), mean.in_sentence());
    match interval {
        Some(interval) => format!("{words} ({interval}, {PUPIL_SAMPLING_ONLY})"),
        None => words,
    }
}

/// A trust with its interval and its rank, if known.
pub(crate) fn trust(
    name: &str,
    of: &PartOf,
    figure: &str,
    interval: Option<&str>,
    rank: Option<(Rank, usize)>,
) -> String {
    let mut words = format!("{name}, {}: {figure}", of.name());
    if let Some(interval) = interval {
        words.push_str(&format!(" ({interval})"));
    }
    if let Some((rank, all)) = rank {
        words.push_str(&format!(", {} in its {}", rank.among(all), of.kind()));
    }
    words
}

/// Trusts in a part of the country with one figure: "London: 4 trusts, all 20%".
pub(crate) fn trusts_alike(of: &PartOf, count: usize, trust: &str, figure: &str) -> String {
    let trusts = counted(count, "trust");
    let name = of.name();
    match count {
        1 => format!("{name}: {trusts}, {figure} ({trust})."),
        _ => format!("{name}: {trusts}, {} {figure}.", each(count)),
    }
}

/// "both", "all".
pub(crate) const fn each(count: usize) -> &'static str {
    match count {
        2 => "both",
        _ => "all",
    }
}

/// The trusts in a part of the country, from the lowest to the highest with their figures.
pub(crate) fn trusts(of: &PartOf, count: usize, (lowest, low): (&str, &str), (highest, high): (&str, &str)) -> String {
    format!(
        "{}: {}, from {low} ({lowest}) to {high} ({highest}).",
        of.name(),
        counted(count, "trust")
    )
}
