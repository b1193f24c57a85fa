//! The intervals of all ranks at once, by simulation.

use super::super::Level;
use super::draw::{Draw, Farthest};
use super::{Estimate, RankInterval};

/// The usual number of draws and seed, also for [`family_critical`].
impl Simulation {
    /// The fewest draws that the method allows.
    pub const DRAWS: u32 = 20_000;
    /// The most draws.
    pub const MOST_DRAWS: u32 = 200_000;
    /// The seed.
    pub const SEED: u64 = 2024;

    /// How many draws to make for a family of this many: [`Self::DRAWS`] for large ones, and more
    /// for small ones, since they cost little: with as many draws a critical value is off by about
    /// 0.01 for chance, with [`Self::MOST_DRAWS`] by a third of that.
    ///
    /// ```
    /// use stats::ranks::Simulation;
    /// assert_eq!([3, 25, 216].map(Simulation::draws), [200_000, 40_000, 20_000]);
    /// ```
    #[must_use]
    pub fn draws(count: usize) -> u32 {
        /// Draws times estimates that are drawn for in about a tenth of a second.
        const WORK: usize = 1_000_000;
        let affordable = u32::try_from(WORK / count.max(1)).unwrap_or(u32::MAX);
        affordable.clamp(Self::DRAWS, Self::MOST_DRAWS)
    }

    /// A simulation of as many draws as [`Self::draws`] says, with [`Self::SEED`].
    #[must_use]
    pub fn usual(estimates: Vec<Estimate>, level: Level) -> Self {
        let draws = Self::draws(estimates.len());
        Self::new(estimates, level, draws, Self::SEED)
    }
}

/// All estimates' ranks with simultaneous intervals: with at least this level's probability every
/// interval contains its true rank.
///
/// The computation can stop at any point, so that its progress can be shown and it can be dropped:
/// [`Self::advance`] until all is done, then [`Self::finish`]. The result depends on the estimates,
/// the level, the number of draws and the seed alone, not on how the draws were divided up.
///
/// ```
/// use stats::Level;
/// use stats::ranks::{Estimate, Simulation};
/// let estimates: Vec<_> = (1..=10).filter_map(|value| Estimate::new(f64::from(value), 1.0)).collect();
/// let mut simulation = Simulation::usual(estimates, Level::P95);
/// while !simulation.advance(1_000).is_complete() {}
/// let found = simulation.finish();
/// let low: Vec<u32> = found.intervals.iter().map(|interval| interval.low()).collect();
/// // The vector of the method, section 7.
/// assert_eq!(low, [6, 5, 4, 3, 2, 1, 1, 1, 1, 1]);
/// ```
#[derive(Debug, Clone)]
pub struct Simulation {
    estimates: Vec<Estimate>,
    level: Level,
    draws: u32,
    seed: u64,
    /// One for each draw made: first of all pairs, later of those not rejected, or a pair that has
    /// been rejected since and is farther apart than any other of that draw.
    farthest: Vec<Farthest>,
    draw: Draw,
}

/// The progress of a simulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Draws made.
    pub done: u32,
    /// Draws to be made in all.
    pub of: u32,
}

impl Progress {
    /// Whether all draws are made.
    #[must_use]
    pub const fn is_complete(self) -> bool {
        self.done >= self.of
    }
}

/// The results of a simulation, in the order of the estimates.
#[derive(Debug, Clone, PartialEq)]
pub struct Simultaneous {
    /// The step-down intervals, which are those to show.
    pub intervals: Vec<RankInterval>,
    /// The single-step intervals, never narrower.
    pub single_step: Vec<RankInterval>,
    /// The family's critical value, in standard errors of a difference: the single-step one, which
    /// shows for any two whether they are distinguishable.
    pub critical: f64,
    /// The critical value after the last step down, at most the other.
    pub last_critical: f64,
}

impl Simulation {
    /// A simulation of this many draws, at least one, before the first.
    #[must_use]
    pub fn new(estimates: Vec<Estimate>, level: Level, draws: u32, seed: u64) -> Self {
        Self {
            estimates,
            level,
            draws: draws.max(1),
            seed,
            farthest: Vec::new(),
            draw: Draw::default(),
        }
    }

    /// Makes this many more draws, or those that are left.
    pub fn advance(&mut self, draws: u32) -> Progress {
        let done = self.done();
        let end = done.saturating_add(draws).min(self.draws);
        for number in done..end {
            self.draw.fill(self.seed, number, self.estimates.len());
            let guess = self.draw.guess(&self.estimates);
            let farthest = self.draw.farthest(&self.estimates, f64::INFINITY, guess);
            self.farthest.push(farthest);
        }
        self.progress()
    }

