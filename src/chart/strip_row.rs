//! A region's row of the strip of trusts: its dots, its words, its rows of the table.

use std::rc::Rc;

use crate::method::{Analysis, Precision, Precisions, Rank, RegionFigures, TrustFigures};
use crate::model::Basis;
use crate::stats::Level as Confidence;
use crate::terms::order::sorted;
use crate::terms::{Figure, Region, Value, readable_name};

use super::bounds::{Bounds, bound_cells, level_in_words};
use super::precision_words::PUPIL_SAMPLING_ONLY;
use super::table::Cell;
use super::trust::figure_in_sentence;

/// A region with its trusts. Words and cells are made when they are asked for: for a country of trusts they take longer
/// than all else.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) region: Region,
    /// Whose arithmetic the trusts' figures are.
    pub(super) basis: Basis,
    pub(super) mean: Option<Figure>,
    /// The interval of the mean.
    mean_bounds: Option<Bounds>,
    /// The level of the intervals, where they are at hand.
    level: Option<Confidence>,
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
    pub(super) name: String,
    value: Value,
    bounds: Option<Bounds>,
    regional_rank: Option<Rank>,
    rank: Option<Rank>,
}

impl Trust {
    fn new(trust: &TrustFigures, precision: Option<Precision>, basis: Basis) -> Self {
        let known = trust.figure().zip(precision);
        Self {
            uid: Rc::clone(&trust.uid),
            name: readable_name(&trust.name),
            value: trust.value(),
            bounds: known.and_then(|(figure, of)| Bounds::of_trust(figure, basis, of)),
            regional_rank: trust.regional_rank(),
            rank: trust.rank(),
        }
    }
}

/// The trusts that share an extreme: "Community Schools Trust and 1 more".
pub(super) fn shared_name(dots: &[&Dot]) -> String {
    match dots {
        [] => String::new(),
        [only] => only.trust.name.clone(),
        [first, rest @ ..] => format!("{} and {} more", first.trust.name, rest.len()),
    }
}

impl Row {
    pub(super) fn new(
        analysis: &Analysis,
        precisions: Option<&Precisions>,
        RegionFigures { region, area }: &RegionFigures,
    ) -> Self {
        let basis = analysis.basis;
        let trusts = analysis.trusts.iter().enumerate();
        let trusts: Vec<Rc<Trust>> = trusts
            .filter(|(_, trust)| trust.region == *region)
            .map(|(place, trust)| {
                let precision = precisions.and_then(|precisions| precisions.of(place));
                Rc::new(Trust::new(trust, precision, basis))
            })
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
        let precision = precisions.and_then(|precisions| precisions.region(analysis, *region));
        let known = area.figure.zip(precision);
        Self {
            region: *region,
            basis,
            mean: area.figure,
            mean_bounds: known.and_then(|(figure, of)| Bounds::computed(figure, of)),
            level: precisions.map(|precisions| precisions.level),
            dots,
            trusts,
        }
    }

    /// "95% interval 30% to 38%"; nothing where there is none.
    fn interval_words(&self, bounds: Option<Bounds>) -> Option<String> {
        let (level, bounds) = self.level.zip(bounds)?;
        let level = level_in_words(level);
        Some(format!("{level} interval {}", bounds.in_sentence()))
    }

    /// What is said of the region's own figure.
    pub(super) fn mean_words(&self, mean: Figure) -> String {
        let words = format!("{}: {}", self.region.name(), mean.in_sentence());
        match self.interval_words(self.mean_bounds) {
            Some(interval) => format!("{words} ({interval}, {PUPIL_SAMPLING_ONLY})"),
            None => words,
        }
    }

    /// What is said of a trust.
    pub(super) fn dot_words(&self, dot: &Dot) -> String {
        let Trust {
            name,
            bounds,
            regional_rank,
            ..
        } = &*dot.trust;
        let region = self.region.name();
        let mut words = format!(
            "{name}, {region}: {}",
            figure_in_sentence(dot.figure, self.basis)
        );
        if let Some(interval) = self.interval_words(*bounds) {
            words.push_str(&format!(" ({interval})"));
        }
        if let Some(rank) = regional_rank {
            words.push_str(&format!(", rank {rank} of its region"));
        }
        words
    }

    /// The trusts' rows of the table, with intervals where they are at hand; a figure that is missing says why.
    pub(super) fn cells(&self) -> impl Iterator<Item = Vec<Cell>> {
        self.trusts.iter().map(|trust| {
            let mut cells = vec![
                Cell::Words(self.region.name().to_owned()),
                Cell::Words(trust.name.clone()),
                Cell::of_trust(trust.value, self.basis),
            ];
            if self.level.is_some() {
                cells.extend(bound_cells(trust.bounds));
            }
            let rank =
                |rank: Option<Rank>| Cell::count(rank.map(|rank| rank.place() as usize), "no rank");
            cells.extend([trust.regional_rank, trust.rank].map(rank));
            cells
        })
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

    pub(super) fn words(&self) -> Option<String> {
        let (highest, high) = self.highest()?;
        let (lowest, low) = self.lowest()?;
        Some(format!(
            "{}: {} trusts, from {} ({}) to {} ({}).",
            self.region.name(),
            self.dots.len(),
            figure_in_sentence(lowest, self.basis),
            shared_name(&low),
            figure_in_sentence(highest, self.basis),
            shared_name(&high)
        ))
    }
}
