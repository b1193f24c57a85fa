//! The native program on uncertainty: `trust-gap ranks`, the intervals of `analyse`, and `robustness`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::path::{Path, PathBuf};

use crate::support::program::{answer, refused, run};
use crate::support::{TRUST_FILE, shared};
use serde_json::Value;
use trust_gap::method::SETTINGS;

/// A file of the test's own, with its path.
fn written(name: &str, content: &[u8]) -> String {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program_doubt");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

fn path(name: &str) -> Option<String> {
    Some(shared(name)?.to_str()?.to_owned())
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

const COLUMNS: [&str; 6] = ["--value", "value", "--se", "se", "--label", "label"];

fn ranks(file: &str, options: &[&str]) -> (Value, String) {
    answer(&[&["ranks", file], &COLUMNS[..], options].concat())
}

/// Label, rank, low and high of every row.
fn ends(rows: &Value) -> Vec<(String, u64, u64, u64)> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| {
        let number = |key: &str| row[key].as_u64().unwrap();
        let label = row["label"].as_str().unwrap().to_owned();
        (label, number("rank"), number("low"), number("high"))
    })
    .collect()
}

/// The vectors of the method paper, section 7.
#[test]
fn ranks_of_pisa_are_the_methods_both_ways() {
    let Some(file) = path("stats/pisa2018_math.csv") else {
        return;
    };
    let columns = ["--value", "math_score", "--se", "MATH_SE", "--label", " jurisdiction"];
    let of = |kind: &[&str]| answer(&[&["ranks", &file], &columns[..], kind].concat());
    let (rows, said) = of(&[]);
    assert_eq!((rows.as_array().unwrap().len(), said.as_str()), (38, ""));
    let row = |rows: &Value, name: &str| -> Value {
        let mut rows = rows.as_array().unwrap().iter();
        rows.find(|row| row["label"] == name).unwrap().clone()
    };
    for (name, critical, low, high) in [
        ("United Kingdom", 3.033_015, 7, 23),
        ("Japan", 3.045_037, 1, 4),
        ("Luxembourg", 3.181_765, 24, 31),
        ("Colombia", 2.977_186, 37, 38),
    ] {
        let row = row(&rows, name);
        assert_eq!(keys(&row), ["critical", "high", "label", "low", "rank"]);
        assert_eq!((&row["low"], &row["high"]), (&low.into(), &high.into()));
        assert!((row["critical"].as_f64().unwrap() - critical).abs() < 1e-6);
    }
    assert_eq!(rows, of(&["--kind", "marginal", "--level", "95"]).0);
    // The first row of the file is the first of the answer.
    assert_eq!(rows[0]["label"], "Australia");
    let (rows, _) = of(&["--kind", "simultaneous"]);
    for (name, rank, low, high) in [
        ("Japan", 1, 1, 6),
        ("Korea", 2, 1, 7),
        ("United Kingdom", 13, 6, 24),
        ("Colombia", 38, 37, 38),
    ] {
        let row = row(&rows, name);
        assert_eq!(keys(&row), ["high", "label", "low", "rank"]);
        let found = ["rank", "low", "high"].map(|key| row[key].as_u64().unwrap());
        assert_eq!(found, [rank, low, high]);
    }
}

const PLAIN: &str = "label,value,se\nA,9,1\nB,2,1\nC,2,1\n";

