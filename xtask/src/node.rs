//! Node's packages, as each folder's `package.json` pins them: for the browser tests, with wasm-opt, and the
//! benchmarks.

use std::fs;
use std::path::Path;

use crate::problem::{Problem, Result};
use crate::run::run;
use crate::toolbox::Toolbox;
use crate::version::Version;

const NODE: Version = Version::new(20, 0, 0);

/// Debian 12 has version 108, which cannot read the output of current Rust.
const WASM_OPT: Version = Version::new(116, 0, 0);

/// Finds a wasm-opt that reads Rust's output: on the path, or among Node's packages.
pub(crate) fn see_to_wasm_opt(tools: &mut Toolbox<'_>) -> Result<()> {
    let fits = |tools: &Toolbox<'_>| tools.version_of("wasm-opt").is_some_and(|version| version >= WASM_OPT);
    if fits(tools) {
        return Ok(());
    }
    see_to_packages(tools)?;
    tools.prepend(tools.project().browser_tests().join("node_modules").join(".bin"));
    if fits(tools) {
        return Ok(());
    }
    Err(Problem::new(
        "wasm-opt, which makes the page small, does not run here.",
        "Install Binaryen 116 or newer, so that `wasm-opt --version` answers, and run the command again.",
    ))
}

/// Installs the browser tests' packages, unless those of the current lock file are installed.
pub(crate) fn see_to_packages(tools: &Toolbox<'_>) -> Result<()> {
    see_to_packages_in(tools, &tools.project().browser_tests())
}

/// Installs a folder's packages, unless those of its current lock file are installed.
pub(crate) fn see_to_packages_in(tools: &Toolbox<'_>, folder: &Path) -> Result<()> {
    see_to_node(tools)?;
    let lock = folder.join("package-lock.json");
    let installed = folder.join("node_modules").join(".installed-lock.json");
    let wanted = fs::read(&lock).map_err(|error| Problem::with_file(&lock, &error))?;
    if fs::read(&installed).is_ok_and(|had| had == wanted) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = tools.command(npm);
    // The browser is found by `chromium`.
    command
        .current_dir(folder)
        .args(["ci", "--include=dev", "--no-audit", "--no-fund"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    let name = folder.strip_prefix(tools.project().top()).unwrap_or(folder);
    let step = format!("Installing the npm packages of {} (a minute)", name.display());
    run(&step, &mut command)?;
    fs::write(&installed, wanted).map_err(|error| Problem::with_file(&installed, &error))
}

fn see_to_node(tools: &Toolbox<'_>) -> Result<()> {
    let found = match tools.version_of("node") {
        Some(version) if version >= NODE => return Ok(()),
        Some(version) => format!("Node {version} is here, and it is too old."),
        None => "Node is not here.".to_owned(),
    };
    Err(Problem::new(
        format!("{found} It brings wasm-opt, which makes the page small, and runs the browser tests."),
        "Install Node 20 or newer, with npm, from https://nodejs.org or by your system's packages.",
    ))
}
