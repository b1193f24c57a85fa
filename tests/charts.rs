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
    Anchor, Cell, Chart, Finding, GapChart, Picture, RankChart, Shape, StripChart, Table, TileMap,
    TopTen, could_be_in_all, could_be_in_words, could_be_table, noise_check, pair_in_words,
    precision_in_words, ranks_in_words, region_precision_in_words, source_line,
};
use trust_gap::demo::Demonstration;
use trust_gap::export::svg::standalone;
use trust_gap::layout::read_file;
use trust_gap::method::{
    Analysis, Doubt, Family, FamilyRanks, Measured, Precisions, RankKind, Ranking, RegionalRule,
    Rules, analyse, regional_ranks, shrunken,
};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::stats::Level;
use trust_gap::terms::{Focus, Measure, Region};

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
    let (gap, strip) = (GapChart::new(&analysis), StripChart::new(&analysis, None));
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
        &StripChart::new(&analysis, None),
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
    for list in TopTen::all(&analysis, None, None) {
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
    for measure in data.measures(Basis::Published) {
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
                StripChart::new(&analysis, None).title()
            ));
        }
    }
    insta::assert_snapshot!("words", words);
}

/// An analysis with its precisions.
struct Doubted {
    measured: Rc<Measured>,
    analysis: Analysis,
    precisions: Precisions,
    doubt: Doubt,
}

impl Doubted {
    fn new(data: &DataSet, rules: &Rules, doubt: Doubt) -> Self {
        let measured = Measured::after(None, data, rules).unwrap();
        let analysis = measured.analysis(rules.focus, rules.regional, &[]).unwrap();
        Self {
            precisions: Precisions::new(&measured, &analysis, &doubt),
            measured,
            analysis,
            doubt,
        }
    }

    fn regional(&self) -> Vec<(Family, FamilyRanks)> {
        regional_ranks(&self.analysis, &self.precisions, &self.doubt)
    }

    /// The ranks of a region's trusts, or all.
    fn ranked(&self, region: Option<Region>) -> (Family, FamilyRanks) {
        let family = Family::of(&self.analysis, &self.precisions, region);
        let (level, kind) = (self.doubt.level, self.doubt.kind);
        let mut ranking = Ranking::new(vec![family.estimates()], level, kind);
        while ranking.advance().is_some() {}
        (family, ranking.finish().remove(0))
    }

    fn chart(&self, region: Option<Region>, is_shrunken: bool) -> RankChart {
        let (family, ranks) = self.ranked(region);
        let shrunken = is_shrunken
            .then(|| shrunken(&self.analysis, &self.precisions, region))
            .flatten();
        RankChart::new(
            &self.analysis,
            &self.precisions,
            &self.doubt,
            &family,
            &ranks,
            shrunken.as_ref(),
        )
    }
}

fn lines(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    let mut lines = vec![table.caption.clone(), columns.join(" | ")];
    for row in &table.rows {
        assert_eq!(row.len(), columns.len());
        let cells: Vec<String> = row.iter().map(Cell::text).collect();
        lines.push(format!("  {}", cells.join(" | ")));
    }
    lines.join("\n")
}

#[test]
fn the_ranks_of_the_demonstration_look_as_they_did() {
    let data = demonstration();
    let of = Doubted::new(&data, &Rules::default(), Doubt::default());
    let chart = of.chart(Some(Region::SouthWest), false);
    snapshot("ranks-wide", &chart, 720, &data, &of.analysis);
    let chart = of.chart(Some(Region::London), true);
    snapshot("ranks-narrow-shrunken", &chart, 330, &data, &of.analysis);
    let rules = Rules {
        measure: Measure::Progress8,
        ..Rules::default()
    };
    let of = Doubted::new(&data, &rules, Doubt::default());
    let chart = of.chart(None, true);
    snapshot("ranks-england", &chart, 720, &data, &of.analysis);
}

