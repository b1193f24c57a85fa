//! Makes the changes that `CONTRIBUTING.md` describes (a layout, a measure, a setting, a chart) in a copy of the
//! project, then builds and tests the copy.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::sources::files;

/// A change that the guide makes to one file.
#[derive(Debug)]
enum Change {
    /// A new file with this text.
    New(String),
    /// In each place, the first lines are replaced by the second.
    Changed(Vec<(String, String)>),
}

/// The files that the guide changes, in order. Each is named by its path, as code, at the start of a line before the
/// block that contains it or its changes.
fn changes(guide: &str) -> Vec<(String, Change)> {
    let mut changes = Vec::new();
    let mut path = "";
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        let named = line.strip_prefix('`').and_then(|rest| rest.split('`').next());
        path = named.filter(|name| name.ends_with(".rs")).unwrap_or(path);
        let Some(kind) = line.strip_prefix("```").filter(|kind| !kind.is_empty()) else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        match kind {
            "rust" => changes.push((path.to_owned(), Change::New(block.join("\n") + "\n"))),
            "diff" => changes.push((path.to_owned(), Change::Changed(places(&block)))),
            other => panic!("a block of {other}"),
        }
    }
    changes
}

/// The places in a diff: the existing lines and their replacement.
fn places(block: &[&str]) -> Vec<(String, String)> {
    let side = |place: &[&str], other: char| {
        let lines = place.iter().filter(|line| !line.starts_with(other));
        lines
            .map(|line| line.get(1..).unwrap_or_default().to_owned() + "\n")
            .collect::<String>()
    };
    let places = block.split(|line| *line == "@@");
    places.map(|place| (side(place, '+'), side(place, '-'))).collect()
}

/// Makes the changes below a folder. The replaced lines must occur once, as whole lines.
fn make(changes: &[(String, Change)], folder: &Path) {
    for (path, change) in changes {
        let file = folder.join(path);
        match change {
            Change::New(text) => {
                assert!(!file.exists(), "{path} is there already");
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(&file, text).unwrap();
            }
            Change::Changed(places) => {
                let mut text = "\n".to_owned() + &fs::read_to_string(&file).expect(path);
                for (before, after) in places {
                    let before = format!("\n{before}");
                    let found = text.matches(&before).count();
                    assert_eq!(found, 1, "{path} has {found} times:{before}");
                    text = text.replacen(&before, &format!("\n{after}"), 1);
                }
                fs::write(&file, &text[1..]).unwrap();
            }
        }
    }
}

/// The folders and files that the workspace is built from.
const PARTS: [&str; 9] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo",
    "bench/engine",
    "benches",
    "crates",
    "src",
    "tests/engine",
    "xtask",
];

/// A fresh copy of the project. It shares the build output of other people's crates, but not of its own, because the
/// project's own programs have the same names.
struct Copy {
    folder: PathBuf,
    programs: PathBuf,
    shared: PathBuf,
}

impl Copy {
    fn of_project() -> Self {
        let own = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let copy = Self {
            folder: own.join("contributing"),
            programs: own.join("contributing-built"),
            shared: own.parent().unwrap().to_owned(),
        };
        if copy.folder.exists() {
            fs::remove_dir_all(&copy.folder).unwrap();
        }
        let project = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        for part in PARTS {
            let from = project.join(part);
            let of_part = if from.is_dir() { files(&from) } else { vec![from] };
            for file in of_part {
                let to = copy.folder.join(file.strip_prefix(project).unwrap());
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::copy(&file, &to).unwrap();
            }
        }
        copy
    }

    /// Cargo's output for the copy.
    fn cargo(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.programs)
            .env("CARGO_BUILD_BUILD_DIR", &self.shared)
            // The published files are not beside the copy.
            .env_remove("TRUST_GAP_DATA_REQUIRED")
            // The copy is built only once.
            .env("CARGO_INCREMENTAL", "0")
            .output()
            .unwrap()
    }

    /// Runs Cargo, which has to succeed without a warning. Returns its output.
    fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.cargo(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        let is_well = output.status.success() && !said.contains("warning:");
        assert!(is_well, "cargo {}\n{said}\n{printed}", arguments.join(" "));
        printed
    }
}

/// Whether Rust's target for the page is installed.
fn can_check_the_page() -> bool {
    let rustc = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"])
        .output();
    rustc.is_ok_and(|said| Path::new(String::from_utf8_lossy(&said.stdout).trim()).is_dir())
}

fn is_test(path: &str) -> bool {
    path.split('/').any(|folder| folder == "tests")
}

/// The files that a section of the guide changes: those of the program, and those of its tests.
fn counted(guide: &str, section: &str) -> (usize, usize) {
    let of_section = guide.split("\n## ").find(|part| part.starts_with(section));
    let changes = changes(of_section.expect(section));
    let tests = changes.iter().filter(|(path, _)| is_test(path));
    let tests = tests.count();
    (changes.len() - tests, tests)
}

