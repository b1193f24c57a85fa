//! Every trust: searched as one types, sorted by any column, filtered; up to six ticked to compare.

use std::fmt::Display;

use crate::terms::{counted, grouped};

pub(crate) const WITH_SPONSORED_ACADEMIES: &str = "With sponsored academies";
pub(crate) const WITH_CONVERTERS: &str = "With converters";
pub(crate) const WITH_FREE_SCHOOLS: &str = "With free schools";
pub(crate) const WITH_SELECTIVE_SCHOOLS: &str = "With selective schools";
pub(crate) const NONE_FOUND: &str = "No trust answers to that.";
pub(crate) const EVERY_TRUST: &str = "Every trust";
pub(crate) const LEAD: &str =
    "Search, sort and filter; a name leads to the trust, a tick puts it into a comparison.";
pub(crate) const TRUSTS: &str = "Trusts";
pub(crate) const SEARCH_BY_NAME: &str = "Search by name";
pub(crate) const REGION: &str = "Region";
pub(crate) const AREA: &str = "Area";
pub(crate) const SIZE: &str = "Size";
pub(crate) const DISADVANTAGED_PUPILS: &str = "Disadvantaged pupils";
pub(crate) const SHOW_LEFT_OUT: &str = "Show trusts that are not eligible";
pub(crate) const ANY: &str = "Any";
pub(crate) const TRUST: &str = "Trust";
pub(crate) const LEAD_REGION: &str = "Lead region";
pub(crate) const SCHOOLS: &str = "Schools";
pub(crate) const PUPILS: &str = "Pupils";
pub(crate) const DISADVANTAGED_SHARE: &str = "Disadvantaged, %";
pub(crate) const RANK_IN_REGION: &str = "Rank in region";
pub(crate) const RANK_IN_ENGLAND: &str = "Rank in England";
pub(crate) const COMPARE: &str = "Compare";
pub(crate) const TICK_TO_COMPARE: &str = "Tick two to six trusts to compare them.";
pub(crate) const ONE_TRUST_IS_TICKED: &str = "One trust is ticked; tick another to compare them.";
pub(crate) const COMPARE_THEM: &str = "Compare them";

pub(crate) fn found(trusts: usize, eligible: usize) -> String {
    let (trusts, eligible) = (counted(trusts, "trust"), grouped(eligible));
    format!("{trusts}, {eligible} of them eligible")
}

pub(crate) fn not_eligible(reason: impl Display) -> String {
    format!("not eligible: {reason}")
}

pub(crate) fn compare(trust: &str) -> String {
    format!("Compare {trust}")
}

pub(crate) fn are_ticked(trusts: usize) -> String {
    format!("{} are ticked.", counted(trusts, "trust"))
}
