//! Charts: snapshots from the demonstration data, and what holds for the real ones.
//!
//! A snapshot is the SVG file that a user takes away. After a wanted change, look at the new
//! pictures and run `INSTA_UPDATE=always cargo test --test charts`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

mod support;

use std::rc::Rc;

use support::trusts_2022_23;
use trust_gap::chart::{
    Anchor, Cell, Chart, Finding, GapChart, Picture, Shape, StripChart, TileMap, TopTen,
    source_line,
};
use trust_gap::demo::Demonstration;
use trust_gap::export::svg::standalone;
use trust_gap::layout::read_file;
use trust_gap::method::{Analysis, RegionalRule, Rules, analyse};
use trust_gap::model::{DataSet, Library};
use trust_gap::terms::{Focus, Measure};

fn demonstration() -> Rc<DataSet> {
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let file = read_file("demonstration", demonstration.trust_file(newest).as_bytes()).unwrap();
    Library::demonstration(vec![file]).newest().unwrap()
}

fn snapshot(name: &str, chart: &dyn Chart, width: u32, data: &DataSet, analysis: &Analysis) {
    let svg = standalone(&chart.draw(width), &source_line(data, analysis));
    insta::assert_snapshot!(name, svg);
}

#[test]
fn the_charts_of_the_demonstration_look_as_they_did() {
    let data = demonstration();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let (gap, strip) = (GapChart::new(&analysis), StripChart::new(&analysis));
    for (size, width) in [("wide", 720), ("narrow", 320)] {
        snapshot(&format!("gap-{size}"), &gap, width, &data, &analysis);
        snapshot(&format!("strip-{size}"), &strip, width, &data, &analysis);
    }
    let rules = Rules {
        measure: Measure::Progress8,
        focus: Focus::Gap,
        ..Rules::default()
    };
    let analysis = analyse(&data, &rules).unwrap();
    snapshot(
        "strip-progress-gap",
        &StripChart::new(&analysis),
        1080,
        &data,
        &analysis,
    );
}

#[test]
fn the_tile_map_and_the_top_tens_of_the_demonstration_are_as_they_were() {
    let data = demonstration();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let mut lines = Vec::new();
    for tile in TileMap::new(&analysis).tiles {
        let gap = tile
            .gap
            .map_or_else(|| "-".to_owned(), trust_gap::terms::Figure::plain);
        lines.push(format!(
            "{},{} {gap} shade {} {}",
            tile.column,
            tile.row,
            tile.shade,
            tile.region.name()
        ));
    }
    for list in TopTen::all(&analysis) {
        lines.push(format!(
            "{}: {}, {}",
            list.region.name(),
            list.summary,
            list.figure_column
        ));
        for row in list.table().rows {
            let cells: Vec<String> = row.iter().map(Cell::text).collect();
            lines.push(format!("  {}", cells.join(" | ")));
        }
    }
    insta::assert_snapshot!("tiles-and-top-tens", lines.join("\n"));
}

#[test]
fn the_words_of_the_demonstration_are_as_they_were() {
    let data = demonstration();
    let mut words = String::new();
    for measure in data.measures() {
        for focus in Focus::ALL {
            let analysis = analyse(
                &data,
                &Rules {
                    measure,
                    focus,
                    ..Rules::default()
                },
            )
            .unwrap();
            let finding = Finding::new(&data, &analysis);
            words.push_str(&format!(
                "{} {}\n  {}\n  {}\n",
                measure.key(),
                focus.key(),
                finding.headline,
                finding.detail
            ));
            for check in &finding.checks {
                words.push_str(&format!(
                    "  {} {}\n",
                    if check.holds { "+" } else { "-" },
                    check.text
                ));
            }
            words.push_str(&format!(
                "  {}\n  {}\n",
                GapChart::new(&analysis).title(),
                StripChart::new(&analysis).title()
            ));
        }
    }
    insta::assert_snapshot!("words", words);
}

