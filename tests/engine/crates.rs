//! The order of the crates: none depends on one to its right, and the engine depends on no web crate.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// From left to right, as in `ARCHITECTURE.md`.
const ORDER: [&str; 12] = [
    "trust-gap-columns",
    "trust-gap-stats",
    "trust-gap-records",
    "trust-gap-read",
    "trust-gap-method",
    "trust-gap-plot",
    "trust-gap-show",
    "trust-gap-demo",
    "trust-gap-hosting",
    "trust-gap-worker",
    "trust-gap",
    "trust-gap-explorer",
];

/// Cargo's answer about the workspace.
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--locked", "--offline"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn no_crate_knows_one_to_its_right() {
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let index_of = |name: &Value| ORDER.iter().position(|known| *name == **known);
    let mut seen = 0;
    for package in metadata["packages"].as_array().unwrap() {
        let Some(own) = index_of(&package["name"]) else {
            // The project's own commands, and the benchmark's wasm.
            continue;
        };
        seen += 1;
        for dependency in package["dependencies"].as_array().unwrap() {
            let is_of_tests = dependency["kind"] == "dev";
            let right = index_of(&dependency["name"]).filter(|index| *index >= own);
            // An example in the documentation may read a file.
            assert!(
                right.is_none() || is_of_tests,
                "{} knows {}",
                package["name"],
                dependency["name"]
            );
        }
    }
    assert_eq!(seen, ORDER.len());
}

#[test]
fn every_crate_of_the_engine_has_its_place_in_the_order() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    assert_eq!(folder.read_dir().unwrap().count(), ORDER.len() - 1);
}

#[test]
fn the_engine_brings_no_web_crate() {
    let tree = cargo(&[
        "tree",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--package",
        "trust-gap",
    ]);
    assert!(tree.lines().any(|line| line.starts_with("csv ")));
    for web in ["yew", "gloo", "web-sys", "js-sys", "wasm-bindgen"] {
        let mut lines = tree.lines();
        let found = lines.find(|line| line.starts_with(&format!("{web} ")));
        assert_eq!(found, None);
    }
}

#[test]
fn the_page_has_no_reader_of_files() {
    let page = ["--package", "trust-gap-explorer", "--features", "page"];
    let target = ["--target", "wasm32-unknown-unknown"];
    let tree = [
        &["tree", "--edges", "normal", "--prefix", "none"],
        &page[..],
        &target[..],
    ]
    .concat();
    let tree = cargo(&tree);
    let has = |name: &str| tree.lines().any(|line| line.starts_with(&format!("{name} ")));
    assert!(has("yew") && has("trust-gap-worker"));
    for reader in ["trust-gap-read", "trust-gap-demo", "rawzip"] {
        assert!(!has(reader), "{reader}");
    }
}
