//! What charts and tables of trusts have in common: a trust as they hold it, its columns, how its figure is worded.

pub(super) mod words;

use method::{Analysis, Rank, Rules, TrustFigures};
use records::model::Basis;
use records::terms::letters::with_small;
use records::terms::{Figure, Focus, Unit, lead_region};
use stats::Level as Confidence;

use crate::chart::words::heads;

use super::bounds::{Bounds, bound_columns, interval_in_words};
use super::gap::unit_name;
use super::of_trust;
use super::table::{Cell, Column};

/// A trust of an analysis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Trust {
    pub(super) of: TrustFigures,
    pub(super) basis: Basis,
    /// The level of its interval.
    level: Confidence,
}

impl Trust {
    pub(super) fn new(analysis: &Analysis, trust: &TrustFigures) -> Self {
        Self {
            of: trust.clone(),
            basis: analysis.basis,
            level: analysis.level(),
        }
    }

    /// The trust of a row that is one.
    pub(super) const fn itself(&self) -> &Self {
        self
    }

    /// The name as people read it.
    pub(super) fn readable_name(&self) -> &str {
        &self.of.readable_name
    }

    pub(super) fn bounds(&self) -> Option<Bounds> {
        Bounds::new(self.of.figure(), self.basis, self.of.precision)
    }

    /// "95% interval 26% to 34%".
    pub(super) fn interval(&self) -> Option<String> {
        Some(interval_in_words(self.level, self.bounds()?))
    }
}

/// A column that several tables of trusts have.
pub(super) struct TrustColumn {
    head: &'static str,
    is_number: bool,
    cell: fn(&Trust) -> Cell,
}

impl TrustColumn {
    pub(super) const NAME: Self = Self {
        head: heads::TRUST,
        is_number: false,
        cell: |trust| Cell::name(&trust.of.name),
    };
    pub(super) const REGION: Self = Self {
        head: heads::LEAD_REGION,
        is_number: false,
        cell: |trust| Cell::words(lead_region(trust.of.region)),
    };
    pub(super) const FIGURE: Self = Self {
        head: heads::FIGURE,
        is_number: true,
        cell: |trust| Cell::of_trust(trust.of.value(), trust.basis),
    };
    pub(super) const REGIONAL_RANK: Self = Self {
        head: heads::RANK_IN_REGION,
        is_number: true,
        cell: |trust| Cell::rank(trust.of.regional_rank().map(Rank::number)),
    };
    pub(super) const RANK: Self = Self {
        head: heads::RANK_IN_ENGLAND,
        is_number: true,
        cell: |trust| Cell::rank(trust.of.rank().map(Rank::number)),
    };

    /// The column of rows that are each of a trust.
    pub(super) fn of<'a, R: 'a>(self, trust: fn(&R) -> &Trust) -> Column<'a, R> {
        self.headed(self.head, trust)
    }

    /// The same with another head.
    pub(super) fn headed<'a, R: 'a>(&self, head: &str, trust: fn(&R) -> &Trust) -> Column<'a, R> {
        let cell = self.cell;
        let cell = move |row: &R| cell(trust(row));
        if self.is_number {
            Column::numbers(head, cell)
        } else {
            Column::words(head, cell)
        }
    }
}

/// The figure of rows that are each of a trust, below this head, with the two ends of its interval.
pub(super) fn figure_columns<'a, R: 'a>(
    head: &str,
    unit: &str,
    level: Confidence,
    trust: fn(&R) -> &Trust,
) -> [Column<'a, R>; 3] {
    let [low, high] = bound_columns(level, unit, move |row: &R| trust(row).bounds());
    [TrustColumn::FIGURE.headed(head, trust), low, high]
}

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
    let shown = shown_under(&analysis.rules);
    match analysis.adjustment {
        Some(_) => words::adjusted(&shown),
        None => shown,
    }
}

/// What a trust's figure is under rules, as a phrase.
pub(super) fn shown_under(rules: &Rules) -> String {
    let measure = rules.measure;
    match rules.focus.group() {
        Some(group) => with_small(&measure.description(group.pupils())),
        None => words::gap(measure),
    }
}
