//! Sentences about unusual files: ties, gaps the other way, one region, no pupils, nothing published.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::{library_of, trusts_2022_23};
use trust_gap::chart::{Chart, Finding, GapChart, StripChart, TopTen, source_line};
use trust_gap::export::certainty::Certainty;
use trust_gap::layout::read_file;
use trust_gap::method::{RegionalRule, Rules, analyse};
use trust_gap::model::{DataSet, Library};
use trust_gap::terms::{Focus, Measure};

/// A small trust file: region, disadvantaged, other, pupils (nothing leaves the columns empty).
fn small(trusts: &[(&str, f64, f64)], pupils: bool) -> Rc<DataSet> {
    let mut text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
                    PNOTFSM6CLA1A_MATPTINC,ATT8SCR_WGTAVG_FSM6CLA1A,ATT8SCR_WGTAVG_NFSM6CLA1A,\
                    PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n"
        .to_owned();
    for (uid, (region, disadvantaged, other)) in trusts.iter().enumerate() {
        let pupils = if pupils { "100,30%,70%" } else { ",," };
        text.push_str(&format!(
            "{uid},T{uid},{region},202223,{pupils},{disadvantaged},{other},{disadvantaged}%,{other}%\n"
        ));
    }
    let mut library = Library::default();
    library.add(read_file("small.csv", text.as_bytes()).unwrap());
    library.newest().unwrap()
}

fn said(data: &DataSet, measure: Measure, focus: Focus) -> (Finding, String) {
    let analysis = analyse(
        data,
        &Rules {
            measure,
            focus,
            ..Rules::default()
        },
    )
    .unwrap();
    (
        Finding::new(data, &analysis),
        GapChart::new(&analysis).title().to_owned(),
    )
}

