//! A trend as a table.

/// The head of the column of what a line is.
pub(crate) const fn line(has_trusts: bool, has_areas: bool) -> &'static str {
    match (has_trusts, has_areas) {
        (true, _) => "Trust",
        (false, true) => "Region or area",
        (false, false) => "Region",
    }
}

/// The head of the column of changes.
pub(crate) fn change(unit: &str) -> String {
    format!("Change, {unit}")
}

/// The heads of the columns of what a change is worth, and of how schools changed.
pub(crate) const VERDICT_AND_SCHOOLS: [&str; 2] = ["Verdict", "Schools changed"];
