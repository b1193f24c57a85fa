//! Standard competition ranking.

use std::fmt;

use serde::Serialize;

use crate::terms::Figure;
use crate::terms::order::order;

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
    let sign = if smaller_is_better { 1 } else { -1 };
    let keys: Vec<i64> = figures.iter().map(|figure| figure.steps() * sign).collect();
    let order = order(keys.len(), &|one, two| keys.get(one).cmp(&keys.get(two)));
    let mut ranks = vec![Rank(1); keys.len()];
    let mut counter = RankCounter::default();
    for index in order {
        if let (Some(key), Some(rank)) = (keys.get(index), ranks.get_mut(index)) {
            *rank = counter.next(*key);
        }
    }
    ranks
}

/// Hands out ranks to figures that come in order, the best first; equal ones share the better place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RankCounter {
    seen: u32,
    last: Option<(i64, Rank)>,
}

impl RankCounter {
    /// The rank of the next figure, given what orders it.
    pub(super) const fn next(&mut self, key: i64) -> Rank {
        self.seen += 1;
        let rank = match self.last {
            Some((same, rank)) if same == key => rank,
            _ => Rank(self.seen),
        };
        self.last = Some((key, rank));
        rank
    }
}
