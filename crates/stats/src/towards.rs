//! Figures shrunken towards what is to be expected of each, with intervals (method, section 12).

use super::normal::{density, distribution};
use super::{Interval, Level, Measurement};

/// What a figure is shrunken towards: the mean of all, or what units in a like context have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Towards {
    /// The figure to be expected, in the figures' unit.
    pub value: f64,
    /// The variance of that: how well the line is known.
    pub variance: f64,
    /// The variance between the true figures about the line, tau squared.
    pub between: f64,
}

/// A figure shrunken towards what is to be expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShrunkenTowards {
    /// The shrunken figure, in the figure's unit.
    pub value: f64,
    /// The share of the figure's distance from what is to be expected that is kept, 0 to 1.
    pub kept: f64,
    /// The variance of the shrunken figure if true figures are normal about the line.
    pub variance: f64,
    /// The figure's own variance.
    sampling: f64,
    between: f64,
}

impl Towards {
    /// Shrinks a figure: `w = tau^2/(tau^2 + s^2)`, `m = x'b + w (y - x'b)`, with the variance `w s^2 + (1 - w)^2 x'Cx`
    /// (Morris 1983, "Parametric empirical Bayes inference"; Raudenbush 2009). Without a variance between the true
    /// figures all are on the line.
    ///
    /// `None` where a variance is below 0, the figure's is 0, or a number is too large to calculate with.
    ///
    /// ```
    /// use stats::{Measurement, Towards};
    /// let mean = Towards { value: 4.0, variance: 0.0, between: 1.5 };
    /// let shrunken = mean.shrink(Measurement { value: 3.0, variance: 1.0 }).unwrap();
    /// assert_eq!((shrunken.value, shrunken.kept), (3.4, 0.6));
    /// assert!((shrunken.variance - 0.6).abs() < 1e-15);
    /// ```
    #[must_use]
    pub fn shrink(&self, figure: Measurement) -> Option<ShrunkenTowards> {
        let are_variances = figure.variance > 0.0 && self.between >= 0.0 && self.variance >= 0.0;
        let kept = self.between / (self.between + figure.variance);
        let value = self.value + kept * (figure.value - self.value);
        let variance = kept * figure.variance + (1.0 - kept) * (1.0 - kept) * self.variance;
        let is_known = are_variances && value.is_finite() && variance.is_finite();
        is_known.then_some(ShrunkenTowards {
            value,
            kept,
            variance,
            sampling: figure.variance,
            between: self.between,
        })
    }
}

impl ShrunkenTowards {
    /// The interval if true figures are normal about the line; `None` if all are on the line.
    #[must_use]
    pub fn interval(&self, level: Level) -> Option<Interval> {
        self.about(level.z() * self.variance.sqrt())
    }

    /// The interval that holds whatever the distribution of the true figures about the line: over all figures its
    /// average chance of holding the true one is at least the level's. Half of it is `cva(s^2/tau^2) w s`. `None` if
    /// all are on the line.
    ///
    /// Armstrong, Kolesár and Plagborg-Møller 2022, "Robust empirical Bayes confidence intervals", Econometrica 90(6),
    /// without their bound on the kurtosis.
    #[must_use]
    pub fn robust_interval(&self, level: Level) -> Option<Interval> {
        let critical = robust_critical(self.sampling / self.between, level)?;
        self.about(critical * self.kept * self.sampling.sqrt())
    }

    fn about(&self, half: f64) -> Option<Interval> {
        let interval = (self.between > 0.0).then(|| Interval::normal(self.value, half, 1.0));
        interval.flatten()
    }
}

/// The critical value `cva`: the c at which the greatest chance of an error is `alpha`, over all distributions of
/// `T >= 0` with this mean. The chance at t is `r(t) = Phi(-sqrt t - c) + Phi(sqrt t - c)`; the greatest is the least
/// concave majorant of r, taken at the mean. Right to about 1e-9; `None` if the mean is not a number from 0 on.
///
/// Armstrong, Kolesár and Plagborg-Møller 2022, section 4.1.
///
/// ```
/// use stats::{Level, robust_critical};
/// let critical = |mean| robust_critical(mean, Level::P95).unwrap();
/// assert!((critical(1.0) - 3.259_199).abs() < 1e-4);
/// assert!((critical(0.0) - Level::P95.z()).abs() < 1e-8);
/// ```
#[must_use]
pub fn robust_critical(mean: f64, level: Level) -> Option<f64> {
    if !(mean >= 0.0 && mean.is_finite()) {
        return None;
    }
    let alpha = level.alpha();
    // Chebyshev's inequality: no distribution errs more.
    let most = ((1.0 + mean) / alpha).sqrt();
    Some(halved(level.z(), most, |c| greatest_error(c, mean) > alpha))
}

