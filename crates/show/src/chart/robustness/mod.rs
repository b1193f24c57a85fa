//! What becomes of headlines and of trusts' ranks under other rules, in words and tables.

pub(super) mod words;

pub use words::{NO_JOINT_TEST, trust_robustness_in_words};

use method::{Analysis, ClaimRobustness, ClaimWithoutSelective, Rank, Robustness, Rules, TrustRobustness};
use records::terms::order::sorted;
use records::terms::{Region, readable_name};

use crate::chart::words::heads;

use super::choice::choice_in_words;
use super::finding::{claim_in_words, counter_in_words};
use super::table::{Caption, Cell, Column, Table};
use super::{of_analysis, of_loaded};

/// Why trusts' ranks cannot be tested. Returns `None` if they can.
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

/// Whether a headline holds without selective schools: "It does not hold without selective schools: then the South East
/// is lowest (19.7%).".
#[must_use]
pub fn without_selective_in_words(found: &ClaimWithoutSelective, analysis: &Analysis) -> String {
    let words = match found.broken {
        None => words::HOLDS_WITHOUT_SELECTIVE.to_owned(),
        Some(counter) => {
            let counter = counter_in_words(found.claim, counter, &analysis.rules);
            words::broken_by(words::WITHOUT_SELECTIVE, &counter)
        }
    };
    of_analysis(analysis, words)
}

/// "South West lowest: holds in 38 of 144 combinations of rules".
pub(super) fn claim_holds_in_words(found: &ClaimRobustness, rules: &Rules) -> String {
    let words = words::claim_holds(&claim_in_words(found.claim, rules), found.holds, found.of);
    of_loaded(found.of_part, words)
}

/// The headlines, each with the share of combinations in which it holds and what breaks it.
#[must_use]
pub fn headlines_robustness_table(found: &[ClaimRobustness], rules: &Rules) -> Table {
    let caption = words::headlines_caption(found.iter().find_map(|of| of.of_part));
    Table::new(caption, &headline_columns(rules), found)
}

/// The columns of a headline, for people and programs.
pub(crate) fn headline_columns(rules: &Rules) -> Vec<Column<'_, ClaimRobustness>> {
    type Column<'a> = super::table::Column<'a, ClaimRobustness>;
    let broken_by = |found: &ClaimRobustness| {
        let broken_by = found.broken_by.iter();
        let broken_by: Vec<String> = broken_by.map(|broken| choice_in_words(broken.choice)).collect();
        match broken_by.as_slice() {
            [] if !found.holds_at_first => Cell::words(words::RULES_IN_FORCE),
            [] => Cell::words(words::NO_SINGLE_CHOICE),
            some => Cell::Words(some.join("; ")),
        }
    };
    vec![
        Column::words(words::HEADLINE, |found| Cell::Words(claim_in_words(found.claim, rules))),
        // No caption says to programs of how many trusts it is.
        Column::data("text", |found| {
            Cell::Words(of_loaded(found.of_part, claim_in_words(found.claim, rules)))
        }),
        Column::numbers(words::HOLDS_SHARE, |found| {
            Cell::Share(found.holds as f64 / found.of.max(1) as f64)
        })
        .keyed("share"),
        Column::numbers(words::HOLDS_IN, |found| Cell::Count(found.holds)),
        Column::numbers(words::COMBINATIONS, |found| Cell::Count(found.of)),
        Column::words(words::BROKEN_BY, broken_by),
        // As the program's own options.
        Column::data("breaks_under", |found| {
            let options = found.broken_by.iter().map(|broken| broken.choice.option());
            Cell::List(options.map(Cell::Words).collect())
        }),
    ]
}

/// The trusts of a region, or of all, with their names as people read them: by the share of the
/// combinations in which they are in their region's top ten, then by name.
pub(super) fn by_top_ten(trusts: &[TrustRobustness], region: Option<Region>) -> Vec<(String, &TrustRobustness)> {
    let trusts = trusts.iter();
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
        Caption::from,
    );
    let trusts = by_top_ten(&robustness.trusts, region).into_iter();
    Table::new(caption, &trust_columns(), trusts.map(|(_, trust)| trust))
}

/// The columns of a trust under every combination of rules, for people and programs.
pub(crate) fn trust_columns() -> Vec<Column<'static, TrustRobustness>> {
    type Column<'a> = super::table::Column<'a, TrustRobustness>;
    fn rank(rank: Option<Rank>) -> Cell {
        rank.map_or(Cell::NoFigure, |of| Cell::Count(of.number() as usize))
    }
    let best = |trust: &TrustRobustness| rank(trust.england.map(|(best, _)| best));
    let worst = |trust: &TrustRobustness| rank(trust.england.map(|(_, worst)| worst));
    let regional_best = |trust: &TrustRobustness| rank(trust.regional.map(|(best, _)| best));
    let regional_worst = |trust: &TrustRobustness| rank(trust.regional.map(|(_, worst)| worst));
    vec![
        Column::data("uid", |trust| Cell::words(&*trust.uid)),
        Column::words(heads::TRUST, |trust| Cell::name(&trust.name)).keyed("name"),
        Column::words(heads::LEAD_REGION, |trust| Cell::Region(trust.region)).keyed("region"),
        // Programs are given England's ranks first.
        Column::data("best", best),
        Column::data("worst", worst),
        Column::numbers(words::BEST_IN_REGION, regional_best).keyed("regional_best"),
        Column::numbers(words::WORST_IN_REGION, regional_worst).keyed("regional_worst"),
        Column::numbers(words::BEST_IN_ENGLAND, best),
        Column::numbers(words::WORST_IN_ENGLAND, worst),
        Column::numbers(words::IN_TOP_TEN, |trust| Cell::Share(trust.top_ten_share)).keyed("top_ten_share"),
        Column::data("england_top_ten_share", |trust| {
            Cell::Share(trust.england_top_ten_share)
        }),
        Column::numbers(words::ELIGIBLE, |trust| Cell::Share(trust.eligible_share)).keyed("eligible_share"),
    ]
}
