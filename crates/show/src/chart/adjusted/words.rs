//! Figures adjusted for context.

use method::words::adjusted::{WHAT_ADJUSTING_CANNOT_DO, parts_in_sentence};
use method::{AdjustPart, AdjustParts, Adjustment, PartNotUsed, Rank, RegionRank};
use records::grammar::ordinal;
use records::terms::decimals::with_decimals;
use records::terms::letters::with_capital;
use records::terms::{Figure, grouped};

use crate::chart::could_be::words::range_in_words;

pub(crate) const REGION: &str = "Region";

pub(crate) const BEFORE: &str = "Unadjusted";

pub(crate) const RANK_BEFORE: &str = "Unadjusted rank";

pub(crate) const ADJUSTED: &str = "Adjusted for context";

pub(crate) const EXPECTED: &str = "Trusts with such an intake";

pub(crate) const DIFFERENCE: &str = "Difference";

pub(crate) const LOW: &str = "From";

pub(crate) const HIGH: &str = "To";

pub(crate) const WIDER_LOW: &str = "From, with other trusts";

pub(crate) const WIDER_HIGH: &str = "To, with other trusts";

pub(crate) const RANK: &str = "Rank adjusted";

pub(crate) const RANK_IN_REGION: &str = "Rank adjusted, in the region";

pub(crate) const BEST: &str = "Could be at best";

pub(crate) const NO_REGION: &str = "No region has an adjusted figure";

pub(crate) const HOLDS_IN_CHOICES: &str = "Holds in choices of context";

pub(crate) const CHOICES: &str = "Choices of context";

pub(crate) const HOLDS_IN: &str = "Holds in combinations with rules";

pub(crate) const COMBINATIONS: &str = "Combinations with rules";

pub(crate) const BROKEN_ALONE_BY: &str = "Broken by counting this alone";

pub(crate) const NEVER_WITH: &str = "Never holds once this is counted";

pub(crate) const NOTHING: &str = "nothing";

pub(crate) const HEADLINES_CAPTION: &str = "Headlines under every choice of context";

pub(crate) fn trusts_in_contexts_caption(region: Option<&str>) -> String {
    let whose = region.map_or_else(String::new, |region| format!(" of {region}"));
    format!("Trusts{whose} under every choice of context and every rule")
}

pub(crate) const WORST: &str = "Could be at worst";

pub(crate) fn regions_caption(level: &str) -> String {
    format!(
        "Regions unadjusted and adjusted for context. The {level} intervals count the sampling of pupils alone, and \
        then which trusts there are, too"
    )
}

pub(crate) fn trusts_caption(region: Option<&str>, level: &str) -> String {
    let whose = region.map_or_else(String::new, |region| format!(" of {region}"));
    format!("Trusts{whose} unadjusted and adjusted for context, with {level} intervals of the difference")
}

pub(crate) fn adjusted_for(adjustment: &Adjustment) -> String {
    let (count, units) = (grouped(adjustment.count), adjustment.units.several());
    let parts = parts_in_sentence(adjustment.used);
    format!("Adjusted for {parts}, over {count} {units}.")
}

pub(crate) fn explained(share: f64, adjustment: &Adjustment) -> String {
    let percent = with_decimals(share * 100.0, 0);
    let units = adjustment.units.several();
    format!("That explains {percent}% of the differences between {units} that are more than chance.")
}

pub(crate) fn part_not_used(part: AdjustPart, reason: PartNotUsed) -> String {
    format!("One part is not counted, {}: {}.", part.in_sentence(), reason.reason())
}

pub(crate) const fn what_adjusting_cannot_do() -> [&'static str; 3] {
    WHAT_ADJUSTING_CANNOT_DO
}

