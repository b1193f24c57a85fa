//! The uncertainty of figures and ranks, as parts of documents.

use method::{Analysis, IntervalBasis, Intervals, Precision, TrustRank, possible_ranks, regional_ranks};

use crate::chart::{Cell, Record};

/// The ranks of an analysis's trusts in their regions that cannot be ruled out, in its order: computed once for all of
/// its documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certainty {
    pub(super) ranks: Vec<Option<TrustRank>>,
}

impl Certainty {
    /// That of an analysis.
    #[must_use]
    pub fn new(analysis: &Analysis) -> Self {
        let ranks = possible_ranks(analysis, &regional_ranks(analysis));
        Self { ranks }
    }
}

/// The basis of intervals.
pub(super) fn precision(intervals: &Intervals) -> Record {
    let (ground, sd) = ground_row(intervals.ground);
    Record::from([
        // In percent.
        ("level", intervals.choices.level.percent().into()),
        // What intervals of ranks hold for: `marginal`, one trust at a time, or `simultaneous`, all of a region.
        ("kind", intervals.choices.kind.key().into()),
        ("ground", ground.into()),
        // The standard deviation of pupils' scores, in the figure's unit, if the intervals are based on one.
        ("sd", Cell::known(sd)),
        // Whether numbers of pupils are an upper bound of the effective ones, and intervals so a lower bound of what
        // they would be: a trust file does not give the weights of pupils.
        ("is_upper_bound", intervals.is_upper_bound.into()),
    ])
}

/// The key for the basis of intervals, with the standard deviation if there is one: `pupils` (shares, by their numbers
/// alone), `published` (with the figures), `progress-spread` (the standard deviation implied by published intervals),
/// `assumed` (a standard deviation that is) or `none` (no intervals).
pub(super) const fn ground_row(ground: IntervalBasis) -> (&'static str, Option<f64>) {
    match ground {
        IntervalBasis::Pupils => ("pupils", None),
        IntervalBasis::Published => ("published", None),
        IntervalBasis::ProgressSpread(sd) => ("progress-spread", Some(sd)),
        IntervalBasis::Assumed(sd) => ("assumed", Some(sd)),
        IntervalBasis::Nothing => ("none", None),
    }
}

/// The lower end of an interval, in the figure's unit; null if there is no interval.
pub(super) fn low(precision: Option<Precision>) -> Option<f64> {
    precision.map(|precision| precision.interval.low())
}

/// The upper end.
pub(super) fn high(precision: Option<Precision>) -> Option<f64> {
    precision.map(|precision| precision.interval.high())
}

/// Both ends, as a part of a record.
pub(super) fn ends(precision: Option<Precision>) -> Record {
    Record::from([
        ("low", Cell::known(low(precision))),
        ("high", Cell::known(high(precision))),
    ])
}
