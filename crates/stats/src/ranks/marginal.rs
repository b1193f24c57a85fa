//! The interval of one estimate's rank, without simulation.

use super::super::Level;
use super::critical::{Family, Sides};
use super::interpolation;
use super::{Estimate, RankInterval};

/// An estimate's rank with a marginal interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MarginalRank {
    /// The rank and those that cannot be ruled out.
    pub interval: RankInterval,
    /// The critical value of the comparisons with this estimate, in standard errors of a difference.
    pub critical: f64,
}

/// Each estimate's rank with a marginal interval: for any one estimate, its interval contains its
/// true rank with at least this level's probability; all of them together may not.
///
/// Single-step, over the pairs with the estimate in question. The critical value c solves `integral phi(u) prod_{k !=
/// j} [Phi((c sd_jk + s_j u)/s_k) - Phi((-c sd_jk + s_j u)/s_k)] du = level`, right to 1e-7, without simulation
/// (method, section 7).
///
/// ```
/// use stats::Level;
/// use stats::ranks::{Estimate, marginal};
/// let estimates = [9.0, 2.0].map(|value| Estimate::new(value, 1.0).unwrap());
/// let [first, second] = marginal(&estimates, Level::P95)[..] else { panic!() };
/// assert_eq!((first.interval.low(), first.interval.high()), (1, 1));
/// assert_eq!(second.interval.rank(), 2);
/// assert!((first.critical - Level::P95.z()).abs() < 1e-9);
/// ```
#[must_use]
pub fn marginal(estimates: &[Estimate], level: Level) -> Vec<MarginalRank> {
    let criticals = criticals(estimates, Sides::Both, level);
    let ranks = estimates.iter().zip(criticals);
    ranks
        .map(|(own, critical)| MarginalRank {
            interval: RankInterval::of(*own, estimates, critical * critical),
            critical,
        })
        .collect()
}

/// The interval of one estimate by its index, in a fraction of the time of all (see [`marginal`]);
/// `None` if there is no such estimate.
///
/// ```
/// use stats::Level;
/// use stats::ranks::{Estimate, marginal, marginal_of};
/// let estimates = [9.0, 2.0, 1.0].map(|value| Estimate::new(value, 1.0).unwrap());
/// let last = marginal_of(&estimates, 2, Level::P95).unwrap();
/// assert_eq!(last.interval, marginal(&estimates, Level::P95)[2].interval);
/// assert_eq!(marginal_of(&estimates, 3, Level::P95), None);
/// ```
#[must_use]
pub fn marginal_of(estimates: &[Estimate], index: usize, level: Level) -> Option<MarginalRank> {
    let (own, critical) = one(estimates, index, Sides::Both, level)?;
    Some(MarginalRank {
        interval: RankInterval::of(own, estimates, critical * critical),
        critical,
    })
}

/// The best rank that one estimate can have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BestRank {
    /// The rank itself, 1 for the greatest value.
    pub rank: u32,
    /// The best rank that cannot be ruled out, at most the rank.
    pub best: u32,
    /// The critical value of the comparisons with this estimate, to one side, in standard errors of a difference.
    pub critical: f64,
}

impl BestRank {
    fn new(own: Estimate, estimates: &[Estimate], critical: f64) -> Self {
        let interval = RankInterval::of(own, estimates, critical * critical);
        Self {
            rank: interval.rank,
            best: interval.low,
            critical,
        }
    }

    /// Whether it cannot be ruled out that this one is among the best `tau`.
    #[must_use]
    pub const fn could_be_in_top(self, tau: u32) -> bool {
        self.best <= tau
    }
}

/// Each estimate's best possible rank, for "could be in the top tau": 1 and the number of estimates whose value is more
/// than c standard errors above.
///
/// As [`marginal`], but to one side: c solves `integral phi(u) prod_{k != j} Phi((c sd_jk + s_j u)/s_k) du = level`
/// (method, section 7); a c below 0, which levels under one half would have, is taken as 0.
///
/// ```
/// use stats::Level;
/// use stats::ranks::{Estimate, marginal_best};
/// let estimates = [9.0, 3.0, 2.0].map(|value| Estimate::new(value, 1.0).unwrap());
/// let could_be_second = marginal_best(&estimates, Level::P95)
///     .into_iter()
///     .filter(|found| found.could_be_in_top(2));
/// assert_eq!(could_be_second.count(), 3);
/// ```
#[must_use]
pub fn marginal_best(estimates: &[Estimate], level: Level) -> Vec<BestRank> {
    let criticals = criticals(estimates, Sides::Above, level);
    let ranks = estimates.iter().zip(criticals);
    ranks
        .map(|(own, critical)| BestRank::new(*own, estimates, critical))
        .collect()
}

/// The interval of one estimate by its index (see [`marginal_best`]); `None` if there is no such
/// estimate.
///
/// ```
/// use stats::Level;
/// use stats::ranks::{Estimate, marginal_best_of};
/// let estimates = [9.0, 3.0, 2.0].map(|value| Estimate::new(value, 1.0).unwrap());
/// assert_eq!(marginal_best_of(&estimates, 2, Level::P95).unwrap().best, 2);
/// ```
#[must_use]
pub fn marginal_best_of(estimates: &[Estimate], index: usize, level: Level) -> Option<BestRank> {
    let (own, critical) = one(estimates, index, Sides::Above, level)?;
    Some(BestRank::new(own, estimates, critical))
}

/// One estimate with its critical value.
fn one(estimates: &[Estimate], index: usize, sides: Sides, level: Level) -> Option<(Estimate, f64)> {
    let own = *estimates.get(index)?;
    let family = Family {
        errors: estimates.iter().map(|estimate| estimate.error).collect(),
        sides,
        level,
    };
    Some((own, family.critical(own.error, f64::INFINITY)))
}

/// Each estimate's critical value. Within a family it depends on the estimate's standard error alone, and smoothly on
/// its logarithm.
fn criticals(estimates: &[Estimate], sides: Sides, level: Level) -> Vec<f64> {
    let family = Family {
        errors: estimates.iter().map(|estimate| estimate.error).collect(),
        sides,
        level,
    };
    let arguments: Vec<f64> = family.errors.iter().map(|error| libm::log(*error)).collect();
    interpolation::values(
        &arguments,
        &|argument, hint| family.critical(libm::exp(argument), hint),
        f64::INFINITY,
    )
}