/// The least concave majorant of the chance of an error at a mean: a straight line from 0 to where it touches, from
/// there the chance itself.
fn greatest_error(c: f64, mean: f64) -> f64 {
    let at_zero = error(c, 0.0);
    let touches = touching(c, at_zero);
    if mean >= touches {
        return error(c, mean);
    }
    at_zero + mean * (error(c, touches) - at_zero) / touches
}

/// Where the line from the chance at 0 touches its curve; 0 where the curve is concave from there on, up to the root of
/// 3.
fn touching(c: f64, at_zero: f64) -> f64 {
    if c * c <= 3.0 {
        return 0.0;
    }
    // Beyond three standard deviations from c the curve is as good as flat.
    halved(0.0, (c + 3.0) * (c + 3.0), |t| {
        let root = t.sqrt();
        let slope = (density(root - c) - density(root + c)) / (2.0 * root);
        error(c, t) - at_zero < t * slope
    })
}

fn error(c: f64, t: f64) -> f64 {
    let root = t.sqrt();
    distribution(-root - c) + distribution(root - c)
}

/// The number up to which something holds, between two.
fn halved(mut low: f64, mut high: f64, holds: impl Fn(f64) -> bool) -> f64 {
    const CLOSE: f64 = 1e-10;
    while high - low > CLOSE * (1.0 + high) {
        let middle = f64::midpoint(low, high);
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The method's vectors, section 12.
    #[test]
    fn critical_values_are_the_methods() {
        for (mean, expected) in [(0.0, 1.959_964), (0.25, 2.226_654), (1.0, 3.259_199), (4.0, 7.216_351)] {
            let found = robust_critical(mean, Level::P95).unwrap();
            assert!((found - expected).abs() < 1e-4, "{mean}: {found}");
        }
    }

    /// Whatever two values T has, with whatever chances, the error is at most alpha; and some two reach it.
    #[test]
    fn no_distribution_errs_more_often_than_the_level_allows() {
        for mean in [0.1, 0.5, 2.0, 9.0] {
            for level in [Level::P90, Level::P95, Level::P99] {
                let c = robust_critical(mean, level).unwrap();
                let mut worst = 0.0_f64;
                for step in 0..=4_000 {
                    let high = mean * libm::exp(f64::from(step) / 500.0);
                    let chance = mean / high;
                    worst = worst.max(chance * error(c, high) + (1.0 - chance) * error(c, 0.0));
                }
                let alpha = level.alpha();
                assert!(worst < alpha + 1e-7 && worst > alpha - 1e-4, "{mean} {worst} {alpha}");
            }
        }
    }

    #[test]
    fn without_differences_all_are_on_the_line_and_no_interval_is_given() {
        let line = Towards {
            value: 20.0,
            variance: 0.5,
            between: 0.0,
        };
        for value in [3.0, 20.0, 90.0] {
            let shrunken = line.shrink(Measurement { value, variance: 4.0 }).unwrap();
            assert_eq!((shrunken.value, shrunken.kept), (20.0, 0.0));
            assert_eq!(shrunken.interval(Level::P95), None);
            assert_eq!(shrunken.robust_interval(Level::P95), None);
        }
    }

    #[test]
    fn the_robust_interval_is_the_wider_one() {
        let line = Towards {
            value: 20.0,
            variance: 0.1,
            between: 9.0,
        };
        let shrunken = line
            .shrink(Measurement {
                value: 30.0,
                variance: 9.0,
            })
            .unwrap();
        let plain = shrunken.interval(Level::P95).unwrap();
        let robust = shrunken.robust_interval(Level::P95).unwrap();
        assert!(robust.low() < plain.low() && plain.high() < robust.high());
        assert!((robust.half_width() - 3.259_199 * 0.5 * 3.0).abs() < 1e-3);
    }

    #[test]
    fn what_is_no_variance_is_refused() {
        let of = |variance, between| Towards {
            value: 0.0,
            variance,
            between,
        };
        let figure = |variance| Measurement { value: 1.0, variance };
        assert_eq!(of(-1.0, 1.0).shrink(figure(1.0)), None);
        assert_eq!(of(1.0, f64::NAN).shrink(figure(1.0)), None);
        assert_eq!(of(1.0, 1.0).shrink(figure(0.0)), None);
        assert_eq!(robust_critical(f64::NAN, Level::P95), None);
        assert_eq!(robust_critical(-1.0, Level::P95), None);
    }
}
