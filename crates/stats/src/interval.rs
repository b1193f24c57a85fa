//! Intervals.

use borsh::{BorshDeserialize, BorshSerialize};

use super::within;

/// A closed interval with finite ends, the lower not above the upper.
///
/// ```
/// use stats::Interval;
/// let interval = Interval::new(0.25, 0.75).unwrap();
/// assert_eq!((interval.low(), interval.high()), (0.25, 0.75));
/// assert_eq!(Interval::normal(0.5, 0.125, 2.0), Some(interval));
/// assert_eq!(Interval::new(0.75, 0.25), None);
/// assert_eq!(Interval::new(0.0, f64::NAN), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Interval {
    low: f64,
    high: f64,
}

impl Interval {
    /// The range of every share: 0 to 1.
    pub const SHARES: Self = Self { low: 0.0, high: 1.0 };

    /// The interval with these ends; `None` if they are the wrong way round or not finite.
    #[must_use]
    pub fn new(low: f64, high: f64) -> Option<Self> {
        (low.is_finite() && high.is_finite() && low <= high).then_some(Self { low, high })
    }

    /// The normal interval: `z` standard errors to either side of a middle. `None` if they are
    /// below 0 or an end is not finite.
    #[must_use]
    pub fn normal(middle: f64, error: f64, z: f64) -> Option<Self> {
        let reach = z * error;
        Self::new(middle - reach, middle + reach)
    }

    /// The lower end, in the unit of the figure.
    #[must_use]
    pub const fn low(self) -> f64 {
        self.low
    }

    /// The upper end, in the unit of the figure.
    #[must_use]
    pub const fn high(self) -> f64 {
        self.high
    }

    /// Half the width. Divided by the level's z it is a standard error that is never zero, even
    /// where none of the pupils succeed (method, section 4).
    ///
    /// ```
    /// use stats::Interval;
    /// assert_eq!(Interval::new(1.0, 4.0).unwrap().half_width(), 1.5);
    /// ```
    #[must_use]
    pub fn half_width(self) -> f64 {
        // Halved first: the difference of two large numbers may not be a number.
        self.high / 2.0 - self.low / 2.0
    }

    /// Whether the number is between the ends or at one.
    ///
    /// ```
    /// use stats::Interval;
    /// assert!(Interval::SHARES.contains(1.0));
    /// assert!(!Interval::SHARES.contains(1.1));
    /// ```
    #[must_use]
    pub fn contains(self, number: f64) -> bool {
        self.low <= number && number <= self.high
    }

    /// The interval with each end moved to the nearest number within `bounds`.
    ///
    /// ```
    /// use stats::Interval;
    /// let beyond = Interval::new(0.25, 1.5).unwrap();
    /// assert_eq!(Some(beyond.clamped(Interval::SHARES)), Interval::new(0.25, 1.0));
    /// ```
    #[must_use]
    pub fn clamped(self, bounds: Self) -> Self {
        Self {
            low: within(self.low, bounds.low, bounds.high),
            high: within(self.high, bounds.low, bounds.high),
        }
    }

    /// The interval in a unit of which this many make one; a share in percent is 100 times as much.
    ///
    /// ```
    /// use stats::Interval;
    /// assert_eq!(Interval::SHARES.times(100.0), Interval::new(0.0, 100.0));
    /// ```
    #[must_use]
    pub fn times(self, factor: f64) -> Option<Self> {
        Self::new(self.low * factor, self.high * factor)
    }

    /// Two shares, whichever is lower first, each held within 0 and 1.
    pub(super) fn of_shares(one: f64, other: f64) -> Self {
        Self {
            low: within(one.min(other), 0.0, 1.0),
            high: within(one.max(other), 0.0, 1.0),
        }
    }
}
