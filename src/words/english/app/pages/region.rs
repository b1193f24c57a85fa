//! One region, or an area of the user's own: its trusts, its figure under each rule, and its schools outside of trusts.

use std::fmt::Display;

pub(crate) use super::REPORT_TO_PRINT;

pub(crate) const NO_SUCH_AREA: &str = "No area of yours has this number";
pub(crate) const AREAS_ARE_MADE_ON_PAGE: &str = "Areas are made on the page ";
pub(crate) const METHOD: &str = "Method";
pub(crate) const AREAS_NEED_SCHOOL_FILES: &str =
    "; they need files of schools, since a trust file does not tell places.";
pub(crate) const REGION: &str = "Region";
pub(crate) const NO_TRUST_HAS_A_FIGURE: &str = "No trust here has a published figure.";
pub(crate) const NO_ELIGIBLE_TRUST: &str = "No eligible trust is of this part of the country.";
pub(crate) const NOTHING_LEFT_OUT: &str = "Nothing here is left out.";

pub(crate) fn its_trusts(words: impl Display) -> String {
    format!("Its trusts: {words}")
}

pub(crate) fn no_eligible_trust_of(name: impl Display) -> String {
    format!("No eligible trust is of {name}")
}
