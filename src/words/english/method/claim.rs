//! Shares of pupils that have a plain word.

pub(crate) const THREE_QUARTERS: &str = "three quarters";
pub(crate) const TWO_THIRDS: &str = "two thirds";
pub(crate) const HALF: &str = "half";
pub(crate) const A_THIRD: &str = "a third";
pub(crate) const A_QUARTER: &str = "a quarter";
pub(crate) const A_FIFTH: &str = "a fifth";
pub(crate) const A_TENTH: &str = "a tenth";
