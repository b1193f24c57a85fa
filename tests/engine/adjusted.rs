//! Figures adjusted for context: the vectors of the method paper, section 10, on the real trust file, and what is
//! refused.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::trusts_2022_23;
use trust_gap::layout::read_file;
use trust_gap::method::{
    AdjustPart, AdjustParts, Adjustment, Analysis, IntervalChoices, Measured, NotAdjusted, PartNotUsed, Rules,
    TrustFigures, UnitKind, region_ranks,
};
use trust_gap::model::{DataSet, Library};
use trust_gap::terms::{Focus, Region};

/// What rounding leaves of numbers of four printed decimals.
const PRINTED: f64 = 5.1e-5;

fn assert_close(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() < within, "{found}, {expected}");
}

fn adjusted_for(data: &DataSet, rules: &Rules, parts: AdjustParts) -> Result<Analysis, NotAdjusted> {
    let measured = Measured::after(None, data, rules).unwrap();
    let choices = IntervalChoices::default();
    let adjusted = measured.adjusted(rules.focus, parts, &choices)?;
    Ok(adjusted.analysis(rules.focus, rules.regional, &[], &choices).unwrap())
}

fn adjustment(analysis: &Analysis) -> &Rc<Adjustment> {
    analysis.adjustment.as_ref().unwrap()
}

fn region(analysis: &Analysis, region: Region) -> (f64, f64, f64) {
    let found = analysis.regions.iter().find(|of| of.region == region).unwrap();
    let area = &found.area;
    (
        area.figure.unwrap().number(),
        area.precision.unwrap().error,
        area.wider.unwrap().error,
    )
}

fn trust<'a>(analysis: &'a Analysis, name: &str) -> &'a TrustFigures {
    let mut trusts = analysis.trusts.iter();
    trusts.find(|trust| trust.name.to_uppercase().contains(name)).unwrap()
}

#[test]
fn the_real_trusts_have_the_methods_slopes() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = adjusted_for(&data, &Rules::default(), AdjustParts::TRIED).unwrap();
    let adjustment = adjustment(&analysis);
    assert_eq!((adjustment.units, adjustment.count), (UnitKind::Trusts, 212));
    assert_eq!(adjustment.used, AdjustParts::TRIED);
    assert_eq!(adjustment.offered, AdjustParts::TRIED);
    assert_close(adjustment.share_explained.unwrap(), 0.6585, PRINTED);
    assert_close(adjustment.left * adjustment.left, 22.6505, PRINTED);
    let expected = [
        (28.1321, 0.00720, 0.05253),
        (15.3066, 0.40901, 0.03543),
        (15.4198, -0.21481, 0.10160),
        (103.9236, 3.39383, 0.36124),
        (38.5208, 0.01772, 0.01634),
    ];
    assert_eq!(adjustment.slopes.len(), expected.len());
    for (slope, (mean, value, error)) in adjustment.slopes.iter().zip(expected) {
        assert_close(slope.mean, mean, PRINTED);
        assert_close(slope.coefficient.value, value, 5.1e-6);
        assert_close(slope.coefficient.error, error, 5.1e-6);
    }
    // What trusts with an average intake have: the intercept.
    let twyford = adjustment.of(trust(&analysis, "TWYFORD")).unwrap();
    let intercept = twyford.adjusted.number() - twyford.difference.number();
    assert_close(intercept, 24.05987, 5.1e-6);
}

