//! The native program `trust-gap`, called as a user or a pipeline would.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

mod support;

use std::process::{Command, Output};

use serde_json::Value;
use support::{TRUST_FILE, shared};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trust-gap"))
        .args(arguments)
        .output()
        .unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn json_has_the_published_figures_and_every_promised_key() {
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let path = path.to_str().unwrap();
    let report = json(&["analyse", path, "--format", "json"]);
    for key in [
        "year", "measure", "group", "regional", "eligible", "national", "regions", "trusts",
        "excluded", "problems",
    ] {
        assert!(keys(&report).contains(&key), "{key}");
    }
    assert_eq!(report["year"], "2022/23");
    assert_eq!(
        (&report["measure"], &report["group"], &report["regional"]),
        (&"em5".into(), &"disadvantaged".into(), &"simple".into())
    );
    assert_eq!(report["eligible"], 216);
    assert!((report["national"].as_f64().unwrap() - 24.0).abs() < 0.01);
    let regions = report["regions"].as_array().unwrap();
    assert_eq!(regions.len(), 9);
    let london = regions
        .iter()
        .find(|region| region["name"] == "London")
        .unwrap();
    assert_eq!(
        (&london["trusts"], &london["eligible"]),
        (&19.into(), &20.into())
    );
    assert!((london["figure"].as_f64().unwrap() - 37.16).abs() < 0.01);
    assert!((london["gap"].as_f64().unwrap() - 19.37).abs() < 0.01);
    let trusts = report["trusts"].as_array().unwrap();
    assert_eq!(trusts.len(), 216);
    for key in [
        "uid",
        "name",
        "region",
        "pupils",
        "figure",
        "disadvantaged",
        "other",
        "gap",
        "rank",
        "regional_rank",
        "status",
    ] {
        assert!(keys(&trusts[0]).contains(&key), "{key}");
    }
    let suppressed: Vec<&Value> = trusts
        .iter()
        .filter(|trust| trust["status"] != "published")
        .collect();
    assert_eq!(suppressed.len(), 4);
    for trust in suppressed {
        assert_eq!(trust["status"], "suppressed");
        assert!(
            trust["figure"].is_null()
                && trust["rank"].is_null()
                && trust["regional_rank"].is_null()
        );
    }
    assert!(
        trusts
            .iter()
            .any(|trust| trust["name"] == "ARETÉ LEARNING TRUST")
    );
    assert_eq!(report["excluded"], Value::Array(vec![]));
    assert_eq!(report["problems"], Value::Array(vec![]));
}

#[test]
fn rules_change_the_answer() {
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let path = path.to_str().unwrap();
    let lowest = |regional: &str| -> String {
        let report = json(&["analyse", path, "--regional", regional, "--format", "json"]);
        let mut regions = report["regions"].as_array().unwrap().clone();
        regions.sort_by(|one, two| {
            one["figure"]
                .as_f64()
                .unwrap()
                .total_cmp(&two["figure"].as_f64().unwrap())
        });
        regions[0]["name"].as_str().unwrap().to_owned()
    };
    assert_eq!(lowest("simple"), "South West");
    assert_eq!(lowest("pupils"), "South East");
    let gap = json(&[
        "analyse",
        path,
        "--measure",
        "att8",
        "--group",
        "gap",
        "--format",
        "json",
    ]);
    assert_eq!(
        (&gap["measure"], &gap["group"]),
        (&"att8".into(), &"gap".into())
    );
    let first = &gap["trusts"][0];
    assert_eq!(first["rank"], 1);
    assert_eq!(first["figure"], first["gap"]);
}

#[test]
fn text_and_csv_are_there_too() {
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let path = path.to_str().unwrap();
    let text = String::from_utf8(run(&["analyse", path]).stdout).unwrap();
    assert!(
        text.contains("South West: top ten") && text.contains("Greenshaw Learning Trust"),
        "{text}"
    );
    let csv = String::from_utf8(run(&["analyse", path, "--format", "csv"]).stdout).unwrap();
    assert_eq!(csv.lines().count(), 217);
    assert!(csv.starts_with("uid,name,region,"));
}

#[test]
fn what_cannot_be_had_is_said_with_exit_2() {
    let refused = |arguments: &[&str], words: &str| {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(words), "{message}");
        assert!(output.stdout.is_empty());
    };
    refused(&["analyse"], "name at least one file");
    refused(&["analyse", "no-such-file.csv"], "no file can be used");
    refused(&["analyse", "Cargo.toml"], "of no layout that is known");
    refused(
        &["analyse", "x.csv", "--measure", "attainment"],
        "choose one of em5",
    );
    refused(
        &["analyse", "x.csv", "--group", "poor"],
        "choose one of disadvantaged",
    );
    refused(&["measure"], "there is no command 'measure'");
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let path = path.to_str().unwrap();
    refused(
        &["analyse", path, "--measure", "em4"],
        "not in the files; they have em5",
    );
    refused(
        &["analyse", path, "--regional", "schools"],
        "needs school files",
    );
}

#[test]
fn a_file_that_cannot_be_used_does_not_stop_the_others() {
    let Some(path) = shared(TRUST_FILE) else {
        return;
    };
    let report = json(&[
        "analyse",
        "Cargo.toml",
        path.to_str().unwrap(),
        "--format",
        "json",
    ]);
    assert_eq!(report["eligible"], 216);
    let problem = &report["problems"][0];
    assert_eq!(problem["file"], "Cargo.toml");
    assert!(problem["line"].is_null());
    assert!(
        problem["message"]
            .as_str()
            .unwrap()
            .contains("england_ks4-mats-performance.csv")
    );
}

#[test]
fn demo_writes_the_published_layouts() {
    let folder = std::env::temp_dir().join(format!("trust-gap-demo-{}", std::process::id()));
    let output = run(&["demo", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    for name in [
        "2022-2023/england_ks4-mats-performance.csv",
        "2022-2023/england_ks4final.csv",
        "group_links.csv",
    ] {
        assert!(folder.join(name).is_file(), "{name}");
    }
    let trusts = folder.join("2022-2023/england_ks4-mats-performance.csv");
    let report = json(&["analyse", trusts.to_str().unwrap(), "--format", "json"]);
    assert!(report["eligible"].as_u64().unwrap() > 190);
    std::fs::remove_dir_all(folder).unwrap();
}
