//! More doubtful files, each made here from a clean one with other details. Figures and ranks must equal the clean
//! file's, and decisions must be reported.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::support::program;
use serde_json::Value;

/// A table as rows of cells, the header first.
type Sheet = Vec<Vec<String>>;

fn sheet(text: &str) -> Sheet {
    let cells = |line: &str| line.split(',').map(str::to_owned).collect();
    text.lines().map(cells).collect()
}

/// The clean file that a version is made from.
#[derive(Clone, Copy)]
enum Of {
    /// The published file of trusts.
    Trusts,
    /// The template filled in: schools with their trusts.
    Own,
    /// A table of trusts without numbers, with a map of its columns.
    Mapped,
    /// The published file of schools, beside clean group links.
    Schools,
    /// Group links, beside a clean file of schools.
    Links,
}

const TRUSTS: [&str; 4] = [
    "Rowanside Trust",
    "Eldercote Trust",
    "Hazelbrook Trust",
    "Wychwood Trust",
];
const REGIONS: [&str; 4] = ["South West", "South West", "London", "North East"];
const AUTHORITIES: [&str; 4] = ["908", "878", "201", "390"];

/// Pupils, disadvantaged ones, shares and points of the school of a trust.
fn school(trust: usize, school: usize) -> [String; 9] {
    let (pupils, disadvantaged) = (150 + 20 * school + 10 * trust, 30 + 5 * school + trust);
    [
        pupils.to_string(),
        disadvantaged.to_string(),
        (pupils - disadvantaged).to_string(),
        format!("{}%", 40 + trust + school),
        format!("{}%", 22 + 2 * trust + school),
        format!("{}%", 46 + trust + school),
        format!("{}.1", 44 + trust + school),
        format!("-0.{}", 4 + trust),
        format!("0.{}", 2 + trust),
    ]
}

impl Of {
    const fn name(self) -> &'static str {
        match self {
            Self::Trusts => "mats_2022-23.csv",
            Self::Own => "own.csv",
            Self::Mapped => "mapped.csv",
            Self::Schools => "england_ks4final_2022-23.csv",
            Self::Links => "group_links.csv",
        }
    }

    /// The clean table.
    fn clean(self) -> Sheet {
        let mut text = match self {
            Self::Trusts => {
                "TIME_PERIOD,TRUST_NAME,TRUST_UID,TRUST_LEADREGION,NUMINST_MATPTINC,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
                 PNOTFSM6CLA1A_MATPTINC,PTL2BASICS_95_WGTAVG,PTL2BASICS_95_WGTAVG_FSM6CLA1A,\
                 PTL2BASICS_95_WGTAVG_NFSM6CLA1A,ATT8SCR_WGTAVG,P8MEA_WGTAVG_FSM6CLA1A,P8MEA_WGTAVG_NFSM6CLA1A"
            }
            Self::Own => {
                "urn,school,school_type,authority_code,trust,years_in_trust,year,pupils_all,pupils_disadvantaged,\
                 pupils_other,em5_all,em5_disadvantaged,em5_other,att8_all,p8_disadvantaged,p8_other"
            }
            Self::Mapped => "Trust name,Region,Academic year,Schools,Pupils,EM all,EM dis,EM other",
            Self::Schools => {
                "RECTYPE,LEA,URN,SCHNAME,NFTYPE,ATT8SCR_22,TPUP,TFSM6CLA1A,TNOTFSM6CLA1A,PTL2BASICS_95,\
                 PTFSM6CLA1ABASICS_95,PTNOTFSM6CLA1ABASICS_95,ATT8SCR,P8MEA_FSM6CLA1A,P8MEA_NFSM6CLA1A,P8PUP,\
                 P8PUP_FSM6CLA1A,P8PUP_NFSM6CLA1A"
            }
            Self::Links => "URN,Group UID,Group Name,Group Type,Closed Date,Joined date,TypeOfEstablishment (name)",
        }
        .to_owned();
        for trust in 0..TRUSTS.len() {
            let (name, region) = (TRUSTS[trust], REGIONS[trust]);
            let all = school(trust, 1);
            let years = 2012 + trust;
            match self {
                Self::Trusts => {
                    let share = 20 + trust;
                    let described = format!("{},{share}%,{}%", 900 + 100 * trust, 100 - share);
                    text += &format!(
                        "\n202223,{name},{},{region},{},{described},{}",
                        90001 + trust,
                        3 + trust,
                        all[3..].join(",")
                    );
                }
                Self::Mapped => {
                    let described = format!("{},{}", 4 + trust, 900 + 100 * trust);
                    let shares = all[3..6].join(",");
                    text += &format!("\n{name},{region},2022/23,{described},{shares}");
                }
                _ => {}
            }
            for place in 0..3 {
                let (urn, one) = (910_000 + 10 * trust + place, school(trust, place));
                let authority = AUTHORITIES[trust];
                match self {
                    Self::Own => {
                        let years = 3 + place;
                        text += &format!(
                            "\n{urn},School {urn},ACC,{authority},{name},{years},2022/23,{}",
                            one.join(",")
                        );
                    }
                    Self::Schools => {
                        text += &format!(
                            "\n1,{authority},{urn},School {urn},ACC,,{},{}",
                            one.join(","),
                            one[..3].join(",")
                        );
                    }
                    Self::Links => {
                        let day = 13 + place;
                        text += &format!(
                            "\n{urn},{},{name},Multi-academy trust,,{day}-09-{years},Academy converter",
                            90001 + trust
                        );
                    }
                    _ => {}
                }
            }
        }
        sheet(&text)
    }
}

