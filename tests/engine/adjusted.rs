//! Figures adjusted for context: the vectors of the method paper, section 10, on the real trust file, and what is
//! refused.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;
use std::sync::LazyLock;

use crate::support::pictures::assert_inside;
use crate::support::program::{json, run};
use crate::support::{demonstration, library_of, trusts_2022_23};
use trust_gap::chart::{
    Cell, Chart as _, MovesChart, RankChart, StripChart, TopTen, TrustList, TrustQuery, adjusted_regions_table,
    adjusted_trusts_table, adjustment_in_words, claim_in_contexts_in_words, compare_table, could_be_table,
    each_rule_table, headline_in_choices, headlines_in_contexts_table, ranked_trusts, region_adjusted_in_words,
    region_in_choices_in_words, region_in_contexts_in_words, source_line, spread_table, trust_adjusted_in_words,
    trusts_in_contexts_table,
};
use trust_gap::demo::FullSize;
use trust_gap::export::methods::Used;
use trust_gap::export::origin::Origin;
use trust_gap::export::report_page::{ReportInput, ReportPage};
use trust_gap::export::tab_table::of_table;
use trust_gap::intake::template;
use trust_gap::layout::read_file;
use trust_gap::method::{
    AdjustPart, AdjustParts, Adjustment, Analysis, Claim, ClaimInContexts, ContextOutcome, ContextRobustness,
    ContextSurvey, IntervalChoices, Measured, NotAdjusted, PartNotUsed, Reason, RegionalRule, Robustness, Rules, Scope,
    SelectiveRule, Settings, Survey, TrustFigures, UnitKind, cleared_year, compared, each_rule, region_ranks,
    regional_ranks, spread,
};
use trust_gap::model::{DataSet, Library};
use trust_gap::records::School;
use trust_gap::stats::Measurement;
use trust_gap::stats::meta_regression::Regression;
use trust_gap::terms::{Admissions, Focus, Group, Measure, Region, SchoolType};

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

fn in_contexts(data: &DataSet, rules: &Rules) -> (Robustness, ContextRobustness) {
    let mut survey = Survey::new(data, rules).unwrap();
    while survey.advance().is_some() {}
    let robustness = survey.finish();
    let mut contexts = ContextSurvey::new(data, rules, &robustness, &IntervalChoices::default()).unwrap();
    let mut last = None;
    while let Some(progress) = contexts.advance() {
        last = Some(progress);
    }
    let last = last.unwrap();
    assert_eq!(last.steps, last.of);
    (robustness, contexts.finish())
}

