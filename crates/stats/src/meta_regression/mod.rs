//! Figures of which something else is known, too: how much of their differences that explains, and what they would be
//! if it were the same for all (random-effects meta-regression).

mod cholesky;
mod design;
mod restricted;

use crate::Measurement;

use cholesky::{Symmetric, dot};
use design::Design;

/// Why figures have no regression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRegression {
    /// A number is not finite, a variance is not above 0, or a part has not a number for each unit.
    NotNumbers,
    /// There are not more units than coefficients.
    TooFewUnits,
    /// The parts give every figure exactly, or the figures are all alike.
    PerfectFit,
}

/// A part that is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Its index among the parts.
    pub index: usize,
    /// Why.
    pub reason: NothingNew,
}

/// Why a part says nothing new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NothingNew {
    /// It is the same for all units.
    Constant,
    /// The parts before it explain more than .999 of its variance.
    SaysTheSame,
}

/// A part that is used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// Its index among the parts.
    pub index: usize,
    /// Its plain mean over the units: what figures are adjusted to.
    pub mean: f64,
    /// How much a figure changes with 1 of it.
    pub coefficient: Coefficient,
}

/// A coefficient with its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// The coefficient.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

/// A unit's figure, seen from its context.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fitted {
    /// The figure as it would be with the mean of each part, `a_i = y_i - xc_i' bc`.
    pub adjusted: f64,
    /// The variance of that, from the figure's own and the slopes' errors, which share the figure.
    pub adjusted_variance: f64,
    /// What units with the same context have on average, `x_i' b`.
    pub expected: f64,
    /// The variance of that, `x_i' C x_i`.
    pub expected_variance: f64,
}

/// A regression of figures on the parts of their context.
///
/// `y_i = x_i' b + u_i + e_i`, where `e_i` has the known variance `s_i^2` and `u_i` the variance `tau^2`: what is left
/// between the units. With `w_i = 1/(s_i^2 + tau^2)`, `b = (X'WX)^-1 X'Wy` and `C = (X'WX)^-1`. The first column of `X`
/// is one, the others are the parts minus their plain means over the units. `tau^2` is the one that makes what is seen
/// most likely, by restricted maximum likelihood (Raudenbush 2009, "Analyzing effect sizes: random-effects models";
/// Viechtbauer 2010, "Conducting meta-analyses in R with the metafor package"; method, section 10).
///
/// ```
/// use stats::Measurement;
/// use stats::meta_regression::{NothingNew, Regression};
/// let figures = [1.0, 3.1, 4.9, 7.0].map(|value| Measurement { value, variance: 0.04 });
/// let parts = [vec![0.0, 1.0, 2.0, 3.0], vec![5.0; 4]];
/// let regression = Regression::new(&figures, &parts).unwrap();
/// let slope = regression.slopes[0];
/// assert!((slope.coefficient.value - 1.98).abs() < 1e-12 && slope.mean == 1.5);
/// assert_eq!(regression.left_out[0].reason, NothingNew::Constant);
/// // Every figure, as if in the middle of the part.
/// let adjusted = regression.fitted[3].adjusted;
/// assert!((adjusted - (7.0 - 1.5 * 1.98)).abs() < 1e-12);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Regression {
    /// What is left of the variance between the units, tau squared, in the square of the figures' unit.
    pub between: f64,
    /// The figure of a unit with the mean of each part.
    pub intercept: Coefficient,
    /// The parts that are used, in their order.
    pub slopes: Vec<Slope>,
    /// The parts that are not.
    pub left_out: Vec<LeftOut>,
    /// Each unit.
    pub fitted: Vec<Fitted>,
    units: Vec<Measurement>,
    design: Design,
    /// Of the design's columns.
    coefficients: Vec<f64>,
    covariance: Symmetric,
}

/// A sum of adjusted figures, each with a weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Combined {
    /// `sum e_i a_i`.
    pub value: f64,
    /// Its variance `e'Ve`, from the sampling of each figure.
    pub sampling: f64,
    /// Its variance `e'(V + tau^2 I)e`, from which units there happen to be as well.
    pub with_between: f64,
}

/// What a context makes of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// How much more than with the mean of each part a figure is, `xc' bc`.
    pub value: f64,
    /// The variance of that, `xc' Cc xc`.
    pub variance: f64,
    /// What units with this context have on average, `x' b`.
    pub expected: f64,
    /// The variance of that, `x' C x`.
    pub expected_variance: f64,
}

/// The share of the figures' squares about their mean that is no more than rounding.
const ROUNDING: f64 = 1e-18;

