//! `cargo xtask demo`: the demonstration files.

use crate::problem::Result;
use crate::project::Project;
use crate::run::run;
use crate::toolbox::Toolbox;

/// The folder of the files, below the repository's top folder.
const FOLDER: &str = "target/demo";

/// The folder of the files of the real size.
const FULL_FOLDER: &str = "target/demo-full";

/// Writes the demonstration files, or files of the real size.
pub(crate) fn demo(project: &Project, full: bool) -> Result<()> {
    let tools = Toolbox::plain(project);
    if full {
        program(&tools, &["--release"], &[FULL_FOLDER, "--full"])
    } else {
        write(&tools, &["--release"])
    }
}

/// Writes the demonstration files by a program built with `profile`. The files are the same for any profile.
pub(crate) fn write(tools: &Toolbox<'_>, profile: &[&str]) -> Result<()> {
    program(tools, profile, &[FOLDER])
}

/// Runs `trust-gap demo` with the folder first among its arguments.
fn program(tools: &Toolbox<'_>, profile: &[&str], arguments: &[&str]) -> Result<()> {
    let folder = arguments.first().copied().unwrap_or(FOLDER);
    let mut cargo = tools.cargo(&["run", "--locked", "--quiet"]);
    cargo
        .args(profile)
        .args(["--bin", "trust-gap", "--", "demo"])
        .args(arguments);
    run(&format!("Writing the demonstration files into {folder}"), &mut cargo)
}
