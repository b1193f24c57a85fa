//! Headlines and trusts' ranks under other rules.

use method::{Rank, TrustRobustness};
use records::grammar::ordinal;
use records::terms::decimals::with_decimals;
use records::terms::{grouped, lead_region_in_sentence};

use crate::chart::Caption;

use crate::chart::coverage::words::of_loaded;

/// The caution beside shares of combinations.
pub const NO_JOINT_TEST: &str = "The shares count combinations of rules that give different numbers. They are not \
probabilities, and they are not a joint test of significance (Simonsohn, Simmons and Nelson 2020; Steegen et \
al. 2016).";

/// Why trusts' ranks cannot be tested.
pub(crate) const UNTESTABLE: &str = "Trusts\u{2019} ranks cannot be tested. Trust files give each trust\u{2019}s figure as \
published, so only the regional figure can be worked out in another way. Trusts\u{2019} ranks do not depend on it. \
Add school files and group links to test ranks.";

/// How often a headline holds: "South West lowest: holds in 38 of 144 combinations of rules".
pub(crate) fn claim_holds(claim: &str, holds: usize, of: usize) -> String {
    if of == 1 {
        // No other combination was tried.
        return format!("{claim}: the files allow only one combination of rules");
    }
    let all = grouped(of);
    match holds {
        0 => format!("{claim}: holds in none of {all} combinations of rules"),
        2 if of == 2 => format!("{claim}: holds in both combinations of rules"),
        holds if holds == of => format!("{claim}: holds in all {all} combinations of rules"),
        holds => format!("{claim}: holds in {} of {all} combinations of rules", grouped(holds)),
    }
}

/// A single choice that breaks a headline, and what is true then.
pub(crate) fn broken_by(choice: &str, counter: &str) -> String {
    format!("It does not hold {choice}: then {counter}.")
}

/// Where schools that select by ability do not count.
pub(crate) const WITHOUT_SELECTIVE: &str = "without selective schools";

/// A headline that holds there.
pub(crate) const HOLDS_WITHOUT_SELECTIVE: &str = "It also holds without selective schools.";

pub(crate) const NOT_IN_FORCE: &str = "It does not hold under the rules in force, or under the nearest of those tried.";

pub(crate) const SEVERAL_TOGETHER: &str = "No single choice breaks it, but several together do.";

/// "It ranks 2nd to 9th in the South West (5th to 40th in England) under the 96 of 144 combinations in which it is
/// eligible. It is in its region's top ten in 92% of these."
#[must_use]
pub fn trust_robustness_in_words(trust: &TrustRobustness) -> String {
    let region = lead_region_in_sentence(trust.region);
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
        let words = format!("It has no figure in {region} under {over}.");
        return of_loaded(trust.of_part, words);
    };
    let words = format!(
        "It ranks {} in {region} ({} in England) under {over}. It is in its region\u{2019}s top ten in {} of these.",
        ranks_in_words(regional),
        ranks_in_words(england),
        share_in_words(trust.top_ten_share)
    );
    of_loaded(trust.of_part, words)
}

fn ranks_in_words((best, worst): (Rank, Rank)) -> String {
    if best == worst {
        return best.in_words();
    }
    let [best, worst] = [best, worst].map(|rank| ordinal(rank.number() as usize));
    format!("{best} to {worst}")
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

/// What breaks a headline that does not hold as it is.
pub(crate) const RULES_IN_FORCE: &str = "the rules in force";

pub(crate) const NO_SINGLE_CHOICE: &str = "no single choice";

pub(crate) fn headlines_caption(of_part: Option<usize>) -> Caption {
    let headlines = "Headlines under every combination of rules".to_owned();
    Caption::new(of_loaded(of_part, headlines), NO_JOINT_TEST)
}

pub(crate) const HEADLINE: &str = "Headline";

pub(crate) const HOLDS_SHARE: &str = "Holds, % of combinations";

pub(crate) const HOLDS_IN: &str = "Holds in";

pub(crate) const COMBINATIONS: &str = "Combinations";

pub(crate) const BROKEN_BY: &str = "Broken by";

pub(crate) fn trusts_caption(region: Option<&str>, of_part: Option<usize>) -> Caption {
    let trusts = match region {
        Some(region) => format!("the trusts in {region}"),
        None => "trusts".to_owned(),
    };
    let ranks = format!("Ranks of {trusts} under every combination of rules");
    Caption::new(of_loaded(of_part, ranks), NO_JOINT_TEST)
}

pub(crate) const BEST_IN_REGION: &str = "Best rank in region";

pub(crate) const WORST_IN_REGION: &str = "Worst rank in region";

pub(crate) const BEST_IN_ENGLAND: &str = "Best rank in England";

pub(crate) const WORST_IN_ENGLAND: &str = "Worst rank in England";

pub(crate) const IN_TOP_TEN: &str = "In region\u{2019}s top ten, % of combinations in which eligible";

pub(crate) const ELIGIBLE: &str = "Eligible, % of combinations";

#[cfg(test)]
mod tests {
    use method::competition_ranks;
    use records::terms::{Figure, Region, Unit};

    use super::*;

    #[test]
    fn a_trusts_ranks_and_shares_in_words() {
        let figures: Vec<Figure> = (0..40_u32)
            .filter_map(|number| Figure::new(f64::from(number), Unit::Percent))
            .collect();
        let ranks = competition_ranks(&figures, true);
        let mut trust = TrustRobustness {
            uid: "1".into(),
            name: "ONE".into(),
            region: Some(Region::SouthWest),
            england: Some((ranks[4], ranks[39])),
            regional: Some((ranks[1], ranks[8])),
            top_ten_share: 0.92,
            england_top_ten_share: 0.5,
            eligible: 96,
            of: 144,
            eligible_share: 96.0 / 144.0,
            of_part: None,
        };
        assert_eq!(
            trust_robustness_in_words(&trust),
            "It ranks 2nd to 9th in the South West (5th to 40th in England) under the 96 of 144 combinations in which \
         it is eligible. It is in its region\u{2019}s top ten in 92% of these."
        );
        trust.regional = Some((ranks[10], ranks[10]));
        trust.england = Some((ranks[20], ranks[22]));
        trust.eligible = 144;
        trust.top_ten_share = 0.0;
        assert_eq!(
            trust_robustness_in_words(&trust),
            "It ranks 11th in the South West (21st to 23rd in England) under all 144 combinations. It is in its \
         region\u{2019}s top ten in none of these."
        );
        trust.england = None;
        assert_eq!(
            trust_robustness_in_words(&trust),
            "It has no figure in the South West under all 144 combinations."
        );
        trust.of_part = Some(3);
        assert_eq!(
            trust_robustness_in_words(&trust),
            "It has no figure in the South West under all 144 combinations (of the 3 trusts loaded)."
        );
        assert_eq!(share_in_words(0.999), "more than 99%");
        assert_eq!(share_in_words(0.001), "less than 1%");
    }
}
