//! One trust: every measure beside region and nation, why its figure is what it is, its context, similar trusts.

use std::fmt::Display;

use crate::terms::counted;

pub(crate) use super::REPORT_TO_PRINT;

pub(crate) const NO_SUCH_TRUST: &str = "No eligible trust has this number or name";
pub(crate) const REGION_NOT_KNOWN: &str = "Its region is not known.";
pub(crate) const ALL_TRUSTS: &str = "All trusts, with those that are left out";
pub(crate) const COMPARE_IT_WITH_OTHERS: &str = "Compare it with others";
pub(crate) const AGAINST_OTHER_PUPILS_EVERYWHERE: &str = "Against other pupils everywhere";
pub(crate) const ITS_CONTEXT: &str = "Its context";
pub(crate) const SIMILAR_CONTEXTS: &str = "Trusts in similar contexts, those doing better first";
pub(crate) const WEIGH_OTHERWISE: &str = "Weigh the parts of the context otherwise";
pub(crate) const WEIGHTS_OF_THE_CONTEXT: &str = "Weights of the context";
pub(crate) const AS_A_TABLE: &str = "As a table";

pub(crate) fn not_eligible(uid: impl Display) -> String {
    format!("{uid} is not among the eligible trusts of the files and rules in force. ")
}

pub(crate) fn schools_that_count(schools: usize) -> String {
    format!(", {} that count", counted(schools, "school"))
}

pub(crate) fn number_and_schools(uid: impl Display, schools: impl Display) -> String {
    format!("Trust {uid}{schools}. ")
}

pub(crate) fn top_ten_of(region: impl Display) -> String {
    format!("{region}\u{2019}s top ten")
}
