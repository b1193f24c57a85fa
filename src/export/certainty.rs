//! How sure the figures and ranks of an analysis are, as parts of its documents.

use serde::Serialize;

use crate::chart::{Cell, Record};
use crate::method::{Analysis, Ground, Intervals, Precision, TrustRank, regional_ranks};

/// How sure an analysis is, ready to be written beside its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Certainty {
    /// What the intervals rest on.
    pub precision: PrecisionRow,
    /// The trusts', in the order of the analysis.
    pub trusts: Vec<TrustCertainty>,
    /// The regions', in the order of the analysis: pupil sampling only.
    pub regions: Vec<Ends>,
    /// That of all trusts together: pupil sampling only.
    pub all: Ends,
}

/// What intervals rest on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PrecisionRow {
    /// The level in percent.
    pub level: f64,
    /// What intervals of ranks hold for: `marginal`, one trust at a time, or `simultaneous`, all of a region.
    pub kind: &'static str,
    /// `pupils` (shares, by their numbers alone), `published` (with the figures), `progress-spread` (the standard
    /// deviation that published intervals tell), `assumed` (a standard deviation that is) or `none` (no intervals).
    pub ground: &'static str,
    /// The standard deviation of pupils' scores, in the figure's unit, where the intervals rest on one.
    pub sd: Option<f64>,
    /// Whether numbers of pupils are an upper bound of the effective ones, and intervals so a lower bound of what they
    /// would be: a file of trusts does not tell how unevenly pupils weigh.
    pub is_upper_bound: bool,
}

/// The two ends of an interval, in the figure's unit; nothing where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Ends {
    /// The lower end.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
}

/// How sure a trust's figure and rank are.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct TrustCertainty {
    /// The interval of the figure.
    #[serde(flatten)]
    pub ends: Ends,
    /// The effective number of pupils of the group; of a gap, of the disadvantaged.
    pub effective_pupils: Option<f64>,
    /// The best rank in its region that cannot be ruled out.
    pub rank_low: Option<u32>,
    /// The worst rank in its region that cannot be ruled out.
    pub rank_high: Option<u32>,
    /// Whether it cannot be ruled out that it is in its region's top ten.
    pub could_be_top_ten: Option<bool>,
}

impl Certainty {
    /// That of an analysis, which is one of these values.
    #[must_use]
    pub fn new(analysis: &Analysis) -> Self {
        let trusts = analysis.trusts.iter();
        let mut trusts: Vec<TrustCertainty> = trusts
            .map(|trust| TrustCertainty::from(trust.precision))
            .collect();
        for (family, found) in regional_ranks(analysis) {
            for (place, rank) in family.places().zip(&found.ranks) {
                if let Some(trust) = trusts.get_mut(place) {
                    trust.set(*rank);
                }
            }
        }
        Self {
            precision: PrecisionRow::new(&analysis.intervals),
            trusts,
            regions: (analysis.regions.iter())
                .map(|region| Ends::from(region.area.precision))
                .collect(),
            all: analysis.all.precision.into(),
        }
    }
}

impl PrecisionRow {
    fn new(intervals: &Intervals) -> Self {
        let (ground, sd) = ground_row(intervals.ground);
        Self {
            level: intervals.choices.level.percent(),
            kind: intervals.choices.kind.key(),
            ground,
            sd,
            is_upper_bound: intervals.is_upper_bound,
        }
    }
}

/// What intervals rest on as a word, with the standard deviation where there is one.
pub(super) const fn ground_row(ground: Ground) -> (&'static str, Option<f64>) {
    match ground {
        Ground::Pupils => ("pupils", None),
        Ground::Published => ("published", None),
        Ground::ProgressSpread(sd) => ("progress-spread", Some(sd)),
        Ground::Assumed(sd) => ("assumed", Some(sd)),
        Ground::Nothing => ("none", None),
    }
}

/// The two ends of an interval, as a part of a record.
pub(super) fn ends(precision: Option<Precision>) -> Record {
    let Ends { low, high } = precision.into();
    Record::from([("low", Cell::known(low)), ("high", Cell::known(high))])
}

impl From<Option<Precision>> for Ends {
    fn from(precision: Option<Precision>) -> Self {
        let interval = precision.map(|precision| precision.interval);
        Self {
            low: interval.map(|interval| interval.low()),
            high: interval.map(|interval| interval.high()),
        }
    }
}

impl From<Option<Precision>> for TrustCertainty {
    fn from(precision: Option<Precision>) -> Self {
        Self {
            ends: precision.into(),
            effective_pupils: precision.and_then(|precision| precision.effective_pupils),
            ..Self::default()
        }
    }
}

impl TrustCertainty {
    const fn set(&mut self, rank: TrustRank) {
        self.rank_low = Some(rank.low);
        self.rank_high = Some(rank.high);
        self.could_be_top_ten = Some(rank.could_be_top_ten);
    }
}
