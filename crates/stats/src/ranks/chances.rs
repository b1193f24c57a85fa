//! The chances of ranks (method, section 11).

use super::super::normal::density;
use super::super::tails::Tails;
use super::Estimate;

/// Beyond this many standard deviations the probability is negligible: 2e-9.
const REACH: f64 = 6.0;

/// A step of the quadrature as a multiple of the smallest error, and of the scale on which the number of those above
/// changes.
const STEP: f64 = 0.3;
const STEP_OF_COUNT: f64 = 0.6;

/// Errors below this fraction of the greatest are treated as this fraction; chances change by less than 0.000 2.
const SMALLEST_RATIO: f64 = 0.005;

/// A chance not worth following.
const NOTHING: f64 = 1e-16;

/// From this many on a list is divided into fifths.
const FEWEST_FOR_FIFTHS: usize = 20;

/// Which ranks each of several unknown numbers has, and with what chance: number i is normal with an estimate's value
/// as its mean and the estimate's error as its standard deviation, whatever the others are. The greatest has rank 1.
///
/// Integrals are sums over equal steps, which of smooth functions that vanish at both ends come nearest (Trefethen and
/// Weideman 2014, "The exponentially convergent trapezoidal rule"); chances are right to about 1e-8.
///
/// ```
/// use stats::ranks::{Estimate, RankChances};
/// let ten: Vec<_> = (1..=10).filter_map(|value| Estimate::new(f64::from(value), 1.0)).collect();
/// let chances = RankChances::new(&ten);
/// // The vectors of the method, section 11.
/// assert!((chances.expected_rank(9).unwrap() - 1.337_901).abs() < 1e-6);
/// let best = chances.distribution(9).unwrap();
/// assert!((best.at_most(3) - 0.993_027).abs() < 1e-6);
/// ```
#[derive(Debug, Clone)]
pub struct RankChances {
    /// In the order given.
    estimates: Vec<Estimate>,
    /// The step of integrals, in the estimates' unit.
    step: f64,
}

impl RankChances {
    /// The chances of the ranks of these.
    #[must_use]
    pub fn new(estimates: &[Estimate]) -> Self {
        let greatest = estimates.iter().map(|of| of.error).fold(0.0, f64::max);
        let least = greatest * SMALLEST_RATIO;
        let estimates = estimates.iter().map(|of| Estimate {
            error: of.error.max(least),
            ..*of
        });
        let estimates: Vec<Estimate> = estimates.collect();
        let step = step(&estimates);
        Self { estimates, step }
    }

    /// The rank to be expected: `1 + sum_(k != i) Phi((m_k - m_i) / sqrt(v_k + v_i))`. `None` if there is no such
    /// estimate.
    ///
    /// Laird and Louis 1989, "Empirical Bayes ranking methods"; Lin, Louis, Paddock and Ridgeway 2006, "Loss function
    /// based ranking in two-stage, hierarchical models".
    #[must_use]
    pub fn expected_rank(&self, index: usize) -> Option<f64> {
        let own = *self.estimates.get(index)?;
        let tails = Tails::table();
        let above = self.estimates.iter().map(|rival| {
            let error = (rival.variance() + own.variance()).sqrt();
            tails.above((own.value - rival.value) / error)
        });
        // It is among them itself, with a chance of one half.
        Some(0.5 + above.sum::<f64>())
    }

    /// The chance of each rank: `integral phi(u) P(so many of the others are above m_i + sqrt(v_i) u) du`. `None` if
    /// there is no such estimate.
    #[must_use]
    pub fn distribution(&self, index: usize) -> Option<RankDistribution> {
        let own = *self.estimates.get(index)?;
        let mut found = Sum::new(self.estimates.len());
        let mut above = Above::default();
        let steps = (REACH * own.error / self.step).ceil() as i32;
        for step in -steps..=steps {
            let at = own.value + f64::from(step) * self.step;
            above.start();
            for (other, rival) in self.estimates.iter().enumerate() {
                if other != index {
                    above.add(chance_above(*rival, at));
                }
            }
            let here = found.weigh(own, at);
            let counts = found.chances.iter_mut().zip(&above.chances).skip(above.lowest);
            counts.for_each(|(chance, count)| *chance += here * count);
        }
        Some(found.finish())
    }