impl Regression {
    /// The regression of figures on parts, each with a number for each figure.
    ///
    /// # Errors
    /// If there are too few figures, or a perfect fit, or numbers that cannot be calculated with.
    pub fn new(units: &[Measurement], parts: &[Vec<f64>]) -> Result<Self, NoRegression> {
        let are_numbers = units.iter().all(|unit| unit.value.is_finite() && unit.variance > 0.0)
            && units.iter().all(|unit| unit.variance.is_finite())
            && parts.iter().all(|part| part.len() == units.len())
            && parts.iter().flatten().all(|number| number.is_finite());
        if !are_numbers {
            return Err(NoRegression::NotNumbers);
        }
        let design = Design::new(units.len(), parts);
        if units.len() <= design.width() {
            return Err(NoRegression::TooFewUnits);
        }
        let unexplained = design.unexplained(units).ok_or(NoRegression::NotNumbers)?;
        let mean = units.iter().map(|unit| unit.value).sum::<f64>() / units.len() as f64;
        let about_mean: f64 = units.iter().map(|unit| square(unit.value - mean)).sum();
        let about_zero: f64 = units.iter().map(|unit| square(unit.value)).sum();
        if unexplained <= ROUNDING * about_mean || about_mean <= ROUNDING * about_zero {
            return Err(NoRegression::PerfectFit);
        }
        let freedom = (units.len() - design.width()) as f64;
        let solution =
            restricted::most_likely(units, &design, unexplained / freedom).ok_or(NoRegression::NotNumbers)?;
        let coefficient = |column: usize, scale: f64| Coefficient {
            value: solution.coefficients.get(column).copied().unwrap_or(f64::NAN) / scale,
            error: solution.covariance.get(column, column).unwrap_or(f64::NAN).sqrt() / scale,
        };
        let slopes = design.parts.iter().enumerate().map(|(place, part)| Slope {
            index: part.index,
            mean: part.mean,
            coefficient: coefficient(place + 1, part.sd),
        });
        let mut regression = Self {
            between: solution.between,
            intercept: coefficient(0, 1.0),
            slopes: slopes.collect(),
            left_out: design.left_out.clone(),
            fitted: Vec::new(),
            units: units.to_vec(),
            design,
            coefficients: solution.coefficients,
            covariance: solution.covariance,
        };
        let units = units.iter().zip(regression.design.rows());
        regression.fitted = units.map(|(unit, row)| regression.fitted(unit, row)).collect();
        Ok(regression)
    }

    /// The figures with their variances, in the order given.
    #[must_use]
    pub fn units(&self) -> &[Measurement] {
        &self.units
    }

    /// The covariance of two coefficients, 0 for the intercept, then the slopes in their order.
    #[must_use]
    pub fn covariance(&self, one: usize, other: usize) -> Option<f64> {
        let scale = |column: usize| match column.checked_sub(1) {
            None => Some(1.0),
            Some(part) => Some(self.design.parts.get(part)?.sd),
        };
        Some(self.covariance.get(one, other)? / scale(one)? / scale(other)?)
    }

    /// What a context, with a number for each part, makes of a figure; `None` if it lacks one that is used.
    #[must_use]
    pub fn effect(&self, context: &[f64]) -> Option<Effect> {
        Some(self.effect_of(&self.design.row_of(context)?))
    }

    /// A sum of adjusted figures with these weights, one for each unit.
    ///
    /// They share their slopes: `V = S + Xc Cc Xc' - K S - S K'`, where `S` are the units' variances, `K = Xc P`, and
    /// `P` the rows of `C X'W` without the first.
    #[must_use]
    pub fn combined(&self, weights: &[f64]) -> Combined {
        let mut context = vec![0.0; self.design.width()];
        let mut shared = vec![0.0; self.design.width()];
        let (mut value, mut own, mut squares) = (0.0, 0.0, 0.0);
        let units = self.units.iter().zip(&self.fitted).zip(self.design.rows());
        for (((unit, fitted), row), weight) in units.zip(weights) {
            value += weight * fitted.adjusted;
            own += weight * weight * unit.variance;
            squares += weight * weight;
            let of_unit = weight * unit.variance / (unit.variance + self.between);
            for ((context, shared), number) in context.iter_mut().zip(&mut shared).zip(row) {
                *context += weight * number;
                *shared += of_unit * number;
            }
        }
        without_intercept(&mut context);
        let from_slopes = self.covariance.between(&context, &context);
        let sampling = own + from_slopes - 2.0 * self.covariance.between(&context, &shared);
        Combined {
            value,
            sampling: sampling.max(0.0),
            with_between: (sampling + self.between * squares).max(0.0),
        }
    }

    fn effect_of(&self, row: &[f64]) -> Effect {
        let expected = dot(row, &self.coefficients);
        let mut centred = row.to_vec();
        without_intercept(&mut centred);
        Effect {
            value: expected - self.intercept.value,
            variance: self.covariance.between(&centred, &centred),
            expected,
            expected_variance: self.covariance.between(row, row),
        }
    }

    fn fitted(&self, unit: &Measurement, row: &[f64]) -> Fitted {
        let effect = self.effect_of(row);
        let mut centred = row.to_vec();
        without_intercept(&mut centred);
        let shared = self.covariance.between(&centred, row) * unit.variance / (unit.variance + self.between);
        Fitted {
            adjusted: unit.value - effect.value,
            adjusted_variance: (unit.variance + effect.variance - 2.0 * shared).max(0.0),
            expected: effect.expected,
            expected_variance: effect.expected_variance,
        }
    }
}

/// A row as if about the slopes alone.
fn without_intercept(row: &mut [f64]) {
    if let Some(first) = row.first_mut() {
        *first = 0.0;
    }
}

fn square(number: f64) -> f64 {
    number * number
}
