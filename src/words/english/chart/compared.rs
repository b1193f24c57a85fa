//! Who the pupils of trusts side by side are, and which of the trusts can be told apart.

use super::pair::chosen_trusts;

pub(crate) const CONTEXTS: &str = "Who the pupils are, side by side";

pub(crate) const CONTEXT: &str = "Context";

pub(crate) const SCHOOLS: &str = "Schools";

/// `what` is what is compared, with its unit.
pub(crate) fn pairs(family: usize, what: &str) -> String {
    format!("Pairs among {}: {what}", chosen_trusts(family))
}

/// The heads of the columns of the two of a pair.
pub(crate) const PAIR: [&str; 2] = ["Trust", "Other trust"];

/// The heads of the columns of a difference and of its interval's ends.
pub(crate) fn difference(unit: &str) -> [String; 3] {
    [
        format!("Difference, {unit}"),
        "Lower end".to_owned(),
        "Upper end".to_owned(),
    ]
}

pub(crate) const TOLD_APART: &str = "Told apart";

pub(crate) use super::bounds::NO_INTERVAL;

pub(crate) const fn apart(is_distinguishable: bool) -> &'static str {
    if is_distinguishable {
        "distinguishable"
    } else {
        "not distinguishable"
    }
}
