//! Every vector of the method paper, sections 4 to 7, and the expected results of `data/stats`, read in place: Wilson
//! intervals and funnels of PHEindicatormethods' test data (UK Health Security Agency), and ranks of PISA 2018 as
//! computed by Mogstad, Romano, Shaikh and Wilhelm's csranks.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use crate::support::shared_bytes;
use trust_gap::stats::funnel::{FunnelZone, OverDispersion, Winsorised, exact_limits, normal_bands, pooled};
use trust_gap::stats::normal::{distribution, quantile};
use trust_gap::stats::ranks::{Estimate, RankInterval, Simulation, family_critical, marginal, marginal_best};
use trust_gap::stats::sampling::{WeightedShare, effective_size, standard_error};
use trust_gap::stats::{Level, Measurement, Sample, shrink, wilson};

/// The rows of a shared table without its header.
fn rows(name: &str) -> Option<Vec<csv::StringRecord>> {
    let bytes = shared_bytes(name)?;
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    Some(reader.records().map(Result::unwrap).collect())
}

fn number(row: &csv::StringRecord, place: usize) -> f64 {
    row[place].trim().parse().unwrap()
}

fn assert_close(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() < within, "{found}, {expected}");
}

/// The check values of Wichura 1988, "Algorithm AS 241", and those of the method, section 4.
#[test]
fn normal_quantiles_are_those_of_the_algorithms_paper() {
    for (chance, expected) in [
        (0.25, -0.674_489_750_196_081_7),
        (0.001, -3.090_232_306_167_814),
        (1e-20, -9.262_340_089_798_408),
    ] {
        let found = quantile(chance).unwrap();
        assert_close(found / expected, 1.0, 1e-14);
        assert_close(distribution(found) / chance, 1.0, 1e-12);
    }
    assert_close(Level::P95.z(), 1.959_963_984_540_054, 1e-14);
    assert_close(Level::P99_8.z(), 3.090_232_306_167_813, 1e-14);
}

/// Section 4: pupils, years and successes, and the results under each cap.
#[test]
fn weighted_shares_have_the_methods_figures_errors_and_effective_sizes() {
    let (pupils, years, successes) = ([40.0, 60.0, 100.0], [3.0, 4.0, 7.0], [20.0, 24.0, 30.0]);
    for (cap, figure, error, size) in [
        (5.0, 0.355_813_953, 0.033_809_027, 193.612_565),
        (4.0, 0.363_157_895, 0.033_710_927, 197.808_219),
        (1.0, 0.370_000_000, 0.033_689_761, 200.0),
        (f64::INFINITY, 0.345_283_019, 0.034_654_887, 180.643_084),
    ] {
        let each = || pupils.into_iter().zip(years.map(|years: f64| years.min(cap)));
        let parts: Vec<WeightedShare> = each()
            .zip(successes)
            .map(|((size, years), successes)| WeightedShare {
                weight: size * years,
                share: successes / size,
                size,
            })
            .collect();
        let total: f64 = parts.iter().map(|part| part.weight).sum();
        let mean: f64 = parts.iter().map(|part| part.weight * part.share).sum();
        assert_close(mean / total, figure, 1e-9);
        assert_close(standard_error(&parts).unwrap(), error, 1e-9);
        let effective = effective_size(&each().collect::<Vec<_>>()).unwrap();
        // Without a cap it is 1060^2 / 6220 = 180.643 087. The paper has a different last digit.
        assert_close(effective, size, 5e-6);
    }
}

#[test]
fn wilson_intervals_are_the_published_ones() {
    let Some(rows) = rows("stats/wilson.csv") else {
        return;
    };
    assert_eq!(rows.len(), 6);
    for row in &rows {
        let level = match &row[4] {
            "95%" => Level::P95,
            "99.8%" => Level::P99_8,
            other => panic!("{other}"),
        };
        let sample = Sample::new(number(row, 0), number(row, 1)).unwrap();
        let found = wilson(sample, level);
        assert_close(found.low(), number(row, 2), 1e-10);
        assert_close(found.high(), number(row, 3), 1e-10);
    }
}

/// The areas of the funnel's test data with their published place.
fn areas() -> Option<Vec<(Sample, FunnelZone)>> {
    let rows = rows("stats/testdata_funnel_prop_inputs.csv")?;
    let area = |row: &csv::StringRecord| {
        let place = match &row[3] {
            "High (0.001)" => FunnelZone::FarAbove,
            "High (0.025)" => FunnelZone::Above,
            "Not significant" => FunnelZone::Within,
            "Low (0.025)" => FunnelZone::Below,
            "Low (0.001)" => FunnelZone::FarBelow,
            other => panic!("{other}"),
        };
        (Sample::new(number(row, 1), number(row, 2)).unwrap(), place)
    };
    Some(rows.iter().map(area).collect())
}

