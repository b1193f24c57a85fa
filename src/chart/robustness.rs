//! What becomes of headlines and of trusts' ranks under other rules, in words and tables.

use crate::method::{ClaimRobustness, Rank, Robustness, Rules, TrustRobustness};
use crate::terms::order::sorted;
use crate::terms::{Figure, Region, Unit, lead_region, readable_name};
use crate::words::chart::heads;
use crate::words::chart::robustness as words;

pub use crate::words::chart::robustness::{NO_JOINT_TEST, trust_robustness_in_words};

use super::choice::choice_in_words;
use super::finding::{claim_in_words, counter_in_words};
use super::of_loaded;
use super::table::{Cell, Column, Table};

/// Why trusts' ranks cannot be tested; nothing where they can.
#[must_use]
pub fn trusts_untestable_in_words(robustness: &Robustness) -> Option<&'static str> {
    (!robustness.trusts_testable).then_some(words::UNTESTABLE)
}

/// A headline with how often it holds, then a sentence for each single choice that breaks it:
/// "South West lowest: holds in 1 of 2 combinations of rules. Not when trusts are weighted by pupils:
/// then the South East is lowest (19.7%)."
#[must_use]
pub fn claim_robustness_in_words(found: &ClaimRobustness, rules: &Rules) -> Vec<String> {
    let mut sentences = vec![format!("{}.", claim_holds_in_words(found, rules))];
    for broken in &found.broken_by {
        let words = words::broken_by(
            &choice_in_words(broken.choice),
            &counter_in_words(found.claim, broken.counter, rules),
        );
        sentences.push(of_loaded(found.of_part, words));
    }
    if !found.holds_at_first {
        sentences.push(words::NOT_IN_FORCE.to_owned());
    } else if found.broken_by.is_empty() && found.holds < found.of {
        sentences.push(words::SEVERAL_TOGETHER.to_owned());
    }
    sentences
}

/// "South West lowest: holds in 38 of 144 combinations of rules".
pub(super) fn claim_holds_in_words(found: &ClaimRobustness, rules: &Rules) -> String {
    let words = words::claim_holds(&claim_in_words(found.claim, rules), found.holds, found.of);
    of_loaded(found.of_part, words)
}

/// The headlines, each with the share of combinations in which it holds and what breaks it.
#[must_use]
pub fn headlines_robustness_table(found: &[ClaimRobustness], rules: &Rules) -> Table {
    let broken_by = |found: &ClaimRobustness| {
        let broken_by = found.broken_by.iter();
        let broken_by: Vec<String> = broken_by
            .map(|broken| choice_in_words(broken.choice))
            .collect();
        match broken_by.as_slice() {
            [] if !found.holds_at_first => Cell::words(words::RULES_IN_FORCE),
            [] => Cell::words(words::NO_SINGLE_CHOICE),
            some => Cell::Words(some.join("; ")),
        }
    };
    let columns = [
        Column::words(words::HEADLINE, |found: &ClaimRobustness| {
            Cell::Words(claim_in_words(found.claim, rules))
        }),
        Column::numbers(words::HOLDS_SHARE, |found: &ClaimRobustness| {
            share(found.holds as f64 / found.of.max(1) as f64)
        }),
        Column::numbers(words::HOLDS_IN, |found: &ClaimRobustness| {
            Cell::Count(found.holds)
        }),
        Column::numbers(words::COMBINATIONS, |found: &ClaimRobustness| {
            Cell::Count(found.of)
        }),
        Column::words(words::BROKEN_BY, broken_by),
    ];
    let caption = words::headlines_caption(found.iter().find_map(|of| of.of_part));
    Table::new(caption, &columns, found)
}

/// The trusts of a region, or of all, with their names as people read them: by the share of the
/// combinations in which they are in their region's top ten, then by name.
pub(super) fn by_top_ten(
    robustness: &Robustness,
    region: Option<Region>,
) -> Vec<(String, &TrustRobustness)> {
    let trusts = robustness.trusts.iter();
    let trusts = trusts.filter(|trust| region.is_none_or(|region| Some(region) == trust.region));
    let named = trusts.map(|trust| (readable_name(&trust.name), trust));
    sorted(named.collect(), |(name, one), (other_name, other)| {
        let by_share = other.top_ten_share.total_cmp(&one.top_ten_share);
        by_share.then_with(|| name.cmp(other_name))
    })
}

/// The trusts of a region, or of all, with their ranks at best and worst: by the share of the
/// combinations in which they are in their region's top ten, then by name.
#[must_use]
pub fn trusts_robustness_table(robustness: &Robustness, region: Option<Region>) -> Table {
    let caption = trusts_untestable_in_words(robustness).map_or_else(
        || words::trusts_caption(region.map(Region::in_sentence), robustness.of_part),
        str::to_owned,
    );
    let rank = |head, rank: fn(&TrustRobustness) -> Option<Rank>| {
        Column::numbers(head, move |trust: &TrustRobustness| {
            rank(trust).map_or(Cell::NoFigure, |rank| Cell::Count(rank.place() as usize))
        })
    };
    let columns = [
        Column::words(heads::TRUST, |trust: &TrustRobustness| {
            Cell::name(&trust.name)
        }),
        Column::words(heads::LEAD_REGION, |trust: &TrustRobustness| {
            Cell::words(lead_region(trust.region))
        }),
        rank(words::BEST_IN_REGION, |trust| Some(trust.regional?.0)),
        rank(words::WORST_IN_REGION, |trust| Some(trust.regional?.1)),
        rank(words::BEST_IN_ENGLAND, |trust| Some(trust.england?.0)),
        rank(words::WORST_IN_ENGLAND, |trust| Some(trust.england?.1)),
        Column::numbers(words::IN_TOP_TEN, |trust: &TrustRobustness| {
            share(trust.top_ten_share)
        }),
        Column::numbers(words::ELIGIBLE, |trust: &TrustRobustness| {
            share(trust.eligible_share)
        }),
    ];
    let trusts = by_top_ten(robustness, region).into_iter();
    Table::new(caption, &columns, trusts.map(|(_, trust)| trust))
}

/// A share of 0 to 1 as a percentage.
fn share(share: f64) -> Cell {
    Figure::new(share * 100.0, Unit::Percent).into()
}
