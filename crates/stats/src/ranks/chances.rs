//! The chances of ranks (method, section 11).

use super::super::normal::density;
use super::super::tails::Tails;
use super::Estimate;

/// Beyond this many standard deviations the probability is negligible: 2e-9.
const REACH: f64 = 6.0;

/// A step of the quadrature as a multiple of the scale on which the integrand changes.
const STEP: f64 = 0.25;

/// How many standard errors of a difference away from its turning point a rival still matters.
const FAR: f64 = 7.0;

/// Errors below this fraction of one's own are treated as this fraction; chances change by less than 0.000 2.
const SMALLEST_RATIO: f64 = 0.005;

/// A chance not worth following.
const NOTHING: f64 = 1e-16;

/// From this many on a list is divided into fifths.
const FEWEST_FOR_FIFTHS: usize = 20;

/// Which ranks each of several unknown numbers has, and with what chance: number i is normal with an estimate's value
/// as its mean and the estimate's error as its standard deviation, whatever the others are. The greatest has rank 1.
///
/// ```
/// use stats::ranks::{Estimate, RankChances};
/// let ten: Vec<_> = (1..=10).filter_map(|value| Estimate::new(f64::from(value), 1.0)).collect();
/// let chances = RankChances::new(&ten);
/// // The vectors of the method, section 11.
/// assert!((chances.expected_rank(9).unwrap() - 1.337_901).abs() < 1e-6);
/// assert!((chances.at_most(9, 3).unwrap() - 0.993_027).abs() < 1e-6);
/// ```
#[derive(Debug, Clone)]
pub struct RankChances<'a> {
    estimates: &'a [Estimate],
    /// The indices of the estimates, the greatest first: the number of those above is settled soonest so.
    order: Vec<usize>,
}

impl<'a> RankChances<'a> {
    /// The chances of the ranks of these.
    #[must_use]
    pub fn new(estimates: &'a [Estimate]) -> Self {
        let mut order: Vec<(f64, usize)> = (0..).zip(estimates).map(|(index, of)| (of.value, index)).collect();
        order.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        Self {
            estimates,
            order: order.into_iter().map(|(_, index)| index).collect(),
        }
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
        let above = self.rivals(index).map(|rival| {
            let error = (rival.variance() + own.variance()).sqrt();
            tails.above((own.value - rival.value) / error)
        });
        Some(1.0 + above.sum::<f64>())
    }

    /// The chance that the rank is at most this: `integral phi(u) P(at most k - 1 of the others above m_i + sqrt(v_i)
    /// u) du`. `None` if there is no such estimate.
    #[must_use]
    pub fn at_most(&self, index: usize, rank: usize) -> Option<f64> {
        if rank >= self.estimates.len() {
            return self.estimates.get(index).map(|_| 1.0);
        }
        let found = self.first(index, rank)?;
        Some(found.iter().sum::<f64>().min(1.0))
    }

    /// The chance of each rank. `None` if there is no such estimate.
    #[must_use]
    pub fn distribution(&self, index: usize) -> Option<RankDistribution> {
        let chances = self.first(index, self.estimates.len())?;
        Some(RankDistribution { chances })
    }

    /// The chances of the first few ranks.
    fn first(&self, index: usize, ranks: usize) -> Option<Vec<f64>> {
        let own = *self.estimates.get(index)?;
        let tails = Tails::table();
        let rivals: Vec<Rival> = self.rivals(index).map(|rival| Rival::new(own, rival)).collect();
        let scale = rivals.iter().filter(|rival| rival.matters());
        let scale = scale.fold(1.0_f64, |scale, rival| scale.min(rival.ratio));
        let steps = (REACH / (STEP * scale)).ceil();
        let mut chances = vec![0.0; ranks];
        let mut weight = 0.0;
        let mut above = Above::default();
        for step in 0..=(2.0 * steps) as u32 {
            let u = REACH * (f64::from(step) / steps - 1.0);
            let here = density(u);
            weight += here;
            above.start();
            for rival in &rivals {
                above.add(tails.above((u - rival.ahead) / rival.ratio), ranks);
                if above.lowest >= ranks {
                    break;
                }
            }
            let counts = chances.iter_mut().zip(&above.chances).skip(above.lowest);
            counts.for_each(|(chance, count)| *chance += here * count);
        }
        chances.iter_mut().for_each(|chance| *chance /= weight);
        Some(chances)
    }

    /// The others, the greatest first.
    fn rivals(&self, own: usize) -> impl Iterator<Item = Estimate> {
        let others = self.order.iter().filter(move |index| **index != own);
        others.filter_map(|index| self.estimates.get(*index).copied())
    }
}

/// Another estimate as seen from one's own, in standard deviations of that.
struct Rival {
    /// How far ahead its mean is.
    ahead: f64,
    /// Its standard deviation.
    ratio: f64,
}

impl Rival {
    fn new(own: Estimate, rival: Estimate) -> Self {
        Self {
            ahead: (rival.value - own.value) / own.error,
            ratio: (rival.error / own.error).max(SMALLEST_RATIO),
        }
    }

    /// Whether it could be on either side.
    fn matters(&self) -> bool {
        self.ahead.abs() < FAR * (1.0 + self.ratio * self.ratio).sqrt()
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

    /// Counts one that is above with this chance; of numbers from `end` on nothing is kept.
    fn add(&mut self, chance: f64, end: usize) {
        if chance < NOTHING {
            return;
        }
        if self.chances.len() < end && self.chances.last().is_some_and(|last| *last > NOTHING) {
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
                for (rank, expected) in (1..).zip(by_plain_steps(&family, own)) {
                    let chance = found.chances()[rank - 1];
                    assert!((chance - expected).abs() < 1e-7, "{own} {rank}: {chance} {expected}");
                    let at_most = chances.at_most(own, rank).unwrap();
                    assert!((at_most - found.at_most(rank)).abs() < 1e-12);
                }
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
        assert_eq!((chances.expected_rank(1), chances.at_most(1, 3)), (None, None));
        assert_eq!(RankChances::new(&[]).distribution(0), None);
    }

    #[test]
    fn rankability_needs_figures_and_variances() {
        assert_eq!(rankability(1.0, &[]), None);
        assert_eq!(rankability(-1.0, &[1.0]), None);
        assert_eq!(rankability(0.0, &[0.0]), None);
        assert_eq!(rankability(2.0, &[1.0, 3.0, 100.0, 1.0]), Some(0.5));
    }
}