    /// The chance of each rank of each estimate, in a fraction of the time of one after the other: at each number how
    /// many of all are above is found once, and each estimate's own part is taken out of it.
    #[must_use]
    pub fn distributions(&self) -> Vec<RankDistribution> {
        let count = self.estimates.len();
        let mut found: Vec<Sum> = self.estimates.iter().map(|_| Sum::new(count)).collect();
        let mut above = Above::default();
        let mut chances = vec![0.0; count];
        for (low, high) in self.spans() {
            for step in 0..=((high - low) / self.step).ceil() as u32 {
                let at = low + f64::from(step) * self.step;
                above.start();
                for (rival, chance) in self.estimates.iter().zip(&mut chances) {
                    *chance = chance_above(*rival, at);
                    above.add(*chance);
                }
                for ((own, sum), chance) in self.estimates.iter().zip(&mut found).zip(&chances) {
                    if (at - own.value).abs() <= REACH * own.error {
                        let here = sum.weigh(*own, at);
                        above.add_without(*chance, here, &mut sum.chances);
                    }
                }
            }
        }
        found.into_iter().map(Sum::finish).collect()
    }

    /// The ranges in which some estimate's number can be, none of which overlap.
    fn spans(&self) -> Vec<(f64, f64)> {
        let ends = self.estimates.iter().map(|of| {
            let reach = REACH * of.error;
            (of.value - reach, of.value + reach)
        });
        let mut ends: Vec<(f64, f64)> = ends.collect();
        ends.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let mut spans: Vec<(f64, f64)> = Vec::new();
        for (low, high) in ends {
            match spans.last_mut() {
                Some((_, end)) if low <= *end => *end = end.max(high),
                _ => spans.push((low, high)),
            }
        }
        spans
    }
}

/// The step of integrals over these: a part of the smallest error, and of the scale on which the number of those above
/// changes, its standard deviation over the density of those that are passed.
fn step(estimates: &[Estimate]) -> f64 {
    let smallest = estimates.iter().map(|of| of.error).fold(f64::INFINITY, f64::min);
    let scales = estimates.iter().map(|at| {
        let (mut passed, mut variance) = (0.0, 0.0);
        for rival in estimates {
            let chance = chance_above(*rival, at.value);
            variance += chance * (1.0 - chance);
            passed += density((at.value - rival.value) / rival.error) / rival.error;
        }
        variance.sqrt() / passed
    });
    let of_count = scales.fold(f64::INFINITY, f64::min);
    (STEP * smallest).min(STEP_OF_COUNT * of_count)
}

fn chance_above(rival: Estimate, at: f64) -> f64 {
    Tails::table().above((at - rival.value) / rival.error)
}

/// The integral of one estimate's chances.
struct Sum {
    chances: Vec<f64>,
    weight: f64,
}

impl Sum {
    fn new(ranks: usize) -> Self {
        Self {
            chances: vec![0.0; ranks],
            weight: 0.0,
        }
    }

    /// The weight of a number among those that the estimate's can be.
    fn weigh(&mut self, own: Estimate, at: f64) -> f64 {
        let here = density((at - own.value) / own.error);
        self.weight += here;
        here
    }

    fn finish(mut self) -> RankDistribution {
        self.chances.iter_mut().for_each(|chance| *chance /= self.weight);
        RankDistribution { chances: self.chances }
    }
}

/// How many are above, by the recursion of the Poisson-binomial distribution: `P_k(j) = P_(k-1)(j) (1 - p_k) +
/// P_(k-1)(j - 1) p_k`.
#[derive(Default)]
struct Above {
    /// The chance of each number; below the lowest they are negligible, above the last, too.
    chances: Vec<f64>,
    lowest: usize,
}

impl Above {
    /// Nobody is above.
    fn start(&mut self) {
        self.chances.clear();
        self.chances.push(1.0);
        self.lowest = 0;
    }

    /// Counts one that is above with this chance.
    fn add(&mut self, chance: f64) {
        if chance < NOTHING {
            return;
        }
        if self.chances.last().is_some_and(|last| *last > NOTHING) {
            self.chances.push(0.0);
        }
        let mut moved = 0.0;
        for count in self.chances.iter_mut().skip(self.lowest) {
            let before = *count;
            *count = before * (1.0 - chance) + moved;
            moved = before * chance;
        }
        while self.chances.get(self.lowest).is_some_and(|count| *count < NOTHING) {
            self.lowest += 1;
        }
    }

    /// Adds to sums, each times `weight`, the chance of each number without one that is above with this chance: the
    /// recursion undone, from the end at which errors do not grow.
    fn add_without(&self, chance: f64, weight: f64, sums: &mut [f64]) {
        let mut last = 0.0;
        if chance <= 0.5 {
            for (count, sum) in self.chances.iter().zip(sums).skip(self.lowest) {
                last = ((count - chance * last) / (1.0 - chance)).max(0.0);
                *sum += weight * last;
            }
        } else {
            // The sum of a number belongs to the count one above it, of which the one taken out is one.
            let counts = self.chances.iter().skip(1).zip(sums);
            for (count, sum) in counts.skip(self.lowest.saturating_sub(1)).rev() {
                last = ((count - (1.0 - chance) * last) / chance).max(0.0);
                *sum += weight * last;
            }
        }
    }
}

