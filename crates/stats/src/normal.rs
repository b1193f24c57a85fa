//! The standard normal distribution: mean 0, standard deviation 1.

use std::f64::consts::FRAC_1_SQRT_2;

/// One over the square root of twice pi: the density in the middle.
const HEIGHT: f64 = 0.398_942_280_401_432_7;

/// The density at `x`: `exp(-x^2 / 2) / sqrt(2 pi)`. NaN only if `x` is NaN.
///
/// ```
/// use stats::normal::density;
/// assert!((density(0.0) - 0.398_942_280_401_432_7).abs() < 1e-16);
/// assert_eq!(density(f64::INFINITY), 0.0);
/// ```
#[must_use]
pub fn density(x: f64) -> f64 {
    HEIGHT * libm::exp(-0.5 * x * x)
}

/// The chance of a number at or below `x`, right to 1e-14 of itself out to eight standard
/// deviations. NaN only if `x` is NaN.
///
/// By the complementary error function: `erfc(-x / sqrt 2) / 2`.
///
/// ```
/// use stats::normal::distribution;
/// assert!((distribution(1.959_963_984_540_054) - 0.975).abs() < 1e-15);
/// assert_eq!(distribution(f64::INFINITY), 1.0);
/// ```
#[must_use]
pub fn distribution(x: f64) -> f64 {
    upper_tail(-x)
}

/// The chance of a number above `x`.
pub(super) fn upper_tail(x: f64) -> f64 {
    0.5 * libm::erfc(x * FRAC_1_SQRT_2)
}

/// The quantile: a normal number is below it with probability `chance`, right to about 1e-15 of
/// itself; `None` unless the chance is above 0 and below 1.
///
/// Wichura 1988, "Algorithm AS 241: the percentage points of the normal distribution", routine PPND16.
///
/// ```
/// use stats::normal::quantile;
/// assert!((quantile(0.975).unwrap() - 1.959_963_984_540_054).abs() < 1e-15);
/// assert!((quantile(0.999).unwrap() - 3.090_232_306_167_813).abs() < 1e-14);
/// assert_eq!(quantile(0.5), Some(0.0));
/// assert_eq!(quantile(1.0), None);
/// ```
#[must_use]
pub fn quantile(chance: f64) -> Option<f64> {
    (chance > 0.0 && chance < 1.0).then(|| deviate(chance))
}

/// [`quantile`] of a chance known to be above 0 and below 1.
pub(super) fn deviate(chance: f64) -> f64 {
    let from_middle = chance - 0.5;
    if from_middle.abs() <= 0.425 {
        let square = 0.180_625 - from_middle * from_middle;
        return from_middle * MIDDLE.at(square);
    }
    let nearer_end = if from_middle < 0.0 { chance } else { 1.0 - chance };
    let root = (-libm::log(nearer_end)).sqrt();
    let size = if root <= 5.0 {
        TAIL.at(root - 1.6)
    } else {
        FAR_TAIL.at(root - 5.0)
    };
    if from_middle < 0.0 { -size } else { size }
}

/// One polynomial over another, the highest powers first.
struct Ratio {
    above: [f64; 8],
    below: [f64; 8],
}

impl Ratio {
    fn at(&self, x: f64) -> f64 {
        polynomial(&self.above, x) / polynomial(&self.below, x)
    }
}

fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().fold(0.0, |sum, each| sum * x + each)
}

/// Within 0.425 of the chance in the middle.
const MIDDLE: Ratio = Ratio {
    above: [
        2.509_080_928_730_122_7e3,
        3.343_057_558_358_813e4,
        6.726_577_092_700_87e4,
        4.592_195_393_154_987e4,
        1.373_169_376_550_946e4,
        1.971_590_950_306_551_3e3,
        1.331_416_678_917_843_8e2,
        3.387_132_872_796_366_5,
    ],
    below: [
        5.226_495_278_852_854e3,
        2.872_908_573_572_194_3e4,
        3.930_789_580_009_271e4,
        2.121_379_430_158_659_7e4,
        5.394_196_021_424_751e3,
        6.871_870_074_920_579e2,
        4.231_333_070_160_091e1,
        1.0,
    ],
};

