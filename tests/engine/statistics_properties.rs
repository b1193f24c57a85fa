//! Properties of intervals, limits, shrunken figures and ranks for any numbers, from the method paper.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::collection::vec;
use proptest::prelude::*;
use trust_gap::stats::funnel::{OverDispersion, Winsorised, exact_bands, exact_limits, normal_bands, normal_limits};
use trust_gap::stats::ranks::{
    Estimate, RankInterval, Simulation, Simultaneous, distinguishable, marginal, marginal_best,
};
use trust_gap::stats::{Interval, Level, Measurement, Sample, shrink, wilson};

/// Whole percentages, many of them equal, or any numbers, with small and large errors.
fn families() -> impl Strategy<Value = Vec<Estimate>> {
    let value = prop_oneof![(0_u32..60).prop_map(f64::from), -40.0..40.0_f64];
    let error = prop_oneof![Just(1.0), 0.1..8.0_f64];
    let estimate = (value, error).prop_map(|(value, error)| Estimate::new(value, error).unwrap());
    vec(estimate, 1..14)
}

fn samples() -> impl Strategy<Value = Sample> {
    (0.0..=1.0_f64, 0.5..5_000.0_f64).prop_map(|(share, size)| Sample::of_share(share, size).unwrap())
}

fn levels() -> impl Strategy<Value = Level> {
    (0.5..0.999_9_f64).prop_map(|level| Level::new(level).unwrap())
}

/// Two levels, the lower first.
fn two_levels() -> impl Strategy<Value = (Level, Level)> {
    (levels(), levels()).prop_map(|(one, two)| if one < two { (one, two) } else { (two, one) })
}

/// Few draws, because these properties do not depend on their number.
fn simulated(family: &[Estimate], level: Level) -> Simultaneous {
    Simulation::new(family.to_vec(), level, 1_500, 5).finish()
}

fn is_inside(inner: RankInterval, outer: RankInterval) -> bool {
    outer.low() <= inner.low() && inner.high() <= outer.high()
}

fn holds(outer: Interval, inner: Interval) -> bool {
    outer.low() <= inner.low() && inner.high() <= outer.high()
}

fn are_shares(interval: Interval) -> bool {
    holds(Interval::SHARES, interval)
}

