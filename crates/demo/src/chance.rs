//! Random numbers from a fixed seed, and the curve between a tendency and a share. Both are exact on every machine.

use oorandom::Rand32;

/// Chosen so that the regions compare much as the real ones did in 2022/23: by the simple mean the South West is
/// lowest, by the mean weighted by pupils the South East.
const SEED: u64 = 7971;

/// The only source of random numbers.
#[derive(Debug)]
pub(super) struct Chance(Rand32);

impl Chance {
    pub(super) fn new() -> Self {
        Self(Rand32::new(SEED))
    }

    /// Independent random numbers for the item with this number.
    pub(super) fn of(number: u64) -> Self {
        Self(Rand32::new(SEED ^ (number << 16)))
    }

    /// A nearly normal deviate with mean 0 and standard deviation 1: the sum of four uniforms.
    pub(super) fn deviate(&mut self) -> f64 {
        /// Each uniform is 0 to 65,535. Their sum has this mean and this standard deviation.
        const MIDDLE: f64 = 2.0 * 65_535.0;
        const SPREAD: f64 = 37_837.0;
        let (one, two) = (self.0.rand_u32(), self.0.rand_u32());
        let sum = (one >> 16) + (one & 0xFFFF) + (two >> 16) + (two & 0xFFFF);
        (f64::from(sum) - MIDDLE) / SPREAD
    }

    /// An integer below `end`.
    pub(super) fn below(&mut self, end: u16) -> u16 {
        u16::try_from(self.0.rand_range(0..u32::from(end.max(1)))).unwrap_or_default()
    }

    /// True `times` times in a hundred.
    pub(super) fn percent(&mut self, times: u16) -> bool {
        self.below(100) < times
    }

    /// One of several.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let end = u16::try_from(from.len()).unwrap_or(u16::MAX);
        from.get(usize::from(self.below(end)))
    }

    /// How many of `pupils` reach a threshold that each reaches with this probability, plus `luck` standard deviations
    /// of chance.
    pub(super) fn reach(&mut self, pupils: f64, probability: f64, luck: f64) -> f64 {
        let spread = (pupils * probability * (1.0 - probability)).max(0.0).sqrt();
        let reached = (pupils * probability + luck * spread * self.deviate()).round();
        within(reached, 0.0, pupils)
    }
}

/// The number, or the nearer end of the range if it is outside. The standard library's `clamp` can panic with numbers
/// in its message, and the code that formats them would be part of the page.
pub(super) fn within(number: f64, lowest: f64, highest: f64) -> f64 {
    if number < lowest {
        lowest
    } else if number > highest {
        highest
    } else {
        number
    }
}

/// The share, 0 to 1, for a tendency: an S-shaped curve without exponentials.
pub(super) fn share(tendency: f64) -> f64 {
    0.5 + 0.5 * tendency / (1.0 + tendency * tendency).sqrt()
}

/// The tendency for a share: the inverse of [`share`].
pub(super) fn tendency(share: f64) -> f64 {
    let height = 2.0 * share - 1.0;
    height / (1.0 - height * height).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_and_its_inverse_agree() {
        for percent in 1..100 {
            let wanted = f64::from(percent) / 100.0;
            assert!((share(tendency(wanted)) - wanted).abs() < 1e-12);
        }
    }

    #[test]
    fn deviates_have_mean_0_and_spread_1() {
        let mut chance = Chance::new();
        let draws: Vec<f64> = (0..20_000).map(|_| chance.deviate()).collect();
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        let square = draws.iter().map(|draw| draw * draw).sum::<f64>() / 20_000.0;
        assert!(mean.abs() < 0.03, "{mean}");
        assert!((square - 1.0).abs() < 0.03, "{square}");
    }
}
