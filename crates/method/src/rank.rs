//! Standard competition ranking.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use records::terms::Figure;
use records::terms::order::by_number;

/// A rank, counted from 1. Not an index. Ranks of one number are equal, whether or not they are shared.
#[derive(Debug, Clone, Copy)]
pub struct Rank {
    number: u32,
    is_joint: bool,
}

impl Rank {
    const fn alone(number: u32) -> Self {
        Self {
            number,
            is_joint: false,
        }
    }

    /// The rank as a number.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.number
    }

    /// Whether another figure shares the rank.
    #[must_use]
    pub const fn is_joint(self) -> bool {
        self.is_joint
    }

    /// Whether it is tenth or better: "the top ten" is every trust for which this is true, so that
    /// ties can make it eleven or more.
    #[must_use]
    pub const fn is_top_ten(self) -> bool {
        self.number <= 10
    }
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}

impl PartialEq for Rank {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Rank {}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}

impl Hash for Rank {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

/// Ranks figures of one unit: 1, 2, 2, 4. Equal figures share the better rank.
///
/// ```
/// use method::competition_ranks;
/// use records::terms::{Figure, Unit};
/// let figures: Vec<_> = [50.0, 60.0, 50.0, 46.0]
///     .into_iter()
///     .filter_map(|number| Figure::new(number, Unit::Percent))
///     .collect();
/// let ranks = |smaller| -> Vec<u32> {
///     competition_ranks(&figures, smaller).iter().map(|rank| rank.number()).collect()
/// };
/// assert_eq!(ranks(false), [2, 1, 2, 4]);
/// assert_eq!(ranks(true), [2, 4, 2, 1]);
/// let joint: Vec<bool> = competition_ranks(&figures, false).iter().map(|rank| rank.is_joint()).collect();
/// assert_eq!(joint, [true, false, true, false]);
/// ```
#[must_use]
pub fn competition_ranks(figures: &[Figure], smaller_is_better: bool) -> Vec<Rank> {
    let mut ranks = vec![Rank::alone(1); figures.len()];
    let mut ladder = Ladder::default();
    let figure = |index: usize| figures.get(index).copied();
    for index in best_first((0..figures.len()).collect(), &figure, smaller_is_better) {
        if let (Some(slot), Some(figure)) = (ranks.get_mut(index), figure(index)) {
            *slot = ladder.next(figure);
        }
    }
    ranks.into_iter().map(|rank| ladder.settled(rank)).collect()
}

/// Those of the indices that have a figure, the best first; ties keep their order.
pub(super) fn best_first(
    mut indices: Vec<usize>,
    figure: &dyn Fn(usize) -> Option<Figure>,
    smaller_is_better: bool,
) -> Vec<usize> {
    indices.retain(|&index| figure(index).is_some());
    let steps = |index: usize| figure(index).map_or(0, Figure::steps);
    let of_all = indices.iter().map(|&index| steps(index));
    let best = if smaller_is_better { of_all.min() } else { of_all.max() };
    let best = best.unwrap_or(0);
    by_number(indices, &|index| steps(index).abs_diff(best))
}

/// Ranks figures given best first.
#[derive(Debug, Clone, Default)]
pub(super) struct Ladder {
    figures: u32,
    /// The last figure in integer steps, with its rank.
    last: Option<(i64, Rank)>,
    /// The ranks that several figures share, the best first.
    joint: Vec<u32>,
}

impl Ladder {
    /// The rank of the next figure. Whether others share it is known once all figures have theirs: see
    /// [`Ladder::settled`].
    pub(super) fn next(&mut self, figure: Figure) -> Rank {
        self.figures += 1;
        let steps = figure.steps();
        let rank = match self.last {
            Some((last, rank)) if last == steps => {
                if self.joint.last() != Some(&rank.number) {
                    self.joint.push(rank.number);
                }
                rank
            }
            _ => Rank::alone(self.figures),
        };
        self.last = Some((steps, rank));
        rank
    }

    /// A rank of this ladder with whether others share it.
    pub(super) fn settled(&self, rank: Rank) -> Rank {
        Rank {
            is_joint: self.joint.binary_search(&rank.number).is_ok(),
            ..rank
        }
    }
}
