//! The finding in a sentence, and what shakes it.

use crate::method::{Claim, Counter, Rules};
use crate::terms::letters::with_capital;
use crate::terms::{Figure, Focus, Missing, counted, listed};

/// Pupils of no one group.
pub(crate) const PUPILS: &str = "pupils";

pub(crate) fn only_above(region: &str, share: &str, pupils: &str, achievement: &str) -> String {
    format!(
        "{} is the only region where more than {share} of {pupils} {achievement}",
        with_capital(region)
    )
}

pub(crate) fn only_region(region: &str, figure: &str) -> String {
    format!(
        "{} is the only region with a figure: {figure}",
        with_capital(region)
    )
}

pub(crate) const NONE_ELIGIBLE: &str = "No trust is eligible under these rules";

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
    format!(
        "{measure} is in the file for schools, but not {of}, by which schools weigh in a trust\u{2019}s figure"
    )
}

/// What to do then.
pub(crate) const WEIGH_ALIKE: &str = "Let every school weigh alike (Method), or read the file again and say which column holds \
    the numbers, or the share of disadvantaged pupils.";

pub(crate) fn no_regional_figure(measure: &str) -> String {
    format!(
        "No regional figure can be made for {measure}: the file does not give each trust's pupils"
    )
}

pub(crate) fn same_share(pupils: &str, achievement: &str) -> String {
    format!("The same share of {pupils} {achievement} in every region")
}

pub(crate) fn same_score(measure: &str, pupils: &str) -> String {
    format!("In {measure}, {pupils} score alike in every region")
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

pub(crate) const NO_GAP: &str = "In no region do other pupils do better than disadvantaged pupils";

pub(crate) fn gap_in_favour(best: &[&str], last: &[&str]) -> String {
    format!(
        "Disadvantaged pupils do better than others in {}; the gap is widest in {}",
        listed(best),
        listed(last)
    )
}

pub(crate) fn gaps(best: &[&str], last: &[&str]) -> String {
    format!(
        "The gap is smallest in {} and widest in {}",
        listed(best),
        listed(last)
    )
}

/// What to do where no trust is eligible.
pub(crate) const WHERE_REASONS_STAND: &str =
    "Data says of every trust why not; Method has the rules that leave it out.";

/// What is said where trusts have figures and no file gives their regions.
pub(crate) const NO_REGION_KNOWN: &str =
    "No region has a figure: the regions of these trusts are not known";

/// What to do then.
pub(crate) const RANKED_AMONG_ALL: &str = "The trusts are ranked among all. Add the group links, or a column with their regions, to compare regions.";

/// What to do where there is no figure.
pub(crate) const CHOOSE_ANOTHER: &str =
    "Choose another measure, group or regional figure, or add a file that has it.";

pub(crate) fn in_each_region(figure: &str) -> String {
    format!("{figure} in each of them.")
}

pub(crate) fn rests_on(trusts: usize) -> String {
    let trusts = counted(trusts, "trust");
    format!("It rests on {trusts}; there is no other region to compare it with.")
}

/// "37.2% in London against 24.0% across all trusts."
pub(crate) fn best_against_all(figure: &str, regions: &[&str], all: &str) -> String {
    format!(
        "{figure} in {} against {all} across all trusts.",
        listed(regions)
    )
}

/// "The South West is lowest at 20.1%, then the South East at 21.8%."
pub(crate) fn last(
    rules: &Rules,
    regions: &[&str],
    figure: &str,
    before: Option<(&[&str], &str)>,
) -> String {
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
pub(crate) fn check(
    claim: &str,
    holds: usize,
    of: usize,
    broken_by: Option<(&str, String)>,
) -> String {
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
    let place = match claim {
        Claim::OnlyAbove { .. } | Claim::Best(_) => best_word(rules),
        Claim::Last(_) => last_word(rules),
    };
    match counter {
        Counter::Instead(region, figure, more) => {
            let regions = match more {
                0 => format!("{} is", region.in_sentence()),
                more => format!("{} and {more} more are", region.in_sentence()),
            };
            format!("{regions} {place} ({})", with_unit(figure, focus))
        }
        Counter::NoneAbove(own) => {
            format!("no region is (its figure is {})", with_unit(own, focus))
        }
        Counter::AlsoAbove(region, figure) => {
            format!(
                "{} is too ({})",
                region.in_sentence(),
                with_unit(figure, focus)
            )
        }
        Counter::Shared(region) => format!("it shares that place with {}", region.in_sentence()),
        Counter::NoFigure => "no regional figure can be made".to_owned(),
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
