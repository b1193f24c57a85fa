//! The nine regions as tiles.

use crate::terms::{Figure, Region};

pub(crate) const HEADING: &str = "The gap by region";
pub(crate) const NOTE: &str =
    "The stronger the colour, the wider the gap. Choose a region to go to its top ten.";

pub(crate) fn tile(region: Region, gap: Option<Figure>) -> String {
    match gap {
        Some(gap) => format!("{}: {}", region.short_name(), gap.as_difference()),
        None => format!("{}: no figure", region.short_name()),
    }
}

/// What a chart says of a region, after its name.
pub(crate) fn told(region: Region, beyond: &str) -> String {
    format!("{}: {beyond}", region.name())
}