/// The share that all areas have together.
fn target(areas: &[(Sample, FunnelZone)]) -> f64 {
    let samples: Vec<Sample> = areas.iter().map(|(sample, _)| *sample).collect();
    pooled(&samples).unwrap()
}

#[test]
fn the_303_areas_lie_where_they_are_published_to_lie() {
    let Some(areas) = areas() else { return };
    assert_eq!(areas.len(), 303);
    let target = target(&areas);
    let mut counts = [0; 5];
    for (sample, expected) in &areas {
        let bands = normal_bands(target, sample.size()).unwrap();
        assert_eq!(bands.zone(sample.share()), *expected, "{sample:?}");
        counts[*expected as usize] += 1;
    }
    // From far below to far above: section 5.
    assert_eq!(counts, [92, 1, 32, 10, 168]);
}

#[test]
fn normal_limits_are_the_published_ones_at_every_size() {
    let (Some(areas), Some(rows)) = (areas(), rows("stats/testdata_funnel_prop_outputs.csv")) else {
        return;
    };
    assert_eq!(rows.len(), 100);
    let target = target(&areas);
    for row in &rows {
        let bands = normal_bands(target, number(row, 0)).unwrap();
        // Published in percent with six decimals.
        for (found, place) in [
            (bands.inner.low(), 1),
            (bands.inner.high(), 2),
            (bands.outer.low(), 3),
            (bands.outer.high(), 4),
            (target, 5),
        ] {
            assert_close(100.0 * found, number(row, place), 1e-5);
        }
    }
}

#[test]
fn exact_limits_are_the_methods() {
    for (size, far_low, low, high, far_high) in [
        (50.0, 0.066_232_9, 0.124_337_2, 0.365_039_5, 0.440_497_8),
        (100.0, 0.119_567_2, 0.162_355_0, 0.332_323_2, 0.385_606_6),
        (200.0, 0.156_600_7, 0.188_620_7, 0.308_746_9, 0.345_332_8),
    ] {
        let inner = exact_limits(0.25, size, 0.025).unwrap();
        let outer = exact_limits(0.25, size, 0.001).unwrap();
        assert_close(inner.low(), low, 1e-7);
        assert_close(inner.high(), high, 1e-7);
        assert_close(outer.low(), far_low, 1e-7);
        assert_close(outer.high(), far_high, 1e-7);
    }
}

#[test]
fn over_dispersion_is_the_methods() {
    let counts = [12.0, 30.0, 26.0, 50.0, 42.0, 71.0, 4.0, 29.0, 48.0, 36.0];
    let sizes = [82.0, 98.0, 100.0, 125.0, 162.0, 151.0, 12.0, 100.0, 82.0, 99.0];
    let each = counts.into_iter().zip(sizes);
    let samples: Vec<Sample> = each.map(|(x, n)| Sample::new(x, n).unwrap()).collect();
    for (winsorised, ratio, between) in [
        (Winsorised::No, 6.037_390_997_982_763, 0.014_356_457_871_159_212),
        (Winsorised::TenPercent, 4.009_052_917_020_549, 0.008_688_259_710_023_325),
    ] {
        let spread = OverDispersion::new(&samples, winsorised).unwrap();
        assert_close(spread.target(), 0.626_974_327_891_288, 1e-10);
        assert_close(spread.ratio(), ratio, 1e-10);
        assert_close(spread.between(), between, 1e-10);
    }
}

#[test]
fn shrunken_figures_are_the_methods() {
    let figures = [3.0, 2.0, 5.0, 4.0, 6.0].map(|value| Measurement { value, variance: 1.0 });
    let shrunken = shrink(&figures).unwrap();
    assert_close(shrunken.mean, 4.0, 1e-12);
    assert_close(shrunken.between, 1.5, 1e-12);
    let expected = [3.4, 2.8, 4.6, 4.0, 5.2];
    for (found, expected) in shrunken.values.iter().zip(expected) {
        assert_close(*found, expected, 1e-12);
    }
}

/// The countries of PISA 2018 with their mean scores in mathematics.
pub(crate) fn pisa() -> Option<(Vec<String>, Vec<Estimate>)> {
    let rows = rows("stats/pisa2018_math.csv")?;
    let country = |row: &csv::StringRecord| {
        let estimate = Estimate::new(number(row, 1), number(row, 2)).unwrap();
        (row[0].to_owned(), estimate)
    };
    let found: (Vec<String>, Vec<Estimate>) = rows.iter().map(country).unzip();
    assert_eq!(found.0.len(), 38);
    Some(found)
}