/// Section 10: all 32 sets of the five parts, under both rules.
#[test]
fn the_headlines_of_the_real_file_under_every_set_of_parts() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let (robustness, contexts) = in_contexts(&data, &rules);
    assert_eq!((contexts.outcomes.len(), contexts.refused.len()), (64, 0));
    let under = |regional| {
        let outcomes = contexts.outcomes.iter();
        outcomes.filter(move |outcome| outcome.rules.regional == regional)
    };
    let count = |regional, place: fn(&ContextOutcome) -> Option<Region>, region| {
        under(regional).filter(|outcome| place(outcome) == Some(region)).count()
    };
    let first: fn(&ContextOutcome) -> Option<Region> = |outcome| Some(outcome.regions.first()?.0);
    let last: fn(&ContextOutcome) -> Option<Region> = |outcome| Some(outcome.regions.last()?.0);
    let simple = RegionalRule::SimpleMean;
    assert_eq!(count(simple, first, Region::London), 32);
    for (region, times) in [
        (Region::SouthWest, 6),
        (Region::SouthEast, 16),
        (Region::NorthWest, 6),
        (Region::NorthEast, 4),
    ] {
        assert_eq!(count(simple, last, region), times, "{region:?}");
    }
    let mut places = [0; 10];
    for outcome in under(simple) {
        places[1 + outcome
            .regions
            .iter()
            .position(|(of, _)| *of == Region::SouthWest)
            .unwrap()] += 1;
    }
    assert_eq!(places, [0, 0, 4, 0, 6, 6, 0, 2, 8, 6]);
    let all_three = AdjustParts::parse("eal,sen,prior_attainment").unwrap();
    for outcome in under(simple) {
        let is_second = outcome.regions[1].0 == Region::SouthWest;
        assert_eq!(
            is_second,
            outcome.parts.and(all_three) == all_three,
            "{}",
            outcome.parts.keys()
        );
    }
    let weighted = RegionalRule::PupilWeighted;
    assert_eq!(count(weighted, last, Region::SouthWest), 0);
    assert_eq!(count(weighted, last, Region::SouthEast), 30);
    assert_eq!(count(weighted, first, Region::London), 29);
    let margin = under(simple).map(|outcome| {
        let [.., (_, before), (_, last)] = outcome.regions.as_slice() else {
            panic!()
        };
        before.number() - last.number()
    });
    assert_close(margin.fold(f64::INFINITY, f64::min), 0.053, 5.1e-4);

    let analysis = trust_gap::method::analyse(&data, &rules).unwrap();
    let claims = Claim::of(&analysis).into_iter();
    let claims: Vec<ClaimInContexts> = claims
        .map(|claim| contexts.of_claim(claim, &rules, &robustness))
        .collect();
    let [_, south_west] = claims.as_slice() else {
        panic!("{claims:?}")
    };
    assert_eq!((south_west.holds, south_west.of), (6, 64));
    assert_eq!((south_west.holds_in_force, south_west.sets), (6, 32));
    assert_eq!(contexts.places(Region::SouthWest, &rules, &robustness), Some((2, 9, 9)));
    assert_eq!(
        claim_in_contexts_in_words(south_west, &rules),
        [
            "South West lowest: holds in 6 of 64 combinations of context and rules.",
            "Not once first language or prior attainment is counted."
        ]
    );
    assert_eq!(
        region_in_contexts_in_words(Region::SouthWest, (&contexts, &robustness), &rules).unwrap(),
        "Depending on what is adjusted for, the South West is anywhere from 9th to 2nd of 9 regions."
    );
    // A trust's ranks are those that it has in each adjusted analysis, one by one.
    let twyford = contexts
        .trusts
        .iter()
        .find(|trust| trust.name.to_uppercase().contains("TWYFORD"))
        .unwrap();
    let (best, worst) = twyford.england.unwrap();
    let ranks = AdjustParts::TRIED.subsets().map(|parts| {
        let adjusted = adjusted_for(&data, &rules, parts).unwrap();
        trust(&adjusted, "TWYFORD").rank().unwrap().number()
    });
    let ranks: Vec<u32> = ranks.collect();
    assert_eq!(Some(&best.number()), ranks.iter().min());
    assert_eq!(Some(&worst.number()), ranks.iter().max());
    assert_eq!(contexts.trusts.len(), 212);
}

#[test]
fn what_is_said_of_adjusted_figures() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let before = trust_gap::method::analyse(&data, &rules).unwrap();
    let adjusted = adjusted_for(&data, &rules, AdjustParts::TRIED).unwrap();
    assert_eq!(
        region_adjusted_in_words(Region::SouthWest, &before, &adjusted).unwrap(),
        "The South West has 20.1% unadjusted: 9th of 9 regions. Adjusted for context it has 25.0%: it is 2nd, and could \
         be 1st to 7th."
    );
    assert_eq!(
        trust_adjusted_in_words(&adjusted, trust(&adjusted, "DIXONS")).unwrap(),
        "Trusts with such an intake have 29.0% on average. Dixons Academies Trust has 37%: a difference of 8.0 \
         percentage points (from 3.7 to 12.3)."
    );
    let sentences = adjustment_in_words(&adjusted);
    assert_eq!(
        sentences[..2],
        [
            "Adjusted for the share of disadvantaged pupils, first language, special educational needs, prior attainment \
             and sponsored academies, over 212 trusts.",
            "That explains 66% of the differences between trusts that are more than chance."
        ]
    );
    assert!(adjustment_in_words(&before).is_empty());
    let regions = adjusted_regions_table(&before, &adjusted);
    assert_eq!(regions.rows.len(), 9);
    assert_eq!(regions.rows[1][0].text(), "South West");
    let trusts = adjusted_trusts_table(&adjusted, Some(Region::SouthWest));
    assert_eq!(trusts.rows.len(), 29);
}

