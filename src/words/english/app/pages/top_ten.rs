//! The top tens with their doubt: ranks with intervals, and who could be among the ten.

pub(crate) const WHO_COULD_BE_IN_IT: &str = "Who could be in the top ten?";
const WHAT_A_RANK_IS: &str = "A rank counts how many figures are higher; with few pupils behind each, chance alone moves it.";
pub(crate) const DOUBT: &str = "Doubt";
pub(crate) const TOP_TEN_OF: &str = "Top ten of";
pub(crate) const NO_INTERVALS: &str = "No trust has an interval.";
pub(crate) const CHOOSE_TWO: &str = "Choose two different trusts.";
pub(crate) const CAN_TWO_BE_TOLD_APART: &str = "Can two trusts be told apart?";
pub(crate) const WHICH_CRITICAL_VALUE: &str =
    "At the critical value of the whole family, so that the answer holds whichever two you pick.";
pub(crate) const TWO_TRUSTS: &str = "Two trusts";
pub(crate) const ONE_TRUST: &str = "One trust";
pub(crate) const ANOTHER: &str = "Another";
pub(crate) const RANKS_FIRST: &str = "The ranks have to be computed first.";

/// `in_all` is how many could be in the top tens of all regions.
pub(crate) fn lead(in_all: Option<&str>) -> String {
    match in_all {
        Some(in_all) => format!("{in_all}. {WHAT_A_RANK_IS}"),
        None => WHAT_A_RANK_IS.to_owned(),
    }
}
