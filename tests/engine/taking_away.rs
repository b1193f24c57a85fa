//! Downloads: CSV that reads back, complete SVG files, methods, reports, and what is withheld.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::made_up::{link, links, school, wide};
use crate::support::{demonstration, library_of, trusts_2022_23, zip};
use proptest::prelude::*;
use trust_gap::chart::{
    Cell, Chart, Column, ContributionChart, FunnelChart, GapChart, RankChart, StripChart, Table, TopTen, areas_table,
    compare_table, could_be_table, left_out, ranked_trusts, reasons, schools_left_out, schools_without_value,
    source_line, top_of_england,
};
use trust_gap::export::csv_table::{of_table, to_csv};
use trust_gap::export::methods::{Methods, Used};
use trust_gap::export::report_page::{ReportInput, ReportPage};
use trust_gap::export::sheet::Sheet;
use trust_gap::export::svg::{Around, standalone, with_words};
use trust_gap::intake::{Answer, ReadRequest, template};
use trust_gap::layout::{Intake, open_file, read_file};
use trust_gap::method::weighting::Weight;
use trust_gap::method::{
    Analysis, Family, Funnel, IntervalChoices, Limits, Measured, MissingPolicy, RankKind, Ranking, RegionalRule, Rules,
    Scope, Settings, analyse, cleared_year, contributions, regional_ranks,
};
use trust_gap::model::{Basis, DataSet, Library};
use trust_gap::plot::{Anchor, DrawnMark, Ink, Picture, Shape, Subject};
use trust_gap::records::{Fingerprint, Fingerprinting};
use trust_gap::stats::Level;
use trust_gap::terms::{Area, Figure, Focus, Measure, Missing, Region, Unit};

struct Of {
    measured: Rc<Measured>,
    analysis: Analysis,
}

fn analysed(data: &DataSet, rules: &Rules, interval_choices: &IntervalChoices) -> Of {
    let measured = Measured::after(None, data, rules).unwrap();
    let analysis = measured
        .analysis(rules.focus, rules.regional, &[], interval_choices)
        .unwrap();
    Of { measured, analysis }
}

// Fingerprints.

fn whole(bytes: &[u8]) -> Fingerprint {
    let mut taken = Fingerprinting::default();
    taken.push(bytes);
    taken.finish()
}

#[test]
fn a_files_fingerprint_is_of_its_bytes_however_they_come_and_travels_with_it() {
    let text = crate::support::made_up::wide(&[school(1), school(2)], Some(22));
    let bytes = text.as_bytes();
    let expected = Some(whole(bytes));
    let mut intake = Intake::new("england_ks4final.csv", bytes.len() as u64, ReadRequest::default());
    for piece in bytes.chunks(7) {
        intake.push(piece);
    }
    let opened = intake.finish();
    assert_eq!(opened.files[0].fingerprint, expected);
    let answer = Answer::from(opened);
    let mut handed = Vec::new();
    answer.to_pieces(100, &mut |piece| handed.extend_from_slice(piece));
    let answer = Answer::from_bytes(&handed).unwrap();
    assert_eq!(answer.files[0].fingerprint, expected);
    let mut library = Library::default();
    library.add(answer.files.into_iter().next().unwrap());
    assert_eq!(library.files()[0].file.fingerprint, expected);
    // One letter more is another file.
    let other = read_file("england_ks4final.csv", format!("{text}\n").as_bytes()).unwrap();
    assert_ne!(other.fingerprint, expected);
}

#[test]
fn a_file_in_an_archive_has_the_fingerprint_of_the_file_unpacked() {
    let text = wide(&[school(1)], Some(22));
    let archive = zip(&[("2022-2023/england_ks4final.csv", text.as_bytes())]);
    let opened = open_file("download.zip", &archive);
    assert_eq!(opened.files[0].fingerprint, Some(whole(text.as_bytes())));
}

// CSV.

