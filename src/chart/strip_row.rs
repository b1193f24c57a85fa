//! A row of the strip of trusts, a region's or an area's: its dots and its words.

use std::rc::Rc;

use crate::method::{Analysis, Rank, Scope, TrustFigures};
use crate::model::Basis;
use crate::stats::Level as Confidence;
use crate::terms::order::sorted;
use crate::terms::{Figure, Region, Value};
use crate::words::chart::strip_row as words;

use super::bounds::{Bounds, interval_in_words};
use super::part::PartOf;
use super::table::Cell;
use super::trust::figure_in_sentence;

/// A region or an area with its trusts. Words and cells are made when they are asked for: for a country of trusts they take longer
/// than all else.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) of: PartOf,
    /// Whose arithmetic the trusts' figures are.
    pub(super) basis: Basis,
    pub(super) mean: Option<Figure>,
    /// The interval of the mean.
    mean_bounds: Option<Bounds>,
    /// The level of the intervals.
    level: Confidence,
    /// By figure, the lowest first.
    pub(super) dots: Vec<Dot>,
    /// The best first, those without a figure last.
    trusts: Vec<Rc<Trust>>,
}

/// A trust that has a figure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dot {
    pub(super) figure: Figure,
    pub(super) trust: Rc<Trust>,
}

/// A trust.
#[derive(Debug, PartialEq)]
pub(super) struct Trust {
    pub(super) uid: Rc<str>,
    pub(super) name: Rc<str>,
    /// The name whole.
    pub(super) in_table: Cell,
    pub(super) value: Value,
    pub(super) bounds: Option<Bounds>,
    /// The rank in the row.
    pub(super) rank_in_row: Option<Rank>,
    pub(super) rank: Option<Rank>,
}

impl Trust {
    fn new(trust: &TrustFigures, basis: Basis, rank_in_row: Option<Rank>) -> Self {
        let known = trust.figure().zip(trust.precision);
        Self {
            uid: Rc::clone(&trust.uid),
            name: Rc::clone(&trust.readable_name),
            in_table: Cell::name(&trust.name),
            value: trust.value(),
            bounds: known.and_then(|(figure, of)| Bounds::of_trust(figure, basis, of)),
            rank_in_row,
            rank: trust.rank(),
        }
    }
}

/// The trusts that share an extreme: "Community Schools Trust and 1 more".
pub(super) fn shared_name(dots: &[&Dot]) -> String {
    match dots {
        [] => String::new(),
        [first, rest @ ..] => words::shared_name(&first.trust.name, rest.len()),
    }
}

impl Row {
    /// The row of a region of the analysis.
    pub(super) fn region(analysis: &Analysis, region: Region) -> Self {
        let (of, scope) = (PartOf::Region(region), Scope::Region(region));
        Self::new(analysis, of, scope)
    }

    /// The row of an area of the analysis, by its place.
    pub(super) fn area(analysis: &Analysis, place: usize) -> Option<Self> {
        let local = analysis.areas.get(place)?;
        let of = PartOf::Area(place, local.area.name.clone());
        Some(Self::new(analysis, of, Scope::Area(&local.area)))
    }

    fn new(analysis: &Analysis, of: PartOf, scope: Scope<'_>) -> Self {
        let basis = analysis.basis;
        let mean = analysis.figure_of(scope);
        let known = mean.zip(analysis.precision_of(scope));
        let trusts: Vec<Rc<Trust>> = analysis
            .ranked_in(scope)
            .map(|(_, trust, rank)| Rc::new(Trust::new(trust, basis, rank)))
            .collect();
        let dots = trusts.iter().filter_map(|trust| {
            Some(Dot {
                figure: trust.value.figure()?,
                trust: Rc::clone(trust),
            })
        });
        let dots = sorted(dots.collect(), |one: &Dot, two| {
            let by_figure = one.figure.steps().cmp(&two.figure.steps());
            by_figure.then_with(|| one.trust.name.cmp(&two.trust.name))
        });
        Self {
            of,
            basis,
            mean,
            mean_bounds: known.and_then(|(figure, of)| Bounds::computed(figure, of)),
            level: analysis.level(),
            dots,
            trusts,
        }
    }

    /// What is said of the row's own figure.
    pub(super) fn mean_words(&self, mean: Figure) -> String {
        words::mean(&self.of, mean, self.interval(self.mean_bounds).as_deref())
    }

    /// What is said of a trust.
    pub(super) fn dot_words(&self, dot: &Dot) -> String {
        let trust = &dot.trust;
        words::trust(
            &trust.name,
            &self.of,
            &figure_in_sentence(dot.figure, self.basis),
            self.interval(trust.bounds).as_deref(),
            trust.rank_in_row.map(|rank| (rank, self.dots.len())),
        )
    }

    fn interval(&self, bounds: Option<Bounds>) -> Option<String> {
        Some(interval_in_words(self.level, bounds?))
    }

    /// The trusts, the best first, those without a figure last.
    pub(super) fn trusts(&self) -> impl Iterator<Item = &Trust> {
        self.trusts.iter().map(Rc::as_ref)
    }

    fn at(&self, figure: Figure) -> Vec<&Dot> {
        self.dots
            .iter()
            .filter(|dot| dot.figure.steps() == figure.steps())
            .collect()
    }

    pub(super) fn highest(&self) -> Option<(Figure, Vec<&Dot>)> {
        let figure = self.dots.last()?.figure;
        Some((figure, self.at(figure)))
    }

    pub(super) fn lowest(&self) -> Option<(Figure, Vec<&Dot>)> {
        let figure = self.dots.first()?.figure;
        Some((figure, self.at(figure)))
    }

    /// The lowest, where there are others: one alone is the highest already.
    pub(super) fn lowest_beside_others(&self) -> Option<(Figure, Vec<&Dot>)> {
        self.lowest()
            .filter(|(_, dots)| self.dots.len() > dots.len())
    }

    pub(super) fn words(&self) -> Option<String> {
        let (highest, high) = self.highest()?;
        let (lowest, low) = self.lowest()?;
        let figure = |figure| figure_in_sentence(figure, self.basis);
        if lowest.steps() == highest.steps() {
            let (count, name) = (self.dots.len(), shared_name(&high));
            let figure = figure(highest);
            return Some(words::trusts_alike(&self.of, count, &name, &figure));
        }
        Some(words::trusts(
            &self.of,
            self.dots.len(),
            (&shared_name(&low), &figure(lowest)),
            (&shared_name(&high), &figure(highest)),
        ))
    }
}
