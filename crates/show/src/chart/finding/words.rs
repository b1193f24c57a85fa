//! The finding in a sentence, and whether it holds under other rules.

use method::{Claim, Counter, Rules};
use records::terms::letters::with_capital;
use records::terms::{Figure, Focus, Missing, counted, listed};

/// Pupils of no one group.
pub(crate) const PUPILS: &str = "pupils";

pub(crate) fn only_above(region: &str, share: &str, pupils: &str, achievement: &str) -> String {
    format!(
        "{} is the only region where more than {share} of {pupils} {achievement}",
        with_capital(region)
    )
}

pub(crate) fn only_region(region: &str, figure: &str) -> String {
    format!("{} is the only region with a figure: {figure}", with_capital(region))
}

pub(crate) const NONE_ELIGIBLE: &str = "There are no eligible trusts under these rules";

pub(crate) fn none_published(measure: &str) -> String {
    format!("No trust has a published figure for {measure}")
}

/// The figures are there, and not what schools weigh by: the numbers of pupils or their years in the trust.
pub(crate) fn no_weight(measure: &str, focus: Focus, lacking: Missing) -> String {
    let of = match (lacking, focus) {
        (Missing::YearsNotKnown, _) => "the schools\u{2019} years in the trust",
        (_, Focus::Disadvantaged) => "the numbers of disadvantaged pupils",
        (_, Focus::Other) => "the numbers of other pupils",
        (_, Focus::All) => "the numbers of pupils",
        (_, Focus::Gap) => "the numbers of disadvantaged and other pupils",
    };
    format!("The school file has {measure} but not {of}, which are needed to weight schools")
}

/// The remedy.
pub(crate) const WEIGH_ALIKE: &str = "Give every school the same weight on the Method page. Or read the file again and say which \
column has the numbers, or the share of disadvantaged pupils.";

pub(crate) fn no_regional_figure(measure: &str) -> String {
    format!("No regional figure can be worked out for {measure}: the file does not give each trust\u{2019}s pupils")
}

pub(crate) fn same_share(pupils: &str, achievement: &str) -> String {
    format!("The same share of {pupils} {achievement} in every region")
}

pub(crate) fn same_score(measure: &str, pupils: &str) -> String {
    format!("In {measure}, {pupils} score the same in every region")
}

pub(crate) fn largest_share(regions: &[&str], pupils: &str, achievement: &str) -> String {
    format!(
        "{} {} the largest share of {pupils} who {achievement}",
        with_capital(&listed(regions)),
        if regions.len() == 1 { "has" } else { "have" },
    )
}

/// At which end of the order the best regions score, and at which the last ones.
pub(crate) fn scores(rules: &Rules, pupils: &str, best: &[&str], last: &[&str]) -> String {
    format!(
        "In {}, {pupils} score {} in {} and {} in {}",
        rules.measure.name(),
        best_word(rules),
        listed(best),
        last_word(rules),
        listed(last)
    )
}

pub(crate) const SAME_GAP: &str = "The gap is the same in every region";

pub(crate) const NO_GAP: &str = "Other pupils do not do better than disadvantaged pupils in any region";

pub(crate) fn gap_in_favour(best: &[&str], last: &[&str]) -> String {
    format!(
        "Disadvantaged pupils do better than others in {}; the gap is widest in {}",
        listed(best),
        listed(last)
    )
}

pub(crate) fn gaps(best: &[&str], last: &[&str]) -> String {
    format!("The gap is smallest in {} and widest in {}", listed(best), listed(last))
}

/// The remedy if no trust is eligible.
pub(crate) const WHERE_REASONS_ARE: &str =
    "The Data page says why each trust is left out. The Method page has the rules.";

/// The headline if trusts have figures but no file gives their regions.
pub(crate) const NO_REGION_KNOWN: &str = "No region has a figure: the regions of these trusts are not known";

/// The remedy.
pub(crate) const RANKED_AMONG_ALL: &str =
    "The trusts are ranked in one list. Add the group links, or a column with their regions, to compare regions.";

/// The remedy if there is no figure.
pub(crate) const CHOOSE_ANOTHER: &str = "Choose another measure, group or regional figure, or add a file that has it.";

pub(crate) fn in_each_region(figure: &str) -> String {
    format!("{figure} in each of them.")
}

pub(crate) fn rests_on(trusts: usize) -> String {
    let trusts = counted(trusts, "trust");
    format!("It is based on {trusts}. There are no other regions to compare it with.")
}