#[test]
fn ties_are_said_as_ties() {
    let alike = small(
        &[
            ("London", 30.0, 50.0),
            ("South West", 30.0, 50.0),
            ("North East", 30.0, 50.0),
        ],
        true,
    );
    let (finding, gap) = said(&alike, Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    assert_eq!(
        finding.headline,
        "The same share of disadvantaged pupils reach grade 5 in English and maths in every region"
    );
    assert_eq!(finding.detail, "30.0% in each of them.");
    assert!(finding.checks.is_empty(), "{:?}", finding.checks);
    assert_eq!(gap, "The gap is the same in every region, 20.0 percentage points");
    let (finding, _) = said(&alike, Measure::Attainment8, Focus::Gap);
    assert_eq!(finding.headline, "The gap is the same in every region");
    let two = small(
        &[
            ("London", 30.5, 50.0),
            ("South West", 30.5, 50.0),
            ("North East", 30.1, 51.0),
        ],
        true,
    );
    let (finding, _) = said(&two, Measure::Attainment8, Focus::Disadvantaged);
    assert_eq!(
        finding.headline,
        "In Attainment 8, disadvantaged pupils score highest in London and the South West and lowest in the North East"
    );
    let (finding, _) = said(&two, Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    assert!(
        finding
            .headline
            .starts_with("London and the South West have the largest share"),
        "{}",
        finding.headline
    );
    let last = small(
        &[
            ("London", 40.0, 50.0),
            ("South West", 30.0, 50.0),
            ("North East", 30.0, 51.0),
        ],
        true,
    );
    let (finding, _) = said(&last, Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    assert!(
        finding
            .detail
            .ends_with("The North East and the South West are lowest at 30.0%, then London at 40.0%."),
        "{}",
        finding.detail
    );
}

#[test]
fn gaps_in_favour_of_disadvantaged_pupils_are_said_as_such() {
    let some = small(&[("London", 60.0, 50.0), ("South West", 30.0, 50.0)], true);
    let (finding, _) = said(&some, Measure::Grade5EnglishMaths, Focus::Gap);
    assert_eq!(
        finding.headline,
        "Disadvantaged pupils do better than others in London; the gap is widest in the South West"
    );
    let all = small(&[("London", 60.0, 20.0), ("South West", 50.0, 50.0)], true);
    let (finding, gap) = said(&all, Measure::Grade5EnglishMaths, Focus::Gap);
    assert_eq!(
        finding.headline,
        "Other pupils do not do better than disadvantaged pupils in any region"
    );
    assert_eq!(gap, finding.headline);
}

#[test]
fn files_of_one_region_or_without_pupils_have_words_of_their_own() {
    let one = small(&[("London", 40.0, 50.0)], true);
    let (finding, gap) = said(&one, Measure::Attainment8, Focus::Disadvantaged);
    assert_eq!(finding.headline, "London is the only region with a figure: 40.0 points");
    assert_eq!(gap, "The gap in London is 10.0 points");
    let without = small(&[("London", 40.0, 50.0), ("South West", 30.0, 50.0)], false);
    let rules = Rules {
        regional: RegionalRule::PupilWeighted,
        ..Rules::default()
    };
    assert!(
        analyse(&without, &rules).is_err(),
        "the rule is not to be had without pupils"
    );
    let (finding, _) = said(&without, Measure::Grade5EnglishMaths, Focus::Disadvantaged);
    assert_eq!(
        finding.checks[0].text,
        "London alone above a third: holds under 1 of 1 regional rule"
    );
}

#[test]
fn a_share_that_no_region_is_above_is_said_as_such() {
    let Some(data) = trusts_2022_23() else { return };
    let (finding, _) = said(&data, Measure::Grade5EnglishMaths, Focus::All);
    assert_eq!(
        finding.checks[0].text,
        "London alone above half: holds under 1 of 2 regional rules. Weighted by pupils, none of the regions is \
         above half (London has 47.5%)"
    );
}

#[test]
fn a_region_without_a_figure_is_still_listed() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
                PNOTFSM6CLA1A_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
                1,ONE,London,202223,100,30%,70%,40%\n2,TWO,South West,202223,,,,30%\n";
    let mut library = Library::default();
    library.add(read_file("small.csv", text.as_bytes()).unwrap());
    let data = library.newest().unwrap();
    let rules = Rules {
        regional: RegionalRule::PupilWeighted,
        ..Rules::default()
    };
    let analysis = analyse(&data, &rules).unwrap();
    assert_eq!(TopTen::all(&analysis, None).len(), 2);
    let certainty = Certainty::new(&analysis);
    let text = trust_gap::export::text::write(&data, &analysis, &certainty);
    assert!(text.contains("South West: top ten"));
    assert!(source_line(&data, &analysis).contains("1 trust is left out of the weighted figures"));
    // Its trust's figure is published; it is the weight that is missing.
    let rows = GapChart::new(&analysis).table().rows;
    let south_west = rows.iter().find(|row| row[0].text() == "South West").unwrap();
    assert_eq!(south_west[1].text(), "no figure");
}

#[test]
fn the_gap_table_counts_the_trusts_of_the_gap() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = analyse(
        &data,
        &Rules {
            focus: Focus::All,
            ..Rules::default()
        },
    )
    .unwrap();
    let london = GapChart::new(&analysis)
        .table()
        .rows
        .into_iter()
        .find(|row| row[0].text() == "London");
    assert_eq!(
        london.unwrap()[4].text(),
        "19",
        "all 20 have a figure for all pupils, 19 for both groups"
    );
}

#[test]
fn a_file_in_which_nothing_is_published_says_so() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,PTL2BASICS_95_WGTAVG_FSM6CLA1A,\
                PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n1,ONE,London,202223,SUPPMAT,SUPPMAT\n2,TWO,South West,202223,NE,NP\n";
    let mut library = Library::default();
    library.add(read_file("small.csv", text.as_bytes()).unwrap());
    let data = library.newest().unwrap();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let finding = Finding::new(&data, &analysis);
    assert_eq!(
        finding.headline,
        "No trust has a published figure for Grade 5+ in English and maths"
    );
    assert!(finding.checks.is_empty());
    assert_eq!(
        GapChart::new(&analysis).title(),
        "No region has published figures for both groups of pupils"
    );
    let strip = StripChart::new(&analysis);
    assert_eq!(strip.title(), "No trust has a published figure");
    let reasons: Vec<String> = strip.table().rows.iter().map(|row| row[2].text()).collect();
    assert_eq!(reasons, ["suppressed", "no entries"]);
    assert!(!strip.draw(800).marks.is_empty(), "the regions' names are still there");
    assert!(source_line(&data, &analysis).contains("2 of 2 trusts without a published figure"));
    assert!(TopTen::all(&analysis, None).iter().all(|list| list.rows.is_empty()));
}

#[test]
fn one_is_told_as_one() {
    let text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,NUMINST_MATPTINC,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
                1,ALDER,London,3,60%\n";
    let data = library_of(&[("mats_2022-23.csv", text)]).newest().unwrap();
    let rules = Rules::default();
    let analysis = analyse(&data, &rules).unwrap();
    let strip = StripChart::new(&analysis).description();
    assert!(strip.contains("London: 1 trust, 60% (Alder)."), "{strip}");
    let certainty = Certainty::new(&analysis);
    let report = trust_gap::export::text::write(&data, &analysis, &certainty);
    assert!(report.contains("1 eligible trust\n"), "{report}");
    let faulty = text.replace("1,ALDER,London", "1,,Nowhere");
    let error = read_file("mats_2022-23.csv", faulty.as_bytes()).unwrap_err();
    assert!(error.to_string().ends_with("(1 problem)."), "{error}");
}
