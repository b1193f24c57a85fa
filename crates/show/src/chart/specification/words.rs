//! The specification curve.

use records::terms::{counted, grouped};

pub(crate) const ALL_TRUSTS: &str = "all trusts";

/// A combination: its figure, the choices that it makes, how many more combinations give the same numbers, and the
/// claim looked at with whether it holds.
pub(crate) fn combination(
    figure: Option<String>,
    is_in_force: bool,
    choices: &str,
    more: usize,
    claim: Option<(String, bool)>,
) -> String {
    let figure = figure.unwrap_or_else(|| "no figure".to_owned());
    let in_force = if is_in_force { ", rules in force" } else { "" };
    let mut words = format!("{figure}{in_force}: {choices}");
    if more > 0 {
        words.push_str(&format!(
            "; {} the same numbers",
            if more == 1 {
                "1 more combination gives".to_owned()
            } else {
                format!("{} give", counted(more, "more combination"))
            }
        ));
    }
    if let Some((claim, holds)) = claim {
        let verdict = if holds { HOLDS } else { DOES_NOT_HOLD };
        words.push_str(&format!(". {claim}: {verdict}"));
    }
    words
}

pub(crate) const HOLDS: &str = "holds";

pub(crate) const DOES_NOT_HOLD: &str = "does not hold";

/// A yes or no in a table cell.
pub(crate) const fn yes_or_no(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// Choices that one or another of some combinations makes.
pub(crate) fn one_of(choices: &[String]) -> String {
    choices.join(" or ")
}

pub(crate) const NO_FIGURE: &str = "No combination of rules gives a figure";

pub(crate) fn same_figure(whose: &str, figure: &str, combinations: usize) -> String {
    let combinations = counted(combinations, COMBINATION);
    format!("The figure for {whose} is {figure} under {combinations} of rules")
}

pub(crate) fn figures(whose: &str, low: &str, high: &str, combinations: usize) -> String {
    let combinations = counted(combinations, COMBINATION);
    format!("The figure for {whose} ranges from {low} to {high} under {combinations} of rules")
}

/// `shown` says what a figure is.
pub(crate) fn subtitle(whose: &str, shown: &str) -> String {
    format!(
        "The figure for {whose} under each combination of rules, from lowest to highest: {shown}. Combinations that give \
         the same numbers are shown as one."
    )
}

pub(crate) fn ends(low: &str, high: &str) -> String {
    format!("The lowest is {low}, the highest {high}.")
}

pub(crate) const NOT_TRIED: &str = "The rules in force are not among those tried.";

pub(crate) fn without_figure(count: usize, all: usize) -> String {
    let (count_of, all) = (grouped(count), counted(all, COMBINATION));
    let verbs = if count == 1 {
        "gives no figure and has"
    } else {
        "give no figure and have"
    };
    format!("{count_of} of {all} {verbs} no dot.")
}

/// The noun for the rows.
pub(crate) const COMBINATION: &str = "combination";

pub(crate) const NUMBER: &str = "Combination";

pub(crate) const ESTIMATE: &str = "Estimate";

/// The column heading for the regions at an end.
pub(crate) fn region_at(end: &str) -> String {
    format!("Region {end}")
}

/// The column heading for whether a claim holds.
pub(crate) fn claim_holds(claim: &str) -> String {
    format!("{claim} {HOLDS}")
}

pub(crate) const RULES_IN_FORCE: &str = "Rules in force";
