//! The critical value of one estimate against all others, without chance (method, section 7).
//!
//! With `r_k = s_k / s` and `d_k = sqrt(1 + r_k^2)` the chance that no other estimate seems to differ is
//! `integral phi(u) prod_k [Phi((c d_k - u)/r_k) - Phi((-c d_k - u)/r_k)] du`, and to one side the same without the
//! second term. What is computed is the chance that some other seems to differ, the integral of one minus that product.

use super::super::Level;
use super::super::normal::{density, upper_tail};
use super::super::tails::Tails;

/// Errors below this fraction of the estimate's own are treated as this fraction; the critical
/// value changes by less than one in ten million.
const SMALLEST_RATIO: f64 = 1e-4;

/// Beyond this many standard deviations the probability is negligible: 1e-15.
const FAR: f64 = 8.0;

/// Whether estimates are compared to both sides, or only as to which are above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sides {
    Both,
    Above,
}

/// All estimates' standard errors, and what is asked about them.
pub(super) struct Family {
    pub(super) errors: Vec<f64>,
    pub(super) sides: Sides,
    pub(super) level: Level,
}

impl Family {
    /// The critical value of an estimate with this standard error, as if it were one of the family, right to about
    /// 1e-8; 0 where it would be lower. The search begins at `start`.
    pub(super) fn critical(&self, error: f64, start: f64) -> f64 {
        let rivals = self.rivals(error);
        let others = u32::try_from(rivals.len().saturating_sub(1)).unwrap_or(u32::MAX);
        // One comparison alone asks for less, comparisons that have no estimate in common for more.
        let (low, high) = match self.sides {
            Sides::Both => (self.level.z(), self.level.z_of_pairs(others)),
            Sides::Above => (
                self.level.one_sided_z_of_pairs(1),
                self.level.one_sided_z_of_pairs(others),
            ),
        };
        let goal = libm::log(self.level.alpha());
        root(low, high, start, |critical| {
            libm::log(self.chance_of_error(&rivals, critical).max(f64::MIN_POSITIVE)) - goal
        })
    }

    /// The others as seen from an estimate with this standard error, itself among them.
    fn rivals(&self, error: f64) -> Vec<Rival> {
        self.errors
            .iter()
            .map(|other| Rival::new((other / error).max(SMALLEST_RATIO)))
            .collect()
    }

    /// The chance that some other seems to differ.
    fn chance_of_error(&self, rivals: &[Rival], critical: f64) -> f64 {
        let smallest = rivals.iter().map(|rival| rival.ratio).fold(1.0, f64::min);
        if smallest < ABRUPT {
            self.by_panels(rivals, critical, smallest)
        } else {
            self.by_steps(rivals, critical, STEP * smallest)
        }
    }

    /// The integral by equal steps over all numbers: of smooth functions that vanish at both ends no rule with as few
    /// points comes nearer (Trefethen and Weideman 2014, "The exponentially convergent trapezoidal rule").
    fn by_steps(&self, rivals: &[Rival], critical: f64, step: f64) -> f64 {
        let tails = Tails::table();
        let steps = (ENOUGH / step).ceil() as u32;
        let at = |number: u32, sign: f64| {
            let u = sign * f64::from(number) * step;
            density(u) * self.chance_at(tails, rivals, critical, u)
        };
        let right: f64 = (1..=steps).map(|number| at(number, 1.0)).sum();
        let left = match self.sides {
            // The integrand is the same on either side of 0.
            Sides::Both => right,
            Sides::Above => (1..=steps).map(|number| at(number, -1.0)).sum(),
        };
        step * (left + at(0, 1.0) + right)
    }

    /// The integral where some other's error is so small that it differs abruptly, by panels that are narrow there.
    fn by_panels(&self, rivals: &[Rival], critical: f64, smallest: f64) -> f64 {
        // The first to differ as u grows, and where the last moment has come at which none need differ.
        let ends = rivals.iter().map(|rival| critical * rival.distance + FAR * rival.ratio);
        let end = ends.fold(FAR, f64::min);
        let (begin, times) = match self.sides {
            Sides::Both => (0.0, 2.0),
            Sides::Above => (-FAR, 1.0),
        };
        let tails = Tails::table();
        let mut sum = upper_tail(end);
        let mut right = end;
        while right > begin {
            // Who differs abruptly does so near the critical value: the farther from it, the wider the panels.
            let width = WIDTH * smallest.max((critical - right) / REACH);
            let left = (right - width.min(WIDEST)).max(begin);
            sum += panel(left, right, &|u| {
                density(u) * self.chance_at(tails, rivals, critical, u)
            });
            right = left;
        }
        times * sum
    }