fn written(sheet: &Sheet, separator: &str) -> Vec<u8> {
    let quoted = |cell: &String| match cell.contains([',', ';', '"', '\t', '|', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().map(quoted).collect();
        cells.join(separator) + "\r\n"
    };
    sheet.iter().map(line).collect::<String>().into_bytes()
}

fn csv(sheet: &Sheet) -> Vec<u8> {
    written(sheet, ",")
}

/// Changes the cells of columns that start so, in each row in which it is wanted (counted from 0).
fn changed(
    mut sheet: Sheet,
    columns: &[&str],
    rows: impl Fn(usize) -> bool,
    change: impl Fn(&str) -> String,
) -> Vec<u8> {
    let header = sheet[0].clone();
    for (place, row) in sheet[1..].iter_mut().enumerate() {
        for (cell, name) in row.iter_mut().zip(&header) {
            if rows(place) && columns.iter().any(|start| name.starts_with(start)) {
                *cell = change(cell);
            }
        }
    }
    csv(&sheet)
}

fn in_all(_: usize) -> bool {
    true
}

fn renamed(mut sheet: Sheet, change: impl Fn(&str) -> String) -> Vec<u8> {
    for name in &mut sheet[0] {
        *name = change(name);
    }
    csv(&sheet)
}

/// With a row put in before the one of this place; the header is 0.
fn with_row(mut sheet: Sheet, place: usize, row: &str) -> Vec<u8> {
    let mut cells: Vec<String> = row.split(',').map(str::to_owned).collect();
    cells.resize(sheet[0].len(), String::new());
    sheet.insert(place.min(sheet.len()), cells);
    csv(&sheet)
}

/// Adds a last row with only a name and averages, as in a table of trusts.
fn with_summary(name: &str) -> Vec<u8> {
    with_row(Of::Mapped.clean(), 9, &format!("{name},,,,,43%,28%,48%"))
}

const MAP: &str = r#"year = "2022/23"
[columns]
trust = "Trust name"
region = "Region"
year = "Academic year"
schools = "Schools"
pupils_all = "Pupils"
em5_all = "EM all"
em5_disadvantaged = "EM dis"
em5_other = "EM other"
"#;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("more_doubtful_files")
        .join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The program's answers about a file and the files it needs, one for each measure. `None` if the file is refused.
fn answers(test: &str, of: Of, file: &[u8]) -> (Vec<Value>, String) {
    let folder = folder(test);
    let path = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    };
    let beside = match of {
        Of::Schools => Some(Of::Links),
        Of::Links => Some(Of::Schools),
        _ => None,
    };
    let mut files = vec![path(of.name(), file)];
    files.extend(beside.map(|of| path(of.name(), &csv(&of.clean()))));
    if let Of::Mapped = of {
        files.extend(["--map".to_owned(), path("map.toml", MAP.as_bytes())]);
    }
    let measures: &[(&str, &str)] = match of {
        Of::Mapped => &[("em5", "disadvantaged"), ("em5", "all")],
        _ => &[("em5", "disadvantaged"), ("att8", "all"), ("p8", "other")],
    };
    let mut said = String::new();
    let of_measure = |(measure, group): &(&str, &str)| {
        let mut arguments = vec!["analyse", "--format", "json"];
        arguments.extend(["--measure", measure, "--group", group]);
        arguments.extend(files.iter().map(String::as_str));
        let output = program::run(&arguments);
        said = String::from_utf8_lossy(&output.stderr).into_owned();
        serde_json::from_slice(&output.stdout).ok()
    };
    (measures.iter().filter_map(of_measure).collect(), said)
}

