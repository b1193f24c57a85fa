//! The charts of one trust and of a few: each school's contribution, and trusts side by side.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use std::fmt::Write as _;
use std::rc::Rc;

use crate::support::made_up::{School, link, links, school, wide};
use crate::support::pictures::assert_inside;
use crate::support::{demonstration, library_of, trusts_2022_23};
use trust_gap::chart::{
    Cell, Chart, CompareChart, ContributionChart, MeasuresChart, PartOf, Table, compare_table, part_in_words,
};
use trust_gap::method::{
    Analysis, IntervalChoices, Measured, MissingPolicy, Rules, Scope, analyse, contributions, every_measure,
};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::terms::{Area, Focus, Measure, Region};

fn analysed(data: &DataSet, rules: &Rules) -> Analysis {
    analyse(data, rules).unwrap()
}

fn of(measure: Measure, focus: Focus) -> Rules {
    Rules {
        measure,
        focus,
        ..Rules::default()
    }
}

fn lines(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    let mut lines = format!("{}\n{}\n", table.caption, columns.join(" | "));
    for row in &table.rows {
        assert_eq!(row.len(), columns.len());
        let cells: Vec<String> = row.iter().map(Cell::text).collect();
        writeln!(lines, "  {}", cells.join(" | ")).unwrap();
    }
    lines
}

fn said(chart: &dyn Chart) -> String {
    format!(
        "{}\n{}\n{}\n{}",
        chart.title(),
        chart.subtitle(),
        chart.description(),
        lines(&chart.table())
    )
}

/// Three schools of one trust with these pupils and shares of grade 5.
fn three(schools: [(&str, &str); 3]) -> Library {
    let mut made: Vec<School> = Vec::new();
    for (urn, (pupils, share)) in (1..).zip(schools) {
        let mut one = school(urn);
        one.pupils[1] = pupils.to_owned();
        one.em5[1] = share.to_owned();
        made.push(one);
    }
    let joined = [1, 2, 3].map(|urn| link(urn, 7, "01/09/2010"));
    library_of(&[
        ("england_ks4final.csv", &wide(&made, Some(22))),
        ("links.csv", &links(&joined)),
    ])
}

/// By hand: weights 40 x 5, 40 x 5, 20 x 5; (40 x 20 + 40 x 30 + 20 x 60) / 100 = 32. Without the third school
/// (20 + 30) / 2 = 25; without the first (40 x 30 + 20 x 60) / 60 = 40; without the second (40 x 20 + 20 x 60) / 60.
#[test]
fn shares_and_figures_without_a_school_are_those_made_by_hand() {
    let library = three([("40", "20%"), ("40", "30%"), ("20", "60%")]);
    let data = library.newest().unwrap();
    let analysis = analysed(&data, &Rules::default());
    let trust = &analysis.trusts[0];
    assert!((trust.figure().unwrap().number() - 32.0).abs() < 1e-9);
    let parts = contributions(&analysis, trust);
    let found: Vec<(u32, f64, f64)> = parts
        .iter()
        .map(|part| {
            let number = part.school.urn.number();
            (number, part.share.unwrap().number(), part.without.unwrap().number())
        })
        .collect();
    for ((urn, share, without), expected) in
        found
            .into_iter()
            .zip([(1, 40.0, 40.0), (2, 40.0, 2000.0 / 60.0), (3, 20.0, 25.0)])
    {
        assert_eq!(urn, expected.0);
        assert!((share - expected.1).abs() < 1e-9 && (without - expected.2).abs() < 1e-9);
    }
}

#[test]
fn a_school_without_a_value_is_listed_with_the_reason() {
    let library = three([("40", "20%"), ("40", "SUPP"), ("20", "60%")]);
    let data = library.newest().unwrap();
    let analysis = analysed(&data, &Rules::default());
    let chart = ContributionChart::new(&data, &analysis, 0).unwrap();
    let table = chart.table();
    let last: Vec<String> = table.rows[2].iter().map(Cell::text).collect();
    assert_eq!(last[..4], ["School 2", "2", "suppressed", "40"]);
    assert!(
        chart
            .description()
            .contains("School 2: no value (suppressed), 40 disadvantaged pupils")
    );
    // Where such a school leaves its trust without a figure, no school's absence gives one but its own.
    let rules = Rules {
        missing: MissingPolicy::LeaveOutTrust,
        ..Rules::default()
    };
    let analysis = analysed(&data, &rules);
    let chart = ContributionChart::new(&data, &analysis, 0).unwrap();
    assert!(
        chart
            .title()
            .ends_with("has no figure for Grade 5+ in English and maths: suppressed")
    );
    for part in contributions(&analysis, &analysis.trusts[0]) {
        assert_eq!(part.without, None);
    }
    assert!(ContributionChart::new(&data, &analysis, 1).is_none());
}

