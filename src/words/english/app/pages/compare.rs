//! Two to six trusts side by side: every measure with intervals, context, and which two can be told apart.

use std::fmt::Display;

pub(crate) use super::{CHOOSE_A_TRUST, remove};

pub(crate) const TRUSTS_SIDE_BY_SIDE: &str = "Trusts side by side";
pub(crate) const LEAD: &str = "Every measure with its interval. Where two cannot be told apart, the order of their figures may be chance.";
pub(crate) const CHOOSE_TRUSTS: &str = "Choose two to six trusts.";
pub(crate) const TRUSTS_COMPARED: &str = "Trusts compared";
pub(crate) const ADD_A_TRUST: &str = "Add a trust";
pub(crate) const NO_PAIR_HAS_INTERVALS: &str = "No two of these trusts have intervals.";

pub(crate) fn not_among_eligible(uids: &str) -> String {
    format!("Not among the eligible trusts of these files and rules: {uids}.")
}

pub(crate) fn which_can_be_told_apart(measure: impl Display) -> String {
    format!("Which can be told apart: {measure}")
}