    /// The chance that some other seems to differ from an estimate that chance has moved by `u` standard errors.
    fn chance_at(&self, tails: &Tails, rivals: &[Rival], critical: f64, u: f64) -> f64 {
        let own = self.chance_of(tails, Rival::new(1.0), critical, u);
        let mut none = 1.0;
        for rival in rivals {
            none *= 1.0 - self.chance_of(tails, *rival, critical, u);
            if none < NOTHING {
                return 1.0;
            }
        }
        // The estimate itself was among its rivals, with a ratio of 1.
        (1.0 - none / (1.0 - own)).max(0.0)
    }

    /// The chance that one rival seems to differ.
    fn chance_of(&self, tails: &Tails, rival: Rival, critical: f64, u: f64) -> f64 {
        let reach = critical * rival.distance;
        let above = tails.above((reach - u) * rival.inverse);
        match self.sides {
            Sides::Both => above + tails.above((reach + u) * rival.inverse),
            Sides::Above => above,
        }
    }
}

/// Errors below this fraction of the estimate's own make the integrand abrupt.
const ABRUPT: f64 = 0.2;
/// Beyond this many standard deviations an integral by steps has nothing to add: 2e-11.
const ENOUGH: f64 = 6.6;
/// A step as a multiple of the scale on which the integrand changes.
const STEP: f64 = 0.25;
/// The widest panel, in standard deviations.
const WIDEST: f64 = 1.0;
/// A panel's width as a multiple of the scale on which the integrand changes.
const WIDTH: f64 = 1.0;
/// How many of its own standard errors away from its turning point a rival still matters.
const REACH: f64 = 6.0;
/// A chance not worth following.
const NOTHING: f64 = 1e-13;

/// Another estimate's standard error.
#[derive(Clone, Copy)]
struct Rival {
    /// As a multiple of one's own.
    ratio: f64,
    /// One's own as a multiple of it.
    inverse: f64,
    /// The standard error of the difference, as a multiple of one's own.
    distance: f64,
}

impl Rival {
    fn new(ratio: f64) -> Self {
        Self {
            ratio,
            inverse: 1.0 / ratio,
            distance: (1.0 + ratio * ratio).sqrt(),
        }
    }
}

/// The integral from `left` to `right` by Gauss's rule with eight points.
fn panel(left: f64, right: f64, integrand: &dyn Fn(f64) -> f64) -> f64 {
    let (middle, half) = ((left + right) / 2.0, (right - left) / 2.0);
    let sum: f64 = GAUSS
        .iter()
        .map(|(node, weight)| weight * (integrand(middle - half * node) + integrand(middle + half * node)))
        .sum();
    half * sum
}

