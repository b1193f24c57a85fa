//! `cargo xtask demo`: the demonstration files.

use crate::problem::Result;
use crate::project::Project;
use crate::run::run;
use crate::toolbox::Toolbox;

/// Where the files go, below the repository's top folder.
const FOLDER: &str = "target/demo";

/// Writes the demonstration files.
pub(crate) fn demo(project: &Project) -> Result<()> {
    write(&Toolbox::plain(project), &["--release"])
}

/// Writes the demonstration files by a program built as `profile` says; the files are the same by any.
pub(crate) fn write(tools: &Toolbox<'_>, profile: &[&str]) -> Result<()> {
    let mut cargo = tools.cargo(&["run", "--locked", "--quiet"]);
    cargo
        .args(profile)
        .args(["--bin", "trust-gap", "--", "demo", FOLDER]);
    run(
        &format!("Writing the demonstration files into {FOLDER}"),
        &mut cargo,
    )
}
