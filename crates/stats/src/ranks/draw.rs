//! One random draw for every estimate, and the two that are farthest apart in it.

use oorandom::Rand32;

use super::super::normal::{deviate, distribution};
use super::{Estimate, exceeds};

/// The directed pair that is farthest apart in a draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Farthest {
    /// The distance in standard errors of the difference, squared; 0 if no pair differs.
    pub(super) square: f64,
    /// The estimate moved up.
    pub(super) above: usize,
    /// The estimate moved down.
    pub(super) below: usize,
}

/// The buffers of one draw, reused for the next.
///
/// Chance comes as whole numbers, of which the normal deviates are a rising function; only those
/// far out are ever computed, for by the Cauchy-Schwarz inequality no pair is farther apart than
/// `sqrt(max(z_j, 0)^2 + min(z_k, 0)^2)` with their standard deviates.
#[derive(Debug, Clone, Default)]
pub(super) struct Draw {
    numbers: Vec<u32>,
    lifted: Vec<Candidate>,
    lowered: Vec<Candidate>,
}

/// An estimate far enough out to matter.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    index: usize,
    value: f64,
    variance: f64,
    /// The random deviation of the value.
    shift: f64,
    /// The square of its standard deviate in the direction in question, 0 in the other.
    square: f64,
}

impl Draw {
    /// Fills in a draw; the same for the same seed and number, whatever was drawn before.
    pub(super) fn fill(&mut self, seed: u64, number: u32, count: usize) {
        let mut chance = Rand32::new(mixed(seed, number));
        self.numbers.clear();
        self.numbers.extend((0..count).map(|_| chance.rand_u32()));
    }

    /// The pair farthest apart among those not rejected, where `rejecting` is the square of the critical value that has
    /// rejected some. The search is quickest when `guess` is just below the squared distance; it need not be.
    pub(super) fn farthest(&mut self, estimates: &[Estimate], rejecting: f64, guess: f64) -> Farthest {
        let mut guess = guess;
        loop {
            self.gather(estimates, guess);
            let found = self.farthest_gathered(rejecting);
            if found.square >= guess || guess == 0.0 {
                return found;
            }
            guess = found.square;
        }
    }

    /// The squared distance of the highest deviate from the lowest, a good guess if no pair is
    /// rejected.
    pub(super) fn guess(&self, estimates: &[Estimate]) -> f64 {
        let (mut lowest, mut highest) = (None, None);
        for (number, estimate) in self.numbers.iter().zip(estimates) {
            if lowest.is_none_or(|(least, _)| number < least) {
                lowest = Some((number, estimate));
            }
            if highest.is_none_or(|(most, _)| number > most) {
                highest = Some((number, estimate));
            }
        }
        let (Some((least, lowest)), Some((most, highest))) = (lowest, highest) else {
            return 0.0;
        };
        let difference = normal(*most) * highest.error - normal(*least) * lowest.error;
        let guess = difference * difference / (highest.variance() + lowest.variance());
        if difference > 0.0 { guess } else { 0.0 }
    }

    /// Gathers every estimate that can be in a pair whose squared distance is at least `least`.
    fn gather(&mut self, estimates: &[Estimate], least: f64) {
        let lowest = normal(self.numbers.iter().copied().min().unwrap_or(0)).min(0.0);
        let highest = normal(self.numbers.iter().copied().max().unwrap_or(0)).max(0.0);
        let high = line(least - lowest * lowest);
        let low = line(least - highest * highest);
        self.lifted.clear();
        self.lowered.clear();
        for ((index, number), estimate) in self.numbers.iter().enumerate().zip(estimates) {
            if *number >= high {
                let candidate = Candidate::new(index, *estimate, normal(*number), 1.0);
                self.lifted.push(candidate);
            }
            if *number <= u32::MAX - low {
                let candidate = Candidate::new(index, *estimate, normal(*number), -1.0);
                self.lowered.push(candidate);
            }
        }
    }