#[test]
fn the_tables_with_intervals_of_the_demonstration_are_as_they_were() {
    let data = demonstration();
    let of = Doubted::new(&data, &Rules::default(), Doubt::default());
    let ranks = of.regional();
    let gap = GapChart::new(&of.analysis).with_intervals(&of.measured, &of.analysis, &of.doubt);
    let strip = StripChart::new(&of.analysis, Some(&of.precisions)).table();
    let strip = Table {
        rows: strip.rows.into_iter().take(12).collect(),
        ..strip
    };
    let list = TopTen::all(&of.analysis, Some(&of.precisions), Some(&ranks)).remove(1);
    let tables = [
        lines(&gap.table()),
        lines(&strip),
        list.summary.clone(),
        lines(&list.table()),
        lines(&could_be_table(&of.doubt, &ranks)),
        lines(&of.chart(Some(Region::SouthWest), true).table()),
    ];
    insta::assert_snapshot!("tables-with-intervals", tables.join("\n\n"));
}

#[test]
fn the_words_of_doubt_of_the_demonstration_are_as_they_were() {
    let data = demonstration();
    let mut words = String::new();
    for measure in [
        Measure::Grade5EnglishMaths,
        Measure::Attainment8,
        Measure::Progress8,
        Measure::EbaccAps,
    ] {
        for (focus, kind, level) in [
            (Focus::Disadvantaged, RankKind::Marginal, Level::P95),
            (Focus::Gap, RankKind::Simultaneous, Level::P90),
        ] {
            let rules = Rules {
                measure,
                focus,
                ..Rules::default()
            };
            let doubt = Doubt {
                level,
                kind,
                ..Doubt::default()
            };
            let of = Doubted::new(&data, &rules, doubt);
            let ranks = of.regional();
            let (family, found) = of.ranked(Some(Region::SouthWest));
            let critical = found.critical.unwrap_or(3.0);
            let (first, last) = (family.places().next(), family.places().last());
            let chart = of.chart(None, false);
            let lines = [
                format!("{} {} {}", measure.key(), focus.key(), kind.key()),
                precision_in_words(&of.analysis, &of.precisions),
                region_precision_in_words(&of.precisions).unwrap(),
                ranks_in_words(&doubt),
                could_be_in_words(&doubt),
                noise_check(&of.analysis, &ranks).unwrap().text,
                could_be_in_all(&ranks).unwrap(),
                pair_in_words(
                    &of.analysis,
                    &of.precisions,
                    &family,
                    critical,
                    first.unwrap(),
                    last.unwrap(),
                )
                .unwrap(),
                chart.title().to_owned(),
                chart.description(),
            ];
            words.push_str(&format!("{}\n", lines.join("\n  ")));
        }
    }
    insta::assert_snapshot!("words-of-doubt", words);
}

/// Every analysis that the page can show of the real file.
fn real_analyses() -> Option<(Rc<DataSet>, Vec<Analysis>)> {
    let data = trusts_2022_23()?;
    let mut analyses = Vec::new();
    for measure in data.measures(Basis::Published) {
        for focus in Focus::ALL {
            for regional in [RegionalRule::SimpleMean, RegionalRule::PupilWeighted] {
                analyses.push(
                    analyse(
                        &data,
                        &Rules {
                            measure,
                            focus,
                            regional,
                            ..Rules::default()
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
            Box::new(StripChart::new(analysis, None)),
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

#[test]
fn every_mark_of_the_real_ranks_lies_within_its_picture() {
    let Some(data) = trusts_2022_23() else { return };
    for measure in [Measure::Grade5EnglishMaths, Measure::Progress8] {
        for focus in [Focus::Disadvantaged, Focus::Gap] {
            let rules = Rules {
                measure,
                focus,
                ..Rules::default()
            };
            let of = Doubted::new(&data, &rules, Doubt::default());
            for region in [None, Some(Region::London), Some(Region::SouthWest)] {
                let chart = of.chart(region, region.is_some());
                for width in [288, 330, 559, 560, 760, 1100] {
                    inside(&chart.draw(width), &of.analysis);
                }
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
        let strip = StripChart::new(analysis, None);
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
    let words = StripChart::new(&analysis, None).description();
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
        assert_eq!(TopTen::all(analysis, None, None).len(), 9);
    }
}

#[test]
fn a_picture_taken_away_stands_alone() {
    let data = demonstration();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let svg = standalone(
        &StripChart::new(&analysis, None).draw(900),
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
