//! What becomes of headlines and of trusts' ranks under other rules, in words and tables.

use crate::method::{ClaimRobustness, Rank, Robustness, Rules, TrustRobustness};
use crate::terms::decimals::with_decimals;
use crate::terms::order::sorted;
use crate::terms::{Figure, Region, Unit, grouped, readable_name};

use super::choice::choice_in_words;
use super::finding::{claim_in_words, counter_in_words};
use super::table::{Cell, Column, Table};

/// What must be said beside any share of combinations.
pub const NO_JOINT_TEST: &str = "The shares count combinations of rules that give different numbers. They are no \
    probabilities, and no joint test of significance is claimed (Simonsohn, Simmons and Nelson 2020; Steegen et \
    al. 2016).";

const UNTESTABLE: &str = "Trusts\u{2019} ranks cannot be tested: files of trusts give each trust\u{2019}s figure as \
    published, so only the regional figure can be made in another way, and no trust\u{2019}s rank depends on it. \
    Add school files and group links to test ranks.";

/// Why trusts' ranks cannot be tested; nothing where they can.
#[must_use]
pub fn trusts_untestable_in_words(robustness: &Robustness) -> Option<&'static str> {
    (!robustness.trusts_testable).then_some(UNTESTABLE)
}

/// A headline with how often it holds, then a sentence for each single choice that breaks it:
/// "South West lowest: holds in 1 of 2 combinations of rules. Not when trusts are weighted by pupils:
/// then the South East is lowest (19.7%)."
#[must_use]
pub fn claim_robustness_in_words(found: &ClaimRobustness, rules: &Rules) -> Vec<String> {
    let mut sentences = vec![format!("{}.", claim_holds_in_words(found, rules))];
    for broken in &found.broken_by {
        sentences.push(format!(
            "Not {}: then {}.",
            choice_in_words(broken.choice),
            counter_in_words(found.claim, broken.counter, rules)
        ));
    }
    if !found.holds_at_first {
        sentences.push(
            "It does not hold under the rules in force, or under the nearest of those tried."
                .to_owned(),
        );
    } else if found.broken_by.is_empty() && found.holds < found.of {
        sentences.push("No single choice breaks it; several together do.".to_owned());
    }
    sentences
}

/// "South West lowest: holds in 38 of 144 combinations of rules".
pub(super) fn claim_holds_in_words(found: &ClaimRobustness, rules: &Rules) -> String {
    let claim = claim_in_words(found.claim, rules);
    let of = grouped(found.of);
    if found.of == 1 {
        // Nothing was tried against it.
        return format!("{claim}: the files allow one combination of rules only");
    }
    match found.holds {
        0 => format!("{claim}: holds in none of {of} combinations of rules"),
        holds if holds == found.of => format!("{claim}: holds in all {of} combinations of rules"),
        holds => format!(
            "{claim}: holds in {} of {of} combinations of rules",
            grouped(holds)
        ),
    }
}

/// "Ranks 2nd to 9th in the South West (5th to 40th in England) over the 96 of 144 combinations in
/// which it is eligible; in its region's top ten in 92% of these."
#[must_use]
pub fn trust_robustness_in_words(trust: &TrustRobustness) -> String {
    let region = trust.region.in_sentence();
    let over = if trust.eligible == trust.of {
        format!("all {} combinations", grouped(trust.of))
    } else {
        format!(
            "the {} of {} combinations in which it is eligible",
            grouped(trust.eligible),
            grouped(trust.of)
        )
    };
    let (Some(regional), Some(england)) = (trust.regional, trust.england) else {
        return format!("Has no figure in {region} over {over}.");
    };
    format!(
        "Ranks {} in {region} ({} in England) over {over}; in its region\u{2019}s top ten in {} of these.",
        ranks_in_words(regional),
        ranks_in_words(england),
        share_in_words(trust.top_ten_share)
    )
}

fn ranks_in_words((best, worst): (Rank, Rank)) -> String {
    if best == worst {
        return ordinal(best.place() as usize);
    }
    let [best, worst] = [best, worst].map(|rank| ordinal(rank.place() as usize));
    format!("{best} to {worst}")
}