#[test]
fn the_real_regions_have_the_methods_adjusted_figures_with_both_errors() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = adjusted_for(&data, &Rules::default(), AdjustParts::TRIED).unwrap();
    for (of, figure) in [
        (Region::London, 28.0682),
        (Region::SouthWest, 25.0345),
        (Region::YorkshireAndTheHumber, 24.5878),
        (Region::EastMidlands, 24.4623),
        (Region::NorthEast, 24.0876),
        (Region::EastOfEngland, 24.0040),
        (Region::WestMidlands, 23.3953),
        (Region::NorthWest, 21.4023),
        (Region::SouthEast, 21.2657),
    ] {
        assert_close(region(&analysis, of).0, figure, PRINTED);
    }
    for (of, sampling, with_between) in [
        (Region::London, 0.8429, 1.3793),
        (Region::SouthWest, 0.7130, 1.1478),
        (Region::NorthEast, 0.8153, 1.4747),
        (Region::SouthEast, 0.8007, 1.3114),
    ] {
        let (_, found, wider) = region(&analysis, of);
        assert_close(found, sampling, PRINTED);
        assert_close(wider, with_between, PRINTED);
    }
    // The South West is second, and could be first to seventh.
    let ranks = region_ranks(&analysis);
    let (_, south_west) = ranks.iter().find(|(of, _)| *of == Region::SouthWest).unwrap();
    assert_eq!((south_west.low, south_west.rank, south_west.high), (1, 2, 7));
}

#[test]
fn the_real_trusts_have_the_methods_adjusted_figures_and_ranks() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let raw = trust_gap::method::analyse(&data, &rules).unwrap();
    let analysis = adjusted_for(&data, &rules, AdjustParts::TRIED).unwrap();
    for (name, before, adjusted, ranks) in [
        ("DIXONS", 37.0, 32.0492, [13, 14]),
        ("GREENSHAW", 34.0, 36.2092, [28, 4]),
        ("TWYFORD", 60.0, 47.0897, [1, 1]),
        ("REACH SOUTH", 5.0, 16.0047, [212, 200]),
    ] {
        let found = trust(&analysis, name);
        let beside = adjustment(&analysis).of(found).unwrap();
        assert_eq!(beside.before.number(), before);
        assert_close(found.figure().unwrap().number(), adjusted, PRINTED);
        assert_eq!(beside.adjusted, found.figure().unwrap());
        let rank = |of: &Analysis| trust(of, name).rank().unwrap().number();
        assert_eq!([rank(&raw), rank(&analysis)], ranks, "{name}");
    }
    let dixons = adjustment(&analysis).of(trust(&analysis, "DIXONS")).unwrap();
    assert_close(dixons.expected.number(), 29.0107, PRINTED);
    assert_close(dixons.difference.number(), 7.9893, PRINTED);
    assert_close(dixons.precision.unwrap().error, 2.1807, PRINTED);
}

#[test]
fn adjusting_for_nothing_changes_nothing() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let raw = trust_gap::method::analyse(&data, &rules).unwrap();
    let analysis = adjusted_for(&data, &rules, AdjustParts::NONE).unwrap();
    for (one, other) in raw.trusts.iter().zip(&analysis.trusts) {
        assert_eq!((&one.uid, one.status), (&other.uid, other.status));
    }
    for (one, other) in raw.regions.iter().zip(&analysis.regions) {
        assert_eq!(one.area.figure, other.area.figure);
    }
}

/// A gap is adjusted as the difference of its adjusted ends, over trusts with both.
#[test]
fn an_adjusted_gap_is_between_adjusted_ends() {
    let Some(data) = trusts_2022_23() else { return };
    let of = |focus| {
        let rules = Rules {
            focus,
            ..Rules::default()
        };
        adjusted_for(&data, &rules, AdjustParts::TRIED).unwrap()
    };
    let (gap, disadvantaged, other) = (of(Focus::Gap), of(Focus::Disadvantaged), of(Focus::Other));
    assert_eq!(adjustment(&gap).count, 212);
    for trust in gap.trusts.iter().filter(|trust| trust.figure().is_some()) {
        let of = |analysis: &Analysis| {
            let mut trusts = analysis.trusts.iter();
            trusts
                .find(|other| other.uid == trust.uid)
                .unwrap()
                .figure()
                .unwrap()
                .number()
        };
        assert_close(trust.figure().unwrap().number(), of(&other) - of(&disadvantaged), 1e-9);
        let beside = adjustment(&gap).of(trust).unwrap();
        let before = |value: trust_gap::terms::Value| value.figure().unwrap().number();
        assert_close(
            before(trust.other) - before(trust.disadvantaged),
            beside.adjusted.number(),
            1e-9,
        );
        assert!(beside.precision.is_some());
    }
    for region in &gap.regions {
        let (precision, wider) = (region.area.precision.unwrap(), region.area.wider.unwrap());
        assert!(wider.error > precision.error && wider.error < 4.0);
    }
}

