//! Charts: snapshots from the demonstration data, and properties on the real data.
//!
//! A snapshot is the SVG file that a user downloads. After an intended change, look at the new pictures and run
//! `INSTA_UPDATE=always cargo test -p trust-gap --test engine -- charts`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::pictures::{assert_inside, bounds};
use crate::support::{demonstration, demonstration_of_trusts, demonstration_of_years, trusts_2022_23};
use trust_gap::chart::{
    Cell, Chart, CompareChart, ContributionChart, Finding, FunnelChart, GapChart, MeasuresChart, MovesChart, PartOf,
    RankChancesChart, RankChart, RankRangeChart, ScatterChart, SpecificationChart, SpineChart, StripChart, TileMap,
    TopTen, TrendChart, source_line,
};
use trust_gap::export::svg::standalone;
use trust_gap::method::{
    AdjustParts, Analysis, Claim, Contexts, Family, FamilyChances, FiguresAgainst, FiguresTowards, Funnel,
    IntervalChoices, Limits, Measured, Ranking, RegionalRule, Rules, Scope, Survey, Trend, TrendLine, analyse,
    every_measure, measure_profile, profile, shrunken,
};
use trust_gap::model::{Basis, DataSet};
use trust_gap::plot::{Picture, Shape};
use trust_gap::terms::{ContextPart, Focus, Region};

/// Every type of chart once, with the demonstration's data.
#[test]
fn every_chart_looks_as_it_did() {
    let data = demonstration();
    let rules = Rules::default();
    let choices = IntervalChoices::default();
    let measured = Measured::after(None, &data, &rules).unwrap();
    let analysis = measured.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    let funnel = Funnel::new(&analysis, Limits::Normal).unwrap();
    let family = Family::of(&analysis, Scope::All);
    let mut ranking = Ranking::new(vec![family.estimates()], choices.level, choices.kind);
    while ranking.advance().is_some() {}
    let ranks = ranking.finish().remove(0);
    let nearer = shrunken(&analysis, Scope::All);
    let mut survey = Survey::new(&data, &rules).unwrap();
    while survey.advance().is_some() {}
    let robustness = survey.finish();
    let region = Region::SouthWest;
    let claim = Claim::last(&analysis);
    let some: Vec<Rc<str>> = [8, 0, 4]
        .map(|place: usize| Rc::clone(&analysis.trusts[place].uid))
        .to_vec();
    let places = 0..analysis.trusts.len();
    let mut schools = places.filter_map(|place| ContributionChart::new(&data, &analysis, place));
    // One with a school that has no value.
    let schools = schools.find(|chart| chart.description().contains("no value"));
    let years = demonstration_of_years();
    let trend = Trend::new(&years, &rules, &choices, false).unwrap();
    let regions: Vec<&TrendLine> = trend.regions.iter().collect();
    let towards = FiguresTowards::mean(&analysis).unwrap();
    let chances = FamilyChances::new(&analysis, &towards, Scope::All).unwrap();
    let parts = AdjustParts::TRIED;
    let adjusted = measured.adjusted(rules.focus, parts, &choices).unwrap();
    let adjusted = adjusted.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    let contexts = Contexts::new(measured.judgement());
    let against = FiguresAgainst::new(&analysis, &contexts, ContextPart::Disadvantaged);
    let of_trust = profile(&measured, &contexts, rules.focus, &some[0]).unwrap();
    let measures = data.measures(analysis.basis).into_iter().map(|measure| {
        let measured = Measured::new(measured.judgement(), measure).unwrap();
        measure_profile(&measured, rules.regional, &some[0], &choices).unwrap()
    });
    let spine = SpineChart::new(&of_trust, &measures.collect::<Vec<_>>(), choices.level);
    let mut every = every_measure(&data, &rules).unwrap();
    every.retain(|of| of.rules.focus == rules.focus);
    let parts = analysis.regions.iter().take(3).map(|of| PartOf::Region(of.region));
    let parts: Vec<PartOf> = parts.collect();
    let charts: [(&str, Box<dyn Chart>); 15] = [
        ("gap", Box::new(GapChart::new(&analysis))),
        ("moves", Box::new(MovesChart::new(&analysis, &adjusted))),
        ("strip", Box::new(StripChart::new(&analysis))),
        (
            "funnel",
            Box::new(FunnelChart::new(&analysis, &funnel, Scope::Region(region))),
        ),
        ("compare", Box::new(CompareChart::new(&analysis, &some))),
        ("measures", Box::new(MeasuresChart::new(&every, &some))),
        ("measures-of-regions", Box::new(MeasuresChart::of_parts(&every, &parts))),
        ("contribution", Box::new(schools.unwrap())),
        ("spine", Box::new(spine.unwrap())),
        ("trend", Box::new(TrendChart::new(&trend, &regions))),
        (
            "rank-range",
            Box::new(RankRangeChart::new(&robustness, &analysis, region)),
        ),
        (
            "ranks",
            Box::new(RankChart::new(&analysis, &choices, &family, &ranks, nearer.as_ref())),
        ),
        (
            "rank-chances",
            Box::new(RankChancesChart::new(&analysis, &towards, &chances, 8).unwrap()),
        ),
        (
            "scatter",
            Box::new(ScatterChart::new(&analysis, &against, Some(region), &some[..1])),
        ),
        (
            "specification",
            Box::new(SpecificationChart::new(&robustness, &analysis, Some(region), claim)),
        ),
    ];
    for (name, chart) in charts {
        let svg = standalone(chart.draw(720), &source_line(&data, &analysis));
        insta::assert_snapshot!(name, svg);
    }
}