#[test]
fn ranks_are_read_whatever_the_delimiter_the_letters_and_the_notation() {
    let (expected, said) = ranks(&written("plain.csv", PLAIN.as_bytes()), &[]);
    assert_eq!(said, "");
    let found = ends(&expected);
    let row = |label: &str, rank, low, high| (label.to_owned(), rank, low, high);
    assert_eq!(found, [row("A", 1, 1, 1), row("B", 2, 2, 3), row("C", 2, 2, 3)]);
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(PLAIN.replace(',', "\t").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (name, bytes) in [
        (
            "semicolons.csv",
            b"Value ; LABEL;se;more\r\n9,0;A;1,0;x\r\n2,0;B;1e0;y\r\n2;C;+1;z\r\n".to_vec(),
        ),
        ("tabs.txt", utf16),
        (
            "quoted.csv",
            b"\n\"label\",\"value\",\"se\"\n\"A\",\"9\",1\n\n\"B\",2,1\n\"C\",2,1".to_vec(),
        ),
    ] {
        assert_eq!(
            ranks(&written(name, &bytes), &[]),
            (expected.clone(), String::new()),
            "{name}"
        );
    }
    let names = "label;value;se\nART\u{e9};9;1\n"
        .chars()
        .map(|letter| letter as u8)
        .collect::<Vec<_>>();
    let (rows, _) = ranks(&written("windows.csv", &names), &[]);
    assert_eq!(rows[0]["label"], "ART\u{e9}");
}

#[test]
fn ranks_keep_bad_rows_out_and_name_each_with_its_place_and_a_remedy() {
    let text = "label,value,se\nA,9,1\nB,SUPP,1\nC,2,0\n,5,1\nD,3,-1\nE,1e300,1\nF,,1\nG,4,nan\nH,2,1\nI,3\n";
    let file = written("bad.csv", text.as_bytes());
    let (rows, said) = ranks(&file, &[]);
    assert_eq!(
        ends(&rows).iter().map(|row| row.0.as_str()).collect::<Vec<_>>(),
        ["A", "H"]
    );
    for words in [
        "line 3, value: This is not a number (\u{201c}SUPP\u{201d}). Enter a plain number",
        "line 4, se: A standard error must be above 0 (\u{201c}0\u{201d}). Correct it",
        "line 5, label: The cell is blank. Fill in the cell. The row is left out.",
        "line 6, se: A standard error must be above 0 (\u{201c}-1\u{201d})",
        "line 7, value: The number is too large or too small to calculate with (\u{201c}1e300\u{201d})",
        "line 8, value: The cell is blank",
        "line 9, se: This is not a number (\u{201c}nan\u{201d})",
        "line 11: The row has 2 cells, but the header has 3",
        "line 11, se: The cell is blank",
    ] {
        assert!(said.contains(&format!("trust-gap: {file}, {words}")), "{words}\n{said}");
    }
    assert_eq!(said.lines().count(), 9);
}

#[test]
fn ranks_without_a_column_or_a_row_are_refused() {
    let file = written("refused.csv", PLAIN.as_bytes());
    let with = |place: usize, name: &'static str| {
        let mut columns = COLUMNS;
        columns[place] = name;
        [&["ranks", file.as_str()], &columns[..]].concat()
    };
    for place in [1, 3, 5] {
        refused(
            &with(place, "score"),
            "there is no column \u{201c}score\u{201d}; the columns are label, value, se",
        );
    }
    let none = written("none.csv", b"label,value,se\nA,x,1\nB,2,0\n");
    let output = run(&[&["ranks", &none], &COLUMNS[..]].concat());
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("line 2, value") && said.contains("none of the rows can be used"),
        "{said}"
    );
    let of = |file: &str| -> Vec<String> {
        [&["ranks", file], &COLUMNS[..]]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect()
    };
    for (file, words) in [
        (written("empty.csv", b""), "The file is empty"),
        (written("book.csv", b"%PDF-1.4"), "not a CSV file"),
        (written("head.csv", b"label,value,se\n"), "none of the rows can be used"),
        ("no-such-file.csv".to_owned(), "Check the path"),
    ] {
        let arguments = of(&file);
        refused(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), words);
    }
    refused(&["ranks"], "<FILE>");
    refused(&["ranks", "x.csv", "--value", "v", "--se", "s"], "--label <COLUMN>");
    refused(&["ranks", "x.csv", "--label", "v", "--se", "s"], "--value <COLUMN>");
    refused(&["ranks", "x.csv", "y.csv"], "y.csv");
}

