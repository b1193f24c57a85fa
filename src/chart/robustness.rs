//! What becomes of headlines and of trusts' ranks under other rules, in words and tables.

use crate::method::{ClaimRobustness, Rank, Robustness, Rules, TrustRobustness};
use crate::terms::order::sorted;
use crate::terms::{Figure, Region, Unit, lead_region, readable_name};
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
    let row = |found: &ClaimRobustness| {
        let broken_by = found.broken_by.iter();
        let broken_by: Vec<String> = broken_by
            .map(|broken| choice_in_words(broken.choice))
            .collect();
        vec![
            Cell::Words(claim_in_words(found.claim, rules)),
            share(found.holds as f64 / found.of.max(1) as f64),
            Cell::Count(found.holds),
            Cell::Count(found.of),
            Cell::Words(match broken_by.as_slice() {
                [] if !found.holds_at_first => words::RULES_IN_FORCE.to_owned(),
                [] => words::NO_SINGLE_CHOICE.to_owned(),
                some => some.join("; "),
            }),
        ]
    };
    let mut columns = vec![Column::words(words::HEADLINE)];
    columns.extend(words::HOLDS.map(Column::numbers));
    columns.push(Column::words(words::BROKEN_BY));
    Table {
        caption: words::headlines_caption(found.iter().find_map(|of| of.of_part)),
        columns,
        rows: found.iter().map(row).collect(),
    }
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
    let names = words::TRUST_AND_REGION.map(Column::words);
    let numbers = words::RANKS_AND_SHARES.map(Column::numbers);
    Table {
        caption,
        columns: names.into_iter().chain(numbers).collect(),
        rows: by_top_ten(robustness, region)
            .into_iter()
            .map(|(_, trust)| trust_row(trust))
            .collect(),
    }
}

fn trust_row(trust: &TrustRobustness) -> Vec<Cell> {
    let rank =
        |rank: Option<Rank>| rank.map_or(Cell::NoFigure, |rank| Cell::Count(rank.place() as usize));
    let best = |ranks: Option<(Rank, Rank)>| rank(ranks.map(|(best, _)| best));
    let worst = |ranks: Option<(Rank, Rank)>| rank(ranks.map(|(_, worst)| worst));
    vec![
        Cell::name(&trust.name),
        Cell::Words(lead_region(trust.region).to_owned()),
        best(trust.regional),
        worst(trust.regional),
        best(trust.england),
        worst(trust.england),
        share(trust.top_ten_share),
        share(trust.eligible_share),
    ]
}

/// A share of 0 to 1 as a percentage.
fn share(share: f64) -> Cell {
    Figure::new(share * 100.0, Unit::Percent).into()
}
