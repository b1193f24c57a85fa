//! What a hosted copy offers: how the list is read, its faults, and what is said about its files.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::support::made_up::{link, links, school, wide};
use crate::support::program::{refused, run};
use crate::support::{demonstration_of_trusts, zip};
use proptest::prelude::*;
use serde_json::json;
use trust_gap::chart::{source_line, trend_source_line};
use trust_gap::demo::Demonstration;
use trust_gap::hosting::{AddressFault, EntryFault, Fault, LIST, MOST_FILES, MOST_OFFERS, Offers};
use trust_gap::layout::read_file;
use trust_gap::method::{IntervalChoices, Measured, Rules, Trend};
use trust_gap::model::Library;

/// A complete entry with these files.
fn entry(file: &serde_json::Value) -> serde_json::Value {
    json!({
        "title": "Schools and trusts",
        "year": "2022/23",
        "source": "Department for Education",
        "licence": "Open Government Licence v3.0.",
        "file": file,
    })
}

/// Why the only entry is not offered.
fn reason(entry: &serde_json::Value) -> EntryFault {
    let offers = Offers::read(&json!([entry]).to_string());
    assert_eq!(offers.offers, [], "{entry}");
    match offers.faults.as_slice() {
        [Fault::Entry { number: 1, reason, .. }] => reason.clone(),
        faults => panic!("{faults:?}"),
    }
}

#[test]
fn an_entry_has_one_file_or_several() {
    let list = json!([entry(&json!("a.csv")), entry(&json!(["2022-23/a.csv", "b.zip"]))]);
    let offers = Offers::read(&list.to_string());
    assert_eq!(offers.faults, []);
    let [one, two] = offers.offers.as_slice() else {
        panic!("{offers:?}");
    };
    assert_eq!(one.files, ["a.csv"]);
    assert_eq!(two.files, ["2022-23/a.csv", "b.zip"]);
    assert_eq!(one.name(), "Schools and trusts, 2022/23");
    assert_eq!(
        one.credit(),
        "Schools and trusts, 2022/23; source: Department for Education; licence: Open Government Licence v3.0"
    );
}

#[test]
fn the_list_that_the_page_comes_with_offers_nothing() {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .join("assets")
        .join(LIST);
    let text = fs::read_to_string(path).unwrap();
    assert_eq!(Offers::read(&text), Offers::default());
}

#[test]
fn the_guide_to_hosting_shows_a_list_that_is_read() {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("docs/hosting.md");
    let guide = fs::read_to_string(path).unwrap();
    let (_, rest) = guide.split_once("```json\n").unwrap();
    let (list, _) = rest.split_once("```").unwrap();
    let offers = Offers::read(list);
    assert_eq!((offers.offers.len(), offers.faults.as_slice()), (2, &[][..]));
    for most in [MOST_FILES, MOST_OFFERS] {
        assert!(guide.contains(&most.to_string()), "{most}");
    }
}

#[test]
fn a_mark_before_the_text_and_breaks_in_it_do_no_harm() {
    let list = format!("\u{feff}{}", json!([entry(&json!("a.csv"))]));
    let list = list.replace("Department for", "  Department\\n for");
    assert_eq!(Offers::read(&list).offers[0].source, "Department for Education");
}

