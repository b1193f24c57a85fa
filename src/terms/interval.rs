//! An interval as a file gives it.

use borsh::{BorshDeserialize, BorshSerialize};

/// A published 95% confidence interval, in the unit of its figure. The lower end is never above the
/// upper one.
///
/// ```
/// use trust_gap::terms::PublishedInterval;
/// let interval = PublishedInterval::new(-0.79, -0.56).unwrap();
/// assert_eq!((interval.low(), interval.high()), (-0.79, -0.56));
/// assert!((interval.half_width() - 0.115).abs() < 1e-12);
/// assert_eq!(PublishedInterval::new(-0.56, -0.79), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct PublishedInterval {
    low: f64,
    high: f64,
}

impl PublishedInterval {
    /// The interval between two ends; nothing where the lower one is above the upper one.
    #[must_use]
    pub fn new(low: f64, high: f64) -> Option<Self> {
        (low <= high).then_some(Self { low, high })
    }

    /// The lower end.
    #[must_use]
    pub const fn low(self) -> f64 {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub const fn high(self) -> f64 {
        self.high
    }

    /// Half of what lies between the ends.
    #[must_use]
    pub fn half_width(self) -> f64 {
        (self.high - self.low) / 2.0
    }
}
