//! Combined measures: always named as the user's own construction.

use method::{Combined, Ingredient};
use records::terms::{Focus, Group, Measure, counted, grouped, listed, readable_name};

use crate::chart::{Caption, in_short, of_loaded};

/// The caution wherever a combined measure is shown.
pub const OWN_CONSTRUCTION: &str = "This combined measure is your own, with weights that you chose. The Department does not publish \
 it, and other weights give other ranks.";

/// The measure and the pupils: "Progress 8, disadvantaged pupils", "Attainment 8, gap".
pub(crate) fn of_whom(measure: Measure, focus: Focus) -> String {
    let of = focus.group().map_or("gap", Group::pupils);
    format!("{}, {of}", measure.name())
}

/// The parts of the measure with their weights: "Made of Progress 8, disadvantaged pupils (weight 2) and …".
#[must_use]
pub fn combined_in_words(combined: &Combined) -> String {
    let parts: Vec<String> = combined.ingredients.iter().map(|of| weighted(&of.ingredient)).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut words = format!(
        "Made of {}. The score is the weighted mean of standard scores, over the {} with every part.",
        listed(&parts),
        counted(combined.trusts.len(), "trust")
    );
    let flat = combined.ingredients.iter().filter(|of| of.is_flat());
    for of in flat {
        let of = of_whom(of.ingredient.measure, of.ingredient.focus);
        words.push_str(&format!(" {of} makes no difference, because all trusts have the same."));
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
        ", smaller is better"
    } else {
        ""
    };
    let of = of_whom(ingredient.measure, ingredient.focus);
    format!("{of} (weight {weight}{turned})")
}

/// "1 eligible trust lacks a part and is left out.".
fn lacking(count: usize) -> String {
    let trusts = counted(count, "eligible trust");
    if count == 1 {
        format!("{trusts} lacks a part and is left out.")
    } else {
        format!("{trusts} lack a part and are left out.")
    }
}

/// The first three, and those that tie with the third: "Top of your measure: X, Y and Z". Show it only beside
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
                [only] => format!("Only {} has every part of your measure", readable_name(&only.name)),
                _ => "Your measure ranks all trusts equal".to_owned(),
            };
        }
        _ => {}
    }
    let first = trusts.iter().filter(|trust| trust.rank.number() <= 3);
    let mut first: Vec<String> = first.map(|trust| readable_name(&trust.name)).collect();
    let more = first.len().saturating_sub(3);
    first.truncate(3);
    if more > 0 {
        first.push(format!("{} more", grouped(more)));
    }
    let first: Vec<&str> = first.iter().map(String::as_str).collect();
    format!("Top of your measure: {}", listed(&first))
}

pub(crate) fn several_at_once(of_part: Option<usize>) -> Caption {
    let trusts = "Trusts by several measures at once".to_owned();
    Caption::new(of_loaded(of_part, trusts), OWN_CONSTRUCTION)
}

pub(crate) const RANK_IN_ITS_REGION: &str = "Rank in its region";

pub(crate) const SCORE: &str = "Combined score, your own construction";

/// `what` is what is counted of whom.
pub(crate) fn standard_score(what: &str) -> String {
    format!("{what}, standard score")
}

pub(crate) fn without_score(trusts: usize) -> String {
    format!("{} without a combined score", counted(trusts, "eligible trust"))
}

pub(crate) const LACKS: &str = "Missing parts";

pub(crate) const SCALES: &str = "What the combined measure is made of";

pub(crate) const SCALES_ARE_OF: &str = "The mean and standard deviation are over the trusts with every part.";

/// The share of a measure's weight.
pub(crate) const SHARE: &str = "Share";

pub(crate) const MEAN: &str = "Mean";

pub(crate) const COUNTED_IN: &str = "Unit";
