//! Ranks with intervals as work to hand over: what a worker receives and returns.

use borsh::{BorshDeserialize, BorshSerialize};
use stats::Level as Confidence;
use stats::ranks::Estimate;

use super::{Family, FamilyRanks, IntervalChoices, RankKind, Ranking};

/// Families to rank, with the settings of intervals.
///
/// ```
/// use method::{IntervalChoices, FamilyRanks, RankingJob};
/// let job = RankingJob::new(&[], &IntervalChoices::default());
/// let mut ranking = job.start().unwrap();
/// assert_eq!(ranking.advance(), None);
/// let found = ranking.finish();
/// assert_eq!(FamilyRanks::all_from_bytes(&FamilyRanks::all_to_bytes(&found)), Some(found));
/// ```
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct RankingJob {
    /// Each family's values with their standard errors.
    families: Vec<Vec<(f64, f64)>>,
    level: f64,
    is_simultaneous: bool,
    tells_pairs: bool,
}

impl RankingJob {
    /// The ranks within each family.
    #[must_use]
    pub fn new(families: &[Family], interval_choices: &IntervalChoices) -> Self {
        let plain = |estimate: Estimate| (estimate.value(), estimate.error());
        let families = families.iter().map(Family::estimates);
        Self {
            families: families.map(|family| family.into_iter().map(plain).collect()).collect(),
            level: interval_choices.level.share(),
            is_simultaneous: interval_choices.kind == RankKind::Simultaneous,
            tells_pairs: false,
        }
    }

    /// The same, with the critical value for pairs of trusts whatever the kind.
    #[must_use]
    pub fn with_pairs(self) -> Self {
        Self {
            tells_pairs: true,
            ..self
        }
    }

    /// The computation, before its first step; `None` if a number cannot be ranked.
    #[must_use]
    pub fn start(&self) -> Option<Ranking> {
        let estimate = |&(value, error): &(f64, f64)| Estimate::new(value, error);
        let families: Option<Vec<Vec<Estimate>>> = self
            .families
            .iter()
            .map(|family| family.iter().map(estimate).collect())
            .collect();
        let kind = if self.is_simultaneous {
            RankKind::Simultaneous
        } else {
            RankKind::Marginal
        };
        let ranking = Ranking::new(families?, Confidence::new(self.level)?, kind);
        Some(if self.tells_pairs {
            ranking.with_pairs()
        } else {
            ranking
        })
    }
}

impl FamilyRanks {
    /// Several families' ranks as bytes.
    #[must_use]
    pub fn all_to_bytes(all: &[Self]) -> Vec<u8> {
        written(&all)
    }

    /// Several families' ranks from bytes; `None` if they are not valid.
    #[must_use]
    pub fn all_from_bytes(bytes: &[u8]) -> Option<Vec<Self>> {
        borsh::from_slice(bytes).ok()
    }
}

fn written(what: &impl BorshSerialize) -> Vec<u8> {
    // Writing into memory cannot fail.
    borsh::to_vec(what).unwrap_or_default()
}