/// Figure, rank and region of every trust, ignoring the case of names.
fn figures(answers: &[Value]) -> Vec<BTreeMap<String, [String; 3]>> {
    let of_trust = |trust: &Value| {
        let name = trust["name"].as_str().unwrap().to_uppercase();
        let told = ["figure", "rank", "region"].map(|key| trust[key].to_string());
        (name, told)
    };
    let trusts = answers.iter().map(|answer| answer["trusts"].as_array().unwrap());
    trusts.map(|trusts| trusts.iter().map(of_trust).collect()).collect()
}

/// Checks that a version of a clean file has its figures, these doubts (in any order) and this many problems.
fn holds(test: &str, of: Of, make: fn(Sheet) -> Vec<u8>, doubts: &[&str], problems: usize) {
    let clean = answers(&format!("{test}_clean"), of, &csv(&of.clean())).0;
    assert!(figures(&clean)[0].len() >= 4, "{test}: the clean file is read");
    let (found, said) = answers(test, of, &make(of.clean()));
    assert_eq!(figures(&found), figures(&clean), "{test}: {said}");
    let list = |key: &str| found[0][key].as_array().unwrap().clone();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let mut decided: Vec<String> = list("doubts")
        .iter()
        .map(|doubt| format!("{}={}", word(&doubt["kind"]), word(&doubt["assumed"])))
        .collect();
    decided.sort_unstable();
    decided.dedup();
    assert_eq!(decided, doubts, "{test}: {said}");
    assert_eq!(list("problems").len(), problems, "{test}: {said}");
}

macro_rules! same_figures {
    ($($test:ident: $of:expr, $make:expr, [$($doubt:literal),*], $problems:literal;)*) => {
        $(#[test]
        fn $test() {
            holds(stringify!($test), $of, $make, &[$($doubt),*], $problems);
        })*
    };
}

// How the bytes are.
same_figures! {
    utf_16_high_byte_first_with_tabs: Of::Trusts, |it| {
        let text = String::from_utf8(written(&it, "\t")).unwrap();
        text.encode_utf16().flat_map(u16::to_be_bytes).collect()
    }, [], 0;
    a_pipe_is_named: Of::Trusts, |it| [b"sep=|\r\n", &written(&it, "|")[..]].concat(), [], 0;
    the_separator_is_named_with_a_blank: Of::Trusts, |it| [b"SEP= ;\r\n", &written(&it, ";")[..]].concat(), [], 0;
    another_separator_is_named: Of::Trusts, |it| [b"sep=;\r\n", &csv(&it)[..]].concat(), [], 0;
    a_mark_within_repeats_the_header: Of::Trusts, |it| {
        let header = csv(&vec![it[0].clone()]);
        [&csv(&it)[..], b"\xEF\xBB\xBF", &header].concat()
    }, ["repeated-header=headers"], 0;
    a_text_ends_as_in_dos: Of::Trusts, |it| [&csv(&it)[..], b"\x1A"].concat(), [], 0;
    quotes_behind_blanks: Of::Trusts, |it| {
        let line = |row: &Vec<String>| format!("\"{}\"\r\n", row.join("\", \""));
        it.iter().map(line).collect::<String>().into_bytes()
    }, [], 0;
    quotes_of_a_word_processor: Of::Own, |it| {
        let line = |row: &Vec<String>| format!("\u{201c}{}\u{201d}\r\n", row.join("\u{201d},\u{201c}"));
        it.iter().map(line).collect::<String>().into_bytes()
    }, [], 0;
}