/// A funnel with its analysis.
fn funnel(data: &Rc<DataSet>, rules: &Rules, limits: Limits) -> (Analysis, Funnel) {
    let analysis = analyse(data, rules).unwrap();
    let funnel = Funnel::new(&analysis, limits).unwrap();
    (analysis, funnel)
}

#[test]
fn the_words_of_the_demonstrations_funnel_are_as_they_were() {
    let data = demonstration_of_trusts();
    let (analysis, wider) = funnel(&data, &Rules::default(), Limits::OverDispersed);
    let chart = FunnelChart::new(&analysis, &wider, Scope::Region(Region::London));
    let mut words = chart.outside_in_words();
    words.insert(0, chart.description());
    let table = chart.table();
    // The parameters of the limits are in the caption, not in the subtitle.
    words.push(table.caption.to_string());
    assert!(table.caption.to_string().contains(&chart.how_worked_out()));
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<String> = row.iter().map(Cell::text).collect();
        cells.join(" | ")
    });
    words.extend(rows.take(12));
    insta::assert_snapshot!("funnel-words", words.join("\n"));
}

#[test]
fn the_tile_map_and_the_top_tens_of_the_demonstration_are_as_they_were() {
    let data = demonstration_of_trusts();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let mut lines = Vec::new();
    for tile in TileMap::new(&analysis).tiles {
        let gap = tile.gap.map_or_else(|| "-".to_owned(), trust_gap::terms::Figure::plain);
        lines.push(format!(
            "{},{} {gap} shade {} {}",
            tile.column,
            tile.row,
            tile.shade,
            tile.region.name()
        ));
    }
    for list in TopTen::all(&analysis, None) {
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
    let data = demonstration_of_trusts();
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
                words.push_str(&format!("  {} {}\n", if check.holds { "+" } else { "-" }, check.text));
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
fn every_mark_of_the_real_charts_lies_within_its_picture_and_no_words_cover_others() {
    let Some((_, analyses)) = real_analyses() else {
        return;
    };
    for analysis in &analyses {
        let charts: [Box<dyn Chart>; 2] = [Box::new(GapChart::new(analysis)), Box::new(StripChart::new(analysis))];
        for chart in &charts {
            for width in (288..760).step_by(17).chain([559, 560, 760, 1100, 2400]) {
                let picture = chart.draw(width);
                assert_eq!(picture.width, width);
                assert_inside(&picture, analysis.rules.measure.key());
                apart(&picture, analysis);
            }
        }
    }
}

#[test]
fn the_real_funnels_keep_to_their_pictures_and_no_words_cover_others() {
    let Some(data) = trusts_2022_23() else { return };
    for measure in data.measures(Basis::Published) {
        for focus in [Focus::Disadvantaged, Focus::Other, Focus::All] {
            let rules = Rules {
                measure,
                focus,
                ..Rules::default()
            };
            for &limits in Limits::offered(measure, focus) {
                let (analysis, funnel) = funnel(&data, &rules, limits);
                for scope in [Scope::All, Scope::Region(Region::SouthWest)] {
                    let chart = FunnelChart::new(&analysis, &funnel, scope);
                    for width in [288, 330, 559, 560, 900, 2400] {
                        let picture = chart.draw(width);
                        assert_inside(&picture, analysis.rules.measure.key());
                        apart(&picture, &analysis);
                        let dots = picture.marks.iter().filter(|mark| mark.about.is_some());
                        assert_eq!(dots.count(), funnel.points.len());
                    }
                }
            }
        }
    }
}

fn apart(picture: &Picture, analysis: &Analysis) {
    let texts: Vec<_> = picture
        .marks
        .iter()
        .filter(|mark| matches!(mark.shape, Shape::Text { .. }))
        .map(|mark| (bounds(&mark.shape), mark))
        .collect();
    for (place, (one, mark)) in texts.iter().enumerate() {
        for (other, covered) in texts.iter().skip(place + 1) {
            let meet = one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
            assert!(
                !meet,
                "{} at {}: {mark:?} covers {covered:?}",
                analysis.rules.measure.key(),
                picture.width
            );
        }
    }
}

#[test]
fn the_real_funnel_names_the_highest_trust() {
    let Some(data) = trusts_2022_23() else { return };
    let (analysis, funnel) = funnel(&data, &Rules::default(), Limits::Normal);
    let chart = FunnelChart::new(&analysis, &funnel, Scope::All);
    let [above, below, caution] = chart.outside_in_words().try_into().unwrap();
    assert!(
        above.contains("Twyford Church of England Academies Trust (60%, at most "),
        "{above}"
    );
    assert!(below.contains("Reach South Academy Trust (5%, at most "), "{below}");
    assert!(caution.contains("Over-dispersed limits allow for that"));
    assert_eq!(chart.table().rows.len(), 216, "those without a place with their reason");
    // The two short tables: trust, region, pupils, figure and the outer limits, the farthest first.
    let (high, uids) = chart.far_out_table(true);
    assert_eq!(high.caption.heading, "25 trusts are above the upper 99.8% limit");
    assert_eq!((high.rows.len(), uids.len(), high.columns.len()), (25, 25, 6));
    let twyford = high
        .rows
        .iter()
        .zip(&uids)
        .find(|(_, uid)| &***uid == "5132")
        .unwrap()
        .0;
    assert_eq!(twyford[1].text(), "London");
    assert_eq!(twyford[3].text(), "60");
    let (low, uids) = chart.far_out_table(false);
    assert_eq!((low.rows.len(), uids.len()), (30, 30));
    assert!(low.rows.iter().any(|row| row[0].text() == "Reach South Academy Trust"));
    assert!(
        chart
            .title()
            .ends_with("of 212 trusts are outside the 99.8% limits, more than chance explains")
    );
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
    for expected in ["37.2", "56.5", "19.4", "20.1", "46.6", "21.8", "29.9", "All trusts"] {
        assert!(texts.iter().any(|text| text == expected), "{expected} in {texts:?}");
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
        assert_eq!(TopTen::all(analysis, None).len(), 9);
    }
}

#[test]
fn a_picture_taken_away_stands_alone() {
    let data = demonstration_of_trusts();
    let analysis = analyse(&data, &Rules::default()).unwrap();
    let svg = standalone(StripChart::new(&analysis).draw(900), &source_line(&data, &analysis));
    let outside = svg.replace("http://www.w3.org/2000/svg", "");
    for word in ["http", "url(", "href", "<script", "style=", "class="] {
        assert!(!outside.contains(word), "{word}");
    }
    assert!(svg.contains("made-up demonstration data, 2022/23"));
    let opened = svg.matches("<text").count();
    assert_eq!(opened, svg.matches("</text>").count());
}