/// Every table that there is, each with its name.
fn tables(data: &DataSet) -> Vec<(&'static str, Table)> {
    let interval_choices = IntervalChoices::default();
    let mut tables = Vec::new();
    for focus in Focus::ALL {
        let rules = Rules {
            focus,
            ..Rules::default()
        };
        let Of { measured, analysis } = analysed(data, &rules, &interval_choices);
        let ranks = regional_ranks(&analysis);
        let (family, of_family) = ranks.first().unwrap();
        let gap = GapChart::new(&analysis).with_intervals(&measured, &analysis, &interval_choices);
        let uids: Vec<Rc<str>> = analysis
            .trusts
            .iter()
            .take(3)
            .map(|trust| Rc::clone(&trust.uid))
            .collect();
        let last = analysis.trusts.len() - 1;
        tables.extend([
            ("gap", gap.table()),
            ("strip", StripChart::new(&analysis).table()),
            ("top ten", TopTen::all(&analysis, Some(&ranks)).remove(0).table()),
            ("England", top_of_england(&analysis)),
            ("ranked", ranked_trusts(&analysis, Scope::All, None).0),
            (
                "ranks",
                RankChart::new(&analysis, &interval_choices, family, of_family, None).table(),
            ),
            ("could be", could_be_table(&analysis, &ranks)),
            ("left out", left_out(&analysis)),
            ("schools left out", schools_left_out(&analysis)),
            ("schools without", schools_without_value(&analysis)),
            ("reasons", reasons(&analysis)),
            ("areas", areas_table(&analysis)),
            ("compare", compare_table(std::slice::from_ref(&analysis), &uids)),
            (
                "first trust",
                ContributionChart::new(data, &analysis, 0).unwrap().table(),
            ),
            (
                "last trust",
                ContributionChart::new(data, &analysis, last).unwrap().table(),
            ),
        ]);
        if let Ok(funnel) = Funnel::new(&analysis, Limits::Normal) {
            tables.push(("funnel", FunnelChart::new(&analysis, &funnel, Scope::All).table()));
        }
    }
    tables
}

/// Heads that are about figures name their unit; those of counts, ranks and words need none.
#[test]
fn every_head_of_figures_has_its_unit_and_no_cell_is_blank() {
    let units = ["%", "points", "percentage points", "grades"];
    for (name, table) in tables(&demonstration()) {
        let has_unit_column = table.columns.iter().any(|column| column.name == "Unit");
        for (place, column) in table.columns.iter().enumerate() {
            let cells = || table.rows.iter().map(|row| &row[place]);
            let is_of_figures =
                cells().any(|cell| matches!(cell, Cell::Figure(_) | Cell::Published(_) | Cell::Whole(_)));
            let tells = units.iter().any(|unit| column.name.ends_with(&format!(", {unit}")));
            assert!(!is_of_figures || tells || has_unit_column, "{name}: {}", column.name);
            assert!(
                cells().all(|cell| !cell.data().trim().is_empty()),
                "{name}: {}",
                column.name
            );
            assert!(
                !column.numeric || cells().all(|cell| cell.data() != "\u{2013}"),
                "{name}: {}",
                column.name
            );
        }
    }
}

#[test]
fn every_table_reads_back_from_its_csv() {
    for (name, table) in tables(&demonstration()) {
        let csv = of_table(&table);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let expected: Vec<&String> = table.columns.iter().map(|column| &column.name).collect();
        assert!(heads.iter().eq(expected), "{name}");
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), table.rows.len(), "{name}");
        for (read, row) in rows.iter().zip(&table.rows) {
            for (read, cell) in read.iter().zip(row) {
                match cell {
                    Cell::Figure(of) | Cell::Published(of) | Cell::Whole(of) => {
                        // A computed figure as shown, a published one as published.
                        let number: f64 = read.parse().unwrap();
                        let decimals = match cell {
                            Cell::Figure(of) => of.unit().decimals() as i32,
                            Cell::Whole(_) => 0,
                            _ => 10,
                        };
                        let step = 0.5 * 10_f64.powi(-decimals);
                        assert!(
                            (number - of.number()).abs() <= step * 1.000_001 + of.number().abs() * 1e-15,
                            "{name}: {read} of {of:?}"
                        );
                    }
                    Cell::Count(count) => assert_eq!(read.parse(), Ok(*count)),
                    other => assert_eq!(read.trim_start_matches('\''), other.data()),
                }
            }
        }
    }
}

