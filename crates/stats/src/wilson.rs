//! The interval of a share.

use super::{Interval, Level, Sample};

/// Wilson's score interval of a sample's share, within 0 and 1:
/// `(2x + z^2 -/+ z sqrt(z^2 + 4x(1 - x/n))) / (2(n + z^2))`.
///
/// Wilson 1927, "Probable inference, the law of succession, and statistical inference"; fractional
/// samples are used unchanged. Its width is above 0 even if none or all succeed.
///
/// ```
/// use stats::{Level, Sample, wilson};
/// let interval = wilson(Sample::new(65.0, 100.0).unwrap(), Level::P95);
/// assert!((interval.low() - 0.552_544_432_968_879_7).abs() < 1e-14);
/// assert!((interval.high() - 0.736_357_517_570_964_7).abs() < 1e-10);
/// ```
#[must_use]
pub fn wilson(sample: Sample, level: Level) -> Interval {
    wilson_of_z(sample, level.z())
}

/// The same for a level's z, which should be computed once for many schools, because it takes
/// longer than the rest.
pub fn wilson_of_z(sample: Sample, z: f64) -> Interval {
    let middle = 2.0 * sample.successes() + z * z;
    let reach = z * (z * z + 4.0 * sample.successes() * (1.0 - sample.share())).sqrt();
    let whole = 2.0 * (sample.size() + z * z);
    Interval::of_shares((middle - reach) / whole, (middle + reach) / whole)
}