fn place(names: &[String], name: &str) -> usize {
    let mut names = names.iter();
    names.position(|other| other == name).unwrap()
}

fn ends(interval: RankInterval) -> (u32, u32) {
    (interval.low(), interval.high())
}

#[test]
fn marginal_ranks_of_pisa_are_the_methods() {
    let Some((names, estimates)) = pisa() else {
        return;
    };
    let found = marginal(&estimates, Level::P95);
    for (name, critical, expected) in [
        ("United Kingdom", 3.033_015, (7, 23)),
        ("Japan", 3.045_037, (1, 4)),
        ("Luxembourg", 3.181_765, (24, 31)),
        ("Colombia", 2.977_186, (37, 38)),
    ] {
        let rank = found[place(&names, name)];
        assert_close(rank.critical, critical, 1e-6);
        assert_eq!(ends(rank.interval), expected, "{name}");
    }
}

/// With the program's draws and seed, and with others: the intervals do not depend on them.
#[test]
fn simultaneous_ranks_of_pisa_are_the_methods() {
    let Some((names, estimates)) = pisa() else {
        return;
    };
    for (draws, seed) in [
        (Simulation::draws(estimates.len()), Simulation::SEED),
        (Simulation::DRAWS, Simulation::SEED),
        (Simulation::DRAWS, 7),
    ] {
        let found = Simulation::new(estimates.clone(), Level::P95, draws, seed).finish();
        for (name, expected) in [
            ("Japan", (1, 6)),
            ("Korea", (1, 7)),
            ("Estonia", (1, 6)),
            ("Netherlands", (1, 11)),
            ("Poland", (1, 12)),
            ("Switzerland", (1, 13)),
            ("Canada", (3, 17)),
            ("United Kingdom", (6, 24)),
            ("Colombia", (37, 38)),
        ] {
            let interval = found.intervals[place(&names, name)];
            assert_eq!(ends(interval), expected, "{name}, {draws} draws of {seed}");
        }
    }
}

#[test]
fn simultaneous_ranks_of_ten_steps_are_the_methods_in_one_step_and_several() {
    let estimates: Vec<Estimate> = (1..=10)
        .filter_map(|theta| Estimate::new(f64::from(theta), 1.0))
        .collect();
    let found = Simulation::usual(estimates, Level::P95).finish();
    for intervals in [&found.intervals, &found.single_step] {
        let (low, high): (Vec<u32>, Vec<u32>) = intervals.iter().map(|each| ends(*each)).unzip();
        assert_eq!(low, [6, 5, 4, 3, 2, 1, 1, 1, 1, 1]);
        assert_eq!(high, [10, 10, 10, 10, 10, 9, 8, 7, 6, 5]);
    }
}

/// Tukey's studentised range divided by the root of 2, from the tables of Harter 1960. It is the critical value for
/// every pair in a family of equal errors.
#[test]
fn families_of_equal_errors_have_tukeys_critical_values() {
    for (count, level, range) in [
        (3, Level::P95, 3.314),
        (10, Level::P95, 4.474),
        (20, Level::P95, 5.012),
        (10, Level::P99, 5.157),
    ] {
        let family = vec![Estimate::new(0.0, 2.0).unwrap(); count];
        let found = family_critical(&family, level);
        assert_close(found, range / 2.0_f64.sqrt(), 0.02);
    }
}

/// Small families have more draws, none fewer than the method asks for.
#[test]
fn no_family_has_fewer_draws_than_the_method_asks_for() {
    let draws: Vec<u32> = (0..2_000).map(Simulation::draws).collect();
    assert!(draws.iter().all(|draws| (20_000..=200_000).contains(draws)));
    assert!(draws.is_sorted_by(|smaller, larger| smaller >= larger));
}

/// To one side there is one comparison less to fear: Dunnett's critical value for many against one, to one side, is
/// below that to both.
#[test]
fn the_best_rank_is_told_by_the_lower_value_to_one_side() {
    let Some((_, estimates)) = pisa() else { return };
    let both = marginal(&estimates, Level::P95);
    let above = marginal_best(&estimates, Level::P95);
    for (both, above) in both.iter().zip(above) {
        assert!(above.critical < both.critical);
        assert!(both.interval.low() <= above.best && above.best <= above.rank);
        assert_eq!(above.rank, both.interval.rank());
    }
}
