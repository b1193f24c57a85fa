//! A row of the regional gap chart: a region, an area or the whole country.

mod words;

use std::rc::Rc;

use method::{
    Analysis, AreaFigures, IntervalChoices, Measured, Pair, PairPrecision, Precision, RegionalRule, Scope,
    england_pair, pair_precision,
};
use records::model::Basis;
use records::terms::{Area, Figure, Region};

use crate::chart::bounds::words::{from_to, interval};

use super::bounds::{Bounds, level_in_words};
use super::extremes::Named;
use super::table::Cell;
use super::{ALL_TRUSTS, area_id};

/// Intervals are made when the table is asked for: they take longer than the chart.
#[derive(Debug, Clone)]
pub(super) struct Intervals {
    pub(super) measured: Rc<Measured>,
    pub(super) rule: RegionalRule,
    pub(super) interval_choices: IntervalChoices,
}

impl Intervals {
    fn of(&self, part: &Part) -> Option<PairPrecision> {
        let scope = match part {
            Part::Region(region) => Scope::Region(*region),
            Part::Area(_, area) => Scope::Area(area),
            Part::All => Scope::All,
            Part::Schools => return None,
        };
        pair_precision(&self.measured, self.rule, scope, &self.interval_choices)
    }

    /// "gap 95% interval 17.0 to 20.6, pupil sampling only".
    pub(super) fn gap_in_words(&self, row: &Row, gap: Figure) -> Option<String> {
        let bounds = Bounds::new(Some(gap), Basis::Computed, Some(self.of(&row.part)?.gap))?;
        let level = level_in_words(self.interval_choices.level);
        // Without the unit, which the gap's figure has.
        let ends = from_to(&bounds.low.plain(), &bounds.high.plain());
        Some(words::gap(&interval(&level, &ends)))
    }
}

/// What a row is about.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Region(Region),
    /// An area of the user's own, by its index among them.
    Area(usize, Area),
    All,
    /// England's schools, of which the Department publishes figures alone.
    Schools,
}

impl Part {
    /// The name in full, in short and in a sentence.
    pub(super) fn names(&self) -> [&str; 3] {
        match self {
            Self::Region(of) => [of.name(), of.short_name(), of.in_sentence()],
            Self::Area(_, area) => [&*area.name; 3],
            Self::All => words::ALL_TRUSTS,
            Self::Schools => words::ENGLAND,
        }
    }

    pub(super) fn id(&self) -> String {
        match self {
            Self::Region(region) => region.slug().to_owned(),
            Self::Area(index, _) => area_id(*index),
            Self::All => ALL_TRUSTS.to_owned(),
            Self::Schools => "england".to_owned(),
        }
    }
}

/// The row as data.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) part: Part,
    pub(super) pair: Option<Pair>,
    /// Trusts with both ends, whether or not the rule can weight them.
    pub(super) with_both: usize,
    /// Eligible trusts; `None` for a row of schools.
    pub(super) eligible: Option<usize>,
}

impl Row {
    pub(super) const fn new(part: Part, area: &AreaFigures) -> Self {
        Self {
            part,
            pair: area.pair,
            with_both: area.with_both,
            eligible: Some(area.eligible),
        }
    }

    pub(super) const fn is_region(&self) -> bool {
        matches!(self.part, Part::Region(_))
    }

    /// The gap with the name in a sentence.
    pub(super) fn gap(&self) -> Option<Named<'_>> {
        let [_, _, in_sentence] = self.part.names();
        Some((in_sentence, self.pair?.gap))
    }

    pub(super) fn words(&self, pair: Pair) -> String {
        let [name, ..] = self.part.names();
        words::row(name, pair)
    }

    /// A number of trusts, or that the row is of all schools.
    pub(super) fn of_trusts(&self, count: usize) -> Cell {
        match self.eligible {
            Some(_) => Cell::Count(count),
            None => Cell::words(words::ALL_SCHOOLS),
        }
    }
}

/// One figure of a pair, or their gap, with its precision.
pub(super) type Side = (fn(Pair) -> Figure, fn(PairPrecision) -> Precision);

/// A row of the table.
pub(super) struct Line<'a> {
    pub(super) row: &'a Row,
    /// The precision of the pair, where intervals are asked for.
    precision: Option<PairPrecision>,
}

impl<'a> Line<'a> {
    pub(super) fn new(row: &'a Row, intervals: Option<&Intervals>) -> Self {
        Self {
            row,
            precision: intervals.and_then(|intervals| intervals.of(&row.part)),
        }
    }

    pub(super) fn figure(&self, (figure, _): Side) -> Option<Figure> {
        self.row.pair.map(figure)
    }

    pub(super) fn bounds(&self, (figure, precision): Side) -> Option<Bounds> {
        let (figure, precision) = (self.row.pair.map(figure), self.precision.map(precision));
        Bounds::new(figure, Basis::Computed, precision)
    }
}

/// The Department's figures of England's state-funded schools, where the school file has them.
pub(super) fn england(analysis: &Analysis) -> Option<Row> {
    Some(Row {
        part: Part::Schools,
        pair: Some(england_pair(analysis)?),
        with_both: 0,
        eligible: None,
    })
}
