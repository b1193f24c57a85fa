//! The words at each stop of a chart: name, figure, its certainty, and its position among the others.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::demonstration;
use trust_gap::chart::{
    Cell, Chart, CompareChart, ContributionChart, FunnelChart, GapChart, MeasuresChart, PartOf, RankChart,
    RankRangeChart, SpecificationChart, StripChart, TrendChart,
};
use trust_gap::demo::Demonstration;
use trust_gap::layout::read_file;
use trust_gap::method::{
    Analysis, Family, Funnel, IntervalChoices, Limits, Measured, Ranking, Rules, Scope, Survey, Trend, TrendLine,
};
use trust_gap::model::{DataSet, Library};
use trust_gap::terms::Region;

/// An analysis with all that charts ask for.
struct Asked {
    data: Rc<DataSet>,
    measured: Rc<Measured>,
    analysis: Analysis,
    interval_choices: IntervalChoices,
}

fn asked() -> Asked {
    let (data, rules, interval_choices) = (demonstration(), Rules::default(), IntervalChoices::default());
    let measured = Measured::after(None, &data, &rules).unwrap();
    let analysis = measured
        .analysis(rules.focus, rules.regional, &[], &interval_choices)
        .unwrap();
    Asked {
        data,
        measured,
        analysis,
        interval_choices,
    }
}

/// The text at each stop, as on the page: id and words.
fn told(chart: &dyn Chart) -> Vec<(String, String)> {
    let stops = chart.draw(900).stops();
    assert!(!stops.is_empty(), "{}", chart.title());
    let told = stops.into_iter().map(|stop| {
        let beyond = chart.beyond(&stop.subject.id);
        let words = beyond.map_or_else(String::new, |beyond| format!("; {beyond}"));
        (stop.subject.id.clone(), format!("{}{words}", stop.subject.words))
    });
    told.collect()
}

fn every_stop_says(chart: &dyn Chart, parts: &[&str]) {
    for (id, words) in told(chart) {
        for part in parts {
            assert!(words.contains(part), "{id} does not say {part:?}: {words}");
        }
    }
}

#[test]
fn a_regions_gap_has_its_interval_of_the_table_and_its_place() {
    let of = asked();
    let chart = GapChart::new(&of.analysis).with_intervals(&of.measured, &of.analysis, &of.interval_choices);
    let table = chart.table();
    let column = |name: &str| {
        let mut names = table.columns.iter();
        names.position(|column| column.name.contains(name)).unwrap()
    };
    let (low, high) = (column("Gap, 95% low"), column("Gap, 95% high"));
    let told = told(&chart);
    for row in &table.rows {
        let name = row[0].text();
        let Some((_, words)) = told.iter().find(|(_, words)| words.starts_with(&name)) else {
            panic!("{name} has no stop");
        };
        if let (Cell::Figure(low), Cell::Figure(high)) = (&row[low], &row[high]) {
            let interval = format!("; gap 95% interval {} to {}, pupil", low.plain(), high.plain());
            assert!(words.contains(&interval), "{words}");
        }
    }
    // The title names both ends.
    let said = |place: &str| {
        let mut told = told.iter();
        told.find(|(_, words)| words.ends_with(place)).unwrap()
    };
    assert!(chart.title().contains("smallest in London"));
    assert_eq!(said(", smallest of 9 gaps").0, "london");
    assert!(chart.title().contains("widest in the South East"));
    assert_eq!(said(", 9th smallest of 9 gaps").0, "south-east");
}