/// Each other measure and group that the file has is adjusted, too, for scores by their assumed or published precision.
#[test]
fn every_measure_is_adjusted() {
    let Some(data) = trusts_2022_23() else { return };
    let basis = data.basis(None).unwrap();
    let mut count = 0;
    for measure in data.measures(basis) {
        for focus in data.focuses(basis, measure) {
            let rules = Rules {
                measure,
                focus,
                ..Rules::default()
            };
            let analysis = adjusted_for(&data, &rules, AdjustParts::TRIED).unwrap();
            let share = adjustment(&analysis).share_explained;
            assert!(
                share.is_some_and(|share| (0.0..1.0).contains(&share)),
                "{measure:?} {focus:?} {share:?}"
            );
            count += 1;
        }
    }
    assert_eq!(count, 7 * 4);
}

const HEAD: &str = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PEALGRP2_MATPTINC,\
                    PSEN_ALL4_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n";

/// A trust file of made-up trusts.
fn trusts(count: u32, row: impl Fn(u32) -> (&'static str, [f64; 4])) -> Rc<DataSet> {
    let mut text = HEAD.to_owned();
    for trust in 1..=count {
        let (region, [poor, eal, sen, figure]) = row(trust);
        let line = format!("{trust},TRUST {trust},{region},400,{poor}%,{eal}%,{sen}%,{figure}%\n");
        text.push_str(&line);
    }
    let mut library = Library::default();
    library.add(read_file("mats_2022-23.csv", text.as_bytes()).unwrap());
    library.newest().unwrap()
}

fn some_region(trust: u32) -> &'static str {
    ["London", "South West", "North East"][trust as usize % 3]
}

fn wave(trust: u32, length: u32) -> f64 {
    f64::from(trust * trust * 7 % length)
}

fn plain(trust: u32) -> (&'static str, [f64; 4]) {
    let values = [
        5.0 + wave(trust, 37),
        wave(trust, 41),
        wave(trust, 19),
        20.0 + wave(trust, 31),
    ];
    (some_region(trust), values)
}

#[test]
fn too_few_trusts_are_told() {
    let all = AdjustParts::parse("disadvantaged,eal,sen").unwrap();
    let refused = adjusted_for(&trusts(29, plain), &Rules::default(), all).unwrap_err();
    let expected = NotAdjusted::TooFew {
        kind: UnitKind::Trusts,
        units: 29,
        needed: 30,
    };
    assert_eq!(refused, expected);
    assert_eq!(
        refused.to_string(),
        "Not adjusted for context: 29 trusts have a figure and every part, and 30 are needed."
    );
    assert!(adjusted_for(&trusts(30, plain), &Rules::default(), all).is_ok());
}

#[test]
fn parts_that_the_file_does_not_have_are_left_out_and_named() {
    let data = trusts(60, plain);
    let parts = AdjustParts::parse("eal,prior_attainment,selective").unwrap();
    let analysis = adjusted_for(&data, &Rules::default(), parts).unwrap();
    let adjustment = adjustment(&analysis);
    assert_eq!(adjustment.used.keys(), "eal");
    let expected = [
        (AdjustPart::PriorAttainment, PartNotUsed::NotInFile),
        (AdjustPart::Selective, PartNotUsed::NotInFile),
    ];
    assert_eq!(adjustment.not_used, expected);
    let parts = AdjustParts::parse("prior_attainment").unwrap();
    let refused = adjusted_for(&data, &Rules::default(), parts).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Not adjusted for context: the files do not have prior attainment."
    );
    let NotAdjusted::NotInFile { parts, .. } = refused else {
        panic!("{refused:?}")
    };
    let year = trust_gap::terms::AcademicYear::parse("2024/25");
    let of_2025 = NotAdjusted::NotInFile { parts, year };
    assert!(
        of_2025
            .to_string()
            .ends_with("because the tests of 2020 and 2021 were cancelled.")
    );
}

