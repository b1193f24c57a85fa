//! Trends of adjusted figures: every year by its own context, or left out with its reason (method, section 10).
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::path::Path;

use crate::support::library_of;
use crate::support::pictures::assert_inside;
use crate::support::program::{json, refused};
use trust_gap::chart::{Chart as _, TrendChart, trend_cautions, trend_source_line, trend_table};
use trust_gap::export::origin::Origin;
use trust_gap::method::{
    AdjustPart, AdjustParts, IntervalChoices, LeftOut, Measured, MeasuredYears, NotAdjusted, RegionalRule, Rules,
    Trend, TrendError, YearKind,
};
use trust_gap::model::Library;
use trust_gap::terms::{AcademicYear, Focus};

const HEAD: &str = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,\
                    PEALGRP2_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A";

/// A trust file of a year, whose contexts and figures are moved by a number; with prior attainment where it is asked.
fn year(moved: u32, has_prior: bool) -> String {
    let (head, prior) = if has_prior {
        (",KS2ASS_MATPTINC", ",1")
    } else {
        ("", "")
    };
    let mut text = format!("{HEAD}{head}\n");
    for trust in 1..=45_u32 {
        let region = ["London", "South West", "North East"][trust as usize % 3];
        let part = |times: u32, below: u32| (trust * trust * times + moved * trust) % below;
        let (poor, eal) = (10 + part(7, 31), part(5, 43));
        let (figure, other) = (15 + part(3, 29) + eal / 4, 40 + part(11, 23));
        let prior = prior.replace('1', &(95 + part(13, 17)).to_string());
        text += &format!(
            "{trust},TRUST {trust},{region},400,{poor}%,{}%,{eal}%,{figure}%,{other}%{prior}\n",
            100 - poor
        );
    }
    text
}

