//! Standard competition ranking.

use std::fmt;

use serde::Serialize;

use crate::terms::Figure;
use crate::terms::order::by_number;

/// A place in a ranking, counted from 1. Not an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Rank(u32);

impl Rank {
    /// The place.
    #[must_use]
    pub const fn place(self) -> u32 {
        self.0
    }

    /// Whether it is tenth or better: "the top ten" is everyone of whom this is true, so that ties
    /// can make it eleven or more.
    #[must_use]
    pub const fn is_top_ten(self) -> bool {
        self.0 <= 10
    }
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Ranks figures of one unit: 1, 2, 2, 4. Equal figures share the better place.
///
/// ```
/// use trust_gap::method::competition_ranks;
/// use trust_gap::terms::{Figure, Unit};
/// let figures: Vec<_> = [50.0, 60.0, 50.0, 46.0]
///     .into_iter()
///     .filter_map(|number| Figure::new(number, Unit::Percent))
///     .collect();
/// let places = |smaller| -> Vec<u32> {
///     competition_ranks(&figures, smaller).iter().map(|rank| rank.place()).collect()
/// };
/// assert_eq!(places(false), [2, 1, 2, 4]);
/// assert_eq!(places(true), [2, 4, 2, 1]);
/// ```
#[must_use]
pub fn competition_ranks(figures: &[Figure], smaller_is_better: bool) -> Vec<Rank> {
    let mut ranks = vec![Rank(1); figures.len()];
    let mut ladder = Ladder::default();
    let figure = |index: usize| figures.get(index).copied();
    for index in best_first((0..figures.len()).collect(), &figure, smaller_is_better) {
        if let (Some(slot), Some(figure)) = (ranks.get_mut(index), figure(index)) {
            *slot = ladder.next(figure);
        }
    }
    ranks
}

/// Those of the places that have a figure, the best first; equal ones as they stood.
pub(super) fn best_first(
    mut places: Vec<usize>,
    figure: &dyn Fn(usize) -> Option<Figure>,
    smaller_is_better: bool,
) -> Vec<usize> {
    places.retain(|&place| figure(place).is_some());
    let steps = |place: usize| figure(place).map_or(0, Figure::steps);
    let of_all = places.iter().map(|&place| steps(place));
    let best = if smaller_is_better {
        of_all.min()
    } else {
        of_all.max()
    };
    let best = best.unwrap_or(0);
    by_number(places, &|place| steps(place).abs_diff(best))
}

/// Ranks figures that come the best first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ladder {
    figures: u32,
    /// The last figure in steps, with its rank.
    last: Option<(i64, Rank)>,
}

impl Ladder {
    /// The rank of the next figure.
    pub(super) fn next(&mut self, figure: Figure) -> Rank {
        self.figures += 1;
        let steps = figure.steps();
        let rank = match self.last {
            Some((last, rank)) if last == steps => rank,
            _ => Rank(self.figures),
        };
        self.last = Some((steps, rank));
        rank
    }
}
