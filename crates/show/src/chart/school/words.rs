//! A school in words.

use method::{Rank, RankKind, TrustRank};
use records::terms::letters::with_capital;
use records::terms::{Figure, Missing, Region, SchoolType, counted, grouped};

use crate::chart::could_be::words::range_in_words;

pub(super) const VALUES: &str = "Every measure of this school";

pub(super) const GAP: &str = "Gap";

pub(super) const YEAR: &str = "Year";

pub(super) const NUMBER: &str = "URN";

pub(super) const RANK: &str = "Rank";

/// What the ranks that schools could have hold for.
pub(super) fn possible_ranks(kind: RankKind, level: &str) -> String {
    match kind {
        RankKind::Marginal => format!(
            "The possible ranks allow for chance among pupils: {level} confidence, for any one school that you pick \
             beforehand."
        ),
        RankKind::Simultaneous => {
            format!("The possible ranks allow for chance among pupils: {level} confidence, for all schools at once.")
        }
    }
}

/// Why a school's possible ranks are missing: nobody's are known yet, or it has no interval.
pub(super) const NOT_WORKED_OUT: &str = "not worked out";
pub(super) const NO_POSSIBLE_RANKS: &str = "no interval";

pub(super) fn years(what: &str) -> String {
    format!("Its years: {what}")
}

pub(super) fn schools_of(region: Region, what: &str) -> String {
    format!("Schools of eligible trusts in {}: {what}", region.in_sentence())
}

/// "Share of disadvantaged pupils with grade 5 or above in English and maths: 31% (95% interval 24% to 39%)."
pub(super) fn figure(what: &str, figure: &str, interval: Option<&str>) -> String {
    let interval = interval.map_or_else(String::new, |interval| format!(" ({interval})"));
    format!("{}: {figure}{interval}.", with_capital(what))
}

pub(super) fn no_figure(what: &str, reason: Missing) -> String {
    format!("{}: no figure ({}).", with_capital(what), reason.reason())
}

/// "It is 12th of 245 schools of eligible trusts in the South West, and could be 3rd to 90th."
pub(super) fn rank_in_region(rank: Rank, all: usize, region: Region, range: Option<TrustRank>) -> String {
    let could_be = range.and_then(|of| range_in_words(of.low, of.high));
    let could_be = could_be.map_or_else(String::new, |could_be| format!(", and {could_be}"));
    format!(
        "It is {} of {} schools of eligible trusts in {}{could_be}.",
        rank.in_words(),
        grouped(all),
        region.in_sentence()
    )
}

/// "Among its trust's schools it is 2nd of 5."
pub(super) fn rank_in_trust(rank: Rank, all: usize) -> String {
    format!("Among its trust\u{2019}s schools it is {}.", rank.among(all))
}

/// What a school does to its trust's figure.
pub(super) fn part(share: Figure, trust: &str, without: Option<&str>) -> String {
    let without = without.map_or_else(String::new, |without| {
        format!(" Without it, the figure would be {without}.")
    });
    format!(
        "It carries {} of the weight in its trust\u{2019}s figure of {trust}.{without}",
        share.in_sentence()
    )
}

/// "A converter academy in Cornwall, the South West, 7 years in its trust."
pub(super) fn about(
    school_type: SchoolType,
    authority: Option<&str>,
    region: Option<Region>,
    years: Option<u32>,
) -> String {
    let places: Vec<&str> = authority.into_iter().chain(region.map(Region::in_sentence)).collect();
    let places = if places.is_empty() {
        String::new()
    } else {
        format!(" in {}", places.join(", "))
    };
    let years = years.map_or_else(String::new, |years| {
        format!(", {} in its trust", counted(years as usize, "year"))
    });
    format!("{}{places}{years}.", with_capital(school_type.in_sentence()))
}