#[test]
fn the_program_adjusts_and_says_what_it_did() {
    let Some(path) = crate::support::shared(crate::support::TRUST_FILE) else {
        return;
    };
    let path = path.to_str().unwrap();
    let all = "disadvantaged,eal,sen,prior_attainment,sponsored,selective";
    let report = json(&["analyse", path, "--format", "json", "--adjust", all]);
    let plain = json(&["analyse", path, "--format", "json"]);
    assert!(plain.get("adjusted").is_none());
    // What is published stays first, as it is.
    for key in ["regions", "trusts", "national", "rules"] {
        assert_eq!(report[key], plain[key], "{key}");
    }
    let adjusted = &report["adjusted"];
    assert_eq!(
        (&adjusted["count"], &adjusted["units"]),
        (&212.into(), &"trusts".into())
    );
    assert_eq!(adjusted["not_used"][0]["part"], "selective");
    let south_west = &adjusted["regions"][1];
    assert_eq!(south_west["name"], "South West");
    assert_close(south_west["before"].as_f64().unwrap(), 20.14, 5e-3);
    assert_close(south_west["adjusted"].as_f64().unwrap(), 25.0345, PRINTED);
    assert_eq!(
        (&south_west["rank"], &south_west["rank_low"], &south_west["rank_high"]),
        (&2.into(), &1.into(), &7.into())
    );
    let trusts = adjusted["trusts"].as_array().unwrap();
    assert_eq!((trusts.len(), &trusts[0]["rank"]), (216, &1.into()));
    assert!(adjusted["notes"].as_array().unwrap().len() >= 5);

    let robustness = json(&["robustness", path]);
    assert_eq!(
        (&robustness["combinations"], &robustness["context_combinations"]),
        (&2.into(), &64.into())
    );
    let last = &robustness["headlines"][1];
    assert_eq!(
        (&last["share"], &last["holds"]),
        (&0.5.into(), &serde_json::Value::Null)
    );
    assert_close(last["context_share"].as_f64().unwrap(), 6.0 / 64.0, 1e-12);
    let breaks = last["context_breaks_under"].as_array().unwrap();
    assert!(
        breaks.contains(&"--adjust eal".into()) && breaks.contains(&"--adjust prior_attainment".into()),
        "{breaks:?}"
    );
    assert_eq!(robustness["context_trusts"].as_array().unwrap().len(), 212);

    let text = run(&["analyse", path, "--adjust", "eal"]);
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(text.contains("Adjusted for first language, over 212 trusts."), "{text}");
    let csv = run(&["analyse", path, "--format", "csv", "--adjust", "eal"]);
    let csv = String::from_utf8(csv.stdout).unwrap();
    assert!(
        csv.contains("before,adjusted,low,high,expected,difference"),
        "{}",
        &csv[..300]
    );
    let refused = json(&["analyse", path, "--format", "json", "--adjust", "single_sex"]);
    assert_eq!(
        refused["adjusted"]["refused"],
        "Not adjusted for context: the files do not have single-sex schools."
    );
}

/// A country of schools of the real one's size, made up.
static COUNTRY: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    let full = FullSize::generate();
    [full.school_file(), full.group_links()]
});

fn country() -> Rc<DataSet> {
    let mut library = Library::default();
    for (name, bytes) in ["england_ks4final_2022-23.csv", "links.csv"].into_iter().zip(&*COUNTRY) {
        library.add(read_file(name, bytes).unwrap());
    }
    library.newest().unwrap()
}

fn schools_of(data: &DataSet) -> Vec<School<'_>> {
    let schools = data.schools.as_ref().unwrap().schools.iter();
    let schools = schools.filter(|school| {
        use SchoolType::{Alternative, College, Independent, Special};
        !matches!(school.school_type(), Alternative | College | Independent | Special)
    });
    let group = Group::Disadvantaged;
    let schools = schools.filter(|school| {
        let context = school.context();
        let known = [
            context.eal,
            context.sen_plan,
            context.sen_support,
            context.prior_attainment,
        ];
        school.value(Measure::Grade5EnglishMaths, group).figure().is_some()
            && school.pupils(group).is_ok_and(|pupils| pupils > 0.0)
            && school.pupils(Group::All).is_ok_and(|pupils| pupils > 0.0)
            && known.iter().all(Result::is_ok)
            && context.admissions != Admissions::NotStated
    });
    schools.collect()
}

