//! A smooth function of many arguments, computed at a few.

/// Intervals between the first few arguments.
const FIRST: u32 = 8;

/// How far the curve through half of the arguments may be from the function at the other half. The curve through all of
/// them is nearer by as many digits again.
const CLOSE: f64 = 1e-6;

/// The values of a smooth function of all these arguments, right to about 1e-9 where they are so many that curves
/// through Chebyshev's points serve better than computing each. The function is given a value that is near as a hint.
///
/// Trefethen 2013, "Approximation Theory and Approximation Practice", chapters 2 to 8.
pub(super) fn values(arguments: &[f64], function: &dyn Fn(f64, f64) -> f64, hint: f64) -> Vec<f64> {
    let low = arguments.iter().copied().fold(f64::INFINITY, f64::min);
    let high = arguments.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let curve = (high - low > CLOSE)
        .then(|| Curve::through(low, high, arguments.len(), function, hint))
        .flatten();
    match curve {
        Some(curve) => arguments.iter().map(|argument| curve.at(*argument)).collect(),
        None => one_by_one(arguments, function, hint),
    }
}

/// The function of each argument, each value being the hint for the next.
fn one_by_one(arguments: &[f64], function: &dyn Fn(f64, f64) -> f64, hint: f64) -> Vec<f64> {
    let mut last: Option<(f64, f64)> = None;
    let each = arguments.iter().map(|&argument| match last {
        Some((same, value)) if same == argument => value,
        _ => {
            let value = function(argument, last.map_or(hint, |(_, value)| value));
            last = Some((argument, value));
            value
        }
    });
    each.collect()
}

/// The cosine of `step` parts of a half turn that has `of` of them.
fn cosine(step: u32, of: u32) -> f64 {
    libm::cos(std::f64::consts::PI * f64::from(step) / f64::from(of))
}

/// The polynomial through Chebyshev's points.
struct Curve {
    /// Arguments and values, from the highest argument to the lowest.
    points: Vec<(f64, f64)>,
}

impl Curve {
    /// The curve that is close to the function, if it takes fewer points than there are arguments.
    fn through(low: f64, high: f64, count: usize, function: &dyn Fn(f64, f64) -> f64, hint: f64) -> Option<Self> {
        // No curve is taken before it was checked at as many points again.
        if 2 * FIRST as usize >= count {
            return None;
        }
        let argument = |step: u32, of: u32| (low + high) / 2.0 + (high - low) / 2.0 * cosine(step, of);
        let mut intervals = FIRST;
        let first: Vec<f64> = (0..=FIRST).map(|step| argument(step, FIRST)).collect();
        let values = one_by_one(&first, function, hint);
        let mut curve = Self {
            points: first.into_iter().zip(values).collect(),
        };
        loop {
            intervals *= 2;
            if intervals as usize >= count {
                return None;
            }
            let between: Vec<f64> = (1..intervals)
                .step_by(2)
                .map(|step| argument(step, intervals))
                .collect();
            let guessed = between
                .into_iter()
                .map(|argument| (argument, function(argument, curve.at(argument))));
            let added: Vec<(f64, f64)> = guessed.collect();
            let close = added
                .iter()
                .all(|(argument, value)| (curve.at(*argument) - value).abs() < CLOSE);
            curve.add(added);
            if close {
                return Some(curve);
            }
        }
    }

    /// Puts one new point between each two.
    fn add(&mut self, added: Vec<(f64, f64)>) {
        let mut between = added.into_iter();
        let old = std::mem::take(&mut self.points);
        for point in old {
            self.points.push(point);
            self.points.extend(between.next());
        }
    }

    /// Berrut and Trefethen 2004, "Barycentric Lagrange interpolation": at Chebyshev's points the weights are 1 and -1
    /// by turns, halved at the ends.
    fn at(&self, argument: f64) -> f64 {
        let (mut above, mut below) = (0.0, 0.0);
        let last = self.points.len().saturating_sub(1);
        let mut sign = 1.0;
        for (step, (point, value)) in self.points.iter().enumerate() {
            if *point == argument {
                return *value;
            }
            let weight = if step == 0 || step == last { 0.5 } else { 1.0 };
            let part = sign * weight / (argument - point);
            above += part * value;
            below += part;
            sign = -sign;
        }
        above / below
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_smooth_function_is_computed_at_a_few_arguments() {
        let arguments: Vec<f64> = (0..500).map(|step| f64::from(step) / 100.0).collect();
        let times = Cell::new(0);
        let function = |x: f64, _: f64| {
            times.set(times.get() + 1);
            1.0 / (1.0 + x * x)
        };
        for (argument, value) in arguments.iter().zip(values(&arguments, &function, 0.0)) {
            assert!((value - 1.0 / (1.0 + argument * argument)).abs() < 1e-9);
        }
        assert!(times.get() <= 65, "{}", times.get());
    }

    #[test]
    fn a_rough_function_and_few_arguments_are_computed_one_by_one() {
        let arguments: Vec<f64> = (0..100).map(|step| f64::from(step) / 100.0).collect();
        let function = |x: f64, _: f64| f64::from(u8::from(x > 0.333));
        for (argument, value) in arguments.iter().zip(values(&arguments, &function, 0.0)) {
            assert_eq!(value, function(*argument, 0.0));
        }
        let square = |x: f64, _: f64| x * x;
        assert_eq!(values(&[2.0, 2.0, 3.0], &square, 0.0), [4.0, 4.0, 9.0]);
        assert!(values(&[], &square, 0.0).is_empty());
    }
}