#[test]
fn trusts_have_figure_interval_and_rank_on_every_chart_of_them() {
    let of = asked();
    let analysis = &of.analysis;
    let strip = StripChart::new(analysis);
    for (id, words) in told(&strip) {
        let of_region = Region::ALL.into_iter().any(|region| region.slug() == id);
        let place = if of_region { " of 9 regions" } else { " in its region" };
        assert!(words.contains("95% interval ") && words.contains(place), "{words}");
    }
    let funnel = Funnel::new(analysis, Limits::Normal).unwrap();
    let funnel = FunnelChart::new(analysis, &funnel, Scope::All);
    every_stop_says(
        &funnel,
        &["%", "effective pupils", "limit", "95% interval ", " in its region"],
    );
    let family = Family::of(analysis, Scope::Region(Region::SouthWest));
    let mut ranking = Ranking::new(
        vec![family.estimates()],
        of.interval_choices.level,
        of.interval_choices.kind,
    );
    while ranking.advance().is_some() {}
    let ranks = ranking.finish().remove(0);
    let ranks = RankChart::new(analysis, &of.interval_choices, &family, &ranks, None);
    every_stop_says(&ranks, &["%", "95% interval ", " possible)"]);
    let uids: Vec<Rc<str>> = analysis.trusts.iter().take(3).map(|of| Rc::clone(&of.uid)).collect();
    let compare = CompareChart::new(analysis, &uids);
    every_stop_says(&compare, &["%", "95% interval ", " in its region"]);
    let measures = MeasuresChart::new(std::slice::from_ref(analysis), &uids);
    every_stop_says(&measures, &["%", "95% interval ", " in its region"]);
    let regions = analysis.regions.iter().take(3).map(|of| PartOf::Region(of.region));
    let regions = MeasuresChart::of_parts(std::slice::from_ref(analysis), &regions.collect::<Vec<_>>());
    every_stop_says(&regions, &["%", "95% interval ", "pupil sampling only"]);
}

#[test]
fn a_funnels_ranks_and_intervals_are_the_strips() {
    let of = asked();
    let strip = told(&StripChart::new(&of.analysis));
    let funnel = Funnel::new(&of.analysis, Limits::Normal).unwrap();
    let funnel = FunnelChart::new(&of.analysis, &funnel, Scope::All);
    for (id, words) in told(&funnel) {
        let (_, beyond) = words.split_once("; ").unwrap();
        let (interval, rank) = beyond.split_once(", ").unwrap();
        let (_, on_strip) = strip.iter().find(|(of, _)| *of == id).unwrap();
        assert!(
            on_strip.contains(interval) && on_strip.contains(rank),
            "{words} / {on_strip}"
        );
    }
}

#[test]
fn rules_years_and_schools_have_their_places() {
    let of = asked();
    let mut survey = Survey::new(&of.data, &of.analysis.rules).unwrap();
    while survey.advance().is_some() {}
    let robustness = survey.finish();
    let ranges = RankRangeChart::new(&robustness, &of.analysis, Region::SouthWest);
    for (_, words) in told(&ranges) {
        // A trust without a rank has no figure either: it is not eligible.
        let has_rank = !words.contains("no rank under the rules in force");
        assert_eq!(
            words.contains("; its figure under the rules in force is "),
            has_rank,
            "{words}"
        );
    }
    let curve = SpecificationChart::new(&robustness, &of.analysis, Some(Region::SouthWest), None);
    let curve = told(&curve);
    // They are drawn from the lowest to the highest.
    assert!(curve[0].1.contains("lowest of "), "{}", curve[0].1);
    assert!(curve.last().unwrap().1.contains("th lowest of "));
    let schools = (0..of.analysis.trusts.len())
        .filter_map(|place| ContributionChart::new(&of.data, &of.analysis, place))
        .find(ContributionChart::has_schools)
        .unwrap();
    let of_schools = told(&schools);
    let places = of_schools.iter().filter(|(_, words)| words.contains("; highest of "));
    assert_eq!(places.count(), 1);
    let library = library();
    let trend = Trend::new(&library, &Rules::default(), &IntervalChoices::default(), false).unwrap();
    let lines: Vec<&TrendLine> = trend.regions.iter().collect();
    let trend = told(&TrendChart::new(&trend, &lines));
    for (id, words) in &trend {
        let is_among = !id.starts_with("all-trusts");
        assert_eq!(words.contains("highest of 9 lines"), is_among, "{words}");
    }
    // One for each of the three years.
    let highest = trend
        .iter()
        .filter(|(_, words)| words.ends_with("; highest of 9 lines"));
    assert_eq!(highest.count(), 3);
}

fn library() -> Library {
    let files = Demonstration::generate().files();
    let files = files
        .iter()
        .map(|(name, text)| read_file(name, text.as_bytes()).unwrap());
    Library::demonstration(files.collect())
}
