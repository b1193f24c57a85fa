//! A trend as a table.

/// The head of the column of what a line is.
pub(crate) const fn line(has_trusts: bool, has_areas: bool) -> &'static str {
    match (has_trusts, has_areas) {
        (true, _) => "Trust",
        (false, true) => "Region or area",
        (false, false) => "Region",
    }
}

pub(crate) const CHANGE: &str = "Change";

pub(crate) const VERDICT: &str = "Verdict";

pub(crate) const SCHOOLS_CHANGED: &str = "Schools changed";
