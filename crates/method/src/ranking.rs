//! Ranks with intervals, family by family: the trusts of a region, or all of England's (method, section 7).

use borsh::{BorshDeserialize, BorshSerialize};
use records::terms::Region;
use stats::Level as Confidence;
use stats::ranks::{Estimate, RankInterval, Simulation, marginal, marginal_best, marginal_best_of, marginal_of};

use super::{Analysis, IntervalChoices, Precision, RankKind, Scope, TrustFigures};

/// The number of ranks in a top ten.
const TOP: u32 = 10;

/// The work of one step: random draws, each counted once for every trust in it.
const WORK_OF_A_STEP: usize = 100_000;

/// Trusts whose ranks are compared with one another: those of the set that have a figure with an
/// interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// The part of the country of the trusts.
    pub of: FamilyOf,
    members: Vec<(usize, Estimate)>,
    without_interval: usize,
    /// The number of trusts in it, if the files cover only part of the country.
    pub of_part: Option<usize>,
}

/// The part of the country of a family's trusts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FamilyOf {
    /// All of England's.
    England,
    /// A region's.
    Region(Region),
    /// The trusts of a user-defined area, by its name.
    Area(String),
    /// Trusts chosen one by one.
    Chosen,
}

impl FamilyOf {
    /// The trusts of a part of the country.
    #[must_use]
    pub fn part(scope: Scope<'_>) -> Self {
        match scope {
            Scope::All => Self::England,
            Scope::Region(region) => Self::Region(region),
            Scope::Area(area) => Self::Area(area.name.clone()),
        }
    }

    /// The region, where they are a region's.
    #[must_use]
    pub const fn region(&self) -> Option<Region> {
        match self {
            Self::Region(region) => Some(*region),
            Self::England | Self::Area(_) | Self::Chosen => None,
        }
    }
}

impl Family {
    /// The trusts of a part of the country.
    #[must_use]
    pub fn of(analysis: &Analysis, scope: Scope<'_>) -> Self {
        let is_of = |_, trust: &TrustFigures| scope.is_of(trust);
        Self::of_those(analysis, FamilyOf::part(scope), &is_of)
    }

    /// The trusts with these indices in the analysis.
    #[must_use]
    pub fn chosen(analysis: &Analysis, indices: &[usize]) -> Self {
        let is_of = |index, _: &TrustFigures| indices.contains(&index);
        Self::of_those(analysis, FamilyOf::Chosen, &is_of)
    }

    fn of_those(analysis: &Analysis, of: FamilyOf, is_of: &dyn Fn(usize, &TrustFigures) -> bool) -> Self {
        let (mut members, mut without_interval) = (Vec::new(), 0);
        for (index, trust) in analysis.trusts.iter().enumerate() {
            if !is_of(index, trust) || trust.figure().is_none() {
                continue;
            }
            match trust
                .precision
                .and_then(|precision| estimate(analysis, trust, precision))
            {
                Some(estimate) => members.push((index, estimate)),
                None => without_interval += 1,
            }
        }
        Self {
            of,
            members,
            without_interval,
            of_part: analysis.trusts_of_part(),
        }
    }

    /// Each member's index among the trusts of the analysis.
    pub fn indices(&self) -> impl Iterator<Item = usize> {
        self.members.iter().map(|(index, _)| *index)
    }

    /// The estimates to rank, the greatest first.
    #[must_use]
    pub fn estimates(&self) -> Vec<Estimate> {
        self.members.iter().map(|(_, estimate)| *estimate).collect()
    }

    /// The estimate of the trust with this index in the analysis, if it is a member.
    #[must_use]
    pub(crate) fn estimate_of(&self, index: usize) -> Option<Estimate> {
        let mut members = self.members.iter();
        members.find(|(of, _)| *of == index).map(|(_, estimate)| *estimate)
    }

    /// The ranks that the trust with that index in the analysis can have, whatever kind the
    /// settings have: for that trust alone (marginal), from its own critical values; `None` if it
    /// is not a member.
    #[must_use]
    pub fn rank_of(&self, index: usize, level: Confidence) -> Option<TrustRank> {
        let own = self.indices().position(|of| of == index)?;
        let estimates = self.estimates();
        let interval = marginal_of(&estimates, own, level)?.interval;
        let best = marginal_best_of(&estimates, own, level)?.best;
        Some(TrustRank::new(interval, best))
    }

    /// Trusts that have a figure but no interval, so they cannot be compared.
    #[must_use]
    pub const fn without_interval(&self) -> usize {
        self.without_interval
    }
}

