//! The figure of a part of the country in a sentence.

pub(crate) use crate::chart::words::part_words::in_sentence;
pub use crate::chart::words::part_words::part_name;

use method::{Analysis, Scope};
use records::model::Basis;

use crate::chart::words::part_words as words;

use super::bounds::{Bounds, level_in_words};
use super::of_analysis;
use super::trust::focus_in_sentence;

/// "South West: 18.6% (95% interval 17.2% to 20.1%, pupil sampling only), 28 eligible trusts"; `None` if no eligible
/// trust is of it.
#[must_use]
pub fn part_in_words(analysis: &Analysis, scope: Scope<'_>) -> Option<String> {
    let of = analysis.figures_of(scope)?;
    let Some(figure) = of.figure else {
        let part = words::without_figure(part_name(scope), of.eligible);
        return Some(of_analysis(analysis, part));
    };
    let bounds = Bounds::new(Some(figure), Basis::Computed, of.precision);
    let interval = bounds.map(|bounds| {
        let level = level_in_words(analysis.level());
        (level, bounds.in_sentence())
    });
    let figure = focus_in_sentence(figure, Basis::Computed, analysis.rules.focus);
    let part = words::with_figure(part_name(scope), &figure, interval, of.eligible);
    Some(of_analysis(analysis, part))
}