/// Every analysis that the page can show of the real file.
fn real_analyses() -> Option<(Rc<DataSet>, Vec<Analysis>)> {
    let data = trusts_2022_23()?;
    let mut analyses = Vec::new();
    for measure in data.measures() {
        for focus in Focus::ALL {
            for regional in [RegionalRule::SimpleMean, RegionalRule::PupilWeighted] {
                analyses.push(
                    analyse(
                        &data,
                        &Rules {
                            measure,
                            focus,
                            regional,
                            min_schools: 3,
                        },
                    )
                    .unwrap(),
                );
            }
        }
    }
    Some((data, analyses))
}

#[test]
fn every_mark_of_the_real_charts_lies_within_its_picture() {
    let Some((_, analyses)) = real_analyses() else {
        return;
    };
    for analysis in &analyses {
        let charts: [Box<dyn Chart>; 2] = [
            Box::new(GapChart::new(analysis)),
            Box::new(StripChart::new(analysis)),
        ];
        for chart in &charts {
            for width in [288, 340, 559, 560, 760, 1100, 2400] {
                let picture = chart.draw(width);
                assert_eq!(picture.width, width);
                inside(&picture, analysis);
            }
        }
    }
}

/// Letters are taken to be at most 0.64 of their size wide on average, as in DejaVu Sans.
fn inside(picture: &Picture, analysis: &Analysis) {
    let (width, height) = (f64::from(picture.width), f64::from(picture.height));
    for mark in &picture.marks {
        let (left, top, right, bottom) = match &mark.shape {
            Shape::Line { from, to, .. } => (
                from.0.min(to.0),
                from.1.min(to.1),
                from.0.max(to.0),
                from.1.max(to.1),
            ),
            Shape::Circle { centre, radius } => (
                centre.0 - radius,
                centre.1 - radius,
                centre.0 + radius,
                centre.1 + radius,
            ),
            Shape::Text {
                at,
                size,
                anchor,
                text,
                ..
            } => {
                let long = text.chars().count() as f64 * size * 0.6;
                let left = match anchor {
                    Anchor::Start => at.0,
                    Anchor::Middle => at.0 - long / 2.0,
                    Anchor::End => at.0 - long,
                };
                (
                    left,
                    at.1 - size * 0.8,
                    left + long * 0.9,
                    at.1 + size * 0.25,
                )
            }
        };
        let rules = analysis.rules;
        assert!(
            left >= -0.5 && top >= -0.5 && right <= width + 12.0 && bottom <= height + 0.5,
            "{} {} at {width}: {mark:?}",
            rules.measure.key(),
            rules.focus.key()
        );
    }
}

#[test]
fn the_table_says_what_the_picture_shows() {
    let Some((_, analyses)) = real_analyses() else {
        return;
    };
    for analysis in &analyses {
        let strip = StripChart::new(analysis);
        let table = strip.table();
        assert_eq!(
            table.rows.len(),
            216,
            "every trust, those without a figure with their reason"
        );
        let dots = strip
            .draw(1100)
            .marks
            .iter()
            .filter(|mark| matches!(mark.shape, Shape::Circle { .. }))
            .count();
        let figures = table
            .rows
            .iter()
            .filter(|row| matches!(row[2], Cell::Published(_)))
            .count();
        assert_eq!(dots, figures);
        let gap = GapChart::new(analysis).table();
        assert_eq!(gap.rows.len(), 10, "nine regions and all trusts");
        assert!(
            table
                .rows
                .iter()
                .chain(&gap.rows)
                .flatten()
                .all(|cell| !cell.text().is_empty())
        );
        assert_eq!(TileMap::new(analysis).tiles.len(), 9);
    }
}