    /// The number of draws made.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.done(),
            of: self.draws,
        }
    }

    /// Makes the remaining draws and returns the intervals.
    ///
    /// The critical value of a step is the (1 - alpha) quantile over the draws of the largest signed difference in
    /// standard errors, taken over the directed pairs (one above the other) not rejected: of B draws' the `ceil((1 -
    /// alpha) B)`-th from below, 0 if it is lower. The first step has all pairs. Each step drops the directed pairs
    /// that the last one rejected, keeps their reverses, and takes the same draws; the steps end when nothing more is
    /// rejected (method, section 7).
    #[must_use]
    pub fn finish(mut self) -> Simultaneous {
        self.advance(self.draws);
        let first = self.line();
        let (mut square, mut rejected) = (first, self.rejected(first));
        loop {
            let next = self.step_down(square);
            let more = self.rejected(next);
            square = next;
            if more == rejected {
                break;
            }
            rejected = more;
        }
        Simultaneous {
            intervals: self.intervals(square),
            single_step: self.intervals(first),
            critical: first.sqrt(),
            last_critical: square.sqrt(),
        }
    }

    fn done(&self) -> u32 {
        u32::try_from(self.farthest.len()).unwrap_or(u32::MAX)
    }

    fn intervals(&self, square: f64) -> Vec<RankInterval> {
        let each = self.estimates.iter();
        each.map(|own| RankInterval::of(*own, &self.estimates, square))
            .collect()
    }

    /// How many directed pairs a critical value, squared, rejects.
    fn rejected(&self, square: f64) -> usize {
        let all = || self.estimates.iter();
        let below = |one: &Estimate| all().filter(|two| one.is_above(**two, square)).count();
        all().map(below).sum()
    }

    /// The critical value, squared, of the pairs that another has not rejected.
    ///
    /// The largest distance over all pairs is at least the largest distance over some of them. So
    /// only the draws at the top, whose pair is rejected, are looked at again, until none such is
    /// left there.
    fn step_down(&mut self, rejecting: f64) -> f64 {
        loop {
            let line = self.line();
            if !self.renew(line, rejecting) {
                return line;
            }
        }
    }

    /// Looks again at the draws at or above a line whose pair is rejected; whether there were any.
    fn renew(&mut self, line: f64, rejecting: f64) -> bool {
        let mut any = false;
        for (number, farthest) in (0..).zip(&mut self.farthest) {
            let pair = (self.estimates.get(farthest.above), self.estimates.get(farthest.below));
            let (Some(above), Some(below)) = pair else {
                continue;
            };
            if farthest.square >= line && above.is_above(*below, rejecting) {
                any = true;
                self.draw.fill(self.seed, number, self.estimates.len());
                let guess = farthest.square * SHRINKAGE;
                *farthest = self.draw.farthest(&self.estimates, rejecting, guess);
            }
        }
        any
    }

    /// The quantile of the squared distances, exactly: halves the bits of the numbers, whose order is theirs.
    fn line(&self) -> f64 {
        let draws = f64::from(self.draws);
        // The product may be a hair above a whole number.
        let wanted = (self.level.share() * draws - 1e-9).ceil().max(1.0) as usize;
        let (mut low, mut high) = (0, f64::INFINITY.to_bits());
        while low < high {
            let middle = low + (high - low) / 2;
            let bound = f64::from_bits(middle);
            let each = self.farthest.iter();
            if each.filter(|farthest| farthest.square <= bound).count() >= wanted {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        f64::from_bits(low)
    }
}

/// By how much the squared distance of the farthest pair shrinks, at a guess, once that pair is rejected.
const SHRINKAGE: f64 = 0.8;

/// The critical value for every pair of a family, in standard errors of a difference: with at least this level's chance
/// no two that are equal in truth differ by more. Exact for two estimates, 0 for fewer, by [`Simulation`] for more.
///
/// ```
/// use stats::Level;
/// use stats::ranks::{Estimate, family_critical};
/// let three = [1.0, 2.0, 3.0].map(|value| Estimate::new(value, 1.0).unwrap());
/// let critical = family_critical(&three, Level::P95);
/// // Tukey's studentised range for three, 3.314 493, over the root of 2.
/// assert!((critical - 2.343_7).abs() < 0.01);
/// assert_eq!(family_critical(&three[..2], Level::P95), Level::P95.z());
/// ```
#[must_use]
pub fn family_critical(estimates: &[Estimate], level: Level) -> f64 {
    match estimates.len() {
        0 | 1 => 0.0,
        2 => level.z(),
        _ => {
            let mut simulation = Simulation::usual(estimates.to_vec(), level);
            simulation.advance(simulation.draws);
            simulation.line().sqrt()
        }
    }
}
