//! The tail of the standard normal distribution from a table: for sums of millions of them.

use std::sync::LazyLock;

use super::normal::{density, upper_tail};

/// Beyond this many standard deviations a tail counts as 0, or 1: it is 6e-16 or less.
const FAR: f64 = 8.0;

/// Points of the table in a standard deviation.
const POINTS: f64 = 32.0;

/// How many powers of the distance from a point are taken. What is left out is below 1e-15.
const TERMS: usize = 7;

/// The tail's Taylor series about each of the table's points.
///
/// With `He` the Hermite polynomials, `He_0 = 1`, `He_1 = x`, `He_(n+1) = x He_n - n He_(n-1)`, the tail at `x + h` is
/// `Q(x) - phi(x) sum_n (-1)^n He_n(x) h^(n+1) / (n+1)!` (Abramowitz and Stegun 1964, 26.2.12 and 26.2.33).
#[derive(Debug)]
pub(crate) struct Tails {
    /// From 0 to [`FAR`]: the factors of each power of `h`, the highest first.
    points: Vec<[f64; TERMS]>,
}

static TABLE: LazyLock<Tails> = LazyLock::new(Tails::new);

impl Tails {
    /// The table, made when it is first asked for.
    pub(crate) fn table() -> &'static Self {
        &TABLE
    }

    fn new() -> Self {
        let last = (FAR * POINTS) as u32;
        let points = (0..=last).map(|step| series(f64::from(step) / POINTS));
        Self {
            points: points.collect(),
        }
    }

    /// The chance of a number above `x`, right to 1e-15; 0 or 1 where `x` is far out, and if it is no number.
    pub(crate) fn above(&self, x: f64) -> f64 {
        let from_middle = x.abs();
        let nearest = (from_middle * POINTS + 0.5) as usize;
        let tail = self.points.get(nearest).map_or(0.0, |factors| {
            let h = from_middle - nearest as f64 / POINTS;
            factors.iter().fold(0.0, |sum, factor| sum * h + factor)
        });
        if x < 0.0 { 1.0 - tail } else { tail }
    }
}

/// The factors of the series about a point.
fn series(x: f64) -> [f64; TERMS] {
    let (mut before, mut hermite) = (0.0, 1.0);
    let mut scale = -density(x);
    let mut factors = [upper_tail(x); TERMS];
    for (power, factor) in (1_u32..).zip(factors.iter_mut().rev().skip(1)) {
        scale /= f64::from(power);
        *factor = scale * hermite;
        (before, hermite) = (hermite, x * hermite - f64::from(power - 1) * before);
        scale = -scale;
    }
    factors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_as_precise_as_the_function() {
        let table = Tails::table();
        let mut worst = 0.0_f64;
        for step in -90_000..=90_000 {
            let x = f64::from(step) / 10_007.0;
            worst = worst.max((table.above(x) - upper_tail(x)).abs());
        }
        assert!(worst < 1e-15, "{worst:e}");
    }

    #[test]
    fn far_out_nothing_is_left() {
        let table = Tails::table();
        for (x, expected) in [(9.0, 0.0), (-9.0, 1.0), (f64::INFINITY, 0.0), (f64::NEG_INFINITY, 1.0)] {
            assert_eq!(table.above(x), expected);
        }
        assert_eq!(table.above(0.0), 0.5);
    }
}