same_figures! {
    an_archive_with_a_folder_of_documents: Of::Own, |it| {
        crate::support::zip(&[("word/notes.xml", b"<x/>"), ("data/own.csv", &csv(&it))])
    }, [], 0;
}

// Names of columns.
same_figures! {
    names_of_columns_from_r: Of::Links, |it| renamed(it, |name| name.replace([' ', '(', ')'], ".")), [], 0;
    names_of_columns_from_python: Of::Links, |it| {
        renamed(it, |name| name.to_lowercase().replace(' ', "_").replace(['(', ')'], ""))
    }, [], 0;
    names_of_columns_with_blanks: Of::Trusts, |it| renamed(it, |name| name.to_lowercase().replace('_', " ")), [], 0;
    names_of_columns_with_notes: Of::Trusts, |it| renamed(it, |name| format!("{name} [note 1]")), [], 0;
    names_of_columns_with_soft_hyphens: Of::Schools, |it| renamed(it, |name| format!("\u{200e}{name}\u{ad}")), [], 0;
    a_map_fits_names_from_r: Of::Mapped, |it| renamed(it, |name| name.replace(' ', ".")), [], 0;
}

// Rows that are not trusts.
same_figures! {
    columns_are_counted: Of::Mapped, |it| with_row(it, 1, "1,2,3,4,5,6,7,8"), ["repeated-header=headers"], 0;
    columns_are_lettered: Of::Mapped, |it| with_row(it, 1, "(a),(b),(c),(d),(e),(f),(g),(h)"), ["repeated-header=headers"], 0;
    a_line_is_drawn: Of::Mapped, |it| with_row(it, 1, "---,---,---,---,---,---,---,---"), ["repeated-header=headers"], 0;
    units_are_below: Of::Mapped, |it| with_row(it, 1, ",,,n,n,%,%,%"), ["repeated-header=headers"], 0;
    types_are_below: Of::Mapped, |it| with_row(it, 1, "text,text,text,int,int,float,float,float"), ["repeated-header=headers"], 0;
    a_header_again_between_blanks: Of::Trusts, |it| {
        let again = it[0].join(" , ");
        with_row(it, 3, &again)
    }, ["repeated-header=headers"], 0;
    notes_with_commas_below: Of::Trusts, |it| {
        let notes = "Notes\r\nFigures are provisional, and may change, see page 3\r\nSource: us, 2023\r\n";
        [&csv(&it)[..], notes.as_bytes()].concat()
    }, ["total-rows=totals"], 0;
    notes_with_commas_below_schools: Of::Own, |it| {
        [&csv(&it)[..], b"Figures, where small, are hidden\r\nSource: us, 2023\r\n"].concat()
    }, ["total-rows=totals"], 0;
    a_trusts_total: Of::Own, |it| {
        with_row(it, 4, ",,,,Rowanside Trust total,,2022/23,530,105,425,42%,23%,47%,45.0,-0.4,0.3")
    }, ["total-rows=totals"], 0;
}