#[test]
fn parts_that_say_the_same_are_left_out_and_named() {
    let data = trusts(60, |trust| {
        let (region, [poor, _, _, figure]) = plain(trust);
        (region, [poor, 2.0 * poor + 3.0, 11.0, figure])
    });
    let analysis = adjusted_for(&data, &Rules::default(), AdjustParts::TRIED).unwrap();
    let adjustment = adjustment(&analysis);
    assert_eq!(adjustment.used.keys(), "disadvantaged");
    assert!(
        adjustment
            .not_used
            .contains(&(AdjustPart::Eal, PartNotUsed::SaysTheSame))
    );
    assert!(adjustment.not_used.contains(&(AdjustPart::Sen, PartNotUsed::Constant)));
}

#[test]
fn a_perfect_fit_and_one_region_are_refused() {
    let parts = AdjustParts::parse("disadvantaged,eal,sen").unwrap();
    let perfect = trusts(60, |trust| {
        let (region, [poor, eal, sen, _]) = plain(trust);
        (region, [poor, eal, sen, 10.0 + poor + 0.5 * eal])
    });
    let measured = Measured::after(None, &perfect, &Rules::default()).unwrap();
    let offered = measured.adjustable(Focus::Disadvantaged, &IntervalChoices::default());
    assert_eq!(offered, Ok(parts));
    let refused = adjusted_for(&perfect, &Rules::default(), parts).unwrap_err();
    assert_eq!(refused, NotAdjusted::PerfectFit(UnitKind::Trusts));
    let alike = trusts(60, |trust| (some_region(trust), [wave(trust, 37), 1.0, 1.0, 0.0]));
    let refused = adjusted_for(&alike, &Rules::default(), parts).unwrap_err();
    assert_eq!(refused, NotAdjusted::PerfectFit(UnitKind::Trusts));
    let london = trusts(60, |trust| ("London", plain(trust).1));
    let refused = adjusted_for(&london, &Rules::default(), parts).unwrap_err();
    assert_eq!(refused, NotAdjusted::OneRegion(UnitKind::Trusts));
}

/// A trust without one of the parts that the file offers is in no adjusted figure, whatever is adjusted for.
#[test]
fn a_trust_of_unknown_context_has_no_adjusted_figure() {
    let mut text = HEAD.to_owned();
    for trust in 1..=60 {
        let (region, [poor, eal, sen, figure]) = plain(trust);
        let sen = if trust == 7 {
            "SUPPMAT".to_owned()
        } else {
            format!("{sen}%")
        };
        text.push_str(&format!(
            "{trust},TRUST {trust},{region},400,{poor}%,{eal}%,{sen},{figure}%\n"
        ));
    }
    let mut library = Library::default();
    library.add(read_file("mats_2022-23.csv", text.as_bytes()).unwrap());
    let data = library.newest().unwrap();
    let parts = AdjustParts::parse("eal").unwrap();
    let analysis = adjusted_for(&data, &Rules::default(), parts).unwrap();
    assert_eq!(adjustment(&analysis).count, 59);
    let seven = analysis.trusts.iter().find(|trust| &*trust.uid == "7").unwrap();
    assert_eq!(seven.value().missing().unwrap().reason(), "context not known");
    assert!(adjustment(&analysis).of(seven).is_none());
}
