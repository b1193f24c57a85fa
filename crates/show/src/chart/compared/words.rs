//! The pupils of trusts side by side, and which of the trusts are distinguishable.

pub(crate) const CONTEXTS: &str = "Who the pupils are, side by side";

pub(crate) const CONTEXT: &str = "Context";

pub(crate) const SCHOOLS: &str = "Schools";

/// `what` is what is compared, with its unit.
pub(crate) fn pairs(what: &str) -> String {
    format!("Pairs of trusts: {what}")
}

/// The column heading for the part of the country whose trusts are the family of a pair.
pub(crate) const JUDGED_AMONG: &str = "Judged among the trusts of";

/// The other of a pair.
pub(crate) const OTHER_TRUST: &str = "Other trust";

/// The column heading for the lower end of a difference's interval.
pub(crate) const LOWER_END: &str = "Lower end";

pub(crate) const UPPER_END: &str = "Upper end";

pub(crate) use crate::chart::bounds::words::NO_INTERVAL;

pub(crate) const fn apart(is_distinguishable: bool) -> &'static str {
    if is_distinguishable {
        "distinguishable"
    } else {
        "not distinguishable"
    }
}