    fn farthest_gathered(&self, rejecting: f64) -> Farthest {
        let mut farthest = Farthest {
            square: 0.0,
            above: 0,
            below: 0,
        };
        for up in &self.lifted {
            for down in &self.lowered {
                if up.square + down.square <= farthest.square {
                    continue;
                }
                let variance = up.variance + down.variance;
                let difference = up.shift - down.shift;
                if exceeds(difference, variance, farthest.square)
                    && !exceeds(up.value - down.value, variance, rejecting)
                {
                    farthest = Farthest {
                        square: difference * difference / variance,
                        above: up.index,
                        below: down.index,
                    };
                }
            }
        }
        farthest
    }
}

impl Candidate {
    fn new(index: usize, estimate: Estimate, deviate: f64, direction: f64) -> Self {
        let outwards = (deviate * direction).max(0.0);
        Self {
            index,
            value: estimate.value,
            variance: estimate.variance(),
            shift: deviate * estimate.error,
            square: outwards * outwards,
        }
    }
}

/// The deviate of a whole number: the normal distribution's quantile in the middle of the number's share of 0 to 1.
fn normal(number: u32) -> f64 {
    deviate((f64::from(number) + 0.5) / NUMBERS)
}

/// The number of whole numbers.
const NUMBERS: f64 = 4_294_967_296.0;

/// The whole number from which on squared deviates are at least `square`, or a little before it.
fn line(square: f64) -> u32 {
    if square > 0.0 {
        // Two numbers' room for what rounding may do to the distribution.
        (distribution(square.sqrt()) * NUMBERS - 2.0) as u32
    } else {
        0
    }
}

/// A seed for each draw: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
fn mixed(seed: u64, number: u32) -> u64 {
    let mut bits = seed.wrapping_add(u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The squared distance of every directed pair not rejected, the plain way.
    fn every_pair(draw: &Draw, estimates: &[Estimate], rejecting: f64) -> f64 {
        let mut largest: f64 = 0.0;
        for (above, one) in draw.numbers.iter().zip(estimates) {
            for (below, other) in draw.numbers.iter().zip(estimates) {
                let variance = one.variance() + other.variance();
                let difference = normal(*above) * one.error - normal(*below) * other.error;
                if difference > 0.0 && !one.is_above(*other, rejecting) {
                    largest = largest.max(difference * difference / variance);
                }
            }
        }
        largest
    }

    #[test]
    fn the_farthest_pair_is_found_whatever_the_guess() {
        let families: [fn(usize) -> f64; 3] = [
            |_| 1.0,
            |index| 1.0 + (index % 7) as f64,
            |index| [1.0, 1000.0][index % 2],
        ];
        for error in families {
            let estimates: Vec<Estimate> = (0..40)
                .map(|index| Estimate::new((index * 13 % 40) as f64, error(index)).unwrap())
                .collect();
            let mut draw = Draw::default();
            for number in 0..200 {
                draw.fill(7, number, estimates.len());
                for rejecting in [f64::INFINITY, 9.0, 0.0] {
                    let expected = every_pair(&draw, &estimates, rejecting);
                    let guess = draw.guess(&estimates);
                    for guess in [guess, expected * 0.99, expected * 1.3, 100.0, 0.0] {
                        let found = draw.farthest(&estimates, rejecting, guess);
                        assert!((found.square - expected).abs() <= 1e-12 * expected);
                    }
                }
            }
        }
    }

    #[test]
    fn draws_are_standard_normal_and_differ() {
        let mut draw = Draw::default();
        let mut all = Vec::new();
        for number in 0..500 {
            draw.fill(1, number, 200);
            all.extend(draw.numbers.iter().map(|number| normal(*number)));
        }
        let count = all.len() as f64;
        let moment = |power: i32| all.iter().map(|z| z.powi(power)).sum::<f64>() / count;
        for (power, expected, error) in [(1, 0.0, 0.013), (2, 1.0, 0.018), (4, 3.0, 0.12)] {
            assert!((moment(power) - expected).abs() < error, "{power}");
        }
        all.sort_by(f64::total_cmp);
        all.dedup();
        assert!(all.len() > 99_990);
    }

    #[test]
    fn the_ends_have_deviates() {
        assert!(normal(0) < -6.0 && normal(u32::MAX) > 6.0);
        assert_eq!(normal(0), -normal(u32::MAX));
    }
}
