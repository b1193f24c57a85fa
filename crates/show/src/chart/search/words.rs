//! What names are of.

use std::fmt::Display;

pub(super) const REGION: &str = "region";
pub(super) const AREA: &str = "your area";

pub(super) fn left_out(reason: impl Display) -> String {
    format!("not eligible: {reason}")
}

pub(super) fn school_of(trust: &str) -> String {
    format!("school, {trust}")
}
