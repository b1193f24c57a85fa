//! Successes in a sample.

/// The number of successes in a sample. Both numbers may be fractional, as effective sizes are.
///
/// ```
/// use stats::Sample;
/// let sample = Sample::new(65.0, 100.0).unwrap();
/// assert_eq!(sample.share(), 0.65);
/// assert_eq!(Sample::new(3.0, 2.0), None);
/// assert_eq!(Sample::new(0.0, 0.0), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    successes: f64,
    size: f64,
}

impl Sample {
    /// The sample of this size; `None` unless the size is above 0 and at most 1e15, and the
    /// successes are from 0 to the size.
    #[must_use]
    pub fn new(successes: f64, size: f64) -> Option<Self> {
        (is_size(size) && successes >= 0.0 && successes <= size).then_some(Self { successes, size })
    }

    /// The sample of this size of which this share, 0 to 1, succeeds; `None` if that is not
    /// possible.
    ///
    /// ```
    /// use stats::Sample;
    /// assert_eq!(Sample::of_share(0.65, 100.0), Sample::new(65.0, 100.0));
    /// ```
    #[must_use]
    pub fn of_share(share: f64, size: f64) -> Option<Self> {
        Self::new(share * size, size)
    }

    /// The number of successes.
    #[must_use]
    pub const fn successes(self) -> f64 {
        self.successes
    }

    /// The size, above 0.
    #[must_use]
    pub const fn size(self) -> f64 {
        self.size
    }

    /// The share of successes, 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        self.successes / self.size
    }
}

/// Whether a sample can be of this size, whole or fractional.
pub(super) fn is_size(size: f64) -> bool {
    /// Far more than there are people, and small enough that no formula here leaves the range of numbers.
    const MOST: f64 = 1e15;
    (f64::MIN_POSITIVE..=MOST).contains(&size)
}