/// From schools the fit is over all state-funded mainstream ones, and a trust has the weighted mean of its schools'
/// adjusted figures: computed anew from the formulas of the method.
#[test]
fn schools_of_the_whole_country_are_adjusted_and_trusts_have_their_weighted_means() {
    let data = country();
    let rules = Rules::default();
    let parts = AdjustParts::parse("eal,prior_attainment,selective").unwrap();
    let before = trust_gap::method::analyse(&data, &rules).unwrap();
    let adjusted = adjusted_for(&data, &rules, parts).unwrap();
    let adjustment = adjustment(&adjusted);
    assert_eq!(adjustment.units, UnitKind::Schools);
    let schools = schools_of(&data);
    assert_eq!(adjustment.count, schools.len());
    assert!(schools.len() > 3_000);

    let group = Group::Disadvantaged;
    let pupils = |school: &School<'_>| school.pupils(group).unwrap();
    let value = |school: &School<'_>| {
        school
            .value(Measure::Grade5EnglishMaths, group)
            .figure()
            .unwrap()
            .number()
    };
    let all: f64 = schools.iter().map(pupils).sum();
    let pooled = schools.iter().map(|school| pupils(school) * value(school)).sum::<f64>() / all;
    let figures: Vec<Measurement> = schools
        .iter()
        .map(|school| Measurement {
            value: value(school),
            variance: pooled * (100.0 - pooled) / pupils(school),
        })
        .collect();
    let column = |of: &dyn Fn(&School<'_>) -> f64| schools.iter().map(of).collect::<Vec<f64>>();
    let columns = [
        column(&|school| 100.0 * school.context().eal.unwrap() / school.pupils(Group::All).unwrap()),
        column(&|school| school.context().prior_attainment.unwrap()),
        column(&|school| {
            if school.admissions() == Admissions::Selective {
                100.0
            } else {
                0.0
            }
        }),
    ];
    let fit = Regression::new(&figures, &columns).unwrap();
    for (slope, expected) in adjustment.slopes.iter().zip(&fit.slopes) {
        assert_close(slope.coefficient.value, expected.coefficient.value, 1e-9);
    }
    let place = |urn| schools.iter().position(|school| school.urn() == urn);
    let mut compared = 0;
    for trust in adjusted.trusts.iter().filter(|trust| trust.figure().is_some()) {
        let raw = before.trusts.iter().find(|other| other.uid == trust.uid).unwrap();
        let (mut sum, mut total, mut own, mut context) = (0.0, 0.0, 0.0, [0.0; 3]);
        for school in &*raw.schools {
            let (Some(index), Some(weight)) = (place(school.urn), school.parts.get(group).weight) else {
                continue;
            };
            sum += weight * fit.fitted[index].adjusted;
            own += weight * weight * figures[index].variance;
            for (sum, column) in context.iter_mut().zip(&columns) {
                *sum += weight * column[index];
            }
            total += weight;
        }
        assert_close(trust.figure().unwrap().number(), sum / total, 1e-9);
        let effect = fit.effect(&context.map(|sum| sum / total)).unwrap();
        let error = (own / total / total + effect.variance).sqrt();
        assert_close(trust.precision.unwrap().error, error, 1e-9);
        compared += 1;
    }
    assert!(compared > 150, "{compared}");
    // Both errors of regions under each rule.
    for regional in RegionalRule::ALL {
        let adjusted = adjusted_for(&data, &Rules { regional, ..rules }, parts).unwrap();
        assert_eq!(adjusted.regions.len(), 9);
        for region in &adjusted.regions {
            assert!(region.area.wider.unwrap().error > region.area.precision.unwrap().error);
        }
    }
}

/// By school, a region's figure is a sum of its schools' adjusted figures, with their covariance.
#[test]
fn a_regions_schools_share_their_slopes() {
    let data = country();
    let parts = AdjustParts::parse("prior_attainment").unwrap();
    let rules = Rules {
        regional: RegionalRule::BySchool,
        ..Rules::default()
    };
    let adjusted = adjusted_for(&data, &rules, parts).unwrap();
    let schools = adjusted.trusts.iter().flat_map(|trust| &*trust.schools);
    let parts = schools.filter(|school| school.region == Some(Region::London));
    let parts = parts.filter_map(|school| {
        let part = school.parts.get(Group::Disadvantaged);
        Some((part.weight?, part.value.figure()?.number()))
    });
    let (weights, sums): (Vec<f64>, Vec<f64>) = parts.map(|(weight, number)| (weight, weight * number)).unzip();
    let mean = sums.iter().sum::<f64>() / weights.iter().sum::<f64>();
    assert_close(region(&adjusted, Region::London).0, mean, 1e-9);
}

#[test]
fn schools_of_a_part_of_the_country_are_refused() {
    let head: Vec<u8> = {
        let lines = COUNTRY[0].split_inclusive(|byte| *byte == b'\n');
        lines.take(150).flatten().copied().collect()
    };
    let mut library = Library::default();
    library.add(read_file("england_ks4final_2022-23.csv", &head).unwrap());
    library.add(read_file("links.csv", &COUNTRY[1]).unwrap());
    let data = library.newest().unwrap();
    let parts = AdjustParts::parse("prior_attainment").unwrap();
    let refused = adjusted_for(&data, &Rules::default(), parts).unwrap_err();
    assert_eq!(refused, NotAdjusted::PartOfCountry(UnitKind::Schools));
}