/// "37.2% in London against 24.0% across all trusts."
pub(crate) fn best_against_all(figure: &str, regions: &[&str], all: &str) -> String {
    format!("{figure} in {} against {all} across all trusts.", listed(regions))
}

/// "The South West is lowest at 20.1%, then the South East at 21.8%."
pub(crate) fn last(rules: &Rules, regions: &[&str], figure: &str, before: Option<(&[&str], &str)>) -> String {
    let mut words = format!(
        "{} {} {} at {figure}",
        with_capital(&listed(regions)),
        if regions.len() == 1 { "is" } else { "are" },
        last_word(rules)
    );
    if let Some((regions, figure)) = before {
        words.push_str(&format!(", then {} at {figure}", listed(regions)));
    }
    words.push('.');
    words
}

/// "South West lowest".
#[must_use]
pub fn claim_in_words(claim: Claim, rules: &Rules) -> String {
    match claim {
        Claim::OnlyAbove { region, share } => {
            format!("{} alone above {}", region.name(), share.words)
        }
        Claim::Best(region) => format!("{} {}", region.name(), best_word(rules)),
        Claim::Last(region) => format!("{} {}", region.name(), last_word(rules)),
    }
}

/// Under how many rules a claim holds; and the condition under which it does not, with what is true then.
pub(crate) fn check(claim: &str, holds: usize, of: usize, broken_by: Option<(&str, String)>) -> String {
    let noun = if of == 1 { "rule" } else { "rules" };
    let mut words = format!("{claim}: holds under {holds} of {of} regional {noun}");
    if let Some((condition, counter)) = broken_by {
        words.push_str(&format!(". {condition}, {counter}"));
    }
    words
}

/// What follows "Weighted by pupils, ".
pub(crate) fn counter_in_words(claim: Claim, counter: Counter, rules: &Rules) -> String {
    let focus = rules.focus;
    let (named, end) = match claim {
        Claim::OnlyAbove { region, .. } | Claim::Best(region) => (region, best_word(rules)),
        Claim::Last(region) => (region, last_word(rules)),
    };
    let named = named.in_sentence();
    match counter {
        Counter::Instead(region, figure, more) => {
            let regions = match more {
                0 => format!("{} is", region.in_sentence()),
                more => format!("{} and {more} more are", region.in_sentence()),
            };
            format!("{regions} {end} ({})", with_unit(figure, focus))
        }
        Counter::NoneAbove(own) => {
            let own = with_unit(own, focus);
            format!("none of the regions is{} ({named} has {own})", above(claim))
        }
        Counter::AlsoAbove(region, figure) => {
            let figure = with_unit(figure, focus);
            format!("{} is also{} ({figure})", region.in_sentence(), above(claim))
        }
        Counter::Shared(region) => {
            format!("{named} and {} are joint {end}", region.in_sentence())
        }
        Counter::NoFigure => "no regional figure can be worked out".to_owned(),
    }
}

/// " above a third", if the claim is about a share.
fn above(claim: Claim) -> String {
    match claim {
        Claim::OnlyAbove { share, .. } => format!(" above {}", share.words),
        Claim::Best(_) | Claim::Last(_) => String::new(),
    }
}

pub(crate) const fn best_word(rules: &Rules) -> &'static str {
    if rules.focus.smaller_is_better() {
        "smallest"
    } else if rules.smaller_is_better() {
        "lowest"
    } else {
        "highest"
    }
}

pub(crate) const fn last_word(rules: &Rules) -> &'static str {
    if rules.focus.smaller_is_better() {
        "widest"
    } else if rules.smaller_is_better() {
        "highest"
    } else {
        "lowest"
    }
}

pub(crate) fn with_unit(figure: Figure, focus: Focus) -> String {
    match focus {
        Focus::Gap => figure.as_difference(),
        _ => figure.in_sentence(),
    }
}

#[cfg(test)]
mod tests {
    use method::{Claim, Counter, Rules};
    use records::terms::{Figure, Region, Unit};

    use super::counter_in_words;

    #[test]
    fn what_breaks_a_claim_is_a_whole_sentence() {
        let rules = Rules::default();
        let last = Claim::Last(Region::SouthWest);
        let words = |counter| counter_in_words(last, counter, &rules);
        assert_eq!(
            words(Counter::Shared(Region::London)),
            "the South West and London are joint lowest"
        );
        let figure = Figure::new(20.0, Unit::Percent);
        assert_eq!(
            figure.map(|figure| words(Counter::Instead(Region::London, figure, 2))),
            Some("London and 2 more are lowest (20.0%)".to_owned())
        );
    }
}
