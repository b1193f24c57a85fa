//! Regressions on context: the vectors of the method paper, section 10, on the thirteen trials of the BCG vaccine
//! (Colditz and others 1994), which agree with what the R package metafor publishes; and what holds for any numbers.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::collection::vec;
use proptest::prelude::*;
use trust_gap::stats::Measurement;
use trust_gap::stats::meta_regression::{NoRegression, NothingNew, Regression};

use crate::support::trials::trials;

fn assert_close(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() < within, "{found}, {expected}");
}

#[test]
fn the_trials_without_parts_have_the_published_mean() {
    let Some((trials, ..)) = trials() else { return };
    let found = Regression::new(&trials, &[]).unwrap();
    assert_close(found.between, 0.3132, 5e-5);
    assert_close(found.intercept.value, -0.7145, 5e-5);
    assert_close(found.intercept.error, 0.1798, 5e-5);
}

#[test]
fn the_trials_by_latitude_and_year_have_the_published_slopes() {
    let Some((trials, latitudes, years)) = trials() else {
        return;
    };
    let found = Regression::new(&trials, &[latitudes, years]).unwrap();
    assert_close(found.between, 0.110_785, 1e-6);
    assert_close(found.intercept.value, -0.732_108, 1e-6);
    assert_close(found.intercept.error, 0.123_799, 1e-6);
    let expected = [(-0.028_011, 0.010_234), (0.001_907, 0.014_684)];
    for (slope, (value, error)) in found.slopes.iter().zip(expected) {
        assert_close(slope.coefficient.value, value, 1e-6);
        assert_close(slope.coefficient.error, error, 1e-6);
    }
}

#[test]
fn the_trials_by_latitude_alone_have_the_published_line_from_the_equator() {
    let Some((trials, latitudes, _)) = trials() else { return };
    let found = Regression::new(&trials, &[latitudes]).unwrap();
    assert_close(found.between, 0.076_348, 1e-6);
    // Not centred: the intercept is what is expected at a latitude of 0.
    let equator = found.effect(&[0.0]).unwrap();
    assert_close(equator.expected, 0.251_468, 1e-6);
    assert_close(equator.expected_variance.sqrt(), 0.249_095, 1e-6);
    let slope = found.slopes[0].coefficient;
    assert_close(slope.value, -0.029_102, 1e-6);
    assert_close(slope.error, 0.007_195, 1e-6);
    assert_close(found.covariance(1, 1).unwrap(), slope.error * slope.error, 1e-12);
}

#[test]
fn what_cannot_be_fitted_is_told() {
    let figures = |values: &[f64]| -> Vec<Measurement> {
        let figures = values.iter();
        figures.map(|&value| Measurement { value, variance: 1.0 }).collect()
    };
    let told = |values: &[f64], parts: &[Vec<f64>]| Regression::new(&figures(values), parts).unwrap_err();
    let part = vec![1.0, 2.0, 3.0];
    assert_eq!(told(&[], &[]), NoRegression::TooFewUnits);
    assert_eq!(told(&[1.0, 2.0], &[vec![1.0, 2.0]]), NoRegression::TooFewUnits);
    assert_eq!(told(&[1.0, f64::NAN, 2.0], &[]), NoRegression::NotNumbers);
    assert_eq!(told(&[1.0, 3.0, 2.0], &[vec![1.0]]), NoRegression::NotNumbers);
    assert_eq!(told(&[10.1, 20.1, 30.1], &[part]), NoRegression::PerfectFit);
    assert_eq!(told(&[0.3, 0.3, 0.3], &[]), NoRegression::PerfectFit);
}

#[test]
fn chance_alone_leaves_nothing_between_the_units() {
    let figures = [1.0, 2.0, 3.0, 2.0, 1.0].map(|value| Measurement { value, variance: 9.0 });
    let found = Regression::new(&figures, &[]).unwrap();
    assert_eq!(found.between, 0.0);
    assert_close(found.intercept.value, 1.8, 1e-12);
}

/// Minus the restricted log-likelihood, without parts, as the method has it.
fn objective(units: &[Measurement], between: f64) -> f64 {
    let weight = |unit: &Measurement| 1.0 / (unit.variance + between);
    let sum: f64 = units.iter().map(weight).sum();
    let mean: f64 = units.iter().map(|unit| weight(unit) * unit.value).sum::<f64>() / sum;
    let of_each =
        |unit: &Measurement| (unit.variance + between).ln() + weight(unit) * (unit.value - mean) * (unit.value - mean);
    (units.iter().map(of_each).sum::<f64>() + sum.ln()) / 2.0
}

/// Units with figures, errors and three parts of their context.
fn in_context() -> impl Strategy<Value = (Vec<Measurement>, Vec<Vec<f64>>)> {
    let unit = (-30.0..30.0_f64, 0.2..6.0_f64, vec(0.0..100.0_f64, 3));
    vec(unit, 12..40).prop_map(|units| {
        let figures = units.iter().map(|(value, error, context)| Measurement {
            value: value + 0.3 * context[0] - 0.2 * context[1],
            variance: error * error,
        });
        let part = |part: usize| units.iter().map(|(.., context)| context[part]).collect();
        (figures.collect(), (0..3).map(part).collect())
    })
}

