//! What a trust's figure is.

use crate::terms::Measure;

/// What a gap is, as a phrase.
pub(crate) fn gap(measure: Measure) -> String {
    format!(
        "{}, other pupils less disadvantaged pupils, in {}",
        measure.name(),
        measure.unit().difference_word()
    )
}