/// A trust's figure as it is ranked: in steps like ranks themselves, reversed where less is better.
fn estimate(analysis: &Analysis, trust: &TrustFigures, precision: Precision) -> Option<Estimate> {
    let sign = if analysis.rules.smaller_is_better() { -1.0 } else { 1.0 };
    let steps = trust.figure()?.steps() as f64;
    Estimate::new(sign * steps / 1e9, precision.error)
}

/// The ranks that a trust can have in its family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TrustRank {
    /// The best rank that cannot be ruled out.
    pub low: u32,
    /// The rank itself; equal figures share one.
    pub rank: u32,
    /// The worst rank that cannot be ruled out.
    pub high: u32,
    /// Whether it cannot be ruled out that the trust is in the top ten.
    pub could_be_top_ten: bool,
}

impl TrustRank {
    /// How many of the others in a family of this size the trust is clearly better than, how many are clearly better
    /// than it, and from how many it is not distinguishable: each that it is clearly better than is a worst rank less.
    #[must_use]
    pub const fn others(self, family: u32) -> [u32; 3] {
        [
            family.saturating_sub(self.high),
            self.low.saturating_sub(1),
            self.high.saturating_sub(self.low),
        ]
    }

    const fn new(interval: RankInterval, best: u32) -> Self {
        Self {
            low: interval.low(),
            rank: interval.rank(),
            high: interval.high(),
            could_be_top_ten: best <= TOP,
        }
    }
}

/// The ranks of a family.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct FamilyRanks {
    /// In the order of the family.
    pub ranks: Vec<TrustRank>,
    /// The family's critical value, in standard errors of a difference, which shows whether any two
    /// of its trusts can be distinguished; `None` if it was not requested.
    pub critical: Option<f64>,
}

impl FamilyRanks {
    /// The number that could be in the top ten.
    #[must_use]
    pub fn could_be_top_ten(&self) -> usize {
        let ranks = self.ranks.iter();
        ranks.filter(|rank| rank.could_be_top_ten).count()
    }

    /// The number ranked tenth or better.
    #[must_use]
    pub fn ranked_in_top_ten(&self) -> usize {
        self.ranks.iter().filter(|rank| rank.rank <= TOP).count()
    }
}

/// The computation of ranks with intervals, in steps, so that its progress can be shown and it can be
/// dropped.
///
/// ```
/// use method::{RankKind, Ranking};
/// use stats::Level;
/// use stats::ranks::Estimate;
/// let family: Vec<_> = (1..=12).filter_map(|value| Estimate::new(f64::from(value), 0.1)).collect();
/// let mut ranking = Ranking::new(vec![family], Level::P95, RankKind::Simultaneous);
/// while ranking.advance().is_some() {}
/// let found = ranking.finish();
/// assert_eq!((found[0].could_be_top_ten(), found[0].ranks[11].low), (10, 1));
/// ```
#[derive(Debug)]
pub struct Ranking {
    level: Confidence,
    kind: RankKind,
    tells_pairs: bool,
    /// The remaining families, the next one last.
    ahead: Vec<Vec<Estimate>>,
    simulation: Option<(Vec<Estimate>, Simulation)>,
    found: Vec<FamilyRanks>,
    progress: RankingProgress,
}

/// The progress of a computation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankingProgress {
    /// Draws made, each counted once for every trust in it.
    pub done: u64,
    /// All draws.
    pub of: u64,
}

