//! A region's figure in a sentence.

use crate::method::{Analysis, Precisions};
use crate::model::Basis;
use crate::terms::{Figure, Region, counted};

use super::bounds::{Bounds, level_in_words};
use super::precision_words::PUPIL_SAMPLING_ONLY;
use super::trust::focus_in_sentence;

/// A region's figure in an analysis.
pub(super) fn region_figure(analysis: &Analysis, region: Region) -> Option<Figure> {
    let mut regions = analysis.regions.iter();
    regions.find(|of| of.region == region)?.area.figure
}

/// "South West: 18.6% (95% interval 17.2% to 20.1%, pupil sampling only), 28 eligible trusts"; nothing where no eligible
/// trust is of the region.
#[must_use]
pub fn region_in_words(
    analysis: &Analysis,
    precisions: Option<&Precisions>,
    region: Region,
) -> Option<String> {
    let of = analysis.regions.iter().find(|of| of.region == region)?;
    let trusts = counted(of.area.eligible, "eligible trust");
    let Some(figure) = of.area.figure else {
        return Some(format!("{}: no figure, {trusts}", region.name()));
    };
    let interval = precisions.and_then(|precisions| {
        let precision = precisions.region(analysis, region)?;
        let bounds = Bounds::computed(figure, precision)?.in_sentence();
        let level = level_in_words(precisions.level);
        Some(format!(
            " ({level} interval {bounds}, {PUPIL_SAMPLING_ONLY})"
        ))
    });
    Some(format!(
        "{}: {}{}, {trusts}",
        region.name(),
        focus_in_sentence(figure, Basis::Computed, analysis.rules.focus),
        interval.unwrap_or_default()
    ))
}
