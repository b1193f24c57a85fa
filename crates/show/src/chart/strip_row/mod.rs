//! A row of the strip of trusts, a region's or an area's: its trusts and its words.

pub(super) mod words;

use std::rc::Rc;

use method::{Analysis, Rank, Scope};
use records::model::Basis;
use records::terms::order::sorted;
use records::terms::{Figure, Region};
use stats::Level as Confidence;

use super::bounds::{Bounds, interval_in_words};
use super::part::PartOf;
use super::trust::{Trust, figure_in_sentence};

/// A region or an area with its trusts. Words and cells are made when they are asked for: for a country of trusts they
/// take longer than all else.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) of: PartOf,
    pub(super) mean: Option<Figure>,
    /// The interval of the mean.
    mean_bounds: Option<Bounds>,
    /// The level of the intervals.
    level: Confidence,
    /// The best first, those without a figure last.
    trusts: Vec<Rc<Dot>>,
    /// Those that have a figure, the lowest first.
    pub(super) with_figure: Vec<(Figure, Rc<Dot>)>,
}

/// A trust, with its rank in the row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dot {
    pub(super) trust: Trust,
    pub(super) rank: Option<Rank>,
}

/// A figure at an end of a row, with a trust that has it, and how many more there are.
pub(super) struct Extreme<'a> {
    pub(super) figure: Figure,
    pub(super) trust: &'a Trust,
    more: usize,
}

impl Extreme<'_> {
    /// The trusts that share it: "Community Schools Trust and 1 more".
    pub(super) fn name(&self) -> String {
        words::shared_name(self.trust.readable_name(), self.more)
    }
}

impl Row {
    /// The row of a region of the analysis.
    pub(super) fn region(analysis: &Analysis, region: Region) -> Self {
        let (of, scope) = (PartOf::Region(region), Scope::Region(region));
        Self::new(analysis, of, scope)
    }

    /// The row of an area of the analysis, by its index.
    pub(super) fn area(analysis: &Analysis, index: usize) -> Option<Self> {
        let local = analysis.areas.get(index)?;
        let of = PartOf::Area(index, local.area.name.clone());
        Some(Self::new(analysis, of, Scope::Area(&local.area)))
    }

    fn new(analysis: &Analysis, of: PartOf, scope: Scope<'_>) -> Self {
        let mean = analysis.figure_of(scope);
        let (mut trusts, mut with_figure) = (Vec::new(), Vec::new());
        for (_, trust, rank) in analysis.ranked_in(scope) {
            let figure = trust.figure();
            let trust = Trust::new(analysis, trust);
            let dot = Rc::new(Dot { trust, rank });
            with_figure.extend(figure.map(|figure| (figure, Rc::clone(&dot))));
            trusts.push(dot);
        }
        Self {
            of,
            mean,
            mean_bounds: Bounds::new(mean, Basis::Computed, analysis.precision_of(scope)),
            level: analysis.level(),
            trusts,
            with_figure: sorted(with_figure, |(one, of_one), (two, of_two)| {
                let by_figure = one.steps().cmp(&two.steps());
                by_figure.then_with(|| of_one.trust.readable_name().cmp(of_two.trust.readable_name()))
            }),
        }
    }

    /// The row's own figure in words.
    pub(super) fn mean_words(&self, mean: Figure) -> String {
        let interval = self.mean_bounds;
        let interval = interval.map(|bounds| interval_in_words(self.level, bounds));
        words::mean(&self.of, mean, interval.as_deref())
    }

    /// A trust in words.
    pub(super) fn dot_words(&self, figure: Figure, Dot { trust, rank }: &Dot) -> String {
        words::trust(
            trust.readable_name(),
            &self.of,
            &figure_in_sentence(figure, trust.basis),
            trust.interval().as_deref(),
            rank.map(|rank| (rank, self.with_figure.len())),
        )
    }

    /// The trusts, the best first, those without a figure last.
    pub(super) fn trusts(&self) -> impl Iterator<Item = &Dot> {
        self.trusts.iter().map(Rc::as_ref)
    }

    fn extreme(&self, figure: Figure) -> Option<Extreme<'_>> {
        let with_figure = self.with_figure.iter();
        let mut same = with_figure.filter(|(other, _)| other.steps() == figure.steps());
        Some(Extreme {
            figure,
            trust: &same.next()?.1.trust,
            more: same.count(),
        })
    }

    pub(super) fn highest(&self) -> Option<Extreme<'_>> {
        self.extreme(self.with_figure.last()?.0)
    }

    pub(super) fn lowest(&self) -> Option<Extreme<'_>> {
        self.extreme(self.with_figure.first()?.0)
    }

    /// The lowest, where there are others: one alone is the highest already.
    pub(super) fn lowest_beside_others(&self) -> Option<Extreme<'_>> {
        let lowest = self.lowest()?;
        (self.with_figure.len() > lowest.more + 1).then_some(lowest)
    }

    pub(super) fn words(&self) -> Option<String> {
        let (highest, lowest) = (self.highest()?, self.lowest()?);
        let figure = |of: &Extreme<'_>| figure_in_sentence(of.figure, of.trust.basis);
        let count = self.with_figure.len();
        if lowest.figure.steps() == highest.figure.steps() {
            let name = highest.name();
            return Some(words::trusts_alike(&self.of, count, &name, &figure(&highest)));
        }
        Some(words::trusts(
            &self.of,
            count,
            (&lowest.name(), &figure(&lowest)),
            (&highest.name(), &figure(&highest)),
        ))
    }
}
