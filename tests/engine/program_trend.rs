//! The native program over the years: `trust-gap trend`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::path::{Path, PathBuf};

use crate::support::program::{answer, refused};
use serde_json::Value;
use trust_gap::demo::Demonstration;

/// A file of the test's own, with its path.
fn written(test: &str, name: &str, content: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("program_trend")
        .join(test)
        .join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The paths of the demonstration's files.
fn demonstration(test: &str) -> Vec<String> {
    let files = Demonstration::generate().files();
    files.iter().map(|(name, text)| written(test, name, text)).collect()
}

fn on(files: &[String], options: &[&str]) -> (Value, String) {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    answer(&[&["trend"], &files[..], options].concat())
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn the_trend_of_the_demonstration_is_figure_and_gap() {
    let files = demonstration("figure_and_gap");
    let (found, said) = on(&files, &["--measure", "em5"]);
    assert_eq!(said, "");
    assert_eq!(
        keys(&found),
        [
            "basis",
            "level",
            "like_for_like",
            "measure",
            "regional",
            "snapshot",
            "trends"
        ]
    );
    assert_eq!(
        (&found["basis"], &found["measure"]),
        (&"computed".into(), &"em5".into())
    );
    assert_eq!((&found["snapshot"], &found["level"]), (&true.into(), &95.0.into()));
    let trends = found["trends"].as_array().unwrap();
    let groups: Vec<&Value> = trends.iter().map(|trend| &trend["group"]).collect();
    assert_eq!(groups, ["disadvantaged", "gap"]);
    for trend in trends {
        assert_eq!((&trend["from"], &trend["to"]), (&"2018/19".into(), &"2022/23".into()));
        let years = trend["years"].as_array().unwrap().iter();
        let kinds: Vec<&str> = years.map(|year| year["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["exams", "no-exams", "no-exams", "exams", "exams"]);
        let cautions = trend["cautions"].as_array().unwrap();
        assert!(cautions[0].as_str().unwrap().contains("a snapshot of current members"));
        let regions = trend["regions"].as_array().unwrap();
        assert_eq!(regions.len(), 9);
        for line in regions.iter().chain(trend["trusts"].as_array().unwrap()) {
            sound(line);
        }
    }
    let (gap, _) = on(&files, &["--group", "gap"]);
    assert_eq!(gap["trends"].as_array().unwrap().len(), 1);
    assert_eq!(gap["trends"][0], trends[1]);
}

/// A line's parts fit together.
fn sound(line: &Value) {
    let points = line["points"].as_array().unwrap();
    assert_eq!(points.len(), 5);
    for point in points {
        assert_eq!(point["figure"].is_null(), point["missing"].is_string(), "{point}");
    }
    for place in [1, 2] {
        assert_eq!(points[place]["missing"], "no results");
    }
    let ends = points[0]["figure"].as_f64().zip(points[4]["figure"].as_f64());
    let change = line["change"].as_f64();
    assert_eq!(change.is_some(), ends.is_some());
    let (Some((first, last)), Some(change)) = (ends, change) else {
        assert!(line["verdict"].is_null());
        return;
    };
    assert!((last - first - change).abs() < 1e-9);
    let Some((low, high)) = line["change_low"].as_f64().zip(line["change_high"].as_f64()) else {
        assert_eq!(line["verdict"], "no interval");
        return;
    };
    let error = line["change_se"].as_f64().unwrap();
    assert!((low - (change - 1.959_963_984_540_054 * error)).abs() < 1e-9);
    assert_eq!(low <= 0.0 && high >= 0.0, line["verdict"] == "not distinguishable");
    let count = |key: &str| line[key].as_array().unwrap().len();
    assert_eq!(
        line["schools_changed"],
        Value::from(count("schools_joined") + count("schools_left") > 0)
    );
}

#[test]
fn like_for_like_and_the_level_are_options() {
    let files = demonstration("options");
    let (all, _) = on(&files, &["--group", "gap"]);
    let (alike, _) = on(&files, &["--group", "gap", "--like-for-like", "--level", "99"]);
    assert_eq!((&alike["like_for_like"], &alike["level"]), (&true.into(), &99.0.into()));
    let trusts = |found: &Value| found["trends"][0]["trusts"].as_array().unwrap().clone();
    assert!(trusts(&alike).len() < trusts(&all).len());
    for line in trusts(&alike) {
        assert_eq!(line["schools_changed"], false);
    }
    let (published, _) = on(&files, &["--basis", "published"]);
    assert_eq!(published["snapshot"], false);
    assert!(trusts(&published)[0]["schools_joined"].is_null());
}

#[test]
fn what_cannot_be_followed_is_said() {
    let one = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
    let only = written("refused", "mats_2022-23.csv", one);
    let before = written("refused", "mats_2021-22.csv", one);
    let unnamed = written("refused", "mats.csv", one);
    refused(
        &["trend", &only],
        "a trend needs results from two years with exams; the files have only 2022/23",
    );
    refused(&["trend"], "<FILES>...");
    refused(
        &["trend", &only, &before, "--like-for-like"],
        "like-for-like trend needs school files",
    );
    refused(&["analyse", &only, "--like-for-like"], "--like-for-like");
    let (found, said) = answer(&["trend", &only, &before, &unnamed]);
    assert!(said.contains("mats.csv does not state the year"), "{said}");
    // The files have no other pupils, so there is no gap to follow.
    assert_eq!(found["trends"].as_array().unwrap().len(), 1);
    let (found, _) = answer(&["trend", &only, &unnamed, "--year", "2018/19"]);
    assert_eq!(found["trends"][0]["from"], "2018/19");
}