impl Ranking {
    /// The ranks within each family.
    #[must_use]
    pub fn new(families: Vec<Vec<Estimate>>, level: Confidence, kind: RankKind) -> Self {
        let works = families.iter().map(|family| work_of(family));
        Self {
            level,
            kind,
            tells_pairs: kind == RankKind::Simultaneous,
            progress: RankingProgress {
                done: 0,
                of: works.sum(),
            },
            ahead: families.into_iter().rev().collect(),
            simulation: None,
            found: Vec::new(),
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

    /// Takes a step; `None` if all are taken.
    pub fn advance(&mut self) -> Option<RankingProgress> {
        match self.simulation.take() {
            Some((family, simulation)) => self.go_on(family, simulation),
            None => {
                let family = self.ahead.pop()?;
                if self.tells_pairs {
                    let simulation = Simulation::usual(family.clone(), self.level);
                    self.simulation = Some((family, simulation));
                } else {
                    self.progress.done += work_of(&family);
                    let ranks = self.marginal(&family);
                    self.found.push(FamilyRanks { ranks, critical: None });
                }
            }
        }
        Some(self.progress)
    }

    fn go_on(&mut self, family: Vec<Estimate>, mut simulation: Simulation) {
        let step = WORK_OF_A_STEP / family.len().max(1);
        let before = simulation.progress().done;
        let now = simulation.advance(u32::try_from(step).unwrap_or(u32::MAX).max(1));
        self.progress.done += work(family.len(), now.done - before);
        if !now.is_complete() {
            self.simulation = Some((family, simulation));
            return;
        }
        let all_at_once = simulation.finish();
        let ranks = match self.kind {
            RankKind::Marginal => self.marginal(&family),
            RankKind::Simultaneous => all_at_once
                .intervals
                .iter()
                .map(|&interval| TrustRank::new(interval, interval.low()))
                .collect(),
        };
        self.found.push(FamilyRanks {
            ranks,
            critical: Some(all_at_once.critical),
        });
    }

    fn marginal(&self, family: &[Estimate]) -> Vec<TrustRank> {
        let intervals = marginal(family, self.level);
        let best = marginal_best(family, self.level);
        let ranks = intervals.iter().zip(best);
        ranks
            .map(|(rank, best)| TrustRank::new(rank.interval, best.best))
            .collect()
    }

    /// The families' ranks, in the order in which they were given; those of the steps taken.
    #[must_use]
    pub fn finish(self) -> Vec<FamilyRanks> {
        self.found
    }
}

fn work(members: usize, draws: u32) -> u64 {
    members as u64 * u64::from(draws)
}

/// The work of a whole family.
fn work_of(family: &[Estimate]) -> u64 {
    work(family.len(), Simulation::draws(family.len()))
}

/// The ranks that a region can have among all regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegionRank {
    /// The best rank that it can have: 1, and one more for each region that is distinguishably better.
    pub low: u32,
    /// The rank itself.
    pub rank: u32,
    /// The worst: the number of regions, less those that are distinguishably worse.
    pub high: u32,
}

/// The ranks that each region can have, of adjusted figures counting, too, which trusts there happen to be. Two regions
/// are distinguishable when the interval of their difference, as if independent, excludes zero: each pair is compared
/// by itself, at the level of the analysis, other than in families of trusts. Regions without a figure or an interval
/// are left out.
#[must_use]
pub fn region_ranks(analysis: &Analysis) -> Vec<(Region, RegionRank)> {
    let sign = if analysis.rules.smaller_is_better() { -1.0 } else { 1.0 };
    let regions = analysis.regions.iter().filter_map(|region| {
        let precision = region.area.wider.or(region.area.precision)?;
        Some((region.region, sign * region.area.figure?.number(), precision.error))
    });
    let regions: Vec<(Region, f64, f64)> = regions.collect();
    let z = analysis.level().z();
    let count = |is_so: &dyn Fn(f64, f64) -> bool| {
        let others = regions.iter().filter(|(_, figure, error)| is_so(*figure, *error));
        others.count() as u32
    };
    let rank = |&(region, figure, error): &(Region, f64, f64)| {
        let reach = |other: f64| z * (error * error + other * other).sqrt();
        let rank = RegionRank {
            low: 1 + count(&|other, other_error| other - figure > reach(other_error)),
            rank: 1 + count(&|other, _| other - figure > 1e-9),
            high: regions.len() as u32 - count(&|other, other_error| figure - other > reach(other_error)),
        };
        (region, rank)
    };
    regions.iter().map(rank).collect()
}

/// Every region's family of an analysis.
#[must_use]
pub fn regional_families(analysis: &Analysis) -> Vec<Family> {
    let regions = analysis.regions.iter();
    let families = regions.map(|region| Family::of(analysis, Scope::Region(region.region)));
    families.collect()
}

/// Every region's family of an analysis with its ranks, after all steps.
#[must_use]
pub fn regional_ranks(analysis: &Analysis) -> Vec<(Family, FamilyRanks)> {
    let families = regional_families(analysis);
    let estimates = families.iter().map(Family::estimates).collect();
    let IntervalChoices { level, kind, .. } = analysis.intervals.choices;
    let mut ranking = Ranking::new(estimates, level, kind);
    while ranking.advance().is_some() {}
    families.into_iter().zip(ranking.finish()).collect()
}

/// The ranks that each trust of an analysis could have, in its order, as far as families with their ranks have it.
#[must_use]
pub fn possible_ranks(analysis: &Analysis, ranked: &[(Family, FamilyRanks)]) -> Vec<Option<TrustRank>> {
    let mut possible = vec![None; analysis.trusts.len()];
    for (family, found) in ranked {
        for (index, rank) in family.indices().zip(&found.ranks) {
            if let Some(trust) = possible.get_mut(index) {
                *trust = Some(*rank);
            }
        }
    }
    possible
}