#[test]
fn without_selective_schools_trusts_are_judged_by_the_others() {
    let data = country();
    let selects = |urn| {
        let schools = data.schools.as_ref().unwrap().schools.iter();
        let mut schools = schools.filter(|school| school.urn() == urn);
        schools.any(|school| school.admissions() == Admissions::Selective)
    };
    let count = |selective| {
        let rules = Rules {
            selective,
            ..Rules::default()
        };
        let analysis = trust_gap::method::analyse(&data, &rules).unwrap();
        let counting = analysis.trusts.iter().flat_map(|trust| &*trust.schools);
        let (all, selective) = counting.fold((0, 0), |(all, count), school| {
            (all + 1, count + usize::from(selects(school.urn)))
        });
        let reasons = analysis.excluded.iter();
        let reasons = reasons.filter(|of| matches!(of.reason, Reason::Selection(Admissions::Selective)));
        (all, selective, reasons.count())
    };
    let (all, selective, none) = count(SelectiveRule::All);
    assert!(selective > 0 && none == 0);
    let (without, none, left_out) = count(SelectiveRule::Without);
    assert!(none == 0 && left_out >= selective && without <= all - selective);
    // No school of the made-up country is in a highly selective area.
    assert_eq!(count(SelectiveRule::AmongSelective).0, 0);
}

/// Non-selective schools in highly selective areas are a level of their own, and can be looked at apart.
#[test]
fn non_selective_schools_among_selective_ones_are_apart() {
    const NON_SELECTIVE: &str = "OTHER NON SEL";
    let school_file = String::from_utf8_lossy(&COUNTRY[0]);
    let mut lines: Vec<String> = school_file.lines().map(ToOwned::to_owned).collect();
    // Every third school is in such an area.
    for line in lines.iter_mut().step_by(3) {
        *line = line.replace(NON_SELECTIVE, "NON SEL IN HIGHLY SEL AREA");
    }
    let mut library = Library::default();
    library.add(read_file("england_ks4final_2022-23.csv", lines.join("\n").as_bytes()).unwrap());
    library.add(read_file("links.csv", &COUNTRY[1]).unwrap());
    let data = library.newest().unwrap();
    let schools = &data.schools.as_ref().unwrap().schools;
    let is_among = |urn| {
        let mut schools = schools.iter();
        schools.any(|school| school.urn() == urn && school.admissions() == Admissions::NonSelectiveAmongSelective)
    };
    let counting = |selective| {
        let rules = Rules {
            selective,
            min_schools: 1,
            ..Rules::default()
        };
        let analysis = trust_gap::method::analyse(&data, &rules).unwrap();
        let schools = analysis.trusts.iter().flat_map(|trust| &*trust.schools);
        let schools: Vec<bool> = schools.map(|school| is_among(school.urn)).collect();
        (schools.len(), schools.iter().filter(|is_among| **is_among).count())
    };
    let ((all, among), (apart, of_them)) = (counting(SelectiveRule::All), counting(SelectiveRule::AmongSelective));
    assert!(among > 50 && all > 2 * among, "{among} of {all}");
    assert_eq!((apart, of_them), (among, among));

    let parts = AdjustParts::NONE.with(AdjustPart::Selective, true);
    let analysis = adjusted_for(&data, &Rules::default(), parts).unwrap();
    let slopes = adjustment(&analysis).slopes.iter().map(|slope| slope.part);
    assert_eq!(slopes.collect::<Vec<_>>(), [AdjustPart::Selective; 2]);
}

#[test]
fn every_set_of_parts_is_tried_with_and_without_selection_where_schools_tell() {
    let data = demonstration();
    let rules = Rules::default();
    let (robustness, contexts) = in_contexts(&data, &rules);
    assert_eq!(contexts.tried, AdjustParts::TRIED.with(AdjustPart::Selective, true));
    assert_eq!(contexts.outcomes.len(), 64 * robustness.outcomes.len());
    let analysis = trust_gap::method::analyse(&data, &rules).unwrap();
    for claim in Claim::of(&analysis) {
        let found = contexts.of_claim(claim, &rules, &robustness);
        assert!(found.sets == 64 && found.holds <= found.of);
    }
}

