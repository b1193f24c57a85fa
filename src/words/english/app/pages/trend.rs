//! Two years or more: whose figures rise or whose gap closes.

use std::fmt::Display;

use crate::terms::letters::with_capital;

pub(crate) use super::remove;

pub(crate) const TREND: &str = "Trend";
pub(crate) const LEAD: &str = "A trust\u{2019}s figure moves by chance from year to year, the more the fewer pupils it has. Filled dots mark \
             changes that chance alone hardly explains.";
pub(crate) const NO_TREND: &str = "There is no trend yet";
pub(crate) const ADD_YEARS: &str = "Add the same kind of file of another year with exams, up to 2018/19 or from 2021/22 on: a trust file beside \
             trust files; a school file beside school files, whose group links serve every year.";
pub(crate) const ADD_SCHOOLS: &str =
    "Add school files and the group links, or compare trusts as they are in each year.";
pub(crate) const SIX_ARE_DRAWN: &str = "Six trusts are drawn; remove one to add another.";
pub(crate) const DRAW_A_TRUST: &str = "Draw a trust";
pub(crate) const NO_ELIGIBLE_TRUST: &str = "No trust is eligible in these years.";

pub(crate) fn every_trust(caption: impl Display) -> String {
    format!("Every trust, those that change for the better most first. {caption}")
}

pub(crate) fn not_in_these_years(uid: impl Display) -> String {
    format!("Trust {uid}: not in these years")
}

pub(crate) fn error(error: &str, remedy: &str) -> String {
    format!("{}. {remedy}", with_capital(error))
}
