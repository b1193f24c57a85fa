//! The uncertainty of a weighted mean of shares, from its parts (method, section 4).

use super::sample::is_size;

/// The size of the simple random sample with the same uncertainty as a weighted one: `(sum n y)^2 /
/// sum(n y^2)` for parts of `n` members, each with weight `y` (Kish 1965, "Survey Sampling"). Parts
/// of no members or no weight are left out; `None` if none remains or a number is below 0 or not
/// finite.
///
/// ```
/// use stats::sampling::effective_size;
/// // The hand vector of the method, section 4, with the years capped at 5.
/// let size = effective_size(&[(40.0, 3.0), (60.0, 4.0), (100.0, 5.0)]).unwrap();
/// assert!((size - 193.612_565).abs() < 1e-6);
/// assert_eq!(effective_size(&[]), None);
/// ```
#[must_use]
pub fn effective_size(parts: &[(f64, f64)]) -> Option<f64> {
    let mut size = EffectiveSize::default();
    for &(n, y) in parts {
        size.add(n, y);
    }
    size.value()
}

/// Accumulates the [`effective_size`] of parts.
#[derive(Debug, Default)]
pub struct EffectiveSize {
    sum: f64,
    squares: f64,
    /// Whether a number was below 0 or NaN.
    makes_no_sense: bool,
}

impl EffectiveSize {
    /// Adds a part of this many members, each with a weight.
    pub fn add(&mut self, members: f64, weight: f64) {
        self.sum += members * weight;
        self.squares += members * weight * weight;
        self.makes_no_sense |= !(members >= 0.0 && weight >= 0.0);
    }

    /// The size of the parts so far.
    pub fn value(&self) -> Option<f64> {
        let size = self.sum * self.sum / self.squares;
        (!self.makes_no_sense && is_size(size)).then_some(size)
    }
}

/// One part of a weighted mean of shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedShare {
    /// Its weight in the mean, in any unit; 0 or more.
    pub weight: f64,
    /// Its share, 0 to 1.
    pub share: f64,
    /// How many members the share is of.
    pub size: f64,
}

/// The standard error, as a share, of the weighted mean of the shares: the root of `sum(a^2 p (1 -
/// p) / n)` with `a = w / sum(w)`. Parts of no weight are left out; `None` if none remains or a
/// number is not valid.
///
/// ```
/// use stats::sampling::{WeightedShare, standard_error};
/// let part = |weight, share, size| WeightedShare { weight, share, size };
/// // The hand vector of the method, section 4, with the years capped at 5.
/// let parts = [part(120.0, 0.5, 40.0), part(240.0, 0.4, 60.0), part(500.0, 0.3, 100.0)];
/// assert!((standard_error(&parts).unwrap() - 0.033_809_027).abs() < 1e-9);
/// ```
#[must_use]
pub fn standard_error(parts: &[WeightedShare]) -> Option<f64> {
    let counting = || parts.iter().filter(|part| part.weight != 0.0);
    let sensible =
        |part: &WeightedShare| part.weight > 0.0 && is_size(part.size) && part.share >= 0.0 && part.share <= 1.0;
    let total: f64 = counting().map(|part| part.weight).sum();
    let variance: f64 = counting()
        .map(|part| {
            let part_of_all = part.weight / total;
            part_of_all * part_of_all * part.share * (1.0 - part.share) / part.size
        })
        .sum();
    let found = total > 0.0 && total.is_finite() && counting().all(sensible);
    found.then(|| variance.sqrt())
}