#[test]
fn what_the_guide_adds_works() {
    let guide = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("CONTRIBUTING.md");
    let guide = fs::read_to_string(guide).unwrap();
    let copy = Copy::of_project();
    assert_eq!(counted(&guide, "Add a setting"), (2, 1));
    make(&changes(&guide), &copy.folder);
    copy.succeed(&["fmt", "--check"]);
    let packages = ["--package", "trust-gap-read", "--package", "trust-gap-show"];
    let test = ["test", "--locked", "--lib", "--test", "english_element"];
    let printed = copy.succeed(&[&test[..], &packages].concat());
    for test in [
        "layout::published::partnership_file::tests::a_partnerships_file_is_recognised_and_what_is_wrong_with_it_has_its_line",
        "chart::eligible::tests::picture_words_and_table_say_the_same",
        "the_english_element_is_read",
    ] {
        assert!(printed.contains(&format!("test {test} ... ok")), "{printed}");
    }
    let test = ["test", "--locked", "--package", "trust-gap", "--test", "engine", "--"];
    let printed = copy.succeed(&[&test[..], &["words::words_", "settings::"]].concat());
    let of_setting = "test settings::the_year_of_joining_can_count ... ok";
    assert!(printed.contains(of_setting), "{printed}");
    assert_eq!(charts_without_box(&copy.folder), Vec::<String>::new());
    if can_check_the_page() {
        let page = ["--target", "wasm32-unknown-unknown", "--features", "page"];
        let check = ["check", "--locked", "--package", "trust-gap-explorer"];
        copy.succeed(&[&check[..], &page].concat());
    } else {
        eprintln!("skipped: the card on a page, for Rust's part for wasm32-unknown-unknown is not installed");
    }
}

/// The files that a section of the guide changes.
fn changed_by(errand: &str) -> Vec<String> {
    let guide = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("CONTRIBUTING.md");
    let guide = fs::read_to_string(guide).unwrap();
    let (_, rest) = guide.split_once(&format!("\n## {errand}\n")).unwrap();
    let part = rest.split("\n## ").next().unwrap();
    let mut paths: Vec<String> = changes(part).into_iter().map(|(path, _)| path).collect();
    paths.dedup();
    paths
}

#[test]
fn a_measure_changes_one_file_and_its_test_and_a_layout_two() {
    assert_eq!(
        changed_by("Add a measure"),
        [
            "crates/records/src/terms/measure.rs",
            "crates/read/tests/english_element.rs"
        ]
    );
    let layout = ["partnership_file.rs", "mod.rs"];
    assert_eq!(
        changed_by("Add a layout"),
        layout.map(|file| format!("crates/read/src/layout/published/{file}"))
    );
}

/// The types of chart without a box in the gallery. The browser tests expect one for each.
fn charts_without_box(folder: &Path) -> Vec<String> {
    let boxes = ["src/gallery/charts.rs", "crates/show/src/chart/mod.rs"];
    let boxes = boxes.map(|file| fs::read_to_string(folder.join(file)).unwrap());
    let boxes = boxes.join("\n");
    let texts = files(&folder.join("crates/show/src/chart"));
    let texts = texts.iter().map(|file| fs::read_to_string(file).unwrap());
    let charts: Vec<String> = texts
        .flat_map(|text| {
            let types = text
                .lines()
                .filter_map(|line| line.strip_prefix("impl Chart for ")?.split(' ').next());
            types.map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    assert!(charts.iter().any(|of| of == "EligibleChart"), "{charts:?}");
    let has_box = |of: &String| boxes.contains(&format!("\"{}\",", in_parts(of)));
    charts.into_iter().filter(|of| !has_box(of)).collect()
}

/// "CompareChart" becomes "compare-chart", its name in the gallery.
fn in_parts(name: &str) -> String {
    let mut parts = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !parts.is_empty() {
            parts.push('-');
        }
        parts.extend(letter.to_lowercase());
    }
    parts
}

/// A chart is one file, its sentences, and its registration, which also adds it to the page and the gallery.
#[test]
fn a_chart_changes_no_more_files_than_it_must() {
    assert_eq!(
        changed_by("Add a chart"),
        [
            "crates/show/src/chart/eligible/mod.rs",
            "crates/show/src/chart/eligible/words.rs",
            "crates/show/src/chart/mod.rs",
        ]
    );
}

#[test]
fn blocks_are_read_as_files_and_places() {
    let guide = "`a.rs` is new:\n\n```rust\nfn a() {}\n```\n\n`b.rs` knows it:\n\n```diff\n one\n+two\n@@\n-three\n\n+four\n```\n";
    let found = changes(guide);
    let [(a, Change::New(text)), (b, Change::Changed(places))] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!((a.as_str(), b.as_str(), text.as_str()), ("a.rs", "b.rs", "fn a() {}\n"));
    let place = |before: &str, after: &str| (before.to_owned(), after.to_owned());
    let expected = [place("one\n", "one\ntwo\n"), place("three\n\n", "\nfour\n")];
    assert_eq!(places.as_slice(), expected);
}
