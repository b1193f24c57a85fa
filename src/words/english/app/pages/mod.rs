//! Words of the pages, a file each.

pub(crate) mod combined;
pub(crate) mod compare;
pub(crate) mod data;
pub(crate) mod funnel;
pub(crate) mod keeping;
pub(crate) mod method;
pub(crate) mod offered;
pub(crate) mod region;
pub(crate) mod regions;
pub(crate) mod report;
pub(crate) mod robustness;
pub(crate) mod spread;
pub(crate) mod top_ten;
pub(crate) mod trend;
pub(crate) mod trust;
pub(crate) mod trusts;

use std::fmt::Display;

/// What stands where a list has nothing in it.
pub(crate) const NONE: &str = "None.";
pub(crate) const REMOVE: &str = "Remove";
pub(crate) const CHOOSE_A_TRUST: &str = "Choose a trust";
pub(crate) const REPORT_TO_PRINT: &str = "Report to print";
pub(crate) const OF_WHICH_YEAR: &str = "Of which year are these results?";

pub(crate) fn remove(name: impl Display) -> String {
    format!("Remove {name}")
}