/// Text that a spreadsheet reads as a formula.
fn looks_like_a_formula(cell: &str) -> bool {
    cell.starts_with(['\t', '\r', '\n'])
        || cell
            .trim_start()
            .starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        "[=+@\t\r\n'\", a-z0-9.;|!\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}-]{0,10}".prop_map(Cell::Words),
        any::<usize>().prop_map(Cell::Count),
        (-1e6..1e6_f64).prop_map(|number| Cell::Figure(Figure::new(number, Unit::Grades).unwrap())),
        Just(Cell::Missing(Missing::Suppressed)),
        Just(Cell::NoFigure),
        Just(Cell::Nothing("no interval")),
    ]
}

proptest! {
    /// Numbers read back as numbers and words as words, possibly with an apostrophe before anything that looks like a
    /// formula. No cell is left that a spreadsheet would run.
    #[test]
    fn csv_is_safe_and_reads_back(rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..6)) {
        let cell = |place: usize| move |row: &Vec<Cell>| row[place].clone();
        let columns = [
            Column::words("=cmd|' /C calc'!A0", cell(0)),
            Column::words("b", cell(1)),
            Column::numbers("c, %", cell(2)),
        ];
        let table = Table::new("", &columns, &rows);
        let csv = of_table(&table);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
        let read: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(&read[0][0], "'=cmd|' /C calc'!A0");
        prop_assert_eq!(read.len(), rows.len() + 1);
        for (read, row) in read[1..].iter().zip(&rows) {
            for (read, cell) in read.iter().zip(row) {
                let is_number = read.parse::<f64>().is_ok();
                prop_assert!(is_number || !looks_like_a_formula(read), "{}", read);
                match cell {
                    Cell::Figure(of) => prop_assert!((read.parse::<f64>().unwrap() - of.number()).abs() < 0.005_001),
                    Cell::Count(count) => prop_assert_eq!(read.parse::<usize>().unwrap(), *count),
                    other => {
                        let words = other.data();
                        let guarded = format!("'{words}");
                        prop_assert!(read == words || read == guarded && looks_like_a_formula(&words));
                    }
                }
            }
        }
    }

    /// A byte order mark at the very beginning is not part of the text, for any reader.
    #[test]
    fn a_row_of_text_has_as_many_cells_as_it_was_given(cells in prop::collection::vec("[^\u{feff}]{0,12}", 1..5)) {
        let csv = to_csv(&cells, &[]);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
        prop_assert_eq!(reader.records().next().unwrap().unwrap().len(), cells.len());
    }

    /// Whatever a file names its trusts, a picture of them is XML.
    #[test]
    fn any_names_make_a_well_formed_picture(words in any::<String>(), title in any::<String>()) {
        let svg = standalone(picture(&title, &words), &words);
        prop_assert_eq!(check_xml(&svg), Ok(()), "{}", svg);
    }
}

#[test]
fn minus_signs_alone_make_no_number() {
    for (cell, expected) in [
        ("-0.25", "-0.25"),
        ("-7", "-7"),
        ("-", "'-"),
        ("-.", "'-."),
        ("-1.2.3", "'-1.2.3"),
        ("-1+1", "'-1+1"),
        ("+1", "'+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\u{ff1d}1+1", "'\u{ff1d}1+1"),
        ("\u{ff0b}1", "'\u{ff0b}1"),
        ("\u{ff0d}1", "'\u{ff0d}1"),
        ("\u{ff20}x", "'\u{ff20}x"),
        (" =1+1", "' =1+1"),
        ("a=b", "a=b"),
    ] {
        assert_eq!(
            to_csv(&[cell.to_owned()], &[]),
            format!("\u{feff}{expected}\n"),
            "{cell:?}"
        );
    }
}

// SVG.

fn picture(title: &str, words: &str) -> Picture {
    let about = Some(Rc::new(Subject {
        id: words.to_owned(),
        words: words.to_owned(),
    }));
    let text = Shape::Text {
        at: (1.0, 2.0),
        size: 12.0,
        anchor: Anchor::Start,
        bold: false,
        text: words.to_owned(),
    };
    let circle = Shape::Circle {
        centre: (3.0, 4.0),
        radius: 2.0,
    };
    let mark = |shape, about| DrawnMark {
        shape,
        ink: Ink::WORDS,
        about,
    };
    Picture {
        width: 300,
        height: 50,
        title: title.to_owned(),
        description: words.to_owned(),
        marks: vec![mark(text, None), mark(circle, about)],
    }
}