/// The chart of moves says what its table says, of the real file: the South West from 9th to 2nd, with both intervals.
#[test]
fn the_regions_moves_say_what_the_table_says() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let before = trust_gap::method::analyse(&data, &rules).unwrap();
    let adjusted = adjusted_for(&data, &rules, AdjustParts::TRIED).unwrap();
    let chart = MovesChart::new(&before, &adjusted);
    assert_eq!(
        chart.title(),
        "The South West is 9th of 9 unadjusted, and 2nd adjusted for context"
    );
    assert!(
        chart
            .subtitle()
            .contains("adjusted for the share of disadvantaged pupils, first language")
    );
    for width in [320, 1200] {
        let picture = chart.draw(width);
        assert_inside(&picture, "moves");
        let stops = picture.stops();
        assert_eq!(stops.len(), 9);
        // In the order of the figures as they are.
        assert_eq!(&*stops[0].subject.id, "london");
        assert_eq!(
            &*stops[8].subject.words,
            "South West: 20.1% unadjusted, 9th; 25.0% adjusted, 2nd (could be 1st to 7th); interval 23.6 to 26.4 from the \
             sampling of pupils, 22.8 to 27.3 with other trusts"
        );
    }
    let said = "Adjusted for the share of disadvantaged pupils, first language";
    assert!(source_line(&data, &adjusted).contains(said) && !source_line(&data, &before).contains("Adjusted"));
    let table = chart.table();
    let south_west: Vec<String> = table.rows[1].iter().map(Cell::text).collect();
    assert_eq!(
        south_west,
        [
            "South West",
            "20.1",
            "9",
            "25.0",
            "23.6",
            "26.4",
            "22.8",
            "27.3",
            "2",
            "1",
            "7"
        ]
    );
    let heads: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    assert_eq!(
        heads[1..5],
        ["Unadjusted, %", "Unadjusted rank", "Adjusted for context, %", "From, %"]
    );
    let csv = Origin::of(&data, &adjusted).csv(&table);
    assert!(
        csv.contains("South West,20.1,9,25.0")
            && csv.contains("\"disadvantaged, eal, sen, prior_attainment, sponsored\"")
    );
}

/// What shows figures shows adjusted ones too, says so, and says what they are adjusted for where it is taken away.
#[test]
fn strips_top_tens_ranks_and_rules_of_adjusted_figures_say_what_they_are() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let choices = IntervalChoices::default();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let before = measured.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    let parts = AdjustParts::parse("eal,prior_attainment").unwrap();
    let measured = measured.adjusted(rules.focus, parts, &choices).unwrap();
    let adjusted = measured.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    let origin = Origin::of(&data, &adjusted);

    let strip = StripChart::new(&adjusted);
    assert!(
        strip.subtitle().ends_with(", adjusted for context."),
        "{}",
        strip.subtitle()
    );
    assert!(!StripChart::new(&before).subtitle().contains("adjusted"));
    let ranks = regional_ranks(&adjusted);
    let lists = TopTen::all(&adjusted, Some(&ranks));
    let south_west = lists.iter().find(|list| list.region == Region::SouthWest).unwrap();
    assert!(
        south_west.figure_column.ends_with(", %, adjusted"),
        "{}",
        south_west.figure_column
    );
    assert!(
        south_west.summary.contains("tenth or better; "),
        "{}",
        south_west.summary
    );
    // The best of the adjusted ranking, with the adjusted figure.
    let first = adjusted
        .trusts
        .iter()
        .find(|trust| trust.region == Some(Region::SouthWest))
        .unwrap();
    assert_eq!(
        (&south_west.rows[0].uid, Some(south_west.rows[0].figure)),
        (&first.uid, first.figure())
    );
    let of_region = ranks
        .iter()
        .find(|(family, _)| family.of.region() == Some(Region::SouthWest))
        .unwrap();
    let ranked = RankChart::new(&adjusted, &choices, &of_region.0, &of_region.1, None);
    assert!(
        ranked.subtitle().contains("adjusted for context"),
        "{}",
        ranked.subtitle()
    );
    let scope = Scope::Region(Region::SouthWest);
    let under = each_rule(&measured, rules.focus, scope);
    let simple = under.iter().find(|of| of.rule == RegionalRule::SimpleMean).unwrap();
    assert_eq!(simple.figure.map(|(figure, _)| figure), adjusted.figure_of(scope));
    // Every trust as a list: best adjusted first.
    let list = TrustList::new(&measured, &adjusted, &[]);
    let found = list.find(&TrustQuery::default());
    assert_eq!(
        (&found[0].uid, &*list.figure_column),
        (&adjusted.trusts[0].uid, &*south_west.figure_column)
    );
    for table in [
        list.table(&found),
        spread_table(&adjusted, &spread(&adjusted).unwrap()),
        strip.table(),
        ranked_trusts(&adjusted, scope, Some(of_region)).0,
        south_west.table(),
        ranked.table(),
        each_rule_table(&adjusted, &under, scope),
        could_be_table(&adjusted, &ranks),
        adjusted_regions_table(&before, &adjusted),
        adjusted_trusts_table(&adjusted, None),
    ] {
        assert!(table.columns.iter().all(|column| column.name != "Adjusted for"));
        let csv = origin.csv(&table);
        let mut lines = csv.lines();
        assert!(lines.next().unwrap().contains("Adjusted for"), "{csv}");
        assert!(lines.all(|line| line.contains("\"eal, prior_attainment\"")), "{csv}");
        assert!(of_table(&table).contains("\tAdjusted for\n"));
    }
    let plain = TopTen::all(&before, None).remove(0).table();
    assert!(!origin.csv(&plain).contains("Adjusted"));

    // Beside the figure as published the adjusted one, on a line of its own.
    let uids = [Rc::clone(&first.uid)];
    let table = compare_table(&[before, adjusted], &uids);
    let pupils: Vec<String> = table.rows.iter().map(|row| row[1].text()).collect();
    let expected = [
        "disadvantaged pupils",
        "disadvantaged pupils, adjusted for first language and prior attainment",
    ];
    assert_eq!(pupils, expected);
}

