//! The words of the table of all figures.

pub(super) const CAPTION: &str = "All figures of the year";

/// The heading of the column of what a row is about, and what is in it.
pub(super) const LEVEL: &str = "Level";
pub(super) const ENGLAND: &str = "England";
pub(super) const REGION: &str = "Region";
pub(super) const AREA: &str = "Area";
pub(super) const TRUST: &str = "Trust";

pub(super) const NAME: &str = "Name";

/// The name of a measure for programs, which links and the command line have, too.
pub(super) const MEASURE_KEY: &str = "Measure key";

pub(super) const UNIT: &str = "Unit";

pub(super) const BEST_POSSIBLE: &str = "Best possible rank in region";
pub(super) const WORST_POSSIBLE: &str = "Worst possible rank in region";
pub(super) const COULD_BE_TOP_TEN: &str = "Could be in top ten of region";

pub(super) const PUPILS: &str = "Pupils at the end of key stage 4";

pub(super) const TRUSTS_WITH_FIGURE: &str = "Trusts with a figure";

/// The rule by which a part of the country has its figure.
pub(super) const REGIONAL_FIGURE: &str = "Regional figure";

pub(super) const WHY_MISSING: &str = "Why there is no figure";