/// A small check that a text is one well-formed element of XML: tags nest, attributes are quoted and named once, `&`
/// and `<` are escaped, no letter is one that XML forbids.
fn check_xml(text: &str) -> Result<(), String> {
    let allowed = |letter: char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    if let Some(letter) = text.chars().find(|letter| !allowed(*letter)) {
        return Err(format!("forbidden letter {letter:?}"));
    }
    let mut open: Vec<String> = Vec::new();
    let mut rest = text.trim();
    let mut roots = 0;
    while let Some(start) = rest.find('<') {
        let before = &rest[..start];
        check_entities(before)?;
        if open.is_empty() && !before.trim().is_empty() {
            return Err(format!("text outside: {before}"));
        }
        let end = rest.find('>').ok_or("a tag does not end")?;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop().as_deref() != Some(name) {
                return Err(format!("</{name}> closes another"));
            }
            continue;
        }
        let is_closed = tag.ends_with('/');
        let tag = tag.trim_end_matches('/').trim_end();
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(format!("no name: {name:?}"));
        }
        check_attributes(attributes)?;
        roots += usize::from(open.is_empty());
        if !is_closed {
            open.push(name.to_owned());
        }
    }
    if !rest.trim().is_empty() || !open.is_empty() || roots != 1 {
        return Err(format!("{open:?} open, {roots} roots, {rest:?} left"));
    }
    Ok(())
}

fn check_attributes(mut rest: &str) -> Result<(), String> {
    let mut names: Vec<&str> = Vec::new();
    while !rest.trim().is_empty() {
        let (name, value) = rest.split_once("=\"").ok_or(format!("no value: {rest}"))?;
        let (value, beyond) = value.split_once('"').ok_or(format!("no end: {rest}"))?;
        if names.contains(&name.trim()) || value.contains('<') {
            return Err(format!("attribute {name}"));
        }
        check_entities(value)?;
        names.push(name.trim());
        rest = beyond;
    }
    Ok(())
}

fn check_entities(text: &str) -> Result<(), String> {
    for after in text.split('&').skip(1) {
        let is_known = ["amp;", "lt;", "gt;", "quot;"].iter().any(|of| after.starts_with(of));
        if !is_known {
            return Err(format!("a bare &: {after}"));
        }
    }
    Ok(())
}

#[test]
fn the_check_of_xml_finds_what_is_wrong() {
    for wrong in [
        "",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a>&</a>",
        "<a b=1/>",
        "<a b=\"1\" b=\"2\"/>",
        "x<a/>",
        "<a>\u{1}</a>",
    ] {
        assert!(check_xml(wrong).is_err(), "{wrong}");
    }
    assert_eq!(check_xml("<a b=\"1\"><c/>&amp;</a>\n"), Ok(()));
}

#[test]
fn pictures_are_well_formed_stand_alone_and_say_source_rule_and_date() {
    let data = demonstration();
    let interval_choices = IntervalChoices::default();
    let Of { analysis, .. } = analysed(&data, &Rules::default(), &interval_choices);
    let source = source_line(&data, &analysis);
    let around = Around {
        source: &source,
        rules: analysis.rules.regional.name(),
        made_on: "25 November 2026",
        ..Around::default()
    };
    let charts: [Box<dyn Chart>; 3] = [
        Box::new(GapChart::new(&analysis)),
        Box::new(StripChart::new(&analysis)),
        Box::new(ContributionChart::new(&data, &analysis, 0).unwrap()),
    ];
    for chart in charts {
        let svg = with_words(&Sheet::of(chart.draw(720), &around));
        assert_eq!(check_xml(&svg), Ok(()));
        let words = svg.replace("</text>\n<text", " <text");
        assert_eq!(words.matches("Simple mean of trusts").count(), 1, "said once");
        assert!(svg.contains("25 November 2026") && svg.contains("made-up demonstration data"));
        // Its own namespace is a name, not a place that is looked up.
        let bare = svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for outside in [
            "http", "href", "url(", "src=", "@import", "<script", "<style", "<image", "<use",
        ] {
            assert!(!bare.contains(outside), "{outside}");
        }
    }
}

