//! Trusts as published beside computed.

pub(crate) const SIDE_BY_SIDE: &str = "Published and computed, side by side";

pub(crate) const TRUST: &str = "Trust";

/// The heads of the columns of a figure as published and as computed, and of their difference.
pub(crate) fn both_ways(unit: &str, unit_of_difference: &str) -> [String; 3] {
    [
        format!("Published, {unit}"),
        format!("Computed, {unit}"),
        format!("Difference, {unit_of_difference}"),
    ]
}

pub(crate) const NOT_ELIGIBLE: &str = "not eligible";

pub(crate) const NOT_IN_FILE: &str = "not in the file";

pub(crate) const NOT_BOTH_WAYS: &str = "not there both ways";