/// The rank by its definition: 1 and how many are greater.
fn rank(family: &[Estimate], place: usize) -> u32 {
    let own = family[place].value();
    1 + family.iter().map(|other| u32::from(other.value() > own)).sum::<u32>()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_interval_holds_the_rank(family in families(), level in levels()) {
        let together = simulated(&family, level);
        let marginal: Vec<RankInterval> =
            marginal(&family, level).iter().map(|rank| rank.interval).collect();
        for intervals in [&marginal, &together.intervals, &together.single_step] {
            prop_assert_eq!(intervals.len(), family.len());
            for (place, interval) in intervals.iter().enumerate() {
                prop_assert_eq!(interval.rank(), rank(&family, place));
                prop_assert!(1 <= interval.low() && interval.low() <= interval.rank());
                prop_assert!(interval.rank() <= interval.high());
                prop_assert!(interval.high() as usize <= family.len());
            }
        }
    }

    #[test]
    fn stepping_down_narrows(family in families(), level in levels()) {
        let found = simulated(&family, level);
        prop_assert!(found.last_critical <= found.critical);
        for (inner, outer) in found.intervals.iter().zip(&found.single_step) {
            prop_assert!(is_inside(*inner, *outer));
        }
    }

    #[test]
    fn the_best_rank_lies_between_the_interval_and_the_rank(family in families(), level in levels()) {
        for (both, above) in marginal(&family, level).iter().zip(marginal_best(&family, level)) {
            prop_assert!(above.critical <= both.critical);
            prop_assert!(both.interval.low() <= above.best);
            prop_assert!(above.best <= above.rank);
            prop_assert_eq!(above.rank, both.interval.rank());
        }
    }

    #[test]
    fn ranks_widen_with_the_level(family in families(), (low, high) in two_levels()) {
        for (narrow, wide) in marginal(&family, low).iter().zip(marginal(&family, high)) {
            prop_assert!(is_inside(narrow.interval, wide.interval));
        }
        let (narrow, wide) = (simulated(&family, low), simulated(&family, high));
        for (narrow, wide) in narrow.single_step.iter().zip(&wide.single_step) {
            prop_assert!(is_inside(*narrow, *wide));
        }
        for (narrow, wide) in narrow.intervals.iter().zip(&wide.intervals) {
            prop_assert!(is_inside(*narrow, *wide));
        }
    }

    #[test]
    fn a_simulation_is_the_same_however_it_is_divided(family in families(), step in 1_u32..700) {
        let whole = simulated(&family, Level::P95);
        let mut simulation = Simulation::new(family, Level::P95, 1_500, 5);
        let mut done = 0;
        loop {
            let progress = simulation.advance(step);
            prop_assert_eq!(progress.done, (done + step).min(1_500));
            prop_assert_eq!(progress, simulation.progress());
            done = progress.done;
            if progress.is_complete() {
                break;
            }
        }
        prop_assert_eq!(simulation.finish(), whole);
    }

    #[test]
    fn ranks_do_not_depend_on_the_unit(family in families(), scale in 0.01..100.0_f64) {
        let scaled: Vec<Estimate> = family
            .iter()
            .map(|each| Estimate::new(scale * each.value(), scale * each.error()).unwrap())
            .collect();
        for (one, other) in marginal(&family, Level::P95).iter().zip(marginal(&scaled, Level::P95)) {
            prop_assert!((one.critical - other.critical).abs() < 1e-6);
            prop_assert_eq!(one.interval.rank(), other.interval.rank());
        }
    }

    #[test]
    fn wilson_widens_with_the_level_and_holds_the_share(sample in samples(), (low, high) in two_levels()) {
        let (narrow, wide) = (wilson(sample, low), wilson(sample, high));
        prop_assert!(holds(wide, narrow));
        prop_assert!(are_shares(wide));
        prop_assert!(narrow.low() < narrow.high());
        prop_assert!(narrow.low() <= sample.share() + 1e-12 && sample.share() <= narrow.high() + 1e-12);
    }

    #[test]
    fn normal_limits_narrow_with_size_and_widen_with_z(
        target in 0.0..=1.0_f64,
        size in 0.5..5_000.0_f64,
        more in 0.0..5_000.0_f64,
        z in 0.0..4.0_f64,
    ) {
        let small = normal_limits(target, size, z).unwrap();
        let large = normal_limits(target, size + more, z).unwrap();
        prop_assert!(holds(small, large));
        prop_assert!(holds(normal_limits(target, size, z + 0.5).unwrap(), small));
        prop_assert!(are_shares(small) && small.contains(target));
    }

    #[test]
    fn all_limits_lie_within_0_and_1(
        target in 0.0..=1.0_f64,
        size in 1.0..3_000.0_f64,
        tail in 0.000_1..0.5_f64,
        all in vec(samples(), 1..30),
    ) {
        let exact = exact_bands(target, size).unwrap();
        let normal = normal_bands(target, size).unwrap();
        for limits in [exact.inner, exact.outer, normal.inner, normal.outer] {
            prop_assert!(are_shares(limits));
        }
        prop_assert!(are_shares(exact_limits(target, size, tail).unwrap()));
        for winsorised in [Winsorised::No, Winsorised::TenPercent] {
            let spread = OverDispersion::new(&all, winsorised).unwrap();
            let bands = spread.bands(size).unwrap();
            prop_assert!(are_shares(bands.inner) && are_shares(bands.outer));
            prop_assert!(holds(bands.outer, bands.inner));
            prop_assert!(holds(bands.inner, spread.bands(2.0 * size).unwrap().inner));
            prop_assert!(spread.between() >= 0.0);
        }
    }

    #[test]
    fn shrunken_figures_lie_between_the_figure_and_the_mean(
        figures in vec((-50.0..50.0_f64, 0.01..40.0_f64), 1..40),
    ) {
        let figures: Vec<Measurement> = figures
            .into_iter()
            .map(|(value, variance)| Measurement { value, variance })
            .collect();
        let shrunken = shrink(&figures).unwrap();
        for ((figure, value), kept) in figures.iter().zip(&shrunken.values).zip(&shrunken.kept) {
            let low = figure.value.min(shrunken.mean) - 1e-9;
            let high = figure.value.max(shrunken.mean) + 1e-9;
            prop_assert!(low <= *value && *value <= high);
            prop_assert!((0.0..=1.0).contains(kept));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// With the same draws it would hold exactly. Here one side is the exact integral and the other is simulated, so a
    /// tolerance of five hundredths is allowed.
    #[test]
    fn marginal_ranks_lie_inside_simultaneous_ones_in_one_step(family in families()) {
        const CHANCE: f64 = 0.05;
        let critical = Simulation::new(family.clone(), Level::P95, 20_000, 5).finish().critical + CHANCE;
        for (rank, own) in marginal(&family, Level::P95).iter().zip(&family) {
            // A single estimate is compared with nothing.
            prop_assert!(rank.critical <= critical || family.len() == 1);
            let apart = |other: &&Estimate| distinguishable(*own, **other, critical);
            let (above, below): (Vec<&Estimate>, Vec<&Estimate>) = family
                .iter()
                .filter(apart)
                .partition(|other| other.value() > own.value());
            prop_assert!(above.len() < rank.interval.low() as usize);
            prop_assert!(rank.interval.high() as usize <= family.len() - below.len());
        }
    }
}
