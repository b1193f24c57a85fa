//! How many trusts could be in a top ten.

use crate::chart::words::possessive;
use method::FamilyOf;
use records::grammar::ordinal;
use records::terms::letters::{with_capital, with_small};
use records::terms::{counted, grouped};

/// "the South West's"; of all trusts "England's".
pub(crate) fn whose(of: &FamilyOf) -> String {
    possessive(match of {
        FamilyOf::Region(region) => region.in_sentence(),
        FamilyOf::Area(name) => name,
        FamilyOf::England | FamilyOf::Chosen => "England",
    })
}

pub(crate) fn name_of(of: &FamilyOf) -> &str {
    match of {
        FamilyOf::Region(region) => region.name(),
        FamilyOf::Area(name) => name,
        FamilyOf::England => "England",
        FamilyOf::Chosen => "Chosen trusts",
    }
}

pub(crate) fn none_has_interval(of: &FamilyOf) -> String {
    format!("None of {} trusts has a figure with an interval", whose(of))
}

pub(crate) fn only_one(of: &FamilyOf) -> String {
    format!(
        "{} only trust with a figure is in its top ten",
        with_capital(&whose(of))
    )
}

pub(crate) fn one_has_interval(of: &FamilyOf) -> String {
    format!("Only one of {} trusts has a figure with an interval", whose(of))
}

pub(crate) fn room_for_all(of: &FamilyOf, trusts: usize) -> String {
    let all = all_of(of, trusts);
    format!("{all} are in its top ten, because there are no more than ten")
}

/// "could be 1st to 7th": the ranks that chance allows; `None` if these are one.
pub(crate) fn range_in_words(low: u32, high: u32) -> Option<String> {
    let [from, to] = [low, high].map(|rank| ordinal(rank as usize));
    (low < high).then(|| format!("could be {from} to {to}"))
}

pub(crate) fn all_could_be(of: &FamilyOf, trusts: usize) -> String {
    format!("{} could be in its top ten", all_of(of, trusts))
}

pub(crate) fn some_could_be(of: &FamilyOf, could: usize, trusts: usize) -> String {
    format!(
        "{} of {} {} could be in its top ten",
        grouped(could),
        whose(of),
        counted(trusts, "trust")
    )
}

/// "Both of London's trusts", "All 28 of the South West's trusts".
fn all_of(of: &FamilyOf, trusts: usize) -> String {
    let whose = whose(of);
    match trusts {
        2 => format!("Both of {whose} trusts"),
        _ => format!("All {} of {whose} trusts", grouped(trusts)),
    }
}

/// `example` is what is said of one top ten.
pub(crate) fn clear(example: &str) -> String {
    format!("Top tens are clear: {}", with_small(example))
}

pub(crate) fn not_certain(example: &str) -> String {
    format!("Top tens are not certain: {}", with_small(example))
}

pub(crate) fn noise(example: &str) -> String {
    format!("Top tens are mostly noise: {}", with_small(example))
}

/// `noise` is the number of regions with uncertain top tens.
pub(crate) fn noise_in(noise: usize, regions: usize) -> String {
    format!(
        "Top tens are mostly noise: in {noise} of {regions} regions, at least half of the trusts ranked lower could be in \
     them"
    )
}

/// The number of trusts that rank tenth or better, and of those that could.
pub(crate) fn in_all(regions: usize, ranked: usize, could: usize, all: usize) -> String {
    format!(
        "In {}, {} rank tenth or better, and {} of {} could",
        counted(regions, "region"),
        counted(ranked, "trust"),
        grouped(could),
        grouped(all)
    )
}

/// `meaning` is what "could be in the top ten" says.
pub(crate) const EACH_TOP_TEN: &str = "How many trusts could be in each top ten";

pub(crate) const WITH_INTERVAL: &str = "Trusts with an interval";

pub(crate) const RANKED_IN_TOP_TEN: &str = "Ranked tenth or better";

/// The column heading for how many could be in the top ten.
pub(crate) fn could_be(level: &str) -> String {
    format!("Could be in top ten, at {level}")
}

pub(crate) const WITHOUT_INTERVAL: &str = "Without an interval";