/// Weighted by their shares, the schools' values give the trust's figure. So do any school and the figure of the others
/// without it.
#[test]
fn the_parts_of_every_trust_make_its_figure() {
    let data = demonstration();
    for measure in [Measure::Grade5EnglishMaths, Measure::Progress8] {
        for focus in [Focus::Disadvantaged, Focus::Other, Focus::All] {
            let analysis = analysed(&data, &of(measure, focus));
            for trust in &analysis.trusts {
                let Some(figure) = trust.figure() else {
                    continue;
                };
                let parts = contributions(&analysis, trust);
                let mut sum = 0.0;
                for part in &parts {
                    let Some(share) = part.share else { continue };
                    let (share, value) = (share.number() / 100.0, part.value.figure().unwrap().number());
                    sum += share * value;
                    if let Some(without) = part.without {
                        let whole = share * value + (1.0 - share) * without.number();
                        assert!((whole - figure.number()).abs() < 1e-9);
                    }
                }
                assert!((sum - figure.number()).abs() < 1e-9, "{}", trust.name);
                assert!(parts.windows(2).all(|two| {
                    two[0].share.map_or(-1.0, |of| of.number()) >= two[1].share.map_or(-1.0, |of| of.number()) - 1e-9
                }));
            }
        }
    }
}

#[test]
fn the_words_of_a_trusts_schools_are_as_they_were() {
    let data = demonstration();
    let analysis = analysed(&data, &Rules::default());
    let with_gap = |analysis: &Analysis| {
        let mut trusts = analysis.trusts.iter();
        trusts.position(|trust| {
            trust.schools.iter().any(|school| {
                school
                    .parts
                    .get(trust_gap::terms::Group::Disadvantaged)
                    .missing()
                    .is_some()
            })
        })
    };
    let place = with_gap(&analysis).unwrap_or(0);
    let chart = ContributionChart::new(&data, &analysis, place).unwrap();
    let gap = analysed(&data, &of(Measure::Progress8, Focus::Gap));
    let of_gap = ContributionChart::new(&data, &gap, 3).unwrap();
    insta::assert_snapshot!("contribution-words", format!("{}\n{}", said(&chart), said(&of_gap)));
}

#[test]
fn a_file_of_trusts_says_that_it_holds_no_schools_and_names_those_that_the_links_place_there() {
    let data = demonstration();
    let rules = Rules {
        basis: Some(Basis::Published),
        ..Rules::default()
    };
    let analysis = analysed(&data, &rules);
    let chart = ContributionChart::new(&data, &analysis, 0).unwrap();
    assert!(!chart.has_schools() && chart.table().rows.is_empty());
    assert!(
        chart
            .subtitle()
            .contains("A trust file has each trust\u{2019}s figure but not its schools\u{2019} values")
    );
    assert!(
        chart.subtitle().contains("The group links list "),
        "{}",
        chart.subtitle()
    );
    let Some(data) = trusts_2022_23() else { return };
    let analysis = analysed(&data, &Rules::default());
    let chart = ContributionChart::new(&data, &analysis, 0).unwrap();
    assert!(!chart.subtitle().contains("group links list"));
}

/// The order of three trusts by number, not by rank.
fn some(analysis: &Analysis) -> Vec<Rc<str>> {
    [8, 0, 4]
        .iter()
        .map(|&place| Rc::clone(&analysis.trusts[place].uid))
        .collect()
}

#[test]
fn the_words_of_trusts_side_by_side_are_as_they_were() {
    let data = demonstration();
    let analysis = analysed(&data, &Rules::default());
    let uids = some(&analysis);
    let chart = CompareChart::new(&analysis, &uids);
    let gap = analysed(&data, &of(Measure::Progress8, Focus::Gap));
    let by_gap = CompareChart::new(&gap, &uids);
    let table = compare_table(&[analysis, gap], &uids);
    let words = [said(&chart), said(&by_gap), lines(&table)];
    insta::assert_snapshot!("compare-words", words.join("\n"));
    // The order is the same for every measure.
    let names =
        |table: Table, column: usize| -> Vec<String> { table.rows.iter().map(|row| row[column].text()).collect() };
    assert_eq!(names(chart.table(), 0), names(by_gap.table(), 0));
    assert_eq!(names(table, 3)[..3], names(chart.table(), 0));
}

