//! The time that uncertainty takes: every combination of rules for a country of the real size, and ranks with intervals
//! for the real number of trusts. Run by `cargo xtask bench`.
//!
//! Speed is printed and never asserted, because the machine may be busy. Each group has a yardstick from the same run:
//! one plain analysis beside the survey of all combinations, and one comparison of every pair beside the intervals of
//! ranks. The ratio says more than either time, because a slower machine slows both.

#![allow(missing_docs, reason = "Criterion's macros make a public function without any")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use trust_gap::demo::FullSize;
use trust_gap::layout::read_file;
use trust_gap::method::{
    AdjustParts, Analysis, ContextSurvey, IntervalChoices, Measured, RankKind, Ranking, Robustness, Rules, Survey,
    analyse,
};
use trust_gap::model::{DataSet, Library};
use trust_gap::stats::Level;
use trust_gap::stats::ranks::{Estimate, RankChances, Simulation, distinguishable, marginal, marginal_best};
use trust_gap::terms::Region;

criterion_group! {
    name = doubt;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4));
    targets = robustness, contexts, ranks, regions
}
criterion_main!(doubt);

/// The trusts that were eligible in 2022/23.
const TRUSTS: usize = 216;

/// Trusts of the nine regions that had a published figure.
const REGIONS: [usize; 9] = [15, 19, 21, 22, 23, 26, 28, 28, 30];

/// Every combination of rules that a school file and its group links allow.
fn robustness(criterion: &mut Criterion) {
    let Some(data) = full_size() else {
        eprintln!("NOT JOINED: a file was not read");
        return;
    };
    let rules = Rules::default();
    let mut group = criterion.benchmark_group("robustness");
    group.bench_function("engine", |bencher| {
        bencher.iter(|| survey(black_box(&data), &rules));
    });
    group.bench_function("one-analysis", |bencher| {
        bencher.iter(|| analyse(black_box(&data), &rules).is_ok());
    });
    group.finish();
}

/// Every set of what figures can be adjusted for under both rules of a trust file, beside one adjusted analysis; and
/// one adjusted analysis of a country of schools beside a plain one.
fn contexts(criterion: &mut Criterion) {
    let (Some(trusts), Some(schools)) = (trusts(), full_size()) else {
        eprintln!("NOT JOINED: a file was not read");
        return;
    };
    let (rules, choices) = (Rules::default(), IntervalChoices::default());
    let Some(robustness) = survey(&trusts, &rules) else {
        return;
    };
    let mut group = criterion.benchmark_group("contexts");
    group.bench_function("engine", |bencher| {
        bencher.iter(|| {
            let mut survey = ContextSurvey::new(black_box(&trusts), &rules, &robustness, &choices).ok()?;
            while survey.advance().is_some() {}
            Some(survey.finish())
        });
    });
    group.bench_function("one-adjusted", |bencher| {
        bencher.iter(|| adjusted(black_box(&trusts)).is_some());
    });
    group.finish();
    let mut group = criterion.benchmark_group("adjusted-schools");
    group.bench_function("engine", |bencher| {
        bencher.iter(|| adjusted(black_box(&schools)).is_some());
    });
    group.bench_function("one-analysis", |bencher| {
        bencher.iter(|| analyse(black_box(&schools), &rules).is_ok());
    });
    group.finish();
}

/// The analysis adjusted for all five parts.
fn adjusted(data: &DataSet) -> Option<Analysis> {
    let (rules, choices) = (Rules::default(), IntervalChoices::default());
    let measured = Measured::after(None, data, &rules).ok()?;
    let adjusted = measured.adjusted(rules.focus, AdjustParts::TRIED, &choices).ok()?;
    adjusted.analysis(rules.focus, rules.regional, &[], &choices).ok()
}

