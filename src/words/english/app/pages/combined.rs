//! Several measures at once, by the user's own weights.

pub(crate) const WHAT_IS_SHOWN: &str = "What is shown";
pub(crate) const YOUR_WEIGHTS: &str = "Your weights";
pub(crate) const WHAT_WEIGHTS_DO: &str =
    "0 leaves a measure out; a measure of weight 2 counts twice as much as one of weight 1.";
pub(crate) const NO_COMBINED_MEASURE: &str = "There is no combined measure";
pub(crate) const YOUR_OWN_CONSTRUCTION: &str = "Your own construction";
pub(crate) const NO_TRUST_HAS_ALL_MEASURES: &str = "No trust has all measures.";
pub(crate) const EVERY_TRUST_HAS_ALL_MEASURES: &str = "Every eligible trust has all measures.";

pub(crate) fn not_in_the_files(measures: &str) -> String {
    format!("Not in the files for these pupils: {measures}.")
}
