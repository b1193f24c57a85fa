//! Pictures that leave the page say by themselves what they show; findings are quoted with all that belongs to them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::fs;
use std::path::Path;
use std::rc::Rc;

use crate::support::made_up::few_with_progress;
use crate::support::sources::files;
use crate::support::{analysis, demonstration, library_of, shared_bytes};
use trust_gap::chart::{
    Chart, Finding, FunnelChart, GapChart, StripChart, quote_of_part, quote_of_regions, quote_of_trust, source_line,
};
use trust_gap::export::origin::Origin;
use trust_gap::export::sheet::{Sheet, Size};
use trust_gap::export::svg::{Around, alternative_text, html_figure, with_words};
use trust_gap::layout::read_file;
use trust_gap::method::{Analysis, Funnel, Limits, Measured, Rules, Scope, Settings, Suppression, regional_ranks};
use trust_gap::model::{DataSet, Library};
use trust_gap::terms::{Measure, Region};

/// The Department's trust file of 2022/23, where the folder is there.
fn published() -> Option<(Rc<DataSet>, Rc<Measured>, Analysis)> {
    let bytes = shared_bytes("2022-2023/england_ks4-mats-performance.csv")?;
    let mut library = Library::default();
    library.add(read_file("england_ks4-mats-performance.csv", &bytes).unwrap());
    Some(analysed(library.newest().unwrap(), &Rules::default()))
}

fn analysed(data: Rc<DataSet>, rules: &Rules) -> (Rc<DataSet>, Rc<Measured>, Analysis) {
    let measured = Measured::after(None, &data, rules).unwrap();
    let analysis = analysis(&measured, rules);
    (data, measured, analysis)
}

/// The texts of a picture that are read, in one.
fn read(svg: &str) -> String {
    let texts = svg.split("<text ").skip(1);
    let texts = texts.filter_map(|text| text.split_once('>')?.1.split('<').next());
    texts.collect::<Vec<_>>().join(" ").replace("&amp;", "&")
}

const SOURCE: &str = "Source: Department for Education, key stage 4 trust file 2022/23. Simple mean of trusts.";

#[test]
fn a_picture_of_the_published_file_is_read_back_with_legend_measure_and_source() {
    let Some((data, _, analysis)) = published() else { return };
    let settings = Settings::default();
    let origin = Origin::of(&data, &analysis).under(&analysis, &settings);
    assert_eq!(
        origin.figures_in_words(),
        "Grade 5+ in English and maths, disadvantaged pupils, 2022/23"
    );
    let source = source_line(&data, &analysis);
    assert!(source.starts_with(SOURCE), "{source}");
    let funnel = Funnel::new(&analysis, Limits::Normal).unwrap();
    let charts: [(Box<dyn Chart>, &[&str]); 3] = [
        (
            Box::new(GapChart::new(&analysis)),
            &["Disadvantaged pupils", "Other pupils", "The gap between them"],
        ),
        (
            Box::new(StripChart::new(&analysis)),
            &["A trust", "The region\u{2019}s figure"],
        ),
        (
            Box::new(FunnelChart::new(&analysis, &funnel, Scope::All)),
            &["Outside the 99.8% limits", "The limits: thin 95%, thick 99.8%"],
        ),
    ];
    for (chart, legend) in charts {
        let key = chart.key();
        let subtitle = format!("{}. {}", origin.figures_in_words(), chart.subtitle());
        let around = Around {
            subtitle: &subtitle,
            key: &key,
            source: &source,
            rules: &origin.rules,
            made_on: "30 November 2026",
        };
        for size in Size::ALL {
            let said = read(&with_words(&Sheet::sized(&*chart, &around, size)));
            for part in legend
                .iter()
                .copied()
                .chain([&*subtitle, SOURCE, "Made on 30 November 2026", chart.title()])
            {
                assert!(said.contains(part), "{part} in {said}");
            }
            assert!(!said.contains("Rules other than"), "{said}");
        }
        let text = alternative_text(&*chart, &around);
        assert!(text.starts_with(chart.title()) && text.contains(&chart.description()) && text.contains(SOURCE));
        let html = html_figure(&*chart, &around);
        assert!(
            html.starts_with("<figure ") && html.contains("role=\"img\"") && html.contains("<desc>"),
            "{html}"
        );
        assert!(html.contains(&format!("<figcaption>{SOURCE}")), "{html}");
        let bare = html.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for outside in ["http", "href", "url(", "src=", "<script", "<style", "onload"] {
            assert!(!bare.contains(outside), "{outside}");
        }
    }
}

#[test]
fn every_chart_has_a_key() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates/show/src/chart"));
    let texts = files(root).into_iter().map(|path| fs::read_to_string(path).unwrap());
    let charts: Vec<String> = texts.filter(|text| text.contains("\nimpl Chart for ")).collect();
    assert!(charts.len() > 10);
    for chart in charts {
        let (_, name) = chart.split_once("\nimpl Chart for ").unwrap();
        let name = name.split(' ').next().unwrap();
        assert!(chart.contains("    fn key(&self) -> Vec<KeyItem> {"), "{name}");
    }
}

