//! Ranks with intervals: Mogstad, Romano, Shaikh and Wilhelm, "Inference for Ranks", Review of Economic Studies 2024
//! (method, section 7).
//!
//! The greatest value has rank 1; to rank the other way round, change the signs of the values. All
//! estimates given together are one family of comparisons. Two values differ significantly when
//! their difference is more than a critical value times the standard error of the difference,
//! `sqrt(s_j^2 + s_k^2)`.

mod chances;
mod critical;
mod draw;
mod interpolation;
mod marginal;
mod simultaneous;

pub use chances::{RankChances, RankDistribution, rankability};
pub use marginal::{BestRank, MarginalRank, marginal, marginal_best, marginal_best_of, marginal_of};
pub use simultaneous::{Progress, Simulation, Simultaneous, family_critical};

/// A value with its standard error.
///
/// ```
/// use stats::ranks::Estimate;
/// let estimate = Estimate::new(24.5, 1.2).unwrap();
/// assert_eq!((estimate.value(), estimate.error()), (24.5, 1.2));
/// assert_eq!(Estimate::new(24.5, 0.0), None);
/// assert_eq!(Estimate::new(f64::NAN, 1.0), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    value: f64,
    error: f64,
}

impl Estimate {
    /// The estimate; `None` unless the standard error is above 0, and both are numbers whose
    /// squares can be calculated with: the value within 1e100 of 0, the error from 1e-100 to 1e100.
    #[must_use]
    pub fn new(value: f64, error: f64) -> Option<Self> {
        const LARGE: f64 = 1e100;
        let sensible = value.abs() <= LARGE && (1.0 / LARGE..=LARGE).contains(&error);
        sensible.then_some(Self { value, error })
    }

    /// The value, in any unit.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.value
    }

    /// The standard error, in the value's unit.
    #[must_use]
    pub const fn error(self) -> f64 {
        self.error
    }

    fn variance(self) -> f64 {
        self.error * self.error
    }

    /// Whether this one is significantly above the other, given the square of the critical value.
    fn is_above(self, other: Self, square: f64) -> bool {
        exceeds(self.value - other.value, self.variance() + other.variance(), square)
    }
}

/// Whether a difference is more than the critical value times its standard error, both squared to save the root.
fn exceeds(difference: f64, variance: f64, square: f64) -> bool {
    difference > 0.0 && difference * difference > square * variance
}

/// A rank and the ranks that cannot be ruled out. Always `1 <= low <= rank <= high`.
///
/// ```
/// use stats::Level;
/// use stats::ranks::{Estimate, marginal};
/// let estimates = [9.0, 2.0, 1.0].map(|value| Estimate::new(value, 1.0).unwrap());
/// let last = marginal(&estimates, Level::P95)[2].interval;
/// assert_eq!((last.low(), last.rank(), last.high()), (2, 3, 3));
/// assert!(last.could_be_in_top(2) && !last.could_be_in_top(1));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RankInterval {
    low: u32,
    rank: u32,
    high: u32,
}

impl RankInterval {
    /// The rank itself: 1 and the number of estimates with a greater value, so equal values share a rank.
    #[must_use]
    pub const fn rank(self) -> u32 {
        self.rank
    }

    /// The best rank that cannot be ruled out: 1 and the number of estimates significantly above.
    #[must_use]
    pub const fn low(self) -> u32 {
        self.low
    }

    /// The worst rank that cannot be ruled out: the number of estimates less those significantly below.
    #[must_use]
    pub const fn high(self) -> u32 {
        self.high
    }

    /// Whether it cannot be ruled out that this one is among the best `tau`.
    #[must_use]
    pub const fn could_be_in_top(self, tau: u32) -> bool {
        self.low <= tau
    }

    /// One estimate's interval among all, given the square of the critical value.
    fn of(own: Estimate, all: &[Estimate], square: f64) -> Self {
        let (mut greater, mut above, mut not_below) = (0, 0, 0);
        for other in all {
            greater += u32::from(other.value > own.value);
            above += u32::from(other.is_above(own, square));
            not_below += u32::from(!own.is_above(*other, square));
        }
        Self {
            low: 1 + above,
            rank: 1 + greater,
            high: not_below,
        }
    }
}

/// Whether two estimates of a family can be distinguished: the interval of their difference, at the
/// family's critical value (see [`family_critical`]), excludes zero. A critical value below 0
/// counts as 0.
///
/// ```
/// use stats::ranks::{Estimate, distinguishable};
/// let [one, two] = [3.0, 0.0].map(|value| Estimate::new(value, 1.0).unwrap());
/// assert!(distinguishable(one, two, 2.0) && distinguishable(two, one, 2.0));
/// assert!(!distinguishable(one, two, 2.2));
/// ```
#[must_use]
pub fn distinguishable(one: Estimate, two: Estimate, critical: f64) -> bool {
    let square = critical.max(0.0) * critical;
    one.is_above(two, square) || two.is_above(one, square)
}
