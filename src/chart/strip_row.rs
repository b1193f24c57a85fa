//! A region's row of the strip of trusts: its dots, its words, its rows of the table.

use std::rc::Rc;

use crate::method::{Analysis, Precisions, Rank, RegionFigures, TrustFigures};
use crate::model::Basis;
use crate::terms::order::sorted;
use crate::terms::{Figure, Region, readable_name};

use super::bounds::{Bounds, bound_cells, level_in_words};
use super::precision_words::PUPIL_SAMPLING_ONLY;
use super::table::Cell;
use super::trust::figure_in_sentence;

/// A region with its trusts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) region: Region,
    /// Whose arithmetic the trusts' figures are.
    pub(super) basis: Basis,
    pub(super) mean: Option<Figure>,
    /// The interval of the mean, and its level.
    mean_bounds: Option<(Bounds, String)>,
    /// By figure, the lowest first.
    pub(super) dots: Vec<Dot>,
    /// The table's rows, the best first, those without a figure last.
    pub(super) cells: Vec<Vec<Cell>>,
}

/// A trust.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dot {
    pub(super) uid: Rc<str>,
    pub(super) name: String,
    pub(super) figure: Figure,
    pub(super) words: String,
}

impl Dot {
    fn new(
        trust: &TrustFigures,
        bounds: Option<Bounds>,
        level: &str,
        basis: Basis,
    ) -> Option<Self> {
        let figure = trust.figure()?;
        let name = readable_name(&trust.name);
        let rank = trust.regional_rank()?;
        let interval = bounds.map_or_else(String::new, |bounds| {
            format!(" ({level} interval {})", bounds.in_sentence())
        });
        Some(Self {
            words: format!(
                "{name}, {}: {}{interval}, rank {rank} of its region",
                trust.region.name(),
                figure_in_sentence(figure, basis)
            ),
            uid: Rc::clone(&trust.uid),
            name,
            figure,
        })
    }
}

/// The trusts that share an extreme: "Community Schools Trust and 1 more".
pub(super) fn shared_name(dots: &[&Dot]) -> String {
    match dots {
        [] => String::new(),
        [only] => only.name.clone(),
        [first, rest @ ..] => format!("{} and {} more", first.name, rest.len()),
    }
}

impl Row {
    pub(super) fn new(
        analysis: &Analysis,
        precisions: Option<&Precisions>,
        RegionFigures { region, area }: &RegionFigures,
    ) -> Self {
        let basis = analysis.basis;
        let level = precisions.map_or_else(String::new, |of| level_in_words(of.level));
        let (mut cells, mut dots) = (Vec::new(), Vec::new());
        for (place, trust) in analysis.trusts.iter().enumerate() {
            if trust.region == *region {
                let precision = precisions.and_then(|precisions| precisions.of(place));
                let known = trust.figure().zip(precision);
                let bounds = known.and_then(|(figure, of)| Bounds::of_trust(figure, basis, of));
                cells.push(cells_of(trust, precisions.map(|_| bounds), basis));
                dots.extend(Dot::new(trust, bounds, &level, basis));
            }
        }
        let precision = precisions.and_then(|precisions| precisions.region(analysis, *region));
        let known = area.figure.zip(precision);
        let bounds = known.and_then(|(figure, of)| Bounds::computed(figure, of));
        Self {
            region: *region,
            basis,
            mean: area.figure,
            mean_bounds: bounds.map(|bounds| (bounds, level)),
            cells,
            dots: sorted(dots, |one: &Dot, two| {
                one.figure
                    .steps()
                    .cmp(&two.figure.steps())
                    .then_with(|| one.name.cmp(&two.name))
            }),
        }
    }

    /// What is said of the region's own figure.
    pub(super) fn mean_words(&self, mean: Figure) -> String {
        let words = format!("{}: {}", self.region.name(), mean.in_sentence());
        match &self.mean_bounds {
            Some((bounds, level)) => format!(
                "{words} ({level} interval {}, {PUPIL_SAMPLING_ONLY})",
                bounds.in_sentence()
            ),
            None => words,
        }
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

/// A trust's row of the table, with its interval where intervals are at hand; a figure that is missing says why.
fn cells_of(trust: &TrustFigures, bounds: Option<Option<Bounds>>, basis: Basis) -> Vec<Cell> {
    let rank = |rank: Option<Rank>| Cell::count(rank.map(|rank| rank.place() as usize), "no rank");
    let mut cells = vec![
        Cell::Words(trust.region.name().to_owned()),
        Cell::Words(readable_name(&trust.name)),
        Cell::of_trust(trust.value(), basis),
    ];
    cells.extend(bounds.into_iter().flat_map(bound_cells));
    cells.extend([trust.regional_rank(), trust.rank()].map(rank));
    cells
}
