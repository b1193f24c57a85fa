//! Breaks on lines over the years (method, section 14), and who was disadvantaged in each.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use trust_gap::chart::{Cell, Chart, TrendChart, trend_breaks, trend_table};
use trust_gap::export::trend_report::trend_report;
use trust_gap::method::{BreakKind, IntervalChoices, Rules, Trend, TrendLine};
use trust_gap::model::Library;
use trust_gap::plot::Shape;
use trust_gap::terms::{Focus, Measure};

use crate::support::pictures::assert_inside;
use crate::support::{demonstration_of_years, library_of};

/// Trust files of these years: one trust, of whose 200 pupils so many are disadvantaged.
fn years(of: &[(&str, &str)]) -> Library {
    let head = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,P8MEA_WGTAVG,\
                PTL2BASICS_95_WGTAVG,PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTEBACC_95_WGTAVG_FSM6CLA1A";
    let files: Vec<(String, String)> = of
        .iter()
        .map(|(year, share)| {
            let text = format!("{head}\n1,ONE,London,200,{share},0.1,40%,20%,10%\n");
            (format!("mats_{year}.csv"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    library_of(&files)
}

fn trend(library: &Library, measure: Measure, focus: Focus) -> Trend {
    let rules = Rules {
        measure,
        focus,
        ..Rules::default()
    };
    Trend::new(library, &rules, &IntervalChoices::default(), false).unwrap()
}

fn kinds(trend: &Trend) -> Vec<BreakKind> {
    trend.breaks().map(|of| of.kind).collect()
}

#[test]
fn a_line_crosses_the_breaks_of_its_years_measure_and_group_alone() {
    use BreakKind::*;
    let library = years(&[("2017-18", "25%"), ("2022-23", "30%"), ("2026-27", "35%")]);
    let em5 = Measure::Grade5EnglishMaths;
    let of = |measure, focus| kinds(&trend(&library, measure, focus));
    assert_eq!(
        of(em5, Focus::Disadvantaged),
        [
            FreeMealsKept,
            NoComparableResults,
            GradingMidway,
            GradingBack,
            UniversalCredit
        ]
    );
    // Who counts as disadvantaged changes no figure of all pupils.
    assert_eq!(of(em5, Focus::All), [NoComparableResults, GradingMidway, GradingBack]);
    assert_eq!(of(Measure::Progress8, Focus::All), [NoComparableResults, NoProgress8]);
    assert_eq!(
        of(Measure::Ebacc5, Focus::Disadvantaged),
        [
            FreeMealsKept,
            NoComparableResults,
            GradingMidway,
            GradingBack,
            EbaccLeaves,
            UniversalCredit
        ]
    );
    // A line that begins with the year does not cross what began with it; that pupils keep free meals goes on.
    let library = years(&[("2022-23", "30%"), ("2023-24", "31%")]);
    assert_eq!(kinds(&trend(&library, em5, Focus::Disadvantaged)), [FreeMealsKept]);
    assert_eq!(kinds(&trend(&library, em5, Focus::All)), []);
}

#[test]
fn every_break_has_a_mark_and_its_sentence_that_a_narrow_picture_shows_whole() {
    let library = years(&[("2017-18", "25%"), ("2022-23", "30%"), ("2026-27", "35%")]);
    let found = trend(&library, Measure::Ebacc5, Focus::Disadvantaged);
    let lines: Vec<&TrendLine> = found.regions.iter().collect();
    let chart = TrendChart::new(&found, &lines);
    let sentences = trend_breaks(&found);
    // Years without exams are an area, and need no line.
    assert_eq!(sentences.len(), 5);
    for sentence in &sentences {
        assert!(chart.description().contains(sentence));
        assert!(
            chart
                .table()
                .caption
                .to_string()
                .contains(sentence.trim_end_matches('.'))
        );
    }
    for width in [288, 375, 560, 900] {
        let picture = chart.draw(width);
        assert_inside(&picture, &picture.title);
        let texts: Vec<(&str, f64)> = picture
            .marks
            .iter()
            .filter_map(|mark| match &mark.shape {
                Shape::Text { text, size, .. } => Some((&**text, *size)),
                _ => None,
            })
            .collect();
        let said: Vec<&str> = texts.iter().map(|(text, _)| *text).collect();
        let said = said.join(" ");
        for (number, sentence) in (1..).zip(&sentences) {
            let sentence = sentence.replace(&format!("Break {number}: "), "");
            assert!(said.contains(&format!("{number} {sentence}")), "{width}: {said}");
        }
        assert!(texts.iter().all(|(_, size)| *size >= 10.0));
    }
}

#[test]
fn the_share_of_disadvantaged_pupils_is_beside_each_years_figure() {
    let library = years(&[("2021-22", "25%"), ("2022-23", "30%")]);
    let found = trend(&library, Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    for line in [&found.all, &found.regions[0], &found.trusts[0]] {
        let shares: Vec<f64> = line
            .points
            .iter()
            .map(|point| point.disadvantaged_share.unwrap())
            .collect();
        assert!((shares[0] - 25.0).abs() < 1e-9 && (shares[1] - 30.0).abs() < 1e-9);
    }
    let lines: Vec<&TrendLine> = found.trusts.iter().collect();
    let chart = TrendChart::new(&found, &lines);
    let stops = chart.draw(900).stops();
    let said: Vec<&str> = stops.iter().map(|stop| &*stop.subject.words).collect();
    assert!(
        said.iter().any(|words| words.contains("25.0% of pupils disadvantaged")),
        "{said:?}"
    );
    let table = trend_table(&found, &lines);
    let heads: Vec<&str> = table.columns.iter().map(|head| &*head.name).collect();
    let place = heads
        .iter()
        .position(|head| *head == "Disadvantaged pupils 2021/22, %")
        .unwrap();
    assert_eq!(table.rows[0][place], Cell::Share(0.25));
    let report = serde_json::to_value(trend_report(&found, None)).unwrap();
    let of = &report["trends"][0];
    assert_eq!(of["breaks"][0]["kind"], "free-meals-kept");
    assert_eq!(of["breaks"][0]["to"], "2025/26");
    assert_eq!(of["breaks"][1]["from"], "2022/23");
    assert!(of["breaks"][1]["to"].is_null());
    assert_eq!(of["trusts"][0]["points"][1]["disadvantaged_share"], 30.0);
}

/// The demonstration's schools count their pupils: the share of all trusts is that of all their pupils.
#[test]
fn the_share_of_a_part_of_the_country_is_that_of_all_its_pupils() {
    let found = trend(&demonstration_of_years(), Measure::Grade5EnglishMaths, Focus::Gap);
    let shares = found.all.points.iter().map(|point| point.disadvantaged_share);
    for (share, year) in shares.zip(&found.years) {
        assert_eq!(share.is_some(), year.kind.has_results(), "{}", year.year);
        assert!(share.is_none_or(|share| (5.0..60.0).contains(&share)));
    }
}
