//! Limits from the binomial distribution itself.

use super::super::Interval;
use super::{Bands, is_share};

/// The limits for a true share of `target`, with a probability of about `tail` beyond each, from
/// the binomial distribution with interpolation, within 0 and 1: with r the smallest number of
/// successes such that `F(r) >= p`, and `a = (F(r) - p) / f(r)`, the limit is `(r - a) / n`; p is
/// `tail` below and `1 - tail` above.
///
/// Spiegelhalter 2005, "Funnel plots for comparing institutional performance", appendix A.1.1. As
/// the size grows the limits move in small steps back and forth. A fractional size is rounded to
/// the next whole number; `None` if that is 0 or above 100 million, if the target is not a share,
/// or the tail is not above 0 and at most one half.
///
/// ```
/// use stats::funnel::exact_limits;
/// let limits = exact_limits(0.25, 50.0, 0.025).unwrap();
/// assert!((limits.low() - 0.124_337_2).abs() < 1e-7);
/// assert!((limits.high() - 0.365_039_5).abs() < 1e-7);
/// ```
#[must_use]
pub fn exact_limits(target: f64, size: f64, tail: f64) -> Option<Interval> {
    if !(tail > 0.0 && tail <= 0.5) {
        return None;
    }
    let binomial = Binomial::new(target, size)?;
    Some(Interval::of_shares(binomial.limit(tail), binomial.limit(1.0 - tail)))
}

/// The inner and outer [`exact_limits`].
///
/// ```
/// use stats::funnel::{FunnelZone, exact_bands};
/// assert_eq!(exact_bands(0.25, 50.0).unwrap().zone(0.1), FunnelZone::Below);
/// ```
#[must_use]
pub fn exact_bands(target: f64, size: f64) -> Option<Bands> {
    Bands::both(|level| exact_limits(target, size, level.alpha() / 2.0))
}

/// The chances of each number of successes, except those too small to matter.
struct Binomial {
    size: f64,
    /// The number of successes that the first chance belongs to.
    first: f64,
    chances: Vec<f64>,
}

impl Binomial {
    fn new(target: f64, size: f64) -> Option<Self> {
        const LARGEST: f64 = 1e8;
        let size = size.round();
        let possible = is_share(target) && (1.0..=LARGEST).contains(&size);
        possible.then(|| Self::around_mode(target, size))
    }

    /// Steps from the likeliest number to either side, each chance from its neighbour's, until they vanish: some
    /// thousand steps where there are 100,000 members, and no factorial.
    fn around_mode(target: f64, size: f64) -> Self {
        /// Beside the likeliest one, this changes no sum.
        const NEGLIGIBLE: f64 = 1e-20;
        let odds = target / (1.0 - target);
        let mode = ((size + 1.0) * target).floor().min(size);
        let (mut first, mut chance) = (mode, 1.0);
        let mut chances = vec![];
        while chance > NEGLIGIBLE && first > 0.0 {
            chance *= first / ((size - first + 1.0) * odds);
            first -= 1.0;
            chances.push(chance);
        }
        chances.reverse();
        chances.push(1.0);
        let mut last = mode;
        chance = 1.0;
        while chance > NEGLIGIBLE && last < size {
            chance *= (size - last) * odds / (last + 1.0);
            last += 1.0;
            chances.push(chance);
        }
        let total: f64 = chances.iter().sum();
        for chance in &mut chances {
            *chance /= total;
        }
        Self { size, first, chances }
    }

    /// The share below which this much of the distribution is.
    fn limit(&self, below: f64) -> f64 {
        let (mut successes, mut reached) = (self.first, 0.0);
        for chance in &self.chances {
            reached += chance;
            if reached >= below {
                return (successes - (reached - below) / chance) / self.size;
            }
            successes += 1.0;
        }
        1.0
    }
}