#[test]
fn levels_are_percentages_and_intervals_widen_with_them() {
    let rows: String = (0..30)
        .map(|place| format!("T{place},{},1\n", f64::from(place) * 0.8))
        .collect();
    let file = written("levels.csv", format!("label,value,se\n{rows}").as_bytes());
    for kind in ["marginal", "simultaneous"] {
        let widths = ["50.5", "90", "95%", "99", "99.9"].map(|level| -> u64 {
            let (rows, _) = ranks(&file, &["--level", level, "--kind", kind]);
            ends(&rows).iter().map(|(_, _, low, high)| high - low).sum()
        });
        assert!(widths.is_sorted() && widths[0] < widths[4], "{widths:?}");
    }
    for level in ["50", "99.99", "100", "0.95", "nan", "", "ninety"] {
        let arguments = [&["ranks", &file], &COLUMNS[..], &["--level", level]].concat();
        refused(
            &arguments,
            "accepted values: 90, 95, 99 or another number above 50 and below 99.99",
        );
        refused(&["analyse", &file, "--level", level], "for '--level <VALUE>'");
    }
    let arguments = [&["ranks", &file], &COLUMNS[..], &["--kind", "both"]].concat();
    refused(&arguments, "accepted values: marginal, simultaneous");
}

#[test]
fn help_names_every_command_and_the_help_of_a_command_its_options() {
    let help = |arguments: &[&str]| {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let said = help(&["--help"]);
    for words in [
        "trust-gap analyse FILES",
        "trust-gap figures FILES",
        "trust-gap robustness FILES",
        "trust-gap compare UID UID",
        "trust-gap ranks FILE",
        "trust-gap demo",
    ] {
        assert!(said.contains(words), "{words}");
    }
    assert_eq!(help(&["help"]), help(&["-h"]));
    for (command, has, lacks) in [
        (
            "analyse",
            "--sd-att8 --sd-aps --level --kind --map --format",
            "--like-for-like --se",
        ),
        ("figures", "--area --level --regional", "--measure --group --adjust"),
        ("trend", "--like-for-like --year --area --assume", "--similar"),
        ("trust", "--similar --context-weight --measure", "--trust"),
        ("compare", "--trust --measure", "--similar"),
        ("ranks", "--value --se --label --level --kind", "--measure --year"),
        ("demo", "--full", "--measure"),
    ] {
        let said = help(&[command, "--help"]);
        assert!(has.split(' ').all(|option| said.contains(option)), "{said}");
        assert!(
            lacks.split(' ').all(|option| !said.contains(&format!("{option} "))),
            "{said}"
        );
    }
    // An option for each setting, except those that only the page has.
    for setting in SETTINGS {
        let of_the_page = matches!(
            setting.key,
            "limits" | "shrunken" | "combined" | "against" | "highlight"
        );
        assert_eq!(setting.option.is_none(), of_the_page, "{}", setting.key);
        if let Some(option) = setting.option {
            let said = help(&[option.only_of.first().unwrap_or(&"trend"), "--help"]);
            assert!(said.contains(&format!("--{}", option.name)), "{}", option.name);
        }
    }
}

fn analysed(file: &str, options: &[&str]) -> Value {
    answer(&[&["analyse", file, "--format", "json"], options].concat()).0
}

#[test]
fn analyse_says_how_sure_each_figure_and_rank_is() {
    let Some(file) = path(TRUST_FILE) else {
        return;
    };
    for (kind, london) in [("marginal", 15), ("simultaneous", 16)] {
        let report = analysed(&file, &["--kind", kind]);
        assert_eq!(
            report["precision"],
            serde_json::json!({
                "level": 95.0, "kind": kind, "ground": "pupils", "sd": null, "is_upper_bound": true,
            })
        );
        let trusts = report["trusts"].as_array().unwrap();
        let mut could_be = 0;
        for trust in trusts {
            let number = |key: &str| trust[key].as_f64();
            if trust["status"] != "published" {
                for key in [
                    "low",
                    "high",
                    "effective_pupils",
                    "rank_low",
                    "rank_high",
                    "could_be_top_ten",
                ] {
                    assert!(trust[key].is_null(), "{key}");
                }
                continue;
            }
            assert!(number("low") < number("figure") && number("figure") < number("high"));
            assert_eq!(trust["effective_pupils"], trust["group_pupils"]);
            assert!(number("rank_low") <= number("regional_rank"));
            assert!(number("regional_rank") <= number("rank_high"));
            could_be += u32::from(trust["region"] == "London" && trust["could_be_top_ten"] == true);
        }
        assert_eq!(could_be, london);
        for region in report["regions"].as_array().unwrap() {
            assert!(region["low"].as_f64() < region["figure"].as_f64());
            assert!(region["figure"].as_f64() < region["high"].as_f64());
        }
        assert!(report["national_low"].as_f64() < report["national"].as_f64());
        assert!(report["national"].as_f64() < report["national_high"].as_f64());
    }
}

#[test]
fn analyse_says_what_intervals_rest_on() {
    let Some(file) = path(TRUST_FILE) else {
        return;
    };
    let precision = |options: &[&str]| -> Value { analysed(&file, options)["precision"].clone() };
    let rests = |ground: &str, sd: Option<f64>, is_upper_bound: bool, level: f64| {
        serde_json::json!({
            "level": level, "kind": "marginal", "ground": ground, "sd": sd, "is_upper_bound": is_upper_bound,
        })
    };
    for (options, expected) in [
        (&["--measure", "p8"][..], rests("published", None, false, 95.0)),
        (
            &["--measure", "att8", "--level", "99"],
            rests("assumed", Some(20.0), true, 99.0),
        ),
        (
            &["--measure", "att8", "--sd-att8", "15.5"],
            rests("assumed", Some(15.5), true, 95.0),
        ),
        (
            &["--measure", "ebacc_aps", "--sd-att8", "15"],
            rests("assumed", Some(2.1), true, 95.0),
        ),
        (
            &["--measure", "ebacc_aps", "--sd-aps", "1.9"],
            rests("assumed", Some(1.9), true, 95.0),
        ),
        (&["--level", "99.8"], rests("pupils", None, true, 99.8)),
    ] {
        assert_eq!(precision(options), expected, "{options:?}");
    }
    let width = |options: &[&str]| {
        let report = analysed(&file, options);
        let trust = &report["trusts"][0];
        trust["high"].as_f64().unwrap() - trust["low"].as_f64().unwrap()
    };
    let usual = width(&["--measure", "att8"]);
    assert!((width(&["--measure", "att8", "--sd-att8", "10"]) * 2.0 - usual).abs() < 1e-9);
    assert!(width(&["--measure", "att8", "--level", "90"]) < usual);
    for sd in ["0", "-1", "many", "inf"] {
        refused(
            &["analyse", &file, "--sd-aps", sd],
            "for '--sd-aps <VALUE>': accepted values: numbers above 0",
        );
    }
}

#[test]
fn csv_and_text_have_the_intervals_too() {
    let Some(file) = path(TRUST_FILE) else {
        return;
    };
    let csv = run(&["analyse", &file, "--format", "csv"]).stdout;
    let mut reader = csv::Reader::from_reader(csv.as_slice());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let report = analysed(&file, &[]);
    let trusts = report["trusts"].as_array().unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), trusts.len());
    for (row, trust) in rows.iter().zip(trusts) {
        for key in ["low", "high", "effective_pupils", "rank_low", "rank_high"] {
            let place = head.iter().position(|name| name == key).unwrap();
            let (cell, expected) = (row[place].parse::<f64>().ok(), trust[key].as_f64());
            assert_eq!(cell.is_some(), expected.is_some(), "{key}");
            // The CSV has four decimals at most.
            let same = cell
                .zip(expected)
                .is_none_or(|(cell, expected)| (cell - expected).abs() < 0.000_051);
            assert!(same, "{key}: {cell:?}, {expected:?}");
        }
        let place = head.iter().position(|name| name == "could_be_top_ten").unwrap();
        assert_eq!(row[place].parse().ok(), trust["could_be_top_ten"].as_bool());
    }
    let text = String::from_utf8(run(&["analyse", &file, "--level", "90"]).stdout).unwrap();
    assert!(
        text.contains("Intervals at 90%, pupil sampling only; pupil numbers are an upper bound"),
        "{text}"
    );
    assert!(
        text.lines()
            .any(|line| line.starts_with("South West   ") && line.contains(" to "))
    );
    assert!(text.contains("Twyford Church of England Academies Trust"));
}