#[test]
fn the_foot_says_the_rule_where_the_source_does_not() {
    let around = Around {
        source: "Source: mats.csv, 2022/23.",
        rules: "Weighted by pupils",
        ..Around::default()
    };
    let svg = with_words(&Sheet::of(picture("T", "w"), &around));
    assert!(svg.contains("Source: mats.csv, 2022/23. Weighted by") && !svg.contains("Made on"));
}

// Methods.

#[test]
fn the_methods_are_told_in_full_sentences_for_every_set_of_rules() {
    let data = demonstration();
    let all = Used {
        intervals: true,
        rank_ranges: true,
        funnel: Some(Limits::OverDispersed),
        shrunken: true,
        robustness: true,
        chances: true,
        ..Used::default()
    };
    let of_intervals = Used {
        intervals: true,
        ..Used::default()
    };
    let published = Rules {
        basis: Some(Basis::Published),
        ..Rules::default()
    };
    let simultaneous = IntervalChoices {
        level: Level::P90,
        kind: RankKind::Simultaneous,
        ..IntervalChoices::default()
    };
    let equal = Rules {
        measure: Measure::Progress8,
        focus: Focus::Gap,
        weight: Weight::Equal,
        min_years: 0,
        min_schools: 1,
        regional: RegionalRule::BySchool,
        missing: MissingPolicy::LeaveOutTrust,
        ..Rules::default()
    };
    let mut told = Vec::new();
    for (rules, interval_choices, used) in [
        (Rules::default(), IntervalChoices::default(), all),
        (
            published,
            IntervalChoices::default(),
            Used {
                funnel: Some(Limits::Exact),
                ..of_intervals
            },
        ),
        (
            Rules {
                measure: Measure::Progress8,
                ..published
            },
            simultaneous,
            Used {
                funnel: Some(Limits::Normal),
                ..all
            },
        ),
        (equal, IntervalChoices::default(), of_intervals),
        (
            Rules {
                measure: Measure::Attainment8,
                focus: Focus::All,
                regional: RegionalRule::PupilWeighted,
                ..Rules::default()
            },
            simultaneous,
            Used {
                rank_ranges: true,
                ..of_intervals
            },
        ),
        (
            Rules {
                weight: Weight::PupilsYears { cap: None },
                ..Rules::default()
            },
            IntervalChoices::default(),
            Used::default(),
        ),
    ] {
        let Of { analysis, .. } = analysed(&data, &rules, &interval_choices);
        let settings = Settings {
            interval_choices,
            ..Settings::default()
        };
        let methods = Methods::new(&data, &analysis, &settings, used);
        for sentence in methods.paragraph.split_inclusive(". ") {
            let first = sentence.chars().next().unwrap();
            assert!(first.is_uppercase() || first.is_ascii_digit(), "{sentence}");
        }
        assert!(methods.paragraph.ends_with('.') && !methods.text().contains("http"));
        // No work is listed that is not referred to, and the other way round.
        for (name, year) in [
            ("Wilson", "1927"),
            ("Laird", "1989"),
            ("Lin", "2006"),
            ("Mogstad", "2024"),
            ("DerSimonian", "1986"),
            ("Simonsohn", "2020"),
            ("Spiegelhalter", "2005"),
        ] {
            let is_listed = methods.references.iter().any(|work| work.starts_with(name));
            let is_told = methods.paragraph.contains(name) && methods.paragraph.contains(year);
            assert_eq!(is_listed, is_told, "{name}");
        }
        told.push(methods.text());
    }
    insta::assert_snapshot!("methods", told.join("\n\n"));
}

#[test]
fn the_methods_name_the_real_file_and_its_fingerprint() {
    let Some(data) = trusts_2022_23() else { return };
    let interval_choices = IntervalChoices::default();
    let Of { analysis, .. } = analysed(&data, &Rules::default(), &interval_choices);
    let methods = Methods::new(&data, &analysis, &Settings::default(), Used::default());
    let expected = whole(&crate::support::shared_bytes(crate::support::TRUST_FILE).unwrap()).to_string();
    assert!(methods.paragraph.contains(&expected) && methods.paragraph.contains("216 trusts were eligible"));
}

// Small numbers.

