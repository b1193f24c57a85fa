//! `cargo xtask test`: every check and every test, as CI runs them. It stops at the first failure.

use std::fs;
use std::path::Path;

use crate::chromium;
use crate::count::Count;
use crate::demo;
use crate::node;
use crate::page;
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::{run, run_heeding};
use crate::size;
use crate::toolbox::Toolbox;

/// Builds the page as Trunk does, except for its features.
const PAGE: [&str; 8] = [
    "--locked",
    "--package",
    "trust-gap-explorer",
    "--bin",
    "trust-gap-page",
    "--target",
    "wasm32-unknown-unknown",
    "--features",
];

/// Runs everything. If any tests ran, their number is alone on the last line.
pub(crate) fn test(project: &Project) -> Result<()> {
    let tools = Toolbox::for_page(project)?;
    tools.see_to_lints()?;
    node::see_to_packages(&tools)?;
    let browser = chromium::see_to_browser(&tools)?;

    check_sources(&tools)?;
    let mut count = Count::default();
    let outcome = run_tests(&tools, &browser, &mut count);
    if count.skipped > 0 {
        println!("\n{} tests did not run: see above why.", count.skipped);
    }
    println!("\n{count}");
    outcome
}

/// Checks format and lints: natively, for the page, and for the engine as a library alone.
fn check_sources(tools: &Toolbox<'_>) -> Result<()> {
    run("Checking the format", &mut tools.cargo(&["fmt", "--all", "--check"]))?;
    let deny_warnings = ["--", "-D", "warnings"];
    let mut native = tools.cargo(&["clippy", "--workspace", "--all-targets", "--locked"]);
    run("Looking for lints: everything native", native.args(deny_warnings))?;
    let mut engine = tools.cargo(&["clippy", "--locked", "--package", "trust-gap", "--lib"]);
    engine.arg("--no-default-features");
    run("Looking for lints: the engine alone", engine.args(deny_warnings))?;
    for (features, what) in [("split", "the page"), ("gallery", "the component gallery")] {
        let mut page = tools.cargo(&["clippy"]);
        page.args(PAGE).arg(features).args(deny_warnings);
        run(&format!("Looking for lints: {what}"), &mut page)?;
    }
    let mut first = tools.cargo(&["clippy", "--locked", "--package", "trust-gap-explorer"]);
    first.args(["--bin", "trust-gap-page", "--features", "prerender"]);
    run(
        "Looking for lints: what makes the first page",
        first.args(deny_warnings),
    )?;
    let mut worker = tools.cargo(&["clippy", "--package", "trust-gap-worker", "--locked"]);
    worker.args(["--features", "program", "--target", "wasm32-unknown-unknown"]);
    run("Looking for lints: the worker", worker.args(deny_warnings))
}

fn run_tests(tools: &Toolbox<'_>, browser: &Path, count: &mut Count) -> Result<()> {
    run_native_tests(tools, count)?;
    build_documentation(tools)?;
    page::build(tools)?;
    size::report(tools.project())?;
    page::build_debug(tools)?;
    demo::write(tools, &[])?;
    run_browser_tests(tools, browser, count)
}

/// Builds the documentation of all crates, with private items, as the next engineer reads it.
fn build_documentation(tools: &Toolbox<'_>) -> Result<()> {
    const DOC: [&str; 3] = ["doc", "--no-deps", "--workspace"];
    const PRIVATE: &str = "--document-private-items";
    let page = ["doc", "--no-deps", PRIVATE];
    for (what, mut docs) in [
        ("the library", tools.cargo(&[&DOC[..], &["--locked"]].concat())),
        (
            "what is private",
            tools.cargo(&[&DOC[..], &["--locked", PRIVATE]].concat()),
        ),
        ("the page", tools.cargo(&[&page[..], &PAGE, &["gallery"]].concat())),
    ] {
        run(
            &format!("Building the documentation: {what}"),
            docs.env("RUSTDOCFLAGS", "-Dwarnings"),
        )?;
    }
    Ok(())
}

fn run_native_tests(tools: &Toolbox<'_>, count: &mut Count) -> Result<()> {
    let before = *count;
    let mut cargo = tools.cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    run_heeding(
        "Running the native tests and the documentation's examples",
        &mut cargo,
        |line| {
            if let Some(part) = Count::from_cargo(line) {
                *count += part;
            }
        },
    )?;
    some_ran("native", before, *count)
}

fn run_browser_tests(tools: &Toolbox<'_>, browser: &Path, count: &mut Count) -> Result<()> {
    let before = *count;
    let report = tools.project().browser_report();
    // An old report must not count for this run.
    if report.exists() {
        fs::remove_file(&report).map_err(|error| Problem::with_file(&report, &error))?;
    }
    let mut playwright = tools.command("node");
    playwright.current_dir(tools.project().browser_tests());
    playwright
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .env("TRUST_GAP_BROWSER", browser);
    let outcome = run(
        &format!("Running the browser tests in {}", browser.display()),
        &mut playwright,
    );
    if let Some(part) = fs::read_to_string(&report)
        .ok()
        .and_then(|report| Count::from_playwright(&report))
    {
        *count += part;
    }
    outcome?;
    some_ran("browser", before, *count)
}

/// Fails if no tests ran at all.
fn some_ran(kind: &str, before: Count, after: Count) -> Result<()> {
    if after.passed > before.passed {
        return Ok(());
    }
    Err(Problem::new(
        format!("no {kind} tests ran."),
        "Look above whether they were found, and why those that were found did not run.",
    ))
}