#[test]
fn what_is_no_list_is_said_with_line_and_column() {
    for (text, words) in [
        ("", "it ends too early, on line 1"),
        ("<!doctype html>", "expected value at line 1 column 1"),
        ("{}", "invalid type: map, expected a list in square brackets"),
        (
            "[1]",
            "integer `1`, expected an entry in curly brackets at line 1 column 2",
        ),
        ("[{\"title\": 1}]", "integer `1`, expected a string at line 1 column 12"),
        (
            "[{\"title\": \"a\",\n  \"year\": 2023}]",
            "integer `2023`, expected a string at line 2 column 14",
        ),
        (
            "[{\"title\": [\"a\"]}]",
            "sequence, expected a string at line 1 column 11",
        ),
        (
            "[{\"file\": {\"a\": \"b\"}}]",
            "map, expected a file's name in double quotes, or a list of them in square brackets at line 1 column 11",
        ),
        (
            "[{\"file\": [1]}]",
            "integer `1`, expected a string at line 1 column 12",
        ),
        ("[{\"title\" \"a\"}]", "expected `:` at line 1 column 11"),
        ("[{\"title\": \"a\",}]", "trailing comma at line 1 column 16"),
        ("[{\"title\": \"a\" x}]", "expected `,` or `}` at line 1 column 16"),
        ("[{\"title\": \"\\x\"}]", "invalid escape at line 1 column 14"),
        ("[{\"title\":\n\"a", "it ends too early, on line 2"),
        ("[] and more", "trailing characters at line 1 column 4"),
    ] {
        let offers = Offers::read(text);
        let [fault] = offers.faults.as_slice() else {
            panic!("{text}: {offers:?}");
        };
        assert!(matches!(fault, Fault::NotRead { .. }));
        let said = fault.to_string();
        assert!(said.starts_with("datasets.json could not be read: "), "{said}");
        assert!(said.contains(words), "{said}");
        assert!(fault.remedy().contains("double quotes"));
    }
}

#[test]
fn an_entry_at_fault_is_named_and_the_others_are_offered() {
    let mut lacking = entry(&json!("a.csv"));
    lacking.as_object_mut().unwrap().remove("licence");
    let list = json!([entry(&json!("a.csv")), lacking, entry(&json!("b.csv"))]);
    let offers = Offers::read(&list.to_string());
    assert_eq!(offers.offers.len(), 2);
    assert_eq!(
        offers.faults[0].to_string(),
        "datasets.json, entry 2 (\u{201c}Schools and trusts\u{201d}), is not offered: it does not give a licence."
    );
    assert!(offers.faults[0].remedy().contains("\"licence\""));
}

#[test]
fn what_an_entry_must_say_it_must_say() {
    for what in ["title", "year", "source", "licence"] {
        for nothing in [json!(""), json!(" \n ")] {
            let mut entry = entry(&json!("a.csv"));
            entry[what] = nothing;
            assert_eq!(reason(&entry), EntryFault::Lacks(what));
        }
        let mut entry = entry(&json!("a.csv"));
        entry[what] = json!("x".repeat(301));
        assert_eq!(reason(&entry), EntryFault::TooLong(what));
    }
    assert_eq!(reason(&entry(&json!([]))), EntryFault::Lacks("file"));
    let long = format!("{}.csv", "x".repeat(300));
    assert_eq!(reason(&entry(&json!(long))), EntryFault::TooLong("file"));
    let twice = json!(["a.csv", "b.csv", "a.csv"]);
    assert_eq!(reason(&entry(&twice)), EntryFault::Twice("a.csv".to_owned()));
    let mut misspelt = entry(&json!("a.csv"));
    misspelt["license"] = json!("OGL");
    assert_eq!(reason(&misspelt), EntryFault::Unknown("license".to_owned()));
    // An unknown key affects only its entry.
    misspelt["license"] = json!({ "name": ["OGL", 3] });
    assert_eq!(reason(&misspelt), EntryFault::Unknown("license".to_owned()));
    let said_twice = "[{\"title\": \"a\", \"title\": \"b\"}]";
    let said = Offers::read(said_twice).faults[0].to_string();
    assert!(said.contains("it has \u{201c}title\u{201d} twice"), "{said}");
}