/// A user's own sheet: three trusts of London with three schools each, and these disadvantaged pupils.
fn own_sheet(pupils: [[u32; 3]; 3]) -> Rc<DataSet> {
    let head = template();
    let names: Vec<&str> = head.trim_end().split(',').collect();
    let mut text = head.clone();
    for (trust, schools) in pupils.iter().enumerate() {
        for (place, disadvantaged) in schools.iter().enumerate() {
            let urn = (1 + trust * 3 + place).to_string();
            let share = (20 + 10 * place + trust).to_string();
            let cells = names.iter().map(|name| match *name {
                "urn" => urn.clone(),
                "school" => format!("School {urn}"),
                "school_type" => "ACC".to_owned(),
                "region" => "London".to_owned(),
                "authority_code" => (201 + trust).to_string(),
                "trust_id" => trust.to_string(),
                "trust" => format!("Trust {trust}"),
                "years_in_trust" => "5".to_owned(),
                "year" => "2022/23".to_owned(),
                "pupils_all" => (disadvantaged + 60).to_string(),
                "pupils_disadvantaged" => disadvantaged.to_string(),
                "pupils_other" => "60".to_owned(),
                "em5_disadvantaged" => format!("{share}%"),
                "em5_other" | "em5_all" => "50%".to_owned(),
                _ => String::new(),
            });
            text += &cells.collect::<Vec<String>>().join(",");
            text += "\n";
        }
    }
    library_of(&[("mine.csv", &text)]).newest().unwrap()
}

/// The part of a data set that may leave.
fn leaving(data: &DataSet, rules: &Rules) -> (DataSet, Of) {
    let data = cleared_year(data).unwrap_or_else(|| data.clone());
    let of = analysed(&data, rules, &IntervalChoices::default());
    (data, of)
}

fn trust<'a>(analysis: &'a Analysis, uid: &str) -> &'a trust_gap::method::TrustFigures {
    let mut trusts = analysis.trusts.iter();
    trusts.find(|trust| &*trust.uid == uid).unwrap()
}

fn number(of: Option<Figure>) -> f64 {
    of.unwrap().number()
}

#[test]
fn figures_of_few_pupils_are_in_no_figure_that_leaves() {
    let data = own_sheet([[1, 2, 2], [10, 20, 30], [40, 50, 60]]);
    let on_screen = analysed(&data, &Rules::default(), &IntervalChoices::default());
    let (_, of) = leaving(&data, &Rules::default());
    let found = &of.analysis;
    assert_eq!(on_screen.analysis.all.published, 3);
    // No school of trust 0 has six disadvantaged pupils.
    assert_eq!(trust(found, "0").value().missing(), Some(Missing::TooFewPupils));
    assert_eq!((trust(found, "0").gap, trust(found, "0").other.figure()), (None, None));
    let shown = ["1", "2"].map(|uid| number(trust(found, uid).figure()));
    for uid in ["1", "2"] {
        let before = trust(&on_screen.analysis, uid);
        assert_eq!(trust(found, uid).figure(), before.figure());
    }
    let mean = f64::midpoint(shown[0], shown[1]);
    for area in [&found.all, &found.regions[0].area] {
        assert!((number(area.figure) - mean).abs() < 1e-9);
        assert_eq!((area.eligible, area.published), (3, 2));
    }
    let mut ranks = ["1", "2"].map(|uid| trust(found, uid).rank().unwrap().to_string());
    ranks.sort();
    assert_eq!(ranks, ["1", "2"]);
    let csv = of_table(&StripChart::new(found).table());
    assert!(csv.contains("withheld (fewer than 6 pupils)"));
}

#[test]
fn what_leaves_says_that_figures_are_withheld_and_gives_no_fingerprint() {
    let data = own_sheet([[1, 2, 2], [10, 20, 30], [40, 50, 60]]);
    let (cleared, of) = leaving(&data, &Rules::default());
    assert!(source_line(&cleared, &of.analysis).contains("fewer than 6 pupils"));
    let on_screen = analysed(&data, &Rules::default(), &IntervalChoices::default());
    assert!(!source_line(&data, &on_screen.analysis).contains("fewer than 6 pupils"));
    let files = cleared.files();
    assert_eq!((files.len(), files[0].fingerprint), (1, None));
    let safe = own_sheet([[6, 7, 8], [10, 20, 30], [40, 50, 60]]);
    assert!(cleared_year(&safe).is_none());
}

