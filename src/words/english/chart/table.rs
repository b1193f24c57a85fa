//! The cells of tables.

pub(crate) const NO_FIGURE: &str = "no figure";

/// Why there is nothing in a cell that has nothing to say.
pub(crate) const NONE: &str = "none";

/// Why figures that look alike may rank differently.
pub(crate) const ROUNDED: &str =
    "Figures are rounded here; ranks go by the figures before rounding.";

/// Why there is no rank in a cell.
pub(crate) const NO_RANK: &str = "no rank";