#[test]
fn robustness_of_a_trust_file_tests_headlines_alone() {
    let Some(file) = path(TRUST_FILE) else {
        return;
    };
    let (report, said) = answer(&["robustness", &file]);
    assert_eq!(
        keys(&report),
        [
            "combinations",
            "context_combinations",
            "context_trusts",
            "headlines",
            "trusts",
            "trusts_testable"
        ]
    );
    assert_eq!(
        (&report["combinations"], &report["trusts_testable"]),
        (&2.into(), &false.into())
    );
    assert_eq!(report["trusts"], Value::Array(vec![]));
    assert!(said.contains("trusts' ranks cannot"), "{said}");
    let headlines = report["headlines"].as_array().unwrap();
    assert_eq!(headlines.len(), 2);
    for headline in headlines {
        assert_eq!(
            keys(headline),
            [
                "breaks_under",
                "context_breaks_under",
                "context_never_with",
                "context_share",
                "share",
                "text"
            ]
        );
    }
    assert!(headlines[1]["text"].as_str().unwrap().contains("South West"));
    assert_eq!(headlines[1]["share"], 0.5);
    assert_eq!(headlines[1]["breaks_under"], serde_json::json!(["--regional pupils"]));
    // The choice that breaks it, exactly as printed.
    let (report, _) = answer(&["robustness", &file, "--regional", "pupils"]);
    let last = &report["headlines"][1];
    assert!(last["text"].as_str().unwrap().contains("South East"));
    assert_eq!(last["breaks_under"], serde_json::json!(["--regional simple"]));
}