#[test]
fn a_single_school_of_few_pupils_takes_the_next_with_it() {
    let data = own_sheet([[5, 20, 30], [10, 20, 30], [40, 50, 60]]);
    let (cleared, of) = leaving(&data, &Rules::default());
    let trust = trust(&of.analysis, "0");
    // Only the third school.
    assert!((number(trust.figure()) - 40.0).abs() < 1e-9);
    let parts = contributions(&of.analysis, trust);
    let missing = parts.iter().map(|part| part.missing(&of.analysis.rules));
    assert_eq!(
        missing.collect::<Vec<_>>(),
        [None, Some(Missing::TooFewPupils), Some(Missing::WouldReveal)]
    );
    assert!(parts[1].share.is_none() && parts[1].pupils.is_err());
    let mut trusts = of.analysis.trusts.iter();
    let place = trusts.position(|of| of.uid == trust.uid).unwrap();
    let chart = ContributionChart::new(&cleared, &of.analysis, place).unwrap();
    let csv = of_table(&chart.table());
    assert!(
        !csv.contains(",20,20,5") && csv.contains("withheld (fewer than 6 pupils)"),
        "{csv}"
    );
}

#[test]
fn no_area_holds_a_trust_of_few_pupils() {
    let data = own_sheet([[1, 2, 2], [10, 20, 30], [40, 50, 60]]);
    let (cleared, _) = leaving(&data, &Rules::default());
    let rules = Rules::default();
    let measured = Measured::after(None, &cleared, &rules).unwrap();
    // The schools of each trust are in an authority of their own: 201, 202 and 203.
    let areas = ["First=201", "First two=201,202", "Last two=202,203"];
    let areas = areas.map(|area| Area::parse(area).unwrap());
    let analysis = measured
        .analysis(rules.focus, rules.regional, &areas, &IntervalChoices::default())
        .unwrap();
    let figures: Vec<Option<Figure>> = analysis.areas.iter().map(|of| of.figures.figure).collect();
    let second = trust(&analysis, "1").figure();
    assert_eq!((figures[0], figures[1]), (None, second));
    assert_eq!(figures[2], analysis.all.figure);
}

#[test]
fn other_data_are_left_to_their_publisher() {
    let schools: Vec<_> = [1, 2, 3]
        .map(|urn| {
            let mut one = school(urn);
            one.pupils[1] = "1".to_owned();
            one
        })
        .into();
    let joined = [1, 2, 3].map(|urn| link(urn, 7, "01/09/2010"));
    let library = library_of(&[
        ("england_ks4final.csv", &wide(&schools, Some(22))),
        ("links.csv", &links(&joined)),
    ]);
    assert!(cleared_year(&library.newest().unwrap()).is_none());
    assert!(cleared_year(&demonstration()).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Everything left is about six or more pupils. If a trust has another school, its withheld data are never a single
    /// school's, nor about so few pupils.
    #[test]
    fn nothing_of_few_pupils_is_left(pupils: [[u8; 3]; 3], focus in 0..4_usize) {
        let data = own_sheet(pupils.map(|three| three.map(|of| u32::from(of % 12))));
        let rules = Rules { focus: Focus::ALL[focus], ..Rules::default() };
        let Ok(before) = analyse(&data, &rules) else { return Ok(()) };
        let cleared = cleared_year(&data).unwrap_or_else(|| (*data).clone());
        let Ok(after) = analyse(&cleared, &rules) else { return Ok(()) };
        let group = rules.focus.weighing_group();
        for trust in &after.trusts {
            let before = before.trusts.iter().find(|of| of.uid == trust.uid).unwrap();
            let (mut hidden, mut hidden_pupils, mut shown) = (0, 0.0, 0);
            for (school, before) in trust.schools.iter().zip(before.schools.iter()) {
                let (part, before) = (school.parts.get(group), before.parts.get(group));
                let pupils = before.pupils.unwrap();
                if part.value.figure().is_some() {
                    prop_assert!(pupils >= 6.0);
                    shown += 1;
                } else if pupils > 0.0 {
                    hidden += 1;
                    hidden_pupils += pupils;
                }
            }
            prop_assert!(shown == 0 || hidden == 0 || hidden > 1 && hidden_pupils >= 6.0);
        }
    }
}

// Reports.

fn lines(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<String> = row.iter().map(Cell::text).collect();
        format!("  {}", cells.join(" | "))
    });
    format!(
        "{}\n{}\n{}",
        table.caption,
        columns.join(" | "),
        rows.collect::<Vec<String>>().join("\n")
    )
}