/// A printed report of a region has its figure adjusted, when the user adjusts, and its methods.
#[test]
fn the_report_of_a_region_says_what_it_is_adjusted_for() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let parts = AdjustParts::parse("eal,prior_attainment").unwrap();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let before = trust_gap::method::analyse(&data, &rules).unwrap();
    let adjusted = adjusted_for(&data, &rules, parts).unwrap();
    let report = |adjusted, settings: &Settings| {
        let input = ReportInput {
            data: &data,
            measured: &measured,
            analysis: &before,
            every: &[],
            adjusted,
            is_kept: false,
            settings,
            ranks: None,
            used: Used::default(),
            made_on: "1 December 2026",
            dated: &|_| None,
        };
        ReportPage::of_part(&input, Scope::Region(Region::SouthWest))
    };
    let settings = Settings {
        adjust: parts,
        ..Settings::default()
    };
    let page = report(Some(Ok(&adjusted)), &settings);
    assert!(
        page.finding
            .iter()
            .any(|words| words.contains("Adjusted for context it has"))
    );
    assert_eq!(page.tables.len(), 2);
    assert!(
        page.methods
            .paragraph
            .contains("Figures are also shown adjusted for first language and prior attainment")
    );
    let in_force = ("Adjusted for", "First language and prior attainment".to_owned());
    assert!(page.rules.contains(&in_force), "{:?}", page.rules);
    // Its other figures and their foot are as published.
    assert!(!page.source.contains("Adjusted"));
    let page = report(None, &Settings::default());
    assert_eq!(page.tables.len(), 1);
    assert!(!page.methods.paragraph.contains("adjusted"));
}

/// Under the rules in force alone every choice of context is tried as it is under all rules together.
#[test]
fn the_choices_of_context_under_the_rules_in_force() {
    let Some(data) = trusts_2022_23() else { return };
    let rules = Rules::default();
    let before = trust_gap::method::analyse(&data, &rules).unwrap();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let focus = (rules.focus, rules.regional);
    let mut survey = ContextSurvey::in_force(&measured, focus, &IntervalChoices::default()).unwrap();
    let first = survey.surveyed();
    // A fit for each set, and each set under these rules.
    assert_eq!((first.steps, first.of), (0, 64));
    while let Some(progress) = survey.advance() {
        assert_eq!(progress.of, 64);
    }
    let found = survey.finish();
    let (robustness, all) = in_contexts(&data, &rules);
    for claim in Claim::of(&before) {
        let (alone, among_all) = (
            found.of_claim_in_force(claim, &rules),
            all.of_claim(claim, &rules, &robustness),
        );
        assert_eq!(alone.holds_in_force, among_all.holds_in_force);
        assert_eq!(alone.never_with, among_all.never_with);
    }
    assert_eq!(found.places_in_force(Region::SouthWest, &rules), Some((2, 9, 9)));
    let check = headline_in_choices(&found, &before).unwrap();
    assert_eq!(
        check.text,
        "South West lowest: holds in 6 of 32 choices of context. Not once first language or prior attainment is counted."
    );
    assert!(!check.holds);
    assert_eq!(
        region_in_choices_in_words(Region::SouthWest, &found, &rules).unwrap(),
        "Depending on what is adjusted for, the South West is anywhere from 9th to 2nd of 9 regions."
    );
    let claims = Claim::of(&before).into_iter();
    let claims: Vec<ClaimInContexts> = claims.map(|claim| all.of_claim(claim, &rules, &robustness)).collect();
    let table = headlines_in_contexts_table(&claims, &rules);
    let south_west: Vec<String> = table.rows[1].iter().map(Cell::text).collect();
    assert_eq!(
        south_west,
        [
            "South West lowest",
            "6",
            "32",
            "6",
            "64",
            "first language and prior attainment",
            "first language and prior attainment"
        ]
    );
    let trusts = trusts_in_contexts_table(&all, Some(Region::SouthWest));
    assert_eq!((trusts.rows.len(), trusts.columns.len()), (28, 8));
}