/// Where the root of minus the logarithm of the chance is up to 5.
const TAIL: Ratio = Ratio {
    above: [
        7.745_450_142_783_414e-4,
        2.272_384_498_926_918_4e-2,
        2.417_807_251_774_506e-1,
        1.270_458_252_452_368_4,
        3.647_848_324_763_204_5,
        5.769_497_221_460_691,
        4.630_337_846_156_546,
        1.423_437_110_749_683_5,
    ],
    below: [
        1.050_750_071_644_416_9e-9,
        5.475_938_084_995_345e-4,
        1.519_866_656_361_645_7e-2,
        1.481_039_764_274_800_8e-1,
        6.897_673_349_851e-1,
        1.676_384_830_183_803_8,
        2.053_191_626_637_759,
        1.0,
    ],
};

/// Beyond that, below a chance of 1.4e-11.
const FAR_TAIL: Ratio = Ratio {
    above: [
        2.010_334_399_292_288_1e-7,
        2.711_555_568_743_487_6e-5,
        1.242_660_947_388_078_4e-3,
        2.653_218_952_657_612_4e-2,
        2.965_605_718_285_048_7e-1,
        1.784_826_539_917_291_3,
        5.463_784_911_164_114,
        6.657_904_643_501_103,
    ],
    below: [
        2.044_263_103_389_939_8e-15,
        1.421_511_758_316_446e-7,
        1.846_318_317_510_054_8e-5,
        7.868_691_311_456_133e-4,
        1.487_536_129_085_061_5e-2,
        1.369_298_809_227_358e-1,
        5.998_322_065_558_88e-1,
        1.0,
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Reference values to fifty digits by mpmath 1.3: `erfinv`, rounded.
    #[test]
    fn quantiles_are_right_in_every_branch() {
        for (chance, expected) in [
            (0.975, 1.959_963_984_540_054),
            (0.95, 1.644_853_626_951_472_7),
            (0.75, 0.674_489_750_196_081_7),
            (0.999, 3.090_232_306_167_813_5),
            (0.001, -3.090_232_306_167_813_5),
            (1e-10, -6.361_340_902_404_056),
            (1e-20, -9.262_340_089_798_408),
            (1e-100, -21.273_453_560_965_324),
            (1e-300, -37.047_096_299_361_2),
        ] {
            let found = quantile(chance).unwrap();
            let error = (found / expected - 1.0).abs();
            assert!(error < 2e-15, "{chance}: {found}, {expected}, {error:e}");
        }
    }

    /// The same source: `ncdf`.
    #[test]
    fn chances_are_right_in_every_branch() {
        for (x, expected) in [
            (0.0, 0.5),
            (0.5, 0.691_462_461_274_013_1),
            (-1.0, 0.158_655_253_931_457_05),
            (2.0, 0.977_249_868_051_820_8),
            (-3.0, 1.349_898_031_630_094_6e-3),
            (-6.0, 9.865_876_450_376_98e-10),
            (-8.0, 6.220_960_574_271_784e-16),
        ] {
            let found = distribution(x);
            assert!((found / expected - 1.0).abs() < 1e-14, "{x}: {found}");
            assert!((upper_tail(-x) / found - 1.0).abs() < 1e-14);
        }
    }

    #[test]
    fn quantile_and_distribution_undo_each_other() {
        for step in 1..4_000 {
            let chance = f64::from(step) / 4_000.0;
            let back = distribution(quantile(chance).unwrap());
            assert!((back - chance).abs() < 2e-16 + 2e-15 * chance, "{chance}");
        }
        for step in 1..=300 {
            let chance = (0..step).fold(1.0, |chance, _| chance / 10.0);
            let back = distribution(quantile(chance).unwrap());
            // An error in the far tail's x is multiplied by x itself.
            assert!((back / chance - 1.0).abs() < 2e-12, "{chance}: {back}");
        }
    }

    #[test]
    fn senseless_chances_have_no_quantile() {
        for chance in [0.0, 1.0, -0.5, 2.0, f64::NAN, f64::INFINITY] {
            assert_eq!(quantile(chance), None);
        }
    }
}