/// Three years, the last of which has no prior attainment.
fn three_years() -> [(&'static str, String); 3] {
    [
        ("mats_2022-23.csv", year(0, true)),
        ("mats_2023-24.csv", year(3, true)),
        ("mats_2024-25.csv", year(8, false)),
    ]
}

fn library(files: &[(&'static str, String)]) -> Library {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &**text)).collect();
    library_of(&files)
}

fn years(library: &Library) -> MeasuredYears {
    MeasuredYears::new(library, &Rules::default(), false).unwrap()
}

fn adjusted(library: &Library, focus: Focus, parts: &str) -> Result<Trend, TrendError> {
    let choices = IntervalChoices::default();
    let parts = AdjustParts::parse(parts).unwrap();
    let years = years(library).adjusted(focus, parts, &choices);
    years.trend(focus, RegionalRule::SimpleMean, &choices)
}

#[test]
fn every_year_is_adjusted_by_its_own_context() {
    let library = library(&three_years());
    let choices = IntervalChoices::default();
    for focus in [Focus::Disadvantaged, Focus::Gap] {
        let trend = adjusted(&library, focus, "disadvantaged,eal").unwrap();
        assert_eq!(trend.adjusted.keys(), "disadvantaged,eal");
        let plain = years(&library)
            .trend(focus, RegionalRule::SimpleMean, &choices)
            .unwrap();
        assert!(plain.adjusted.is_empty());
        for (index, year) in trend.years.iter().enumerate() {
            assert_eq!(year.kind, YearKind::Exams);
            let data = library.data_set(Some(year.year)).unwrap();
            let measured = Measured::after(None, &data, &Rules::default()).unwrap();
            let of_year = measured.adjusted(focus, trend.adjusted, &choices).unwrap();
            let of_year = of_year
                .analysis(focus, RegionalRule::SimpleMean, &[], &choices)
                .unwrap();
            let differs = trend.trusts.iter().map(|line| {
                let point = &line.points[index];
                let trust_gap::method::TrendSubject::Trust { uid, .. } = &line.subject else {
                    panic!("a trust")
                };
                let trust = of_year.trusts.iter().find(|trust| trust.uid == *uid).unwrap();
                assert_eq!(
                    (point.figure.as_ref().ok().copied(), point.precision),
                    (trust.figure(), trust.precision)
                );
                point.figure != plain.trust(uid).unwrap().points[index].figure
            });
            assert!(differs.filter(|differs| *differs).count() > 30);
            for line in &trend.regions {
                let trust_gap::method::TrendSubject::Region(region) = line.subject else {
                    panic!("a region")
                };
                let of_region = of_year.regions.iter().find(|of| of.region == region).unwrap();
                assert_eq!(line.points[index].figure.as_ref().ok().copied(), of_region.area.figure);
                assert_eq!(line.points[index].precision, of_region.area.precision);
            }
        }
    }
}

#[test]
fn a_year_that_lacks_a_part_is_a_gap_with_its_reason() {
    let library = library(&three_years());
    let trend = adjusted(&library, Focus::Disadvantaged, "eal,prior_attainment").unwrap();
    let last = AcademicYear::parse("2024/25");
    let reason = NotAdjusted::NotInFile {
        parts: AdjustParts::NONE.with(AdjustPart::PriorAttainment, true),
        year: last,
    };
    let kind = YearKind::LeftOut(LeftOut::NotAdjusted(reason));
    assert_eq!((trend.years[2].kind.clone(), trend.last), (kind, 1));
    assert!(trend.trusts.iter().all(|line| line.points[2].figure.is_err()));
    let cautions = trend_cautions(&trend).join(" ");
    assert!(
        cautions.contains(
            "2024/25 is left out: the files do not have prior attainment. These pupils have no prior attainment, \
             because the tests of 2020 and 2021 were cancelled."
        ),
        "{cautions}"
    );
    let lines: Vec<_> = trend.regions.iter().collect();
    for width in [340, 820] {
        let picture = TrendChart::new(&trend, &lines).draw(width);
        assert_inside(&picture, "a trend with a year that is not adjusted");
    }

    let error = adjusted(&library, Focus::Disadvantaged, "sen").unwrap_err().to_string();
    assert!(
        error.contains("2022/23 is left out: the files do not have special educational needs"),
        "{error}"
    );
}

#[test]
fn a_trend_of_adjusted_figures_says_what_it_is() {
    let library = library(&three_years());
    let trend = adjusted(&library, Focus::Disadvantaged, "disadvantaged,eal").unwrap();
    let lines: Vec<_> = trend.regions.iter().collect();
    let chart = TrendChart::new(&trend, &lines);
    assert!(
        chart.title().starts_with("Adjusted figures of disadvantaged pupils "),
        "{}",
        chart.title()
    );
    assert!(
        chart.subtitle().contains(", adjusted for context by year"),
        "{}",
        chart.subtitle()
    );
    let gap = adjusted(&library, Focus::Gap, "eal").unwrap();
    let of_gap = TrendChart::new(&gap, &gap.regions.iter().collect::<Vec<_>>());
    assert!(of_gap.title().starts_with("The adjusted gap "), "{}", of_gap.title());
    assert!(trend_source_line(&library, &trend).ends_with(
        "Adjusted for the share of disadvantaged pupils and first language. Each year is adjusted by the files of that \
         year, to the average context of that year."
    ));
    let table = trend_table(&trend, &trend.trusts.iter().collect::<Vec<_>>());
    let heads: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    assert!(
        heads.contains(&"2022/23, %, adjusted") && heads.contains(&"2024/25, %, adjusted"),
        "{heads:?}"
    );
    let csv = Origin::default().csv(&table);
    let mut lines = csv.lines();
    assert!(lines.next().unwrap().contains("Adjusted for"), "{csv}");
    assert!(lines.all(|line| line.contains("\"disadvantaged, eal\"")), "{csv}");
}

#[test]
fn the_program_adjusts_trends() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("adjusted_years");
    std::fs::create_dir_all(&folder).unwrap();
    let files = three_years().map(|(name, text)| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let [one, two, three] = files.each_ref().map(|path| &**path);
    let plain = json(&["trend", one, two, three]);
    let report = json(&["trend", one, two, three, "--adjust", "eal,prior_attainment"]);
    assert!(plain.get("adjusted_for").is_none());
    assert_eq!(report["adjusted_for"], serde_json::json!(["eal", "prior_attainment"]));
    // The figure, and the gap beside it.
    for trend in [&report["trends"][0], &report["trends"][1]] {
        assert_eq!((&trend["from"], &trend["to"]), (&"2022/23".into(), &"2023/24".into()));
        assert_eq!(trend["years"][2]["kind"], "left-out");
    }
    assert_ne!(report["trends"][0]["regions"], plain["trends"][0]["regions"]);
    refused(
        &["trend", one, two, "--adjust", "sen"],
        "the files do not have special educational needs",
    );
}
