//! The figure of a part of the country in a sentence.

use crate::method::{Analysis, Precisions, Scope};
use crate::model::Basis;
use crate::terms::counted;

use super::bounds::{Bounds, level_in_words};
use super::precision_words::PUPIL_SAMPLING_ONLY;
use super::trust::focus_in_sentence;

/// The name of a part of the country as it stands in a head.
#[must_use]
pub fn part_name(scope: Scope<'_>) -> &str {
    match scope {
        Scope::All => "All of England",
        Scope::Region(region) => region.name(),
        Scope::Area(area) => &area.name,
    }
}

/// The name as it stands in a sentence.
pub(super) fn in_sentence(scope: Scope<'_>) -> &str {
    match scope {
        Scope::All => "England",
        Scope::Region(region) => region.in_sentence(),
        Scope::Area(area) => &area.name,
    }
}

/// "South West: 18.6% (95% interval 17.2% to 20.1%, pupil sampling only), 28 eligible trusts"; nothing where no eligible
/// trust is of it.
#[must_use]
pub fn part_in_words(
    analysis: &Analysis,
    precisions: Option<&Precisions>,
    scope: Scope<'_>,
) -> Option<String> {
    let of = analysis.figures_of(scope)?;
    let trusts = counted(of.eligible, "eligible trust");
    let Some(figure) = of.figure else {
        return Some(format!("{}: no figure, {trusts}", part_name(scope)));
    };
    let interval = precisions.and_then(|precisions| {
        let precision = precisions.of_part(analysis, scope)?;
        let bounds = Bounds::computed(figure, precision)?.in_sentence();
        let level = level_in_words(precisions.level);
        Some(format!(
            " ({level} interval {bounds}, {PUPIL_SAMPLING_ONLY})"
        ))
    });
    Some(format!(
        "{}: {}{}, {trusts}",
        part_name(scope),
        focus_in_sentence(figure, Basis::Computed, analysis.rules.focus),
        interval.unwrap_or_default()
    ))
}
