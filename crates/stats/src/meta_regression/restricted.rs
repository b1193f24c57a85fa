//! The variance between units that makes what is seen most likely: restricted maximum likelihood.

use crate::Measurement;

use super::cholesky::{Factor, Symmetric, dot, products};
use super::design::Design;

/// The solution for one variance between units.
#[derive(Debug)]
pub(super) struct Solution {
    pub(super) between: f64,
    /// Of the design's columns.
    pub(super) coefficients: Vec<f64>,
    /// `(X'WX)^-1`.
    pub(super) covariance: Symmetric,
    /// The logarithm of the determinant of `X'WX`.
    log_determinant: f64,
    /// `sum w (y - x'b)^2`.
    squares: f64,
    /// Twice the objective's derivative by the variance between units.
    slope: f64,
}

/// What is fitted, with the products of each unit's row, which every variance that is tried takes anew.
struct Fitting<'a> {
    units: &'a [Measurement],
    design: &'a Design,
    products: Vec<f64>,
}

impl<'a> Fitting<'a> {
    fn new(units: &'a [Measurement], design: &'a Design) -> Self {
        Self {
            units,
            design,
            products: design.rows().flat_map(products).collect(),
        }
    }

    /// Each unit's.
    fn products(&self) -> impl Iterator<Item = &[f64]> {
        let width = self.design.width();
        self.products.chunks_exact(width * (width + 1) / 2)
    }
}

/// `b = (X'WX)^-1 X'Wy` with `w = 1/(s^2 + between)`. The derivative of [`Solution::objective`] is half of
/// `tr P - y'PPy`, with `P = W - WX (X'WX)^-1 X'W`.
fn solution(fitting: &Fitting<'_>, between: f64) -> Option<Solution> {
    let Fitting { units, design, .. } = *fitting;
    let mut products = Symmetric::zero(design.width());
    let mut products_squared = Symmetric::zero(design.width());
    let mut right = vec![0.0; design.width()];
    let mut sum = 0.0;
    for ((unit, row), lower) in units.iter().zip(design.rows()).zip(fitting.products()) {
        let weight = 1.0 / (unit.variance + between);
        sum += weight;
        products.add(weight, lower);
        products_squared.add(weight * weight, lower);
        for (slot, number) in right.iter_mut().zip(row) {
            *slot += weight * unit.value * number;
        }
    }
    let factor = Factor::of(&products)?;
    let coefficients = factor.solve(&right);
    let covariance = factor.inverse();
    let (mut squares, mut squares_squared) = (0.0, 0.0);
    for (unit, row) in units.iter().zip(design.rows()) {
        let weighted = (unit.value - dot(row, &coefficients)) / (unit.variance + between);
        squares += weighted * (unit.value - dot(row, &coefficients));
        squares_squared += weighted * weighted;
    }
    let trace = sum - covariance.trace_with(&products_squared);
    let solution = Solution {
        between,
        coefficients,
        covariance,
        log_determinant: factor.log_determinant(),
        squares,
        slope: trace - squares_squared,
    };
    let numbers = [solution.log_determinant, solution.squares, solution.slope];
    numbers.iter().all(|number| number.is_finite()).then_some(solution)
}

/// How many variances are tried between 0 and the greatest possible, each four times the one before.
const TRIED: i32 = 6;

/// The most steps that narrow a bracket down; a dozen are usual.
const MOST_STEPS: u32 = 200;

/// The solution with the variance between units that is most likely. `unexplained` is the variance of the plain
/// residuals, divided by the units more than columns; `None` if numbers are too large or small to calculate with.
///
/// The variance is where the slope changes from below to above 0, or 0 where it does not; of several such places it is
/// the likeliest. There is none beyond the greatest that is tried: `tr P >= (n - p)/(between + s_max^2)` and
/// `y'PPy <= (n - p) unexplained / between^2`.
pub(super) fn most_likely(units: &[Measurement], design: &Design, unexplained: f64) -> Option<Solution> {
    let fitting = Fitting::new(units, design);
    let widest = units.iter().fold(0.0_f64, |widest, unit| widest.max(unit.variance));
    let greatest = (unexplained + (unexplained * (unexplained + 4.0 * widest)).sqrt()) / 2.0;
    let none = solution(&fitting, 0.0)?;
    let mut below = none.bound();
    let mut best = (none.slope >= 0.0).then_some(none);
    for step in (0..TRIED).rev() {
        let tried = solution(&fitting, greatest / 4.0_f64.powi(step))?;
        let above = tried.bound();
        if below.slope < 0.0 && above.slope >= 0.0 {
            let found = root(&fitting, below, above)?;
            if best
                .as_ref()
                .is_none_or(|best| found.objective(units) < best.objective(units))
            {
                best = Some(found);
            }
        } else if step == 0 && best.is_none() {
            // By rounding alone: at the greatest the slope is not below 0.
            best = Some(tried);
        }
        below = above;
    }
    best
}

/// An end of a bracket.
#[derive(Debug, Clone, Copy)]
struct Bound {
    between: f64,
    slope: f64,
}

impl Solution {
    /// Minus the restricted log-likelihood, without its constant:
    /// `1/2 [sum log(s^2 + between) + log det(X'WX) + sum w (y - x'b)^2]`. Only where two are compared, because each
    /// unit takes a logarithm.
    fn objective(&self, units: &[Measurement]) -> f64 {
        let logarithms = units.iter().map(|unit| libm::log(unit.variance + self.between));
        (logarithms.sum::<f64>() + self.log_determinant + self.squares) / 2.0
    }

    const fn bound(&self) -> Bound {
        let Self { between, slope, .. } = *self;
        Bound { between, slope }
    }
}

/// Where the slope is 0 between two variances, by false position with Illinois's correction: an end that stays twice
/// counts for half.
fn root(fitting: &Fitting<'_>, mut low: Bound, mut high: Bound) -> Option<Solution> {
    let mut found = solution(fitting, high.between)?;
    let mut was_low = None;
    for _ in 0..MOST_STEPS {
        let width = high.between - low.between;
        if found.slope == 0.0 || width <= 1e-15 * high.between {
            break;
        }
        let falsely = high.between - high.slope * width / (high.slope - low.slope);
        let is_inside = falsely > low.between && falsely < high.between;
        let middle = if is_inside { falsely } else { low.between + width / 2.0 };
        let step = (middle - found.between).abs();
        found = solution(fitting, middle)?;
        let is_low = found.slope < 0.0;
        let stays = was_low == Some(is_low);
        if is_low {
            low = found.bound();
            high.slope /= if stays { 2.0 } else { 1.0 };
        } else {
            high = found.bound();
            low.slope /= if stays { 2.0 } else { 1.0 };
        }
        was_low = Some(is_low);
        if step <= 1e-15 * middle {
            break;
        }
    }
    Some(found)
}