#[test]
fn a_number_that_is_no_eligible_trusts_is_passed_over() {
    let data = demonstration();
    let analysis = analysed(&data, &Rules::default());
    let nobody: [Rc<str>; 1] = ["none".into()];
    let chart = CompareChart::new(&analysis, &nobody);
    assert_eq!(
        chart.title(),
        "Grade 5+ in English and maths: none of these trusts has a figure"
    );
    assert!(chart.table().rows.is_empty() && !chart.draw(300).marks.iter().any(|mark| mark.about.is_some()));
}

/// The published cells of three rows of the file (`PTL2BASICS_95_WGTAVG_FSM6CLA1A`), read with a plain reader of CSV.
#[test]
fn three_named_trusts_show_their_published_figures() {
    let Some(data) = trusts_2022_23() else { return };
    let bytes = crate::support::shared_bytes(crate::support::TRUST_FILE).unwrap();
    // The file is of Windows-1252; the cells looked at are of ASCII.
    let text = String::from_utf8_lossy(&bytes);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let place = |name: &str| {
        head.iter()
            .position(|of| of.trim_start_matches('\u{feff}') == name)
            .unwrap()
    };
    let (uid, cell) = (place("TRUST_UID"), place("PTL2BASICS_95_WGTAVG_FSM6CLA1A"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let published = |number: &str| {
        let row = rows.iter().find(|row| &row[uid] == number).unwrap();
        row[cell].trim_end_matches('%').to_owned()
    };
    let analysis = analysed(&data, &Rules::default());
    let named = ["twyford", "reach south", "harris federation"].map(|name| {
        let mut trusts = analysis.trusts.iter();
        let trust = trusts.find(|trust| trust.name.to_lowercase().contains(name));
        Rc::clone(&trust.unwrap_or_else(|| panic!("{name}")).uid)
    });
    let table = CompareChart::new(&analysis, &named).table();
    for (row, uid) in table.rows.iter().zip(&named) {
        assert_eq!(row[1].text(), published(uid));
    }
    assert_eq!(table.rows.len(), 3);
}

/// The analyses of every measure that the data have for some pupils.
fn on_every_measure(data: &DataSet, focus: Focus) -> Vec<Analysis> {
    let mut every = every_measure(data, &Rules::default()).unwrap();
    every.retain(|analysis| analysis.rules.focus == focus);
    every
}

/// The figures of two trusts are the file's cells, read with a plain reader of CSV.
#[test]
fn a_few_trusts_on_every_measure_show_their_published_figures() {
    let Some(data) = trusts_2022_23() else { return };
    let bytes = crate::support::shared_bytes(crate::support::TRUST_FILE).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let place = |name: &str| {
        let mut names = head.iter();
        names.position(|of| of.trim_start_matches('\u{feff}') == name).unwrap()
    };
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let uid = place("TRUST_UID");
    let every = on_every_measure(&data, Focus::Disadvantaged);
    let uids: Vec<Rc<str>> = ["5132", "16503"].map(Rc::from).into();
    let chart = MeasuresChart::new(&every, &uids);
    assert_eq!(
        chart.title(),
        "Disadvantaged pupils: Twyford Church of England Academies Trust is first of these trusts on all 7 measures"
    );
    let said = chart.description();
    let picture = chart.draw(800);
    let stops = picture.stops();
    let words: Vec<&str> = stops.iter().map(|stop| &*stop.subject.words).collect();
    for (column, name) in [
        ("PTL2BASICS_95_WGTAVG_FSM6CLA1A", "Grade 5+ in English and maths"),
        ("ATT8SCR_WGTAVG_FSM6CLA1A", "Attainment 8"),
        ("P8MEA_WGTAVG_FSM6CLA1A", "Progress 8"),
        ("EBACCAPS_WGTAVG_FSM6CLA1A", "EBacc average point score"),
    ] {
        for (number, trust) in [
            ("5132", "Twyford Church of England Academies Trust"),
            ("16503", "Reach South Academy Trust"),
        ] {
            let row = rows.iter().find(|row| &row[uid] == number).unwrap();
            let cell = row[place(column)].replace('-', "\u{2212}");
            let start = format!("{name}, {trust}: {cell}");
            assert!(said.contains(&start), "{start}: {said}");
            assert!(words.iter().any(|of| of.starts_with(&start)), "{start}");
        }
    }
    // A stop for each trust in each measure, and a row of the table.
    assert_eq!(
        (words.len(), chart.table().rows.len()),
        (2 * every.len(), 2 * every.len())
    );
}

/// A region and an area show the figures and intervals of the analysis, beside all of England's.
#[test]
fn a_few_parts_of_the_country_on_every_measure_show_their_figures() {
    let data = demonstration();
    let rules = Rules::default();
    let areas = [Area::south_west_peninsula()];
    let judged = Measured::after(None, &data, &rules).unwrap();
    let every: Vec<Analysis> = data
        .measures(judged.judgement().basis())
        .into_iter()
        .map(|measure| {
            let measured = Measured::new(judged.judgement(), measure).unwrap();
            let choices = IntervalChoices::default();
            measured
                .analysis(rules.focus, rules.regional, &areas, &choices)
                .unwrap()
        })
        .collect();
    let parts = [
        PartOf::Region(Region::London),
        PartOf::Area(0, areas[0].name.clone()),
        PartOf::Region(Region::SouthWest),
    ];
    let chart = MeasuresChart::of_parts(&every, &parts);
    let (said, table) = (chart.description(), chart.table());
    for (at, (analysis, part)) in every
        .iter()
        .flat_map(|of| parts.iter().map(move |part| (of, part)))
        .enumerate()
    {
        let scope = match part {
            PartOf::Region(region) => Scope::Region(*region),
            PartOf::Area(..) => Scope::Area(&areas[0]),
        };
        // As on the part's own page.
        let words = part_in_words(analysis, scope).unwrap();
        let words = format!("{}, {words}", analysis.rules.measure.name());
        assert!(said.contains(&words), "{words}: {said}");
        let row: Vec<String> = table.rows[at].iter().map(Cell::text).collect();
        let figure = |scope| analysis.figure_of(scope).unwrap().plain();
        assert_eq!([&row[3], &row[4]], [part.name(), &figure(scope)]);
        assert_eq!(row[7], figure(Scope::All));
    }
    let named: Vec<String> = chart.key().into_iter().map(|item| item.words.to_string()).collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    assert_eq!(
        named,
        [
            "1 London",
            "2 South West peninsula",
            "3 South West",
            "95% interval: sampling of pupils",
            "The figure of all of England",
        ]
    );
    assert!(
        chart.title().contains("of these regions and areas"),
        "{}",
        chart.title()
    );
    for width in [288, 330, 559, 560, 760, 1100] {
        let picture = chart.draw(width);
        assert_inside(&picture, "regions");
        assert_eq!(picture.stops().len(), parts.len() * every.len());
    }
    // An area that was not asked for is left out.
    let unknown = MeasuresChart::of_parts(&every, &[PartOf::Area(1, "Nowhere".to_owned())]);
    assert_eq!(unknown.table().rows.len(), 0);
    assert_inside(&unknown.draw(400), "no regions");
}

#[test]
fn more_trusts_than_six_are_in_the_table_alone() {
    let data = demonstration();
    let every = on_every_measure(&data, Focus::Disadvantaged);
    let uids: Vec<Rc<str>> = every[0]
        .trusts
        .iter()
        .take(8)
        .map(|trust| Rc::clone(&trust.uid))
        .collect();
    let chart = MeasuresChart::new(&every, &uids);
    assert!(
        chart
            .subtitle()
            .ends_with("The first 6 of 8 trusts are drawn. All of them are in the table.")
    );
    assert_eq!(chart.table().rows.len(), 8 * every.len());
    let seventh = &every[0].trusts[6].readable_name;
    assert!(!chart.description().contains(&**seventh));
    for width in [288, 330, 559, 560, 760, 1100] {
        assert_inside(&chart.draw(width), "measures");
    }
    // One alone, nobody, and gaps.
    for (count, focus) in [(1, Focus::All), (0, Focus::All), (3, Focus::Gap)] {
        let every = on_every_measure(&data, focus);
        let chart = MeasuresChart::new(&every, &uids[..count]);
        assert_inside(&chart.draw(400), "measures");
        assert_eq!(chart.table().rows.len(), count * every.len());
    }
}

#[test]
fn every_mark_lies_within_its_picture() {
    let data = demonstration();
    for measure in [Measure::Grade5EnglishMaths, Measure::Progress8, Measure::Attainment8] {
        for focus in [Focus::Disadvantaged, Focus::Gap] {
            let analysis = analysed(&data, &of(measure, focus));
            let uids: Vec<Rc<str>> = analysis
                .trusts
                .iter()
                .take(6)
                .map(|trust| Rc::clone(&trust.uid))
                .collect();
            for width in [288, 330, 559, 560, 760, 1100] {
                let compared = CompareChart::new(&analysis, &uids);
                assert_inside(&compared.draw(width), "compared");
                for place in 0..analysis.trusts.len() {
                    let schools = ContributionChart::new(&data, &analysis, place).unwrap();
                    assert_inside(&schools.draw(width), "schools");
                }
            }
        }
    }
}
