//! The native half of `cargo xtask bench`: Criterion on the full-size files, and growth with the number of schools.

use std::fs;
use std::path::Path;

use crate::bench::{growth, target};
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::{announce, run};
use crate::toolbox::Toolbox;

/// The groups of benches/engine.rs; each has the two benchmarks `engine` and `scan`.
const GROUPS: [&str; 4] = ["school-file", "group-links", "all-analyses", "whole-job"];

/// Runs both native benchmarks; short ones if asked.
pub(crate) fn bench(project: &Project, short: bool) -> Result<()> {
    let tools = Toolbox::plain(project);
    let mut engine = tools.cargo(&["bench", "--locked", "--quiet", "--bench", "engine", "--"]);
    engine.args(["--noplot"]).args(short.then_some("--quick"));
    run(
        "Measuring the engine on the full-size demonstration files",
        &mut engine,
    )?;
    print_ratios(&target(project).join("criterion"));
    let mut growing = tools.cargo(&["bench", "--locked", "--quiet", "--bench", "growth", "--"]);
    growing.args(short.then_some("--short"));
    growing.arg("--json").arg(growth(project));
    run(
        "Measuring how time and memory grow with the number of schools (a minute or two)",
        &mut growing,
    )
}

/// Prints each group's engine by its scan, as Criterion wrote them down.
fn print_ratios(folder: &Path) {
    announce("The engine by a scan of the same bytes");
    for group in GROUPS {
        let median =
            |name: &str| median_in(&folder.join(group).join(name).join("new/estimates.json"));
        match (median("engine"), median("scan")) {
            (Ok(engine), Ok(scan)) => println!(
                "{group:>13} {:10.2} ms {:10.2} ms {:8.2} x",
                engine / 1e6,
                scan / 1e6,
                engine / scan
            ),
            (Err(problem), _) | (_, Err(problem)) => println!("{group:>13} {problem}"),
        }
    }
}

/// The middle time of a benchmark, in nanoseconds, from the file that Criterion writes.
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
