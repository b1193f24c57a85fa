//! The browser's half of `cargo xtask bench`: builds what bench/run.mjs times, and starts it.

use std::path::PathBuf;

use crate::bench::{Scope, growth};
use crate::chromium;
use crate::demo;
use crate::node;
use crate::page;
use crate::problem::Result;
use crate::project::Project;
use crate::run::run;
use crate::toolbox::Toolbox;

/// The engine is built as for the page. Only the yardstick and its caller are built for speed, so that a good ratio is
/// never due to a slow scan.
const BUILD: [&str; 12] = [
    "build",
    "--locked",
    "--package",
    "trust-gap-bench",
    "--target",
    "wasm32-unknown-unknown",
    "--profile",
    "wasm",
    "--config",
    "profile.wasm.package.memchr.opt-level=3",
    "--config",
    "profile.wasm.package.trust-gap-bench.opt-level=3",
];

/// Builds the page, the engine and the files, times them in a browser and prints the table.
pub(crate) fn bench(project: &Project, scope: Scope) -> Result<()> {
    let tools = Toolbox::for_page(project)?;
    let folder = project.top().join("bench");
    node::see_to_packages_in(&tools, &folder)?;
    let browser = chromium::see_to_browser(&tools)?;
    page::build(&tools)?;
    let wasm = build_engine(&tools)?;
    demo::demo(project, true)?;
    demo::demo(project, false)?;
    run(
        "Building the program, to be timed beside others",
        &mut tools.cargo(&["build", "--release", "--locked", "--package", "trust-gap"]),
    )?;
    let mut node = tools.command("node");
    node.current_dir(folder).arg("run.mjs");
    node.arg("--browser").arg(&browser);
    node.arg("--wasm").arg(wasm);
    node.arg("--dist").arg(project.dist());
    node.arg("--growth").arg(growth(project));
    node.arg("--out").arg(project.target().join("bench.json"));
    node.args(scope.short.then_some("--ci"));
    node.args(scope.write.then_some("--write"));
    run(
        &format!("Timing the engine and the page in {}", browser.display()),
        &mut node,
    )
}

/// Builds the engine as wasm with its glue, optimised for size as Trunk does it. Returns the folder.
fn build_engine(tools: &Toolbox<'_>) -> Result<PathBuf> {
    let target = tools.project().target();
    run(
        "Building the engine as WebAssembly, to be timed",
        &mut tools.cargo(&BUILD),
    )?;
    let glue = target.join("bench-wasm");
    let built = target.join("wasm32-unknown-unknown/wasm/trust_gap_bench.wasm");
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]);
    run("Making its glue to JavaScript", bindgen.arg(&glue).arg(built))?;
    let wasm = glue.join("trust_gap_bench_bg.wasm");
    let mut wasm_opt = tools.command("wasm-opt");
    wasm_opt.arg("-Oz").arg(&wasm).arg("--output").arg(&wasm);
    run("Making it small, as the page is", &mut wasm_opt)?;
    Ok(glue)
}