#[test]
fn robustness_of_the_demonstration_has_every_promised_key() {
    let folder = std::env::temp_dir().join(format!("trust-gap-robustness-{}", std::process::id()));
    assert_eq!(run(&["demo", folder.to_str().unwrap()]).status.code(), Some(0));
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (schools, links) = (file("2022-2023/england_ks4final.csv"), file("group_links.csv"));
    let (report, said) = answer(&["robustness", &schools, &links, "--measure", "att8", "--group", "gap"]);
    assert_eq!(said, "");
    assert_eq!(report["trusts_testable"], true);
    let combinations = report["combinations"].as_u64().unwrap();
    assert!((2..=216).contains(&combinations), "{combinations}");
    for headline in report["headlines"].as_array().unwrap() {
        // Beside the share over the combinations, which selective schools are no part of.
        assert!(headline["holds_without_selective"].is_boolean() && headline["share"].is_number());
    }
    let trusts = report["trusts"].as_array().unwrap();
    assert!(trusts.len() > 100);
    for trust in trusts {
        for key in [
            "uid",
            "best",
            "worst",
            "regional_best",
            "regional_worst",
            "top_ten_share",
            "eligible_share",
        ] {
            assert!(keys(trust).contains(&key), "{key}");
        }
        assert!(trust["best"].as_u64() <= trust["worst"].as_u64());
        assert!(trust["regional_best"].as_u64() <= trust["best"].as_u64());
        for key in ["top_ten_share", "eligible_share"] {
            assert!((0.0..=1.0).contains(&trust[key].as_f64().unwrap()));
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}