fn adjusted(units: &[Measurement], parts: &[Vec<f64>]) -> Vec<f64> {
    let found = Regression::new(units, parts).unwrap();
    found.fitted.iter().map(|unit| unit.adjusted).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_constant_part_changes_nothing((units, parts) in in_context(), constant in -50.0..50.0_f64) {
        let with = Regression::new(&units, &[parts.clone(), vec![vec![constant; units.len()]]].concat()).unwrap();
        let without = Regression::new(&units, &parts).unwrap();
        prop_assert_eq!(with.left_out.len(), 1);
        prop_assert_eq!(with.left_out[0].reason, NothingNew::Constant);
        prop_assert_eq!(&with.fitted, &without.fitted);
        let alone = Regression::new(&units, &[vec![constant; units.len()]]).unwrap();
        for (unit, fitted) in units.iter().zip(&alone.fitted) {
            prop_assert_eq!(fitted.adjusted, unit.value);
        }
    }

    #[test]
    fn the_order_of_units_does_not_matter((units, parts) in in_context(), turn in 1_usize..11) {
        let found = adjusted(&units, &parts);
        let turned = |numbers: &[f64]| { let mut turned = numbers.to_vec(); turned.rotate_left(turn); turned };
        let mut others = units.clone();
        others.rotate_left(turn);
        let parts: Vec<Vec<f64>> = parts.iter().map(|part| turned(part)).collect();
        for (one, other) in turned(&found).iter().zip(adjusted(&others, &parts)) {
            prop_assert!((one - other).abs() < 1e-9, "{} {}", one, other);
        }
    }

    #[test]
    fn a_part_in_another_unit_changes_no_adjusted_figure(
        (units, parts) in in_context(),
        shift in -200.0..200.0_f64,
        scale in prop_oneof![0.001..100.0_f64, -5.0..-0.1_f64]
    ) {
        let found = Regression::new(&units, &parts).unwrap();
        let mut other = parts.clone();
        other[1] = parts[1].iter().map(|number| shift + scale * number).collect();
        let other = Regression::new(&units, &other).unwrap();
        prop_assert!((found.between - other.between).abs() < 1e-9 * (1.0 + found.between));
        for (one, other) in found.fitted.iter().zip(&other.fitted) {
            prop_assert!((one.adjusted - other.adjusted).abs() < 1e-9);
            prop_assert!((one.adjusted_variance - other.adjusted_variance).abs() < 1e-8);
            prop_assert!((one.expected - other.expected).abs() < 1e-9);
        }
    }

    #[test]
    fn a_part_that_says_the_same_is_left_out((units, parts) in in_context(), shift in -9.0..9.0_f64) {
        let same: Vec<f64> = parts[0].iter().zip(&parts[1]).map(|(one, other)| shift + 2.0 * one - other).collect();
        let found = Regression::new(&units, &[parts.clone(), vec![same]].concat()).unwrap();
        prop_assert_eq!(found.left_out.iter().map(|part| (part.index, part.reason)).collect::<Vec<_>>(),
            [(3, NothingNew::SaysTheSame)]);
    }

    #[test]
    fn no_other_variance_is_likelier((units, _) in in_context(), between in 0.0..2_000.0_f64) {
        let found = Regression::new(&units, &[]).unwrap();
        prop_assert!(objective(&units, found.between) <= objective(&units, between) + 1e-9);
    }

    /// `V` of two units, by its definition and by sums of adjusted figures.
    #[test]
    fn sums_of_adjusted_figures_have_the_variances_of_their_sums((units, parts) in in_context()) {
        let found = Regression::new(&units, &parts).unwrap();
        let weight = |one: usize| -> Vec<f64> {
            (0..units.len()).map(|unit| if unit == one { 1.0 } else { 0.0 }).collect()
        };
        for (place, fitted) in found.fitted.iter().enumerate() {
            let alone = found.combined(&weight(place));
            prop_assert!((alone.value - fitted.adjusted).abs() < 1e-9);
            prop_assert!((alone.sampling - fitted.adjusted_variance).abs() < 1e-9);
            prop_assert!((alone.with_between - alone.sampling - found.between).abs() < 1e-9);
        }
        // The mean of all is not moved by the slopes: they are about the mean of each part.
        let all = found.combined(&vec![1.0 / units.len() as f64; units.len()]);
        let plain: f64 = units.iter().map(|unit| unit.value).sum::<f64>() / units.len() as f64;
        prop_assert!((all.value - plain).abs() < 1e-9);
        let sampling: f64 = units.iter().map(|unit| unit.variance).sum::<f64>() / (units.len() * units.len()) as f64;
        prop_assert!((all.sampling - sampling).abs() < 1e-9);
    }
}

/// Numbers that have nothing to do with the figures leave what is between the units as it is, but for a little.
#[test]
fn noise_explains_about_nothing() {
    let mut state = 7_u64;
    let mut random = || {
        // The generator of Knuth's MMIX.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut number = || (0..12).map(|_| random()).sum::<f64>() - 6.0;
    let units: Vec<Measurement> = (0..400)
        .map(|_| Measurement {
            value: 20.0 + 6.0 * number(),
            variance: 4.0,
        })
        .collect();
    let parts: Vec<Vec<f64>> = (0..5)
        .map(|_| (0..400).map(|_| 30.0 + 10.0 * number()).collect())
        .collect();
    let plain = Regression::new(&units, &[]).unwrap().between;
    let with = Regression::new(&units, &parts).unwrap().between;
    assert!((1.0 - with / plain).abs() < 0.03, "{with} of {plain}");
}