#[test]
fn a_picture_names_the_rules_that_were_changed_and_no_others() {
    let data = demonstration();
    let mut settings = Settings::default();
    settings.rules.min_schools = 4;
    let (_, _, analysis) = analysed(Rc::clone(&data), &settings.rules);
    let origin = Origin::of(&data, &analysis).under(&analysis, &settings);
    assert_eq!(
        origin.rules,
        "Rules other than the usual ones: Minimum schools in a trust: 4"
    );
    assert_eq!(origin.source.as_deref(), Some("made-up demonstration data"));
    assert!(source_line(&data, &analysis).starts_with("Source: made-up demonstration data, "));
}

#[test]
fn a_file_of_ones_own_is_the_source_by_its_name() {
    let sheet = "urn,trust_id,trust,region,year,pupils_all,pupils_disadvantaged,em5_disadvantaged\n\
                 136572,1,One,London,2022/23,100,50,30%\n";
    let (data, _, analysis) = analysed(library_of(&[("mine.csv", sheet)]).newest().unwrap(), &Rules::default());
    assert!(source_line(&data, &analysis).starts_with("Source: mine.csv, 2022/23."));
}

#[test]
fn findings_of_the_published_file_are_quoted_with_figure_year_tie_range_and_source() {
    let Some((data, measured, analysis)) = published() else {
        return;
    };
    let finding = Finding::of(&measured, &analysis);
    let regions = quote_of_regions(&data, &analysis, &finding);
    assert!(
        regions.starts_with(&format!("{}. 37.2% in London", finding.headline)),
        "{regions}"
    );
    for part in [
        "London: 37.2% (95% interval",
        "South West: 20.1% (95% interval",
        "for 2022/23: ",
        SOURCE,
    ] {
        assert!(regions.contains(part), "{part} in {regions}");
    }
    assert!(regions.ends_with("They do not show that schools in one region teach better than in another."));

    let south_west = Scope::Region(Region::SouthWest);
    let part = quote_of_part(&data, &measured, &analysis, south_west).unwrap();
    assert!(part.starts_with("South West: 20.1% (95% interval "), "{part}");
    assert!(
        part.contains("9th of 9 regions") || part.contains("Last of 9 regions"),
        "{part}"
    );
    assert!(
        part.contains(SOURCE) && part.ends_with("teach better or worse than others."),
        "{part}"
    );

    // A tie is said as one, with the ranks that a trust could have.
    let ranks = regional_ranks(&analysis);
    let quote = |trust: &str| {
        let trust = analysis
            .trusts
            .iter()
            .find(|of| of.readable_name.contains(trust))
            .unwrap();
        let family = ranks.iter().find(|(family, _)| family.of.region() == trust.region);
        quote_of_trust(&data, &analysis, &trust.uid, family).unwrap()
    };
    let trust = quote("Greenshaw");
    assert!(
        trust.starts_with("Greenshaw Learning Trust: 34% (95% interval "),
        "{trust}"
    );
    assert!(
        trust.contains(" of 28 in the South West, and could be 1st to "),
        "{trust}"
    );
    assert!(
        trust.contains(SOURCE) && trust.ends_with("They do not show that the trust caused them."),
        "{trust}"
    );
    let joint = analysis.trusts.iter().find(|of| {
        let rank = analysis.regional_rank_among(of);
        rank.is_some_and(|(rank, among)| rank.among(among).starts_with("joint"))
    });
    let joint = quote(&joint.unwrap().readable_name);
    assert!(joint.contains("It ranks joint "), "{joint}");
    assert_eq!(quote_of_trust(&data, &analysis, "nobody", None), None);
}

#[test]
fn the_quotation_of_a_withheld_figure_says_why_there_is_none() {
    let library = library_of(&[("mine.csv", &few_with_progress())]);
    let quoted = |suppression| {
        let leaving = trust_gap::export::cleared::Cleared::library(&library, suppression);
        let rules = Rules {
            measure: Measure::Progress8,
            ..Rules::default()
        };
        let (data, _, analysis) = analysed(leaving.what().newest().unwrap(), &rules);
        let trust = analysis.trusts.iter().find(|of| &*of.readable_name == "Trust 1");
        quote_of_trust(&data, &analysis, &trust.unwrap().uid, None).unwrap()
    };
    let withheld = quoted(Suppression::Withhold);
    assert!(
        withheld.starts_with("Trust 1: no figure (withheld (fewer than 6 pupils))."),
        "{withheld}"
    );
    assert!(
        !withheld.contains("1.77") && withheld.contains("fewer than 6 pupils"),
        "{withheld}"
    );
    let kept = quoted(Suppression::Keep);
    assert!(kept.contains("1.77"), "{kept}");
}
