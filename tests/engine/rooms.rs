//! The order of knowledge: no room uses one to its right.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::sources::{files, is_of_name};

/// The rooms from left to right, as `ARCHITECTURE.md` and `src/lib.rs` have them.
const ROOMS: [&str; 13] = [
    "terms", "stats", "records", "source", "layout", "model", "method", "plot", "chart", "export",
    "demo", "hosting", "app",
];

/// Crates of the web, which only `app` may use.
const WEB: [&str; 5] = ["yew", "gloo", "web_sys", "js_sys", "wasm_bindgen"];

/// The code of a room without comments, file by file.
fn code(room: &str) -> Vec<(PathBuf, String)> {
    let source = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("src");
    files(&source.join(room))
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let lines: Vec<&str> = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            (path, lines.join("\n"))
        })
        .collect()
}

fn names(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(start, _)| {
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let after = text
            .get(start + word.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(is_of_name) && !after.is_some_and(is_of_name)
    })
}

#[test]
fn no_room_uses_one_to_its_right() {
    for (place, room) in ROOMS.iter().enumerate() {
        for (path, code) in code(room) {
            for right in ROOMS.iter().skip(place + 1) {
                let uses = [format!("crate::{right}"), format!("trust_gap::{right}")];
                let found = uses.iter().any(|word| names(&code, word)) || grouped(&code, right);
                assert!(
                    !found,
                    "{} uses {right}, a room to its right",
                    path.display()
                );
            }
        }
    }
}

/// `use crate::{model::…, chart::…}` names rooms without `crate::` before each.
fn grouped(code: &str, room: &str) -> bool {
    code.split("use crate::{")
        .skip(1)
        .filter_map(|rest| rest.split(';').next())
        .any(|group| names(group, room))
}

#[test]
fn what_opens_files_knows_no_schools() {
    for (path, code) in code("source") {
        assert!(!names(&code, "crate::terms"), "{}", path.display());
        for word in ["school", "School", "trust", "Trust"] {
            assert!(!names(&code, word), "{} speaks of {word}", path.display());
        }
    }
}

#[test]
fn the_grammar_of_charts_knows_no_other_room() {
    for (path, code) in code("plot") {
        for room in ROOMS
            .iter()
            .chain(&["grammar"])
            .filter(|room| **room != "plot")
        {
            let word = format!("crate::{room}");
            assert!(!names(&code, &word), "{} uses {room}", path.display());
        }
        for word in ["school", "School", "trust", "Trust", "region", "Region"] {
            assert!(!names(&code, word), "{} speaks of {word}", path.display());
        }
    }
}

#[test]
fn only_the_page_knows_the_web() {
    for room in ROOMS.iter().filter(|room| **room != "app") {
        for (path, code) in code(room) {
            for web in WEB {
                assert!(!names(&code, web), "{} uses {web}", path.display());
            }
        }
    }
}

#[test]
fn every_folder_is_a_room() {
    let source = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("src");
    for entry in fs::read_dir(source).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(
            !path.is_dir() || name == "bin" || ROOMS.contains(&name.as_str()),
            "{name} is no room: add it to the order"
        );
    }
}

#[test]
fn the_library_brings_no_web_crate_by_default() {
    let tree = std::process::Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--offline",
            "--edges",
            "normal",
            "--prefix",
            "none",
        ])
        .args(["--package", "trust-gap-explorer"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .unwrap();
    assert!(
        tree.status.success(),
        "{}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let tree = String::from_utf8(tree.stdout).unwrap();
    assert!(tree.lines().any(|line| line.starts_with("csv ")));
    for web in ["yew", "gloo", "web-sys", "js-sys", "wasm-bindgen"] {
        let found = tree
            .lines()
            .find(|line| line.starts_with(&format!("{web} ")));
        assert_eq!(found, None);
    }
}