#[test]
fn summaries_are_no_trusts_whatever_they_are_called() {
    let clean = answers("summaries_clean", Of::Mapped, &csv(&Of::Mapped.clean())).0;
    for name in [
        "All",
        "National",
        "Grand total",
        "Overall",
        "Sum",
        "South West total",
        "Regional average",
        "State-funded total",
        "Total (all regions)",
        "England: all schools",
        "National benchmark 2023",
        "Total MATs: 6",
        "South West",
        "Maximum",
        "Std dev",
        "Difference from average",
        "Benchmark",
        // Recognised by what the row lacks.
        "Other trusts",
        "(blank)",
        "Our target for next year",
    ] {
        let (found, said) = answers("summaries", Of::Mapped, &with_summary(name));
        assert_eq!(figures(&found), figures(&clean), "{name}: {said}");
        assert_eq!(found[0]["doubts"][0]["kind"], "total-rows", "{name}");
    }
}

#[test]
fn a_trust_whose_figures_are_missing_is_no_summary() {
    for row in [
        "Ashdown Trust,London,2022/23,4,900,,,",
        "Ashdown Trust,London,,,,c,c,c",
        "The National Trust,London,2022/23,4,900,40%,20%,46%",
    ] {
        let (found, said) = answers("no_summaries", Of::Mapped, &with_row(Of::Mapped.clean(), 9, row));
        assert_eq!(figures(&found)[0].len(), 5, "{row}: {said}");
    }
}

// Cells that were merged.
same_figures! {
    a_trusts_name_is_in_its_first_row: Of::Own, |it| {
        changed(it, &["trust"], |row| row % 3 > 0, |_| String::new())
    }, ["blank-cells=as-above"], 0;
    the_year_is_in_the_first_row: Of::Own, |it| changed(it, &["year"], |row| row > 0, |it| {
        // Not the years in the trust.
        if it.contains('/') { String::new() } else { it.to_owned() }
    }), ["blank-cells=as-above"], 0;
    the_year_is_lacking_in_a_row: Of::Own, |it| changed(it, &["year"], |row| row == 4, |it| {
        if it.contains('/') { String::new() } else { it.to_owned() }
    }), ["blank-cells=as-above"], 0;
}

#[test]
fn a_region_is_in_the_first_row_of_its_trusts() {
    let mut clean = Of::Mapped.clean();
    clean[3][1] = "London".to_owned();
    clean[4][1] = "London".to_owned();
    let mut merged = clean.clone();
    for row in [2, 4] {
        merged[row][1].clear();
    }
    let [clean, (found, said)] = [clean, merged].map(|sheet| answers("regions", Of::Mapped, &csv(&sheet)));
    assert_eq!(figures(&found), figures(&clean.0), "{said}");
    assert_eq!(found[0]["doubts"][0]["assumed"], "as-above");
}

same_figures! {
    trusts_are_of_a_kind_in_short: Of::Trusts, |it| {
        let mut it = it;
        for (row, kind) in it.iter_mut().zip(["TRUST_GROUP_TYPE", "MAT", "-", "x", "Multi-academy trusts"]) {
            row.push(kind.to_owned());
        }
        csv(&it)
    }, [], 0;
    links_are_of_a_kind_in_short: Of::Links, |it| changed(it, &["Group Type"], in_all, |_| "MAT".to_owned()), [], 0;
}

#[test]
fn a_year_that_a_trusts_row_lacks_is_that_of_the_others() {
    let lacking = changed(Of::Trusts.clean(), &["TIME"], |row| row == 2, |_| String::new());
    let read = trust_gap::layout::read_file("mats.csv", &lacking).unwrap().records;
    let years: Vec<_> = read.trusts.iter().map(|trust| trust.year).collect();
    assert!(years.iter().all(|year| *year == years[0]), "{years:?}");
    assert_eq!(read.doubts.len(), 1);
}

#[test]
fn percentages_below_one_are_in_doubt_though_they_have_signs() {
    let small = |share: &str| format!("0.{share}");
    let shares = changed(Of::Own.clean(), &["em5"], in_all, small);
    let (found, said) = answers("small_percentages", Of::Own, &shares);
    let doubts = found[0]["doubts"].as_array().unwrap();
    assert_eq!(doubts.len(), 3, "{said}");
    assert_eq!(doubts[0]["assumed"], "percent");
    assert_eq!(doubts[0]["alternatives"][0], "fractions");
}

