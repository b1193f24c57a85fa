//! Who the pupils of trusts side by side are, and which of the trusts can be told apart.

use super::pair::chosen_trusts;

pub(crate) const CONTEXTS: &str = "Who the pupils are, side by side";

pub(crate) const CONTEXT: &str = "Context";

pub(crate) const SCHOOLS: &str = "Schools";

/// `what` is what is compared, with its unit.
pub(crate) fn pairs(family: usize, what: &str) -> String {
    format!("Pairs among {}: {what}", chosen_trusts(family))
}

/// The other of a pair.
pub(crate) const OTHER_TRUST: &str = "Other trust";

/// The head of the column of the lower end of a difference's interval.
pub(crate) const LOWER_END: &str = "Lower end";

pub(crate) const UPPER_END: &str = "Upper end";

pub(crate) use super::bounds::NO_INTERVAL;

pub(crate) const fn apart(is_distinguishable: bool) -> &'static str {
    if is_distinguishable {
        "distinguishable"
    } else {
        "not distinguishable"
    }
}