/// A trust file with as many trusts as the real one.
fn trusts() -> Option<Rc<DataSet>> {
    let mut text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PEALGRP2_MATPTINC,\
                    PSEN_ALL4_MATPTINC,KS2ASS_MATPTINC,NUMINST_CONVERTER_MATPTINC,NUMINST_SPONSOR_MATPTINC,\
                    NUMINST_FREE_MATPTINC,NUMINST_STUDIO_MATPTINC,NUMINST_UTC_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n"
        .to_owned();
    for trust in 1..=TRUSTS {
        let wave = |step: usize, length: usize| trust * step % length;
        let region = Region::ALL.get(wave(1, Region::ALL.len()))?;
        text.push_str(&format!(
            "{trust},TRUST {trust},{},{},{}%,{}%,{}%,{},{},{},1,0,0,{}%\n",
            region.name(),
            300 + wave(37, 900),
            15 + wave(17, 31),
            wave(29, 61),
            9 + wave(11, 13),
            100 + wave(7, 9),
            1 + wave(3, 5),
            wave(5, 7),
            12 + wave(23, 33) + wave(29, 61) / 3,
        ));
    }
    let mut library = Library::default();
    library.add(read_file("mats_2022-23.csv", text.as_bytes()).ok()?);
    library.newest()
}

fn full_size() -> Option<Rc<DataSet>> {
    let mut library = Library::default();
    for (name, bytes) in FullSize::generate().files() {
        library.add(read_file(&name, &bytes).ok()?);
    }
    library.newest()
}

fn survey(data: &DataSet, rules: &Rules) -> Option<Robustness> {
    let mut survey = Survey::new(data, rules).ok()?;
    while survey.advance().is_some() {}
    Some(survey.finish())
}

/// All trusts as one family, by both kinds of interval.
fn ranks(criterion: &mut Criterion) {
    let trusts = family(TRUSTS, 1);
    beside_pairs(criterion, "marginal-ranks", &trusts, || {
        let intervals = marginal(black_box(&trusts), Level::P95);
        (intervals, marginal_best(black_box(&trusts), Level::P95))
    });
    beside_pairs(criterion, "chances-of-ranks", &trusts, || {
        RankChances::new(black_box(&trusts)).distributions()
    });
    beside_pairs(criterion, "simultaneous-ranks", &trusts, || {
        Simulation::usual(black_box(&trusts).clone(), Level::P95).finish()
    });
}

/// The regions' families one after the other, as on the page.
fn regions(criterion: &mut Criterion) {
    let families: Vec<Vec<Estimate>> = (1..).zip(REGIONS).map(|(seed, count)| family(count, seed)).collect();
    let every = families.concat();
    for kind in RankKind::ALL {
        let name = format!("{}-ranks-of-regions", kind.key());
        beside_pairs(criterion, &name, &every, || {
            let mut ranking = Ranking::new(black_box(&families).clone(), Level::P95, kind);
            while ranking.advance().is_some() {}
            ranking.finish()
        });
    }
}

/// Times a task, and a plain comparison of every pair.
fn beside_pairs<T>(criterion: &mut Criterion, name: &str, estimates: &[Estimate], task: impl Fn() -> T) {
    let mut group = criterion.benchmark_group(name);
    group.bench_function("engine", |bencher| bencher.iter(&task));
    group.bench_function("pairs", |bencher| {
        bencher.iter(|| pairs(black_box(estimates)));
    });
    group.finish();
}

/// How many ordered pairs are distinguishable: the least work for comparing all with all.
fn pairs(estimates: &[Estimate]) -> usize {
    let apart = |one: &Estimate| {
        let others = estimates.iter();
        others.filter(|other| distinguishable(*one, **other, 3.0)).count()
    };
    estimates.iter().map(apart).sum()
}

/// Made-up trusts: whole percentages from 5 to 60 with standard errors from 1.5 to 6 percentage points.
fn family(count: usize, seed: u64) -> Vec<Estimate> {
    let mut chance = oorandom::Rand64::new(u128::from(seed));
    (0..count)
        .filter_map(|_| {
            let value = chance.rand_range(5..61) as f64;
            Estimate::new(value, 1.5 + 4.5 * chance.rand_float())
        })
        .collect()
}