#[test]
fn too_much_is_not_offered() {
    let files: Vec<String> = (0..=MOST_FILES).map(|file| format!("{file}.csv")).collect();
    let most = json!(files.get(1..).unwrap());
    let offers = Offers::read(&json!([entry(&most)]).to_string());
    assert_eq!(offers.offers.len(), 1);
    let reason = reason(&entry(&json!(files)));
    assert_eq!(reason, EntryFault::TooManyFiles(MOST_FILES + 1));

    let entries = vec![entry(&json!("a.csv")); MOST_OFFERS + 1];
    let offers = Offers::read(&json!(entries).to_string());
    assert_eq!(offers.offers.len(), MOST_OFFERS);
    assert_eq!(offers.faults, [Fault::TooMany(MOST_OFFERS + 1)]);

    let large = format!("[{}]", " ".repeat(256 * 1024));
    assert_eq!(Offers::read(&large), Offers::none(Fault::TooLarge));
}

#[test]
fn every_fault_says_what_to_do() {
    let entry = |reason| Fault::Entry {
        number: 3,
        title: String::new(),
        reason,
    };
    let file = |reason| EntryFault::File {
        file: "../a.csv".to_owned(),
        reason,
    };
    for fault in [
        Fault::NotFetched(403),
        Fault::TooLarge,
        Fault::NotRead {
            reason: "why".to_owned(),
        },
        Fault::TooMany(101),
        entry(EntryFault::Lacks("year")),
        entry(EntryFault::Lacks("file")),
        entry(EntryFault::TooLong("title")),
        entry(EntryFault::TooManyFiles(21)),
        entry(EntryFault::Unknown("x".to_owned())),
        entry(EntryFault::Twice("x".to_owned())),
        entry(file(AddressFault::Elsewhere)),
        entry(file(AddressFault::NotPlain)),
        entry(file(AddressFault::Kind)),
    ] {
        let (words, remedy) = (fault.to_string(), fault.remedy());
        assert!(words.starts_with("datasets.json") && words.ends_with('.'), "{words}");
        assert!(remedy.ends_with('.') && remedy.len() > 15, "{remedy}");
    }
}

proptest! {
    /// As the standard of web addresses has it, of a relative address: no scheme, no place of its own, and no step up
    /// unless a part is "..", "%2e" standing for a dot and "\" for "/".
    #[test]
    fn no_file_that_is_offered_lies_elsewhere(
        file in r"([a-zA-Z:%?#\\/. \n\t\x00]|%2[eE]|\.\.|/){0,12}(\.csv|\.ZIP)?"
    ) {
        let offers = Offers::read(&json!([entry(&json!(file))]).to_string());
        if offers.offers.is_empty() {
            return Ok(());
        }
        let resolved = file.replace("%2e", ".").replace("%2E", ".").replace('\\', "/");
        prop_assert_eq!(&resolved, &file);
        prop_assert!(!file.starts_with('/') && !file.contains([':', '?', '#', '\t', '\n', '\0']));
        prop_assert!(file.split('/').all(|part| !matches!(part, "" | "." | "..")));
        prop_assert_eq!(file.trim(), &file);
    }

    #[test]
    fn whatever_is_in_the_list_is_read_or_said(text in any::<String>()) {
        let offers = Offers::read(&text);
        prop_assert!(!offers.faults.is_empty() || text.contains('['));
    }
}

/// The demonstration's newest trust file, as if it had been offered.
fn offered_trusts(credit: &str) -> Library {
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let text = demonstration.trust_file(newest);
    let mut file = read_file("trusts.csv", text.as_bytes()).unwrap();
    file.credit = Some(Rc::from(credit));
    let mut library = Library::default();
    library.add(file);
    library
}

#[test]
fn under_a_chart_stands_where_offered_files_are_from() {
    let credit = "Trusts, 2022/23; source: Here; licence: Free";
    let library = offered_trusts(credit);
    let data = library.newest().unwrap();
    let analysed = |data| {
        let measured = Measured::after(None, data, &Rules::default()).unwrap();
        let rules = Rules::default();
        crate::support::analysis(&measured, &rules)
    };
    let line = source_line(&data, &analysed(&data));
    assert!(line.ends_with(&format!(". {credit}.")), "{line}");
    assert_eq!(line.matches(credit).count(), 1);
    let own = demonstration_of_trusts();
    assert!(!source_line(&own, &analysed(&own)).contains("licence"));
}