/// Gauss's eight points between -1 and 1, which lie evenly about 0, with their weights.
const GAUSS: [(f64, f64); 4] = [
    (0.183_434_642_495_649_8, 0.362_683_783_378_362),
    (0.525_532_409_916_329, 0.313_706_645_877_887_27),
    (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
    (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
];

/// Where a falling function is 0, between `low` and `high`: by secants, and by halves where those leave the range.
fn root(mut low: f64, mut high: f64, start: f64, function: impl Fn(f64) -> f64) -> f64 {
    const CLOSE: f64 = 1e-9;
    let mut at = start.max(low).min(high);
    let mut before: Option<(f64, f64)> = None;
    let mut last_step = f64::INFINITY;
    for _ in 0..60 {
        if high - low < CLOSE {
            break;
        }
        let value = function(at);
        if value > 0.0 {
            low = at;
        } else {
            high = at;
        }
        let slope = match before {
            Some((argument, height)) if argument != at && height != value => (value - height) / (at - argument),
            // The logarithm of a normal tail falls about so fast.
            _ => -(at + 1.0 / (at + 0.5)),
        };
        before = Some((at, value));
        let step = -value / slope;
        let is_within = at + step >= low && at + step <= high;
        // A secant's error is about the last two errors multiplied, and a step about as large as the error before it.
        let is_last = step.abs() < 10.0 * CLOSE || (step * last_step).abs() < CLOSE;
        (at, last_step) = if is_within {
            (at + step, step)
        } else {
            ((low + high) / 2.0, f64::INFINITY)
        };
        if is_last {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eight_points_are_exact_for_powers_up_to_fifteen() {
        for power in 0..16_i32 {
            let found = panel(0.0, 2.0, &|x| x.powi(power));
            let exact = 2.0_f64.powi(power + 1) / f64::from(power + 1);
            assert!((found / exact - 1.0).abs() < 1e-14, "{power}: {found}");
        }
    }

    /// The formula as written in the method, with steps small enough to miss nothing.
    fn by_plain_steps(family: &Family, own: usize, critical: f64) -> f64 {
        use super::super::super::normal::distribution;
        let error = family.errors[own];
        let smallest = family.errors.iter().copied().fold(error, f64::min);
        let step = (smallest / error / 8.0).min(0.02);
        let steps = (9.0 / step) as i32;
        let integrand = |u: f64| {
            let others = family.errors.iter().enumerate();
            let product: f64 = others
                .filter(|(index, _)| *index != own)
                .map(|(_, other)| {
                    let reach = critical * (error * error + other * other).sqrt();
                    let low = match family.sides {
                        Sides::Both => distribution((-reach + error * u) / other),
                        Sides::Above => 0.0,
                    };
                    distribution((reach + error * u) / other) - low
                })
                .product();
            density(u) * product
        };
        let sum: f64 = (-steps..=steps)
            .map(|step_number| integrand(f64::from(step_number) * step))
            .sum();
        sum * step
    }

    fn families() -> Vec<Vec<f64>> {
        vec![
            vec![1.0; 5],
            vec![1.0, 1000.0],
            vec![1.0, 1.0, 1.0, 1000.0, 30.0],
            (0..60).map(|index| 1.0 + f64::from(index) / 10.0).collect(),
            (0..40).map(|index| 1.3_f64.powi(index % 27)).collect(),
            [vec![1.0; 100], vec![0.05; 100]].concat(),
        ]
    }

    #[test]
    fn the_critical_value_leaves_the_error_that_the_level_allows() {
        for errors in families() {
            for sides in [Sides::Both, Sides::Above] {
                for level in [Level::P90, Level::P95, Level::P99] {
                    let family = Family {
                        errors: errors.clone(),
                        sides,
                        level,
                    };
                    for own in [0, errors.len() / 2, errors.len() - 1] {
                        let critical = family.critical(errors[own], 3.0);
                        let error = by_plain_steps(&family, own, critical) - level.share();
                        // An error of 1e-8 in the chance is one of at most 3e-7 in the critical value at 99%.
                        assert!(
                            error.abs() < 1e-8,
                            "{sides:?} {level:?} {own} of {}: {critical} {error:e}",
                            errors.len()
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn steps_and_panels_give_the_same_integral() {
        for errors in families() {
            for sides in [Sides::Both, Sides::Above] {
                let level = Level::P95;
                let errors = errors.clone();
                let family = Family { errors, sides, level };
                for own in family.errors.clone() {
                    let rivals = family.rivals(own);
                    let smallest = rivals.iter().map(|rival| rival.ratio).fold(1.0, f64::min);
                    if smallest >= ABRUPT {
                        let steps = family.by_steps(&rivals, 3.0, STEP * smallest);
                        let panels = family.by_panels(&rivals, 3.0, smallest);
                        assert!((steps - panels).abs() < 1e-9, "{own} {sides:?}: {steps} {panels}");
                    }
                }
            }
        }
    }

    #[test]
    fn two_estimates_have_the_plain_z() {
        let family = Family {
            errors: vec![3.0, 0.1],
            sides: Sides::Both,
            level: Level::P95,
        };
        assert_eq!(family.critical(3.0, 9.0), Level::P95.z());
    }

    #[test]
    fn low_levels_do_not_go_below_0() {
        let family = Family {
            errors: vec![1.0; 4],
            sides: Sides::Above,
            level: Level::new(0.01).unwrap(),
        };
        assert_eq!(family.critical(1.0, 0.0), 0.0);
    }
}
