//! The cells of tables.

pub(crate) const NO_FIGURE: &str = "no figure";

/// The reason for an empty cell.
pub(crate) const NONE: &str = "none";

/// The head of what figures that are taken away are adjusted for.
pub(crate) const ADJUSTED_FOR: &str = "Adjusted for";

/// Why figures that look alike may rank differently.
pub(crate) const ROUNDED: &str = "Figures are rounded here. Ranks use the figures before rounding.";

/// Why there is no rank in a cell.
pub(crate) const NO_RANK: &str = "no rank";

/// A figure, or what heads it, with its interval.
pub(crate) fn with_interval(figure: &str, interval: &str) -> String {
    format!("{figure} ({interval})")
}
