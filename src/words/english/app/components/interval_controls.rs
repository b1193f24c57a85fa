//! What is asked of intervals.

pub(crate) const LEVEL: &str = "Confidence";
pub(crate) const RANKS: &str = "Ranges of ranks";
pub(crate) const FIGURES: &str = "Figures";
pub(crate) const RAW: &str = "As they are";
pub(crate) const SHRUNKEN: &str = "Drawn towards the mean";
pub(crate) const SPREAD: &str = "Assumed pupil standard deviation";
