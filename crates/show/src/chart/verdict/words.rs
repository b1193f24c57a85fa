//! A trust's verdict in words.

use method::{Rank, Rules, TrustRank};
use records::grammar::all_of;
use records::terms::letters::with_capital;
use records::terms::{Focus, Group, Unit, counted, grouped, listed};

use crate::chart::could_be::words::range_in_words;

/// What the trust has: "37% of disadvantaged pupils reach grade 5 in English and maths".
pub(super) fn has(rules: &Rules, figure: &str) -> String {
    let measure = rules.measure;
    match rules.focus.group().map(Group::pupils) {
        None => format!("The gap in {} is {figure}", measure.name()),
        Some(pupils) if measure.is_own() => format!("{}, {pupils}: {figure}", measure.name()),
        Some(pupils) if measure.unit() == Unit::Percent => format!("{figure} of {pupils} {}", measure.achievement()),
        Some(pupils) => format!("{} score {figure} in {}", with_capital(pupils), measure.name()),
    }
}

/// The same with its rank; of gaps the smallest is first.
pub(super) fn ranks(has: &str, rank: Rank, all: usize, region: &str, focus: Focus) -> String {
    let place = match (focus, rank.number()) {
        (Focus::Gap, 1) if rank.is_joint() => "joint smallest".to_owned(),
        (Focus::Gap, 1) => "smallest".to_owned(),
        (Focus::Gap, _) => format!("{} smallest", rank.in_words()),
        _ => rank.in_words(),
    };
    match all {
        1 => format!("{has}. No other trust in {region} has a figure."),
        _ => format!("{has}: {place} of {} in {region}.", counted(all, "trust")),
    }
}

/// The same where all trusts there have one figure.
pub(super) fn all_the_same(has: &str, all: usize, region: &str) -> String {
    format!(
        "{has}. {} in {region} have the same.",
        with_capital(&all_of(all, "trust"))
    )
}

pub(super) const ENGLAND: &str = "England";

pub(super) fn no_figure(reason: &str) -> String {
    format!("It has no figure to be ranked by: {reason}.")
}

pub(super) const NO_INTERVAL: &str =
    "Its figure has no interval, and nobody can say which other ranks it could have had by chance.";

/// The ranks that it could have by chance, and from how many others it can be told: above it, below it, and neither.
pub(super) fn could_be(found: TrustRank, [above, below, alike]: [u32; 3], is_less_better: bool) -> String {
    if above + below == 0 {
        return format!(
            "Allowing for chance, it could have any rank: it is not distinguishable from any of the other {}.",
            grouped(alike as usize)
        );
    }
    let (better, worse) = if is_less_better {
        ("clearly ahead of", "clearly behind")
    } else {
        ("clearly above", "clearly below")
    };
    let parts = [(better, above), (worse, below), ("not distinguishable from", alike)];
    let mut said: Vec<String> = Vec::new();
    for (words, count) in parts.into_iter().filter(|(_, count)| *count > 0) {
        let of_them = if said.is_empty() { " of them" } else { "" };
        said.push(format!("{words} {}{of_them}", grouped(count as usize)));
    }
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let ranks = range_in_words(found.low, found.high).unwrap_or_else(|| "could have no other rank".to_owned());
    format!("Allowing for chance, it {ranks}: {}.", listed(&said))
}

pub(super) fn not_compared(trusts: usize) -> String {
    let (trusts, is) = (counted(trusts, "trust"), if trusts == 1 { "is" } else { "are" });
    format!("{trusts} without an interval {is} not compared.")
}

/// What "clearly" means.
pub(super) fn meaning(level: &str) -> String {
    format!(
        "\u{201c}Clearly\u{201d} means that the {level} interval of the difference excludes zero. It allows for all \
         comparisons with this trust in the list."
    )
}