/// The chance of each rank of one estimate.
#[derive(Debug, Clone, PartialEq)]
pub struct RankDistribution {
    chances: Vec<f64>,
}

impl RankDistribution {
    /// The chances of rank 1, 2 and so on; together 1.
    #[must_use]
    pub fn chances(&self) -> &[f64] {
        &self.chances
    }

    /// The chance of a rank that is at most this.
    #[must_use]
    pub fn at_most(&self, rank: usize) -> f64 {
        self.chances.iter().take(rank).sum::<f64>().min(1.0)
    }

    /// The chance of each fifth of the list, the best first, together 1; `None` with fewer than 20 ranks. Fifth f ends
    /// at rank `ceil(f n / 5)`.
    ///
    /// ```
    /// use stats::ranks::{Estimate, RankChances};
    /// let alike = vec![Estimate::new(0.0, 1.0).unwrap(); 21];
    /// let fifths = RankChances::new(&alike).distribution(0).unwrap().fifths().unwrap();
    /// // 5, 4, 4, 4 and 4 of 21 ranks.
    /// let ranks = fifths.map(|chance| (chance * 21.0).round());
    /// assert_eq!(ranks, [5.0, 4.0, 4.0, 4.0, 4.0]);
    /// ```
    #[must_use]
    pub fn fifths(&self) -> Option<[f64; 5]> {
        let all = self.chances.len();
        if all < FEWEST_FOR_FIFTHS {
            return None;
        }
        let mut begin = 0;
        Some([1, 2, 3, 4, 5].map(|fifth| {
            let end = (fifth * all).div_ceil(5);
            let chances = self.chances.get(begin..end).unwrap_or_default();
            begin = end;
            chances.iter().sum()
        }))
    }

    /// The fewest ranks next to one another that hold at least this share of the chances: the best and the worst of
    /// them. `None` if there are no ranks.
    ///
    /// ```
    /// use stats::ranks::{Estimate, RankChances};
    /// let three = [3.0, 2.0, 1.0].map(|value| Estimate::new(value, 0.01).unwrap());
    /// let first = RankChances::new(&three).distribution(0).unwrap();
    /// assert_eq!(first.shortest(0.5), Some((1, 1)));
    /// ```
    #[must_use]
    pub fn shortest(&self, share: f64) -> Option<(usize, usize)> {
        let all = self.chances.len();
        let enough = |ranks: usize| {
            let windows = self.chances.windows(ranks).enumerate();
            let sums = windows.map(|(first, window)| (window.iter().sum::<f64>(), first));
            let best = sums.max_by(|(one, _), (other, _)| one.total_cmp(other));
            best.filter(|(sum, _)| ranks == all || *sum >= share)
                .map(|(_, first)| (first + 1, first + ranks))
        };
        (1..=all).find_map(enough)
    }
}

