//! Several measures at once: always named as the user's own construction.

use crate::chart::{in_short, of_loaded};
use crate::method::{Combined, Ingredient};
use crate::terms::{Focus, Group, Measure, counted, grouped, listed, readable_name};

/// What is said of a combined measure wherever it is shown.
pub const OWN_CONSTRUCTION: &str = "A combined measure of your own making, with weights that you chose. It is not published by \
     the Department, and other weights give other ranks.";

/// What is counted of whom: "Progress 8, disadvantaged pupils", "Attainment 8, gap".
pub(crate) fn of_whom(measure: Measure, focus: Focus) -> String {
    let of = focus.group().map_or("gap", Group::pupils);
    format!("{}, {of}", measure.name())
}

/// What the measure is made of, with the weights: "Made of Progress 8, disadvantaged pupils (weight 2) and …".
#[must_use]
pub fn combined_in_words(combined: &Combined) -> String {
    let parts: Vec<String> = combined
        .ingredients
        .iter()
        .map(|of| weighted(&of.ingredient))
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut words = format!(
        "Made of {}: the weighted mean of standard scores, over the {} that have all of it.",
        listed(&parts),
        counted(combined.trusts.len(), "trust")
    );
    let flat = combined.ingredients.iter().filter(|of| of.is_flat());
    for of in flat {
        let of = of_whom(of.ingredient.measure, of.ingredient.focus);
        words.push_str(&format!(" {of} decides nothing: all trusts have the same."));
    }
    if !combined.lacking.is_empty() {
        words.push_str(&format!(" {}", lacking(combined.lacking.len())));
    }
    of_loaded(combined.of_part, words)
}

/// "Progress 8, disadvantaged pupils (weight 2)".
fn weighted(ingredient: &Ingredient) -> String {
    let weight = in_short(ingredient.weight);
    let turned = if ingredient.is_turned() {
        ", the smaller the better"
    } else {
        ""
    };
    let of = of_whom(ingredient.measure, ingredient.focus);
    format!("{of} (weight {weight}{turned})")
}

/// "1 eligible trust lacks some of it and is left out.".
fn lacking(count: usize) -> String {
    let trusts = counted(count, "eligible trust");
    if count == 1 {
        format!("{trusts} lacks some of it and is left out.")
    } else {
        format!("{trusts} lack some of it and are left out.")
    }
}

/// The first three, and those that tie with the third: "Your measure puts first: X, Y and Z". It may stand only beside
/// [`OWN_CONSTRUCTION`].
#[must_use]
pub fn combined_first(combined: &Combined) -> String {
    of_loaded(combined.of_part, first(combined))
}

fn first(combined: &Combined) -> String {
    let trusts = &combined.trusts;
    match (trusts.first(), trusts.last()) {
        (Some(first), Some(last)) if first.rank == last.rank => {
            return match trusts.as_slice() {
                [only] => format!("Only {} has all of your measure", readable_name(&only.name)),
                _ => "Your measure puts no trust before another".to_owned(),
            };
        }
        _ => {}
    }
    let first = trusts.iter().filter(|trust| trust.rank.place() <= 3);
    let mut first: Vec<String> = first.map(|trust| readable_name(&trust.name)).collect();
    let more = first.len().saturating_sub(3);
    first.truncate(3);
    if more > 0 {
        first.push(format!("{} more", grouped(more)));
    }
    let first: Vec<&str> = first.iter().map(String::as_str).collect();
    format!("Your measure puts first: {}", listed(&first))
}

pub(crate) fn several_at_once(of_part: Option<usize>) -> String {
    let trusts = "Trusts by several measures at once.".to_owned();
    format!("{} {OWN_CONSTRUCTION}", of_loaded(of_part, trusts))
}

pub(crate) const RANK_IN_ITS_REGION: &str = "Rank in its region";

pub(crate) const SCORE: &str = "Combined score, your own construction";

/// `what` is what is counted of whom.
pub(crate) fn standard_score(what: &str) -> String {
    format!("{what}, standard score")
}

pub(crate) fn without_score(trusts: usize) -> String {
    format!(
        "{} without a combined score",
        counted(trusts, "eligible trust")
    )
}

pub(crate) const LACKS: &str = "What it lacks";

pub(crate) const SCALES: &str = "What the combined measure is made of. Mean and standard deviation are of the trusts that have all of it.";

/// The share of a measure's weight.
pub(crate) const SHARE: &str = "Share";

pub(crate) const MEAN: &str = "Mean";

pub(crate) const COUNTED_IN: &str = "Counted in";
