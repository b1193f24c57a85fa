//! The library alone: what is packaged, and its example.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::fs;
use std::path::Path;
use std::process::Command;

use trust_gap::demo::Demonstration;

const EXAMPLE: &str = "top_ten_of_a_region";

/// Cargo's output, offline in the project's folder.
fn cargo(command: &str, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args([command, "--offline", "--quiet"])
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

fn text_of(path: &str) -> String {
    fs::read_to_string(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)).unwrap()
}

/// The example without its first lines: the README quotes it.
fn example() -> String {
    let text = text_of(&format!("crates/cli/examples/{EXAMPLE}.rs"));
    let start = text.find("use ").unwrap();
    text[start..].to_owned()
}

/// A region's top ten as the example prints it, computed from the file itself: trusts of three or more schools, the
/// best first, ties by name and with the better rank.
fn top_ten_by_hand(file: &str, region: &str) -> String {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let header = reader.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|known| known == name).unwrap();
    let [name, lead, schools, figure] = [
        "TRUST_NAME",
        "TRUST_LEADREGION",
        "NUMINST_MATPTINC",
        "PTL2BASICS_95_WGTAVG_FSM6CLA1A",
    ]
    .map(place);
    let rows = reader.records().map(Result::unwrap);
    let counts = |row: &csv::StringRecord| &row[lead] == region && row[schools].parse::<u32>().unwrap() >= 3;
    let mut trusts: Vec<(i32, String)> = rows
        .filter(counts)
        .filter_map(|row| {
            let percent = row[figure].trim_end_matches('%').parse::<i32>().ok()?;
            Some((-percent, row[name].to_owned()))
        })
        .collect();
    trusts.sort();
    let better = |figure: i32| trusts.iter().filter(|trust| trust.0 < figure).count();
    let of_ten = trusts.iter().filter(|trust| better(trust.0) < 10);
    of_ten
        .map(|(figure, name)| format!("{}. {name}: {}.0%\n", better(*figure) + 1, -figure))
        .collect()
}

#[test]
fn the_example_prints_the_top_ten_of_a_region() {
    let demonstration = Demonstration::generate();
    let newest = *demonstration.years().last().unwrap();
    let file = demonstration.trust_file(newest);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("example-trusts.csv");
    fs::write(&path, &file).unwrap();
    let path = path.to_str().unwrap();
    for region in ["South West", "London"] {
        let arguments = ["--locked", "--example", EXAMPLE, "--", path, region];
        let printed = cargo("run", &arguments);
        assert_eq!(printed, top_ten_by_hand(&file, region));
    }
}

#[test]
fn the_example_is_short_and_the_readme_quotes_it() {
    let example = example();
    let body = example.split_once("{\n").unwrap().1;
    let lines = body.lines().filter(|line| *line != "}").count();
    assert!(lines <= 15, "{lines} lines");
    let quoted = format!("```rust,no_run\n{example}```\n");
    assert!(text_of("README.md").contains(&quoted), "{quoted}");
}

#[test]
fn what_is_packed_is_the_library_and_no_more() {
    let packed = |package: &str| cargo("package", &["--list", "--allow-dirty", "--package", package]);
    let besides_source = |list: &str| {
        // Cargo adds files that it makes itself.
        let made = [".cargo_vcs_info.json", "Cargo.lock", "Cargo.toml.orig"];
        list.lines()
            .filter(|path| !path.starts_with("src/") && !made.contains(path))
            .map(str::to_owned)
            .collect::<Vec<String>>()
    };
    for name in [
        "columns", "demo", "hosting", "method", "plot", "read", "records", "show", "stats",
    ] {
        let package = format!("trust-gap-{name}");
        assert_eq!(besides_source(&packed(&package)), ["Cargo.toml"], "{name}");
    }
    assert_eq!(
        besides_source(&packed("trust-gap")),
        ["Cargo.toml", "README.md", "examples/top_ten_of_a_region.rs"]
    );
}
