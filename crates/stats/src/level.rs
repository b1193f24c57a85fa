//! Confidence levels.

use super::normal::deviate;

/// A confidence level: above 0 and below 1.
///
/// ```
/// use stats::Level;
/// assert!((Level::P95.z() - 1.959_963_984_540_054).abs() < 1e-14);
/// assert_eq!(Level::new(0.95), Some(Level::P95));
/// assert_eq!(Level::new(1.0), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Level(f64);

impl Level {
    /// 90%.
    pub const P90: Self = Self(0.9);
    /// 95%.
    pub const P95: Self = Self(0.95);
    /// 99%.
    pub const P99: Self = Self(0.99);
    /// 99.8%: the outer limits of a funnel.
    pub const P99_8: Self = Self(0.998);

    /// The level, if it is above 0 and below 1.
    #[must_use]
    pub fn new(level: f64) -> Option<Self> {
        (level > 0.0 && level < 1.0).then_some(Self(level))
    }

    /// The level of this many percent.
    ///
    /// ```
    /// use stats::Level;
    /// assert_eq!(Level::of_percent(95.0), Some(Level::P95));
    /// assert_eq!(Level::of_percent(100.0), None);
    /// ```
    #[must_use]
    pub fn of_percent(percent: f64) -> Option<Self> {
        Self::new(percent / 100.0)
    }

    /// The level in percent, to a millionth of one.
    ///
    /// ```
    /// use stats::Level;
    /// assert_eq!([Level::P95, Level::P99_8].map(Level::percent), [95.0, 99.8]);
    /// ```
    #[must_use]
    pub fn percent(self) -> f64 {
        (self.0 * 1e8).round() / 1e6
    }

    /// The level as a share, such as 0.95.
    #[must_use]
    pub const fn share(self) -> f64 {
        self.0
    }

    /// The probability of error: 0.05 at 95%.
    #[must_use]
    pub fn alpha(self) -> f64 {
        1.0 - self.0
    }

    /// How many standard errors to either side hold this share of a normal distribution, in full double precision:
    /// 1.959963984540054 at 95%, 3.090232306167813 at 99.8% (method, section 4). Never below 0.
    #[must_use]
    pub fn z(self) -> f64 {
        self.z_of_pairs(1)
    }

    /// Bonferroni's z for this many comparisons at once, to both sides.
    pub(super) fn z_of_pairs(self, pairs: u32) -> f64 {
        (-deviate(self.alpha() / 2.0 / f64::from(pairs.max(1)))).max(0.0)
    }

    /// Bonferroni's z for this many comparisons at once, to one side, or 0 where it would be lower.
    pub(super) fn one_sided_z_of_pairs(self, pairs: u32) -> f64 {
        let each = self.alpha() / f64::from(pairs.max(1));
        if each < 0.5 { -deviate(each) } else { 0.0 }
    }
}