#[test]
fn the_regional_gap_chart_shows_the_published_figures() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let chart = GapChart::new(&analysis);
    assert_eq!(
        chart.title(),
        "The gap is smallest in London, 19.4 percentage points, and widest in the South East, 29.9"
    );
    let texts: Vec<String> = chart
        .draw(700)
        .marks
        .into_iter()
        .filter_map(|mark| match mark.shape {
            Shape::Text { text, .. } => Some(text),
            _ => None,
        })
        .collect();
    for expected in [
        "37.2",
        "56.5",
        "19.4",
        "20.1",
        "46.6",
        "21.8",
        "29.9",
        "All trusts",
    ] {
        assert!(
            texts.iter().any(|text| text == expected),
            "{expected} in {texts:?}"
        );
    }
    let rows: Vec<String> = chart.table().rows.iter().map(|row| row[0].text()).collect();
    assert_eq!(rows[0], "London");
    assert_eq!(rows[8], "South West");
    assert_eq!(rows[9], "All trusts");
}

#[test]
fn the_strip_names_the_extremes() {
    let Some(data) = trusts_2022_23() else { return };
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let words = StripChart::new(&analysis).description();
    assert!(
        words.contains("to 60% (Twyford Church of England Academies Trust)."),
        "{words}"
    );
    assert!(
        words.contains("South West: 28 trusts, from 5% (Reach South Academy Trust) to 34% (Greenshaw Learning Trust)."),
        "{words}"
    );
}

#[test]
fn sentences_name_the_regions_that_the_figures_do() {
    let Some((data, analyses)) = real_analyses() else {
        return;
    };
    for analysis in &analyses {
        let finding = Finding::new(&data, analysis);
        let regions = analysis.regions_best_first();
        let (best, last) = (regions[0].0.region, regions[8].0.region);
        assert!(
            finding
                .headline
                .to_lowercase()
                .contains(&best.in_sentence().to_lowercase()),
            "{finding:?}"
        );
        assert!(
            finding
                .detail
                .to_lowercase()
                .contains(&format!("{} is ", last.in_sentence().to_lowercase()))
        );
        if let Some((_, lowest)) = finding.headline.split_once(" lowest in ") {
            assert_eq!(lowest, last.in_sentence());
        }
        assert_eq!(TopTen::all(analysis).len(), 9);
    }
}

#[test]
fn a_picture_taken_away_stands_alone() {
    let data = demonstration();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let svg = standalone(
        &StripChart::new(&analysis).draw(900),
        &source_line(&data, &analysis),
    );
    let outside = svg.replace("http://www.w3.org/2000/svg", "");
    for word in ["http", "url(", "href", "<script", "style=", "class="] {
        assert!(!outside.contains(word), "{word}");
    }
    assert!(svg.contains("made-up demonstration data, 2022/23"));
    let opened = svg.matches("<text").count();
    assert_eq!(opened, svg.matches("</text>").count());
}

/// A small trust file: region, disadvantaged, other, pupils (nothing leaves the columns empty).
fn small(trusts: &[(&str, f64, f64)], pupils: bool) -> Rc<DataSet> {
    let mut text =
        "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
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
    assert_eq!(
        gap,
        "The gap is the same in every region, 20.0 percentage points"
    );
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
        finding.detail.ends_with(
            "The North East and the South West are lowest at 30.0%, then London at 40.0%."
        ),
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
        "In no region do other pupils do better than disadvantaged pupils"
    );
    assert_eq!(gap, finding.headline);
}

#[test]
fn files_of_one_region_or_without_pupils_have_words_of_their_own() {
    let one = small(&[("London", 40.0, 50.0)], true);
    let (finding, gap) = said(&one, Measure::Attainment8, Focus::Disadvantaged);
    assert_eq!(
        finding.headline,
        "London is the only region with a figure: 40.0 points"
    );
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
        "London alone above half: holds under 1 of 2 regional rules. Weighted by pupils, no region is (its figure is 47.5%)"
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
    assert_eq!(TopTen::all(&analysis).len(), 2);
    assert!(trust_gap::export::report::text(&data, &analysis).contains("South West: top ten"));
    assert!(source_line(&data, &analysis).contains("1 trust left out of the weighted figures"));
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
