//! The limits within which a share is expected, by the size of its sample (method, section 5).
//!
//! The limits are for a point's expected position and never an interval around the point. Sizes are effective sizes.

mod exact;
mod over_dispersion;

pub use exact::{exact_bands, exact_limits};
pub use over_dispersion::{OverDispersion, Winsorised};

use super::sample::is_size;
use super::{Interval, Level, Sample};

/// The level of the inner limits: 2.5% beyond either.
pub const INNER: Level = Level::P95;

/// The level of the outer limits: 0.1% beyond either.
pub const OUTER: Level = Level::P99_8;

/// The share of all samples taken together, which a funnel is drawn around: `sum x / sum n`. `None`
/// without samples.
///
/// ```
/// use stats::Sample;
/// use stats::funnel::pooled;
/// let samples = [Sample::new(1.0, 4.0).unwrap(), Sample::new(5.0, 8.0).unwrap()];
/// assert_eq!(pooled(&samples), Some(0.5));
/// assert_eq!(pooled(&[]), None);
/// ```
#[must_use]
pub fn pooled(samples: &[Sample]) -> Option<f64> {
    let successes: f64 = samples.iter().map(|sample| sample.successes()).sum();
    let size: f64 = samples.iter().map(|sample| sample.size()).sum();
    // Many fractional parts may add up to a hair more than the whole.
    (size > 0.0).then(|| (successes / size).min(1.0))
}

/// The limits for a true share of `target`, `z` standard errors to either side, within 0 and 1: `p0
/// +/- z sqrt(p0 (1 - p0) / n)`. `None` unless the target is a share, the size above 0 and z not
/// below 0.
///
/// ```
/// use stats::Level;
/// use stats::funnel::normal_limits;
/// let limits = normal_limits(0.5, 100.0, Level::P95.z()).unwrap();
/// assert!((limits.low() - 0.402).abs() < 1e-5);
/// assert!((limits.high() - 0.598).abs() < 1e-5);
/// ```
#[must_use]
pub fn normal_limits(target: f64, size: f64, z: f64) -> Option<Interval> {
    if !(is_share(target) && is_size(size) && is_z(z)) {
        return None;
    }
    let error = (target * (1.0 - target) / size).sqrt();
    Some(Interval::normal(target, error, z)?.clamped(Interval::SHARES))
}

/// The inner and outer [`normal_limits`].
///
/// ```
/// use stats::funnel::{FunnelZone, normal_bands};
/// let bands = normal_bands(0.5, 100.0).unwrap();
/// assert_eq!(bands.zone(0.62), FunnelZone::Above);
/// assert_eq!(bands.zone(0.30), FunnelZone::FarBelow);
/// ```
#[must_use]
pub fn normal_bands(target: f64, size: f64) -> Option<Bands> {
    Bands::both(|level| normal_limits(target, size, level.z()))
}

/// The inner and the outer limits at one size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bands {
    /// The limits at 95%, of the level [`INNER`].
    pub inner: Interval,
    /// The limits at 99.8%, of the level [`OUTER`].
    pub outer: Interval,
}

impl Bands {
    fn both(limits: impl Fn(Level) -> Option<Interval>) -> Option<Self> {
        Some(Self {
            inner: limits(INNER)?,
            outer: limits(OUTER)?,
        })
    }

    /// Where a share is; at a limit it is not beyond it.
    ///
    /// ```
    /// use stats::Interval;
    /// use stats::funnel::{Bands, FunnelZone};
    /// let bands = Bands {
    ///     inner: Interval::new(0.4, 0.6).unwrap(),
    ///     outer: Interval::new(0.3, 0.7).unwrap(),
    /// };
    /// assert_eq!(bands.zone(0.6), FunnelZone::Within);
    /// assert_eq!(bands.zone(0.7), FunnelZone::Above);
    /// assert_eq!(bands.zone(0.2), FunnelZone::FarBelow);
    /// ```
    #[must_use]
    pub fn zone(self, share: f64) -> FunnelZone {
        if share > self.outer.high() {
            FunnelZone::FarAbove
        } else if share > self.inner.high() {
            FunnelZone::Above
        } else if share < self.outer.low() {
            FunnelZone::FarBelow
        } else if share < self.inner.low() {
            FunnelZone::Below
        } else {
            FunnelZone::Within
        }
    }
}

/// Where a share is in a funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FunnelZone {
    /// Under the outer limits (99.8%).
    FarBelow,
    /// Under the inner limits (95%), not the outer ones.
    Below,
    /// Within the inner limits.
    Within,
    /// Over the inner limits (95%), not the outer ones.
    Above,
    /// Over the outer limits (99.8%).
    FarAbove,
}

fn is_share(number: f64) -> bool {
    Interval::SHARES.contains(number)
}

fn is_z(number: f64) -> bool {
    number >= 0.0 && number.is_finite()
}