#[test]
fn a_last_row_that_was_cut_off_is_named() {
    let whole = csv(&Of::Own.clean());
    let (found, said) = answers("cut", Of::Own, &whole[..whole.len() - 20]);
    assert_eq!(found[0]["problems"].as_array().unwrap().len(), 1, "{said}");
    assert!(said.contains("Check the end of this row"), "{said}");
}

#[test]
fn the_year_of_joining_is_no_number_of_years() {
    let years = changed(Of::Own.clean(), &["years"], |row| row == 0, |_| "2019".to_owned());
    let (found, _) = answers("year_of_joining", Of::Own, &years);
    assert_eq!(found[0]["problems"].as_array().unwrap().len(), 1);
}

#[test]
fn a_school_that_lost_its_trust_is_in_doubt() {
    let lost = changed(Of::Own.clean(), &["trust"], |row| row == 4, |_| String::new());
    let (found, _) = answers("lost_trust", Of::Own, &lost);
    let doubt = &found[0]["doubts"][0];
    assert_eq!(
        (&doubt["kind"], &doubt["assumed"]),
        (&"blank-cells".into(), &"not-stated".into())
    );
    assert_eq!(doubt["alternatives"][0], "as-above");
}

// Marks around and within cells.
same_figures! {
    every_cell_is_protected: Of::Schools, |it| changed(it, &[""], in_all, |cell| format!("=\"{cell}\"")), [], 0;
    every_cell_has_an_apostrophe: Of::Schools, |it| changed(it, &[""], in_all, |cell| format!("'{cell}")), [], 0;
    every_cell_has_signs_of_direction: Of::Own, |it| changed(it, &[""], in_all, |cell| format!("\u{200e}{cell}\u{202c}")), [], 0;
    soft_hyphens_are_in_numbers: Of::Own, |it| changed(it, &["pupils", "em5"], in_all, |cell| {
        let (first, rest) = cell.split_at(1);
        format!("{first}\u{ad}{rest}")
    }), [], 0;
    blanks_without_width_are_in_names: Of::Own, |it| changed(it, &["trust"], |row| row == 1, |cell| cell.replace('w', "w\u{200b}")), [], 0;
    kinds_of_rows_are_decimals: Of::Schools, |it| changed(it, &["RECTYPE", "LEA", "URN"], in_all, |cell| format!("{cell}.0")), [], 0;
    counts_have_decimals: Of::Schools, |it| changed(it, &["TPUP", "TFSM", "TNOT"], in_all, |cell| format!("{cell}.00")), [], 0;
    counts_have_decimals_behind_a_comma: Of::Schools, |it| {
        changed(it, &["TPUP", "TFSM", "TNOT"], in_all, |cell| format!("{cell},0"))
    }, [], 0;
    percent_signs_are_before: Of::Schools, |it| changed(it, &["PT"], in_all, |cell| format!("%{}", cell.trim_end_matches('%'))), [], 0;
    percent_signs_are_wide: Of::Schools, |it| changed(it, &["PT"], in_all, |cell| cell.replace('%', "\u{ff05}")), [], 0;
    years_are_five_or_more: Of::Own, |it| changed(it, &["years"], in_all, |cell| cell.replace('5', "5+")), [], 0;
    years_have_their_unit: Of::Own, |it| changed(it, &["years"], in_all, |cell| format!("{cell} years")), [], 0;
    years_have_a_dash: Of::Mapped, |it| changed(it, &["Academic"], in_all, |_| "2022 \u{2013} 23".to_owned()), [], 0;
    years_are_numbers: Of::Trusts, |it| changed(it, &["TIME"], in_all, |_| "202223.0".to_owned()), [], 0;
    years_are_short: Of::Mapped, |it| changed(it, &["Academic"], in_all, |_| "22/23".to_owned()), [], 0;
    regions_are_codes: Of::Mapped, |it| changed(it, &["Region"], in_all, |cell| match cell {
        "South West" => "E12000009".to_owned(),
        "London" => "Greater London".to_owned(),
        other => format!("the {other} region"),
    }), [], 0;
    authorities_are_names: Of::Own, |it| changed(it, &["authority"], in_all, |cell| match cell {
        "908" => "CORNWALL".to_owned(),
        "878" => "Devon".to_owned(),
        "201" => "City of London".to_owned(),
        _ => "Gateshead".to_owned(),
    }), [], 0;
    days_have_another_dash: Of::Links, |it| changed(it, &["Joined"], in_all, |cell| cell.replace('-', "\u{2013}")), [], 0;
    days_are_ordinals: Of::Links, |it| changed(it, &["Joined"], in_all, |cell| cell.replace("-09-", "th September ")), [], 0;
    days_are_eight_digits: Of::Links, |it| changed(it, &["Joined"], in_all, |cell| format!("{}09{}", &cell[6..], &cell[..2])), [], 0;
}

