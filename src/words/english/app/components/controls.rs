//! The rules on the first page.

pub(crate) const SHOWN: &str = "What is shown";
pub(crate) const MEASURE: &str = "Measure";
pub(crate) const REGIONAL: &str = "Regional figure";
pub(crate) const BASIS: &str = "Trusts\u{2019} figures";
pub(crate) const PUPILS: &str = "Pupils";
pub(crate) const YEAR: &str = "Year";
