//! The native half of `cargo xtask bench`: Criterion on the full-size files, and growth with the number of schools.

use std::fs;
use std::path::Path;

use crate::bench::growth;
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::{announce, run};
use crate::toolbox::Toolbox;

/// The groups of benches/engine.rs. Each has the two benchmarks `engine` and `scan`.
const GROUPS: [&str; 4] = ["school-file", "group-links", "all-analyses", "whole-job"];

/// The groups of benches/doubt.rs. Each has the benchmark `engine` and this yardstick.
const DOUBT: [(&str, &str); 8] = [
    ("robustness", "one-analysis"),
    ("contexts", "one-adjusted"),
    ("adjusted-schools", "one-analysis"),
    ("marginal-ranks", "pairs"),
    ("chances-of-ranks", "pairs"),
    ("simultaneous-ranks", "pairs"),
    ("marginal-ranks-of-regions", "pairs"),
    ("simultaneous-ranks-of-regions", "pairs"),
];

/// Runs both native benchmarks.
pub(crate) fn bench(project: &Project, short: bool) -> Result<()> {
    let tools = Toolbox::plain(project);
    let mut engine = tools.cargo(&["bench", "--locked", "--quiet", "--bench", "engine", "--"]);
    engine.args(["--noplot"]).args(short.then_some("--quick"));
    run("Measuring the engine on the full-size demonstration files", &mut engine)?;
    announce("The engine by a scan of the same bytes");
    print_ratios(project, &GROUPS.map(|group| (group, "scan")));
    let mut doubt = tools.cargo(&["bench", "--locked", "--quiet", "--bench", "doubt", "--"]);
    doubt.args(["--noplot"]).args(short.then_some("--quick"));
    run(
        "Measuring every combination of rules and ranks with intervals",
        &mut doubt,
    )?;
    announce("Combinations by one plain analysis, ranks by a plain comparison of all pairs");
    print_ratios(project, &DOUBT);
    let mut growing = tools.cargo(&["bench", "--locked", "--quiet", "--bench", "growth", "--"]);
    growing.args(short.then_some("--short"));
    growing.arg("--json").arg(growth(project));
    run(
        "Measuring how time and memory grow with the number of schools (a minute or two)",
        &mut growing,
    )
}

/// Prints the ratio of each group's engine to its yardstick, from Criterion's files.
fn print_ratios(project: &Project, groups: &[(&str, &str)]) {
    let folder = project.target().join("criterion");
    for (group, yardstick) in groups {
        let median = |name: &str| median_in(&folder.join(group).join(name).join("new/estimates.json"));
        match (median("engine"), median(yardstick)) {
            (Ok(engine), Ok(yardstick)) => println!(
                "{group:>29} {:10.2} ms {:10.2} ms {:8.2} x",
                engine / 1e6,
                yardstick / 1e6,
                engine / yardstick
            ),
            (Err(problem), _) | (_, Err(problem)) => println!("{group:>29} {problem}"),
        }
    }
}

/// The median time of a benchmark, in nanoseconds, from Criterion's file.
fn median_in(path: &Path) -> Result<f64> {
    let text = fs::read_to_string(path).map_err(|error| Problem::with_file(path, &error))?;
    median_of(&text).ok_or_else(|| {
        Problem::new(
            format!("{} has no median.", path.display()),
            "Remove target/criterion and run the command again.",
        )
    })
}

fn median_of(estimates: &str) -> Option<f64> {
    let estimates: serde_json::Value = serde_json::from_str(estimates).ok()?;
    estimates.get("median")?.get("point_estimate")?.as_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_found_among_the_estimates() {
        let text = r#"{"mean":{"point_estimate":2.0},"median":{"point_estimate":1.5}}"#;
        assert_eq!(median_of(text), Some(1.5));
        assert_eq!(median_of("{}"), None);
    }
}
