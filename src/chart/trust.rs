//! What charts of trusts have in common: how a trust's figure is told, what it is, how far it can go.

use crate::method::{Analysis, Rules};
use crate::model::Basis;
use crate::terms::letters::with_small;
use crate::terms::{Figure, Focus, Unit};
use crate::words::chart::trust as words;

use super::gap::unit_name;
use super::of_trust;

/// `34%`, `46.6 points`: a trust's figure with the decimals that it has.
pub(super) fn figure_in_sentence(figure: Figure, basis: Basis) -> String {
    match figure.unit() {
        Unit::Percent => format!("{}%", of_trust(figure, basis)),
        _ => figure.in_sentence(),
    }
}

/// The same, or the gap as a difference: `19 percentage points`.
pub(super) fn focus_in_sentence(figure: Figure, basis: Basis, focus: Focus) -> String {
    match focus {
        Focus::Gap => {
            let unit = figure.unit().difference_word();
            format!("{} {unit}", of_trust(figure, basis))
        }
        _ => figure_in_sentence(figure, basis),
    }
}

/// What the figures of a focus are counted in, for the heads of columns.
pub(super) fn unit_of(unit: Unit, focus: Focus) -> &'static str {
    match focus {
        Focus::Gap => unit.difference_word(),
        _ => unit_name(unit),
    }
}

/// What a trust's figure is, as a phrase.
pub(super) fn shown(analysis: &Analysis) -> String {
    shown_under(&analysis.rules)
}

/// What a trust's figure is under rules, as a phrase.
pub(super) fn shown_under(rules: &Rules) -> String {
    let measure = rules.measure;
    match rules.focus.group() {
        Some(group) => with_small(&measure.description(group.pupils())),
        None => words::gap(measure),
    }
}