/// A region unadjusted and adjusted.
pub(crate) fn region(
    region: &str,
    (before, rank_before, count): (&str, usize, usize),
    (adjusted, rank): (&str, RegionRank),
) -> String {
    let at = ordinal(rank.rank as usize);
    let could_be = range_in_words(rank.low, rank.high).map_or_else(String::new, |range| format!(", and {range}"));
    format!(
        "{} has {before} unadjusted: {} of {count} regions. Adjusted for context it has {adjusted}: it is {at}{could_be}.",
        with_capital(region),
        ordinal(rank_before)
    )
}

/// The places of a region whatever is adjusted for.
pub(crate) fn places(region: &str, (best, worst): (usize, usize), of: usize) -> String {
    if best == worst {
        return format!(
            "Whatever is adjusted for, {region} is {} of {of} regions.",
            ordinal(best)
        );
    }
    format!(
        "Depending on what is adjusted for, {region} is anywhere from {} to {} of {of} regions.",
        ordinal(worst),
        ordinal(best)
    )
}

/// A trust beside others with such an intake.
pub(crate) fn trust(
    name: &str,
    [expected, before]: [&str; 2],
    difference: Figure,
    ends: Option<[String; 2]>,
) -> String {
    let between = ends.map_or_else(String::new, |[low, high]| format!(" (from {low} to {high})"));
    format!(
        "Trusts with such an intake have {expected} on average. {name} has {before}: a difference of {}{between}.",
        difference.as_difference()
    )
}

/// A difference: "8.0 percentage points more".
pub(crate) fn difference(of: Figure) -> String {
    let more = if of.number() < 0.0 { "less" } else { "more" };
    format!("{} {more}", of.magnitude().as_difference())
}

/// A trust's ranks: "As it is, it is 13th of 212. Adjusted for context it has 32.0% and is 14th of 212.".
pub(crate) fn trust_ranks([before, after]: [(Rank, usize); 2], adjusted: &str) -> String {
    let [before, after] = [before, after].map(|(rank, of)| rank.among(of));
    format!("Unadjusted, it is {before} trusts. Adjusted for context it has {adjusted} and is {after}.")
}

/// Which parts are counted where the user chose none.
pub(crate) const ALL_PARTS: &str =
    "You have not chosen parts of the context on the Regions page, so every part in the files is used.";

pub(crate) fn beside_trusts(name: &str, level: &str) -> String {
    format!("{name} beside trusts with such an intake, with {level} intervals")
}

pub(crate) const WHAT: &str = "What";

pub(crate) const RANK_IN_ENGLAND: &str = "Rank";

pub(crate) const OWN_RANK_IN_REGION: &str = "Rank in the region";

/// How often a headline holds whatever is adjusted for.
pub(crate) fn claim_holds(claim: &str, holds: usize, of: usize) -> String {
    let all = grouped(of);
    let combinations = "combinations of context and rules";
    match holds {
        0 => format!("{claim}: holds in none of {all} {combinations}."),
        holds if holds == of => format!("{claim}: holds in all {all} {combinations}."),
        holds => format!("{claim}: holds in {} of {all} {combinations}.", grouped(holds)),
    }
}

/// How often a headline holds under the rules in force.
pub(crate) fn claim_in_choices(claim: &str, holds: usize, of: usize) -> String {
    match holds {
        0 => format!("{claim}: holds in none of {of} choices of context."),
        holds if holds == of => format!("{claim}: holds in all {of} choices of context."),
        holds => format!("{claim}: holds in {holds} of {of} choices of context."),
    }
}

/// Parts of which one is enough, in a sentence: "first language or prior attainment".
fn one_of(parts: AdjustParts) -> String {
    parts_in_sentence(parts).replacen(" and ", " or ", if parts.len() > 1 { 1 } else { 0 })
}

pub(crate) fn never_with(parts: AdjustParts) -> String {
    format!("Not once {} is counted.", one_of(parts))
}

pub(crate) fn broken_by(parts: AdjustParts) -> String {
    format!("Counting {} alone breaks it.", one_of(parts))
}