#[test]
fn under_a_trend_stands_each_credit_once() {
    let credit = "Schools and links, 2021/22 to 2022/23; source: Here; licence: Free";
    let mut library = Library::default();
    let schools: Vec<_> = (1..=3).map(school).collect();
    let memberships: Vec<_> = (1..=3).map(|urn| link(urn, 7, "01-09-2010")).collect();
    for (name, text) in [
        ("old.csv", wide(&schools, Some(21))),
        ("new.csv", wide(&schools, Some(22))),
        ("links.csv", links(&memberships)),
    ] {
        let mut file = read_file(name, text.as_bytes()).unwrap();
        file.credit = Some(Rc::from(credit));
        library.add(file);
    }
    let trend = Trend::new(&library, &Rules::default(), &IntervalChoices::default(), false).unwrap();
    let line = trend_source_line(&library, &trend);
    assert_eq!(line.matches(credit).count(), 1, "{line}");
}

/// A new folder of these files for one test.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("offers").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    for (file, bytes) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

#[test]
fn the_program_prints_what_belongs_next_to_the_page() {
    let trusts = Demonstration::generate().files();
    let (_, trusts) = trusts.first().unwrap();
    let schools = wide(&[school(1)], Some(22));
    let list = json!([
        entry(&json!(["a/trusts.csv", "schools.zip"])),
        entry(&json!("a/trusts.csv")),
    ]);
    let folder = folder(
        "good",
        &[
            (LIST, list.to_string().as_bytes()),
            ("a/trusts.csv", trusts.as_bytes()),
            ("schools.zip", &zip(&[("schools.csv", schools.as_bytes())])),
            ("notes.txt", b"of no interest"),
        ],
    );
    let output = run(&["datasets", folder.to_str().unwrap()]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "datasets.json\na/trusts.csv\nschools.zip\n"
    );
    assert_eq!(said, "trust-gap: 2 data sets in 2 files can be offered\n");
}

#[test]
fn the_program_names_each_fault_and_prints_nothing() {
    let mut untitled = entry(&json!("a.csv"));
    untitled["title"] = json!("");
    let files = json!(["gone.csv", "prices.csv", "damaged.zip", "empty.csv"]);
    let list = json!([untitled, entry(&files)]);
    let folder = folder(
        "bad",
        &[
            (LIST, list.to_string().as_bytes()),
            ("prices.csv", b"day,price\n1,2\n"),
            ("damaged.zip", b"PK\x03\x04 and nothing more"),
            ("empty.csv", b""),
        ],
    );
    let path = folder.to_str().unwrap();
    for words in [
        "datasets.json, entry 1, is not offered: it does not give a title. Add it after \"title\"",
        "gone.csv: datasets.json names this file, but it is not in the folder. Add it",
        "prices.csv: this is a table, but not one this page recognises. You can explain its columns.",
        "damaged.zip: ",
        "empty.csv: The file is empty.",
    ] {
        refused(&["datasets", path], words);
    }
    let not_there = folder.join("not-there");
    let not_there = not_there.to_str().unwrap();
    refused(&["datasets", not_there], "Give the folder that contains datasets.json");
    refused(&["datasets"], "<FOLDER>");
    refused(&["datasets", path, "more"], "Usage:");
}

#[test]
fn the_program_says_whose_year_visitors_would_be_asked() {
    let list = json!([entry(&json!(["schools.csv"]))]);
    let schools = wide(&[school(1)], None);
    let folder = folder(
        "yearless",
        &[(LIST, list.to_string().as_bytes()), ("schools.csv", schools.as_bytes())],
    );
    let output = run(&["datasets", folder.to_str().unwrap()]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("schools.csv does not state its year"), "{said}");
    assert_eq!(output.status.code(), Some(0));
}
