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
    let mut shared = (None, Rank(1));
    for (place, index) in order.into_iter().enumerate() {
        let key = keys.get(index);
        if shared.0 != key {
            shared = (key, Rank(place as u32 + 1));
        }
        if let Some(rank) = ranks.get_mut(index) {
            *rank = shared.1;
        }
    }
    ranks
}