#[test]
fn a_day_that_stands_for_none_is_named() {
    let links = changed(
        Of::Links.clean(),
        &["Joined"],
        |row| row == 0,
        |_| "01-01-1900".to_owned(),
    );
    let (found, said) = answers("placeholder", Of::Links, &links);
    assert_eq!(found[0]["problems"].as_array().unwrap().len(), 1);
    assert!(said.contains("This is not a date from 1990 onwards"), "{said}");
}

#[test]
fn one_trust_in_three_spellings_is_one_trust_in_doubt() {
    for names in [
        [
            "Rowanside Multi-Academy Trust",
            "Rowanside MAT",
            "ROWANSIDE MULTI ACADEMY TRUST",
        ],
        ["Rowanside Trust, The", "The Rowanside Trust", "Rowanside Trust Ltd"],
        ["Row\u{e1}nside Trust", "Rowanside Trust", "Rowa\u{301}nside Trust"],
        ["Rowan-side Trust", "Rowan side Trust", "Rowanside Trust"],
        ["Rowan & Side Trust", "Rowan and Side Trust", "Rowan Side Trust"],
        ["Rowanside Trust*", "Rowanside Trust\u{b9}", "Rowanside Trust [note 1]"],
        ["Rowanside Trust PLC", "Rowanside Trust CIO", "Rowanside Trust"],
        ["St. John\u{2019}s Trust", "St John's Trust", "Saint Johns Trust"],
    ] {
        let mut sheet = Of::Own.clean();
        for (row, name) in sheet[1..4].iter_mut().zip(names) {
            row[4] = name.to_owned();
        }
        let (found, said) = answers("spellings", Of::Own, &csv(&sheet));
        assert_eq!(found[0]["eligible"], 4, "{names:?}: {said}");
        assert_eq!(found[0]["doubts"][0]["kind"], "same-trust", "{names:?}");
    }
}

#[test]
fn what_is_no_table_is_called_what_it_is() {
    for (start, words) in [
        (&b"[\n {\"urn\": 1}\n]"[..], "a JSON file"),
        (b"<?xml version=\"1.0\"?><html></html>", "a web page"),
        (b"<table><tr><td>urn</td></tr></table>", "a web page"),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><a/>",
            "an old Excel",
        ),
        (b"\r\n%PDF-1.7", "a PDF document"),
        (b"{\\rtf1 urn,trust}", "an old Excel or Word file"),
        (b"7z\xBC\xAF\x27\x1C\0\x04", "Unpack it"),
        (b"\"urn,trust,year\"\n\"1,a,2\"\n", "quotes around a whole row"),
    ] {
        let (found, said) = answers("no_table", Of::Own, start);
        assert!(found.is_empty() && said.contains(words), "{said}");
    }
    let inner = crate::support::zip(&[("own.csv", &csv(&Of::Own.clean()))]);
    let outer = crate::support::zip(&[("inner.zip", &inner)]);
    let (_, said) = answers("no_table", Of::Own, &outer);
    assert!(said.contains("the archive inside it"), "{said}");
}