/// "1st", "22nd".
pub(super) fn ordinal(place: usize) -> String {
    let ending = match (place % 100, place % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{}{ending}", grouped(place))
}

/// A share of 0 to 1 in words, before "of these"; none or all only where it is just that.
fn share_in_words(share: f64) -> String {
    let percent = with_decimals(share * 100.0, 0);
    match percent.as_str() {
        "0" if share > 0.0 => "less than 1%".to_owned(),
        "0" => "none".to_owned(),
        "100" if share < 1.0 => "more than 99%".to_owned(),
        "100" => "all".to_owned(),
        percent => format!("{percent}%"),
    }
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
                [] if !found.holds_at_first => "the rules in force".to_owned(),
                [] => "no single choice".to_owned(),
                some => some.join("; "),
            }),
        ]
    };
    Table {
        caption: format!("Headlines under every combination of rules. {NO_JOINT_TEST}"),
        columns: vec![
            Column::words("Headline"),
            Column::numbers("Holds, % of combinations"),
            Column::numbers("Holds in"),
            Column::numbers("Combinations"),
            Column::words("Broken by"),
        ],
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
    let trusts = trusts.filter(|trust| region.is_none_or(|region| region == trust.region));
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
    let caption = match (trusts_untestable_in_words(robustness), region) {
        (Some(reason), _) => reason.to_owned(),
        (None, Some(region)) => format!(
            "Ranks of the trusts of {} under every combination of rules. {NO_JOINT_TEST}",
            region.in_sentence()
        ),
        (None, None) => {
            format!("Ranks of trusts under every combination of rules. {NO_JOINT_TEST}")
        }
    };
    Table {
        caption,
        columns: vec![
            Column::words("Trust"),
            Column::words("Lead region"),
            Column::numbers("Best rank in region"),
            Column::numbers("Worst rank in region"),
            Column::numbers("Best rank in England"),
            Column::numbers("Worst rank in England"),
            Column::numbers("In region\u{2019}s top ten, % of combinations in which eligible"),
            Column::numbers("Eligible, % of combinations"),
        ],
        rows: by_top_ten(robustness, region)
            .into_iter()
            .map(|(name, trust)| trust_row(name, trust))
            .collect(),
    }
}

fn trust_row(name: String, trust: &TrustRobustness) -> Vec<Cell> {
    let rank =
        |rank: Option<Rank>| rank.map_or(Cell::NoFigure, |rank| Cell::Count(rank.place() as usize));
    let best = |ranks: Option<(Rank, Rank)>| rank(ranks.map(|(best, _)| best));
    let worst = |ranks: Option<(Rank, Rank)>| rank(ranks.map(|(_, worst)| worst));
    vec![
        Cell::Words(name),
        Cell::Words(trust.region.name().to_owned()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::method::competition_ranks;

    #[test]
    fn a_trusts_ranks_and_shares_are_told_in_words() {
        let figures: Vec<Figure> = (0..40_u32)
            .filter_map(|number| Figure::new(f64::from(number), Unit::Percent))
            .collect();
        let ranks = competition_ranks(&figures, true);
        let mut trust = TrustRobustness {
            uid: "1".into(),
            name: "ONE".into(),
            region: Region::SouthWest,
            england: Some((ranks[4], ranks[39])),
            regional: Some((ranks[1], ranks[8])),
            top_ten_share: 0.92,
            england_top_ten_share: 0.5,
            eligible: 96,
            of: 144,
            eligible_share: 96.0 / 144.0,
        };
        assert_eq!(
            trust_robustness_in_words(&trust),
            "Ranks 2nd to 9th in the South West (5th to 40th in England) over the 96 of 144 combinations in which it \
             is eligible; in its region\u{2019}s top ten in 92% of these."
        );
        trust.regional = Some((ranks[10], ranks[10]));
        trust.england = Some((ranks[20], ranks[22]));
        trust.eligible = 144;
        trust.top_ten_share = 0.0;
        assert_eq!(
            trust_robustness_in_words(&trust),
            "Ranks 11th in the South West (21st to 23rd in England) over all 144 combinations; in its \
             region\u{2019}s top ten in none of these."
        );
        trust.england = None;
        assert_eq!(
            trust_robustness_in_words(&trust),
            "Has no figure in the South West over all 144 combinations."
        );
        assert_eq!(share_in_words(0.999), "more than 99%");
        assert_eq!(share_in_words(0.001), "less than 1%");
    }
}