/// How much of the differences between figures is not chance: `tau^2 / (tau^2 + median s^2)`, 0 to 1, from the variance
/// between the true figures and the square of each figure's standard error. `None` without figures, or where a number
/// is not a variance.
///
/// Van Dishoeck and others 2011, "Random variation and rankability of hospitals using outcome indicators".
///
/// ```
/// use stats::ranks::rankability;
/// assert_eq!(rankability(1.5, &[1.0; 5]), Some(0.6));
/// assert_eq!(rankability(0.0, &[1.0, 4.0]), Some(0.0));
/// ```
#[must_use]
pub fn rankability(between: f64, variances: &[f64]) -> Option<f64> {
    let mut sorted = variances.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len().checked_sub(1)?;
    let median = f64::midpoint(*sorted.get(middle / 2)?, *sorted.get(middle.div_ceil(2))?);
    let share = between / (between + median);
    (between >= 0.0 && median > 0.0 && share.is_finite()).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn estimates(of: &[(f64, f64)]) -> Vec<Estimate> {
        let of = of.iter();
        of.map(|(value, error)| Estimate::new(*value, *error).unwrap())
            .collect()
    }

    /// The formula as written in the method, in steps small enough to miss nothing, and with the recursion's sum made
    /// anew over every subset.
    fn by_plain_steps(estimates: &[Estimate], own: usize) -> Vec<f64> {
        use super::super::super::normal::distribution;
        let me = estimates[own];
        let others: Vec<Estimate> = (0..estimates.len())
            .filter(|k| *k != own)
            .map(|k| estimates[k])
            .collect();
        let mut chances = vec![0.0; estimates.len()];
        let step = 0.002;
        for number in -4_500..=4_500 {
            let u = f64::from(number) * step;
            let at = me.value + me.error * u;
            let above: Vec<f64> = others
                .iter()
                .map(|other| distribution((other.value - at) / other.error))
                .collect();
            for subset in 0..1_u32 << others.len() {
                let mut chance = density(u) * step;
                for (index, p) in above.iter().enumerate() {
                    chance *= if subset >> index & 1 == 1 { *p } else { 1.0 - p };
                }
                chances[subset.count_ones() as usize] += chance;
            }
        }
        chances
    }

    #[test]
    fn the_chances_are_those_of_the_formula_for_errors_small_and_large() {
        for family in [
            estimates(&[(1.0, 1.0), (2.0, 0.05), (0.5, 3.0), (1.1, 0.4)]),
            estimates(&[(0.0, 1.0), (0.0, 1.0), (0.0, 0.1)]),
            estimates(&[(5.0, 0.2), (5.1, 4.0), (4.0, 0.2), (9.0, 1.0), (5.0, 0.05)]),
        ] {
            let chances = RankChances::new(&family);
            for own in 0..family.len() {
                let found = chances.distribution(own).unwrap();
                for (chance, expected) in found.chances().iter().zip(by_plain_steps(&family, own)) {
                    assert!((chance - expected).abs() < 1e-7, "{own}: {chance} {expected}");
                }
            }
        }
    }

    /// Of many alike every rank is as likely: there the number of those above changes fastest.
    #[test]
    fn of_many_alike_every_rank_is_as_likely() {
        for count in [2, 7, 60, 250] {
            let alike = vec![Estimate::new(3.0, 2.0).unwrap(); count];
            let found = RankChances::new(&alike).distribution(count / 2).unwrap();
            for chance in found.chances() {
                assert!((chance * count as f64 - 1.0).abs() < 1e-5, "{count}: {chance}");
            }
            for rank in 1..=count {
                let expected = rank as f64 / count as f64;
                assert!((found.at_most(rank) - expected).abs() < 1e-8);
            }
        }
    }

    #[test]
    fn all_at_once_are_as_one_by_one() {
        let spread = |count: u32, errors: f64| -> Vec<(f64, f64)> {
            let of = (0..count).map(|place| {
                let turn = f64::from(place * 37 % 101) / 101.0;
                (60.0 * turn * turn, 1.0 + errors * f64::from(place * 53 % 97) / 97.0)
            });
            of.collect()
        };
        for family in [
            spread(5, 2.0),
            spread(40, 8.0),
            spread(160, 3.0),
            // Far apart, and one alone.
            vec![(0.0, 1.0), (1e6, 1.0), (1e6 + 1.0, 2.0), (-1e60, 1.0)],
            vec![(7.0, 2.0)],
        ] {
            let chances = RankChances::new(&estimates(&family));
            for (own, all) in chances.distributions().into_iter().enumerate() {
                let one = chances.distribution(own).unwrap();
                for (all, one) in all.chances().iter().zip(one.chances()) {
                    assert!((all - one).abs() < 1e-8, "{own} of {}: {all} {one}", family.len());
                }
                let ranks = (1..).zip(one.chances());
                let mean: f64 = ranks.map(|(rank, chance)| f64::from(rank) * chance).sum();
                assert!((mean - chances.expected_rank(own).unwrap()).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn a_rival_who_is_all_but_certain_is_taken_as_nearly_so() {
        let family = estimates(&[(5.0, 0.2), (5.1, 4.0), (5.0, 0.004)]);
        let found = RankChances::new(&family).distribution(1).unwrap();
        for (chance, expected) in found.chances().iter().zip(by_plain_steps(&family, 1)) {
            assert!((chance - expected).abs() < 2e-4, "{chance} {expected}");
        }
    }

    #[test]
    fn one_alone_is_first_and_what_is_not_there_has_no_rank() {
        let one = estimates(&[(7.0, 2.0)]);
        let chances = RankChances::new(&one);
        assert_eq!(chances.expected_rank(0), Some(1.0));
        assert_eq!(chances.distribution(0).unwrap().chances(), [1.0]);
        assert_eq!((chances.expected_rank(1), chances.distribution(1)), (None, None));
        assert_eq!(RankChances::new(&[]).distribution(0), None);
        assert!(RankChances::new(&[]).distributions().is_empty());
    }

    #[test]
    fn rankability_needs_figures_and_variances() {
        assert_eq!(rankability(1.0, &[]), None);
        assert_eq!(rankability(-1.0, &[1.0]), None);
        assert_eq!(rankability(0.0, &[0.0]), None);
        assert_eq!(rankability(2.0, &[1.0, 3.0, 100.0, 1.0]), Some(0.5));
    }
}