fn laid_out(page: &ReportPage) -> String {
    let tables: Vec<String> = page.tables.iter().map(lines).collect();
    let rules = page.rules.iter().map(|(about, says)| format!("{about}: {says}"));
    let files = page.files.iter().map(|file| format!("{file:?}"));
    [
        page.title.clone(),
        page.finding.join("\n"),
        tables.join("\n"),
        page.notes.join("\n"),
        page.methods.text(),
        rules.collect::<Vec<String>>().join("\n"),
        files.collect::<Vec<String>>().join("\n"),
        page.source.clone(),
        page.made_on.clone(),
    ]
    .join("\n\n")
}

#[test]
fn the_reports_of_a_trust_and_of_a_region_are_as_they_were() {
    let data = demonstration();
    let interval_choices = IntervalChoices::default();
    let of = analysed(&data, &Rules::default(), &interval_choices);
    let every: Vec<Analysis> = [
        (Measure::Grade5EnglishMaths, Focus::Disadvantaged),
        (Measure::Attainment8, Focus::Gap),
        (Measure::Progress8, Focus::All),
    ]
    .into_iter()
    .map(|(measure, focus)| {
        let rules = Rules {
            measure,
            focus,
            ..Rules::default()
        };
        let of = analysed(&data, &rules, &interval_choices);
        of.analysis
    })
    .collect();
    let family = Family::of(&of.analysis, Scope::Region(Region::NorthEast));
    let mut ranking = Ranking::new(vec![family.estimates()], interval_choices.level, interval_choices.kind);
    while ranking.advance().is_some() {}
    let ranks = ranking.finish().remove(0);
    let report_input = ReportInput {
        data: &data,
        measured: &of.measured,
        analysis: &of.analysis,
        adjusted: None,
        is_kept: false,
        every: &every,
        settings: &Settings::default(),
        ranks: Some((&family, &ranks)),
        used: Used {
            intervals: true,
            rank_ranges: true,
            ..Used::default()
        },
        made_on: "25 November 2026",
        dated: &|name| (name == "schools").then(|| "1 February 2024".to_owned()),
    };
    let region = ReportPage::of_part(&report_input, Scope::Region(Region::NorthEast));
    let uid = of.analysis.trusts_of(Region::NorthEast).next().unwrap().uid.to_string();
    let trust = ReportPage::of_trust(&report_input, &uid).unwrap();
    assert_eq!(ReportPage::of_trust(&report_input, "nobody"), None);
    for sentence in region.finding.iter().chain(&trust.finding) {
        assert!(sentence.ends_with('.'), "{sentence}");
    }
    insta::assert_snapshot!(
        "reports",
        format!("{}\n\n===\n\n{}", laid_out(&trust), laid_out(&region))
    );
}

#[test]
fn the_report_of_a_real_trust_names_file_and_fingerprint() {
    let Some(data) = trusts_2022_23() else { return };
    let interval_choices = IntervalChoices::default();
    let of = analysed(&data, &Rules::default(), &interval_choices);
    let report_input = ReportInput {
        data: &data,
        measured: &of.measured,
        analysis: &of.analysis,
        adjusted: None,
        is_kept: false,
        every: &[],
        settings: &Settings::default(),
        ranks: None,
        used: Used::default(),
        made_on: "25 November 2026",
        dated: &|_| None,
    };
    let twyford = of
        .analysis
        .trusts
        .iter()
        .find(|trust| trust.name.to_lowercase().contains("twyford"));
    let page = ReportPage::of_trust(&report_input, &twyford.unwrap().uid).unwrap();
    assert!(
        page.title.starts_with("Twyford") && page.title.ends_with("2022/23"),
        "{}",
        page.title
    );
    let file = &page.files[0];
    assert_eq!((page.files.len(), file.fingerprint.as_ref().unwrap().len()), (1, 16));
    assert!(
        page.notes
            .iter()
            .any(|note| note.contains("A trust file has each trust\u{2019}s figure"))
    );
}
