//! Who the pupils of trusts side by side are, and which of the trusts can be told apart.

use crate::terms::counted;

pub(crate) const CONTEXTS: &str = "Who the pupils are, side by side";

pub(crate) const CONTEXT: &str = "Context";

pub(crate) const SCHOOLS: &str = "Schools";

/// `what` is what is compared, with its unit.
pub(crate) fn pairs(family: usize, what: &str) -> String {
    format!(
        "Pairs among the {}: {what}",
        counted(family, "chosen trust")
    )
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

pub(crate) const NO_INTERVAL: &str = "no interval";

pub(crate) const fn apart(is_distinguishable: bool) -> &'static str {
    if is_distinguishable {
        "distinguishable"
    } else {
        "not distinguishable"
    }
}
