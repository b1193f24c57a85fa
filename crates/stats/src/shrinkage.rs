//! Figures shrunken towards their mean, the more the less precise they are.

/// A figure and its variance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measurement {
    /// The figure, in any unit.
    pub value: f64,
    /// The square of its standard error, in that unit's square; above 0.
    pub variance: f64,
}

/// Figures shrunken towards their mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Shrunken {
    /// The mean that they are shrunken towards, weighted by `1 / (variance + between)`.
    pub mean: f64,
    /// The variance between the true figures, tau squared, in the unit's square; 0 if chance alone
    /// could explain the differences.
    pub between: f64,
    /// The shrunken figures, in the order given, in the figures' unit.
    pub values: Vec<f64>,
    /// The share of each figure's distance from the mean that is kept, 0 to 1, in the order given.
    pub kept: Vec<f64>,
}

/// Shrinks figures by the method of DerSimonian and Laird 1986, "Meta-analysis in clinical trials": `w = 1/v`,
/// `mu = sum(wy)/sum(w)`, `Q = sum w (y - mu)^2`, `C = sum w - sum w^2/sum w`, `tau^2 = max(0, (Q - (k - 1))/C)`; with
/// `w* = 1/(v + tau^2)` for the mean, `mu* + B (y - mu*)` where `B = tau^2/(v + tau^2)` (method, section 6).
///
/// `None` without figures, or where a variance is not above 0 or numbers are too large or small to
/// calculate with.
///
/// ```
/// use stats::{Measurement, shrink};
/// let figures = [3.0, 2.0, 5.0, 4.0, 6.0].map(|value| Measurement { value, variance: 1.0 });
/// let shrunken = shrink(&figures).unwrap();
/// assert_eq!((shrunken.mean, shrunken.between), (4.0, 1.5));
/// assert_eq!(shrunken.values, [3.4, 2.8, 4.6, 4.0, 5.2]);
/// ```
#[must_use]
pub fn shrink(figures: &[Measurement]) -> Option<Shrunken> {
    let between = between(figures)?;
    let mean = Weighted::with(figures, between).mean;
    let kept: Vec<f64> = figures
        .iter()
        .map(|figure| between / (figure.variance + between))
        .collect();
    let values: Vec<f64> = figures
        .iter()
        .zip(&kept)
        .map(|(figure, kept)| mean + kept * (figure.value - mean))
        .collect();
    let found = values.iter().chain(&kept).all(|number| number.is_finite());
    found.then_some(Shrunken {
        mean,
        between,
        values,
        kept,
    })
}

/// The variance between the true figures.
fn between(figures: &[Measurement]) -> Option<f64> {
    let more_than_one = figures.len().checked_sub(1)? as f64;
    if !figures.iter().all(|figure| figure.variance > 0.0) {
        return None;
    }
    let plain = Weighted::with(figures, 0.0);
    let spread: f64 = figures
        .iter()
        .map(|figure| (figure.value - plain.mean) * (figure.value - plain.mean) / figure.variance)
        .sum();
    let freedom = plain.sum - plain.squares / plain.sum;
    let excess = spread - more_than_one;
    // One figure alone cannot be compared with anything, but for what rounding leaves.
    if more_than_one == 0.0 || excess <= 0.0 {
        return plain.mean.is_finite().then_some(0.0);
    }
    let between = excess / freedom;
    (between.is_finite() && between >= 0.0).then_some(between)
}

/// Figures weighted by one over their variance and the variance between them.
struct Weighted {
    mean: f64,
    sum: f64,
    squares: f64,
}

impl Weighted {
    fn with(figures: &[Measurement], between: f64) -> Self {
        let (mut values, mut sum, mut squares) = (0.0, 0.0, 0.0);
        for figure in figures {
            let weight = 1.0 / (figure.variance + between);
            values += weight * figure.value;
            sum += weight;
            squares += weight * weight;
        }
        Self {
            mean: values / sum,
            sum,
            squares,
        }
    }
}
