//! A user's own spreadsheet: the template filled in, or any table whose columns the user explains.

use std::fmt::Display;

/// What a spreadsheet of the user's own is called.
pub const OWN_SPREADSHEET: &str = "your own spreadsheet";
pub(crate) const PUBLISHED_AS: &str =
    "this page\u{2019}s template, or any table whose columns you explain";

pub(crate) fn school_of_number(urn: impl Display) -> String {
    format!("School {urn}")
}
