//! Limits for shares that differ by more than chance.

use std::f64::consts::FRAC_PI_2;

use super::super::quantile::{in_order, quantile};
use super::super::sample::is_size;
use super::super::{Interval, Sample, within};
use super::{Bands, is_z, pooled};

/// The treatment of the most extreme samples before the spread is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Winsorised {
    /// Those beyond the lowest and highest tenth are moved to where that tenth begins.
    #[default]
    TenPercent,
    /// They stay unchanged.
    No,
}

/// How much more a family of shares differs than by chance alone.
///
/// Additive, on the arcsine scale: Spiegelhalter 2005, "Handling over-dispersion of performance indicators", and the R
/// package FunnelPlotR (method, section 5).
///
/// ```
/// use stats::Sample;
/// use stats::funnel::{OverDispersion, Winsorised};
/// let samples = [(2.0, 40.0), (20.0, 40.0), (38.0, 40.0)].map(|(x, n)| Sample::new(x, n).unwrap());
/// let spread = OverDispersion::new(&samples, Winsorised::No).unwrap();
/// assert!(spread.ratio() > 1.0 && spread.between() > 0.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OverDispersion {
    target: f64,
    ratio: f64,
    between: f64,
}

impl OverDispersion {
    /// The spread of the samples: `Y = asin sqrt(x/n)`, `s = 1/(2 sqrt n)`, `z = (Y - target)/s`,
    /// winsorised, `phi = mean z^2`, `w = 1/s^2`, `tau^2 = max(0, (N phi - (N - 1)) / (sum w - sum
    /// w^2 / sum w))`. `None` without samples.
    #[must_use]
    pub fn new(samples: &[Sample], winsorised: Winsorised) -> Option<Self> {
        let target = angle(pooled(samples)?);
        let scores = samples
            .iter()
            .map(|sample| (angle(sample.share()) - target) / error(sample.size()))
            .collect();
        let count = samples.len() as f64;
        let ratio = mean_square(scores, winsorised)?;
        let weights = || samples.iter().map(|sample| 4.0 * sample.size());
        let sum: f64 = weights().sum();
        let squares: f64 = weights().map(|weight| weight * weight).sum();
        let freedom = sum - squares / sum;
        let excess = count * ratio - (count - 1.0);
        // One sample alone, or one that dwarfs the others, cannot be compared with anything.
        let measurable = excess > 0.0 && freedom > 0.0 && samples.len() > 1;
        let between = if measurable { excess / freedom } else { 0.0 };
        between.is_finite().then_some(Self { target, ratio, between })
    }

    /// The angle in the middle, in radians: `asin sqrt(sum x / sum n)`.
    #[must_use]
    pub const fn target(self) -> f64 {
        self.target
    }

    /// The mean squared score, phi: 1 where chance alone is at work.
    #[must_use]
    pub const fn ratio(self) -> f64 {
        self.ratio
    }

    /// The variance between the true angles, tau squared, in radians squared.
    #[must_use]
    pub const fn between(self) -> f64 {
        self.between
    }

    /// The limits of a share at this size, `z` standard errors to either side: `sin(angle)^2` with
    /// the angle `target +/- z sqrt(s^2 + tau^2)` held within 0 and pi/2. `None` unless the size is
    /// above 0 and z not below 0.
    ///
    /// ```
    /// use stats::{Level, Sample};
    /// use stats::funnel::{OverDispersion, Winsorised};
    /// let samples = [Sample::new(20.0, 40.0).unwrap(), Sample::new(21.0, 42.0).unwrap()];
    /// let spread = OverDispersion::new(&samples, Winsorised::No).unwrap();
    /// let limits = spread.limits(100.0, Level::P95.z()).unwrap();
    /// assert!((limits.low() - 0.402_6).abs() < 1e-4 && (limits.high() - 0.597_3).abs() < 1e-4);
    /// ```
    #[must_use]
    pub fn limits(self, size: f64, z: f64) -> Option<Interval> {
        if !(is_size(size) && is_z(z)) {
            return None;
        }
        let chance = error(size);
        let reach = z * (chance * chance + self.between).sqrt();
        Some(Interval::of_shares(
            share(self.target - reach),
            share(self.target + reach),
        ))
    }

    /// The inner and outer limits at this size.
    ///
    /// ```
    /// use stats::Sample;
    /// use stats::funnel::{OverDispersion, FunnelZone, Winsorised};
    /// let samples = [Sample::new(20.0, 40.0).unwrap(), Sample::new(21.0, 42.0).unwrap()];
    /// let spread = OverDispersion::new(&samples, Winsorised::No).unwrap();
    /// assert_eq!(spread.bands(100.0).unwrap().zone(0.5), FunnelZone::Within);
    /// ```
    #[must_use]
    pub fn bands(self, size: f64) -> Option<Bands> {
        Bands::both(|level| self.limits(size, level.z()))
    }
}

/// A share as an angle, on which chance is the same whatever the share.
fn angle(share: f64) -> f64 {
    libm::asin(share.sqrt())
}

/// The share of an angle, held within 0 and a right angle.
fn share(angle: f64) -> f64 {
    let root = libm::sin(within(angle, 0.0, FRAC_PI_2));
    root * root
}

/// The standard error of a sample's angle.
fn error(size: f64) -> f64 {
    0.5 / size.sqrt()
}

/// The mean square of the scores.
fn mean_square(scores: Vec<f64>, winsorised: Winsorised) -> Option<f64> {
    let count = scores.len() as f64;
    let scores = in_order(scores);
    let (low, high) = match winsorised {
        Winsorised::TenPercent => (quantile(&scores, 0.1)?, quantile(&scores, 0.9)?),
        Winsorised::No => (f64::NEG_INFINITY, f64::INFINITY),
    };
    let squares = scores.iter().map(|score| {
        let winsorised = within(*score, low, high);
        winsorised * winsorised
    });
    Some(squares.sum::<f64>() / count)
}