/// A sheet of one's own with fifteen trusts of five schools each, of which the first trust's first school has so few
/// disadvantaged pupils that its figure must not leave.
fn own_sheet() -> Rc<DataSet> {
    let head = template();
    let names: Vec<&str> = head.trim_end().split(',').collect();
    let mut text = head.clone();
    for school in 0..75_u32 {
        let (trust, urn) = (school / 5, (school + 1).to_string());
        let disadvantaged = if school == 0 { 4 } else { 10 + school * 7 % 23 };
        let cells = names.iter().map(|name| match *name {
            "urn" => urn.clone(),
            "school" => format!("School {urn}"),
            "school_type" => "ACC".to_owned(),
            "region" => some_region(trust).to_owned(),
            "trust_id" => trust.to_string(),
            "trust" => format!("Trust {trust}"),
            "years_in_trust" => "5".to_owned(),
            "year" => "2022/23".to_owned(),
            "pupils_all" => (disadvantaged + 60).to_string(),
            "pupils_disadvantaged" => disadvantaged.to_string(),
            "pupils_other" => "60".to_owned(),
            "em5_disadvantaged" => format!("{}%", 20 + school * 11 % 37),
            "em5_other" | "em5_all" => "50%".to_owned(),
            _ => String::new(),
        });
        text += &cells.collect::<Vec<String>>().join(",");
        text += "\n";
    }
    library_of(&[("mine.csv", &text)]).newest().unwrap()
}

/// What leaves is adjusted from what may leave: a figure of few pupils is in no fit and in no trust's adjusted figure.
#[test]
fn withheld_figures_are_in_no_adjusted_figure() {
    let data = own_sheet();
    let parts = AdjustParts::parse("disadvantaged").unwrap();
    let rules = Rules::default();
    let cleared = cleared_year(&data).unwrap();
    let (shown, leaves) = (
        adjusted_for(&data, &rules, parts).unwrap(),
        adjusted_for(&cleared, &rules, parts).unwrap(),
    );
    let withheld = trust_gap::method::analyse(&cleared, &rules).unwrap();
    let schools = |analysis: &Analysis| -> Vec<(u32, bool)> {
        let schools = analysis.trusts.iter().flat_map(|trust| &*trust.schools);
        let has_figure = schools.map(|school| {
            let value = school.parts.get(Group::Disadvantaged).value;
            (school.urn.number(), value.figure().is_some())
        });
        let mut found: Vec<(u32, bool)> = has_figure.collect();
        found.sort_unstable();
        found
    };
    assert_eq!(schools(&leaves), schools(&withheld));
    let count = |analysis: &Analysis| schools(analysis).iter().filter(|(_, has_figure)| *has_figure).count();
    assert_eq!(adjustment(&leaves).count, count(&withheld));
    assert_eq!(adjustment(&shown).count, 75);
    assert!(count(&withheld) < 75);
}

/// Ranks with ranges, the top ten and comparisons are made of adjusted figures as of any others.
#[test]
fn what_there_is_of_figures_there_is_of_adjusted_ones() {
    let Some(data) = trusts_2022_23() else { return };
    let (rules, choices) = (Rules::default(), IntervalChoices::default());
    let measured = Measured::after(None, &data, &rules).unwrap();
    let adjusted = measured.adjusted(rules.focus, AdjustParts::TRIED, &choices).unwrap();
    let analysis = adjusted.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    let ranks = regional_ranks(&analysis);
    assert_eq!(ranks.len(), 9);
    for (family, found) in &ranks {
        for (index, rank) in family.indices().zip(&found.ranks) {
            let own = analysis.trusts[index].regional_rank().unwrap().number();
            assert!(rank.rank == own && rank.low <= own && own <= rank.high);
        }
        assert!(found.could_be_top_ten() >= found.ranked_in_top_ten());
    }
    // Two trusts compared: the difference of their adjusted figures.
    let uids: Vec<&str> = analysis.trusts.iter().take(2).map(|trust| &*trust.uid).collect();
    let both = compared(&adjusted, rules.focus, &uids, &choices).unwrap();
    let found: Vec<f64> = both
        .figures
        .iter()
        .map(|of| of.value.figure().unwrap().number())
        .collect();
    let expected: Vec<f64> = analysis
        .trusts
        .iter()
        .take(2)
        .map(|of| of.figure().unwrap().number())
        .collect();
    assert_eq!(found, expected);
    // The figure of a region under each regional rule.
    let under = each_rule(&adjusted, rules.focus, Scope::Region(Region::SouthWest));
    assert_close(under[0].figure.unwrap().0.number(), 25.0345, PRINTED);
    // From a trust file a rule by schools has no figure.
    assert_eq!(under.len(), 2);
}
