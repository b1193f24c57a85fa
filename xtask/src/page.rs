//! Building the page.

use std::process::Command;

use crate::problem::Result;
use crate::project::Project;
use crate::run::run;
use crate::toolbox::Toolbox;

/// Builds the page into `dist`.
pub(crate) fn build(tools: &Toolbox<'_>) -> Result<()> {
    run(
        "Building the page into dist (a minute or two the first time)",
        release(&mut trunk(tools, "build")),
    )
}

/// Has Trunk build the page as visitors get it: its program in two parts (`xtask/parts`).
pub(crate) fn release(trunk: &mut Command) -> &mut Command {
    trunk.args(["--release", "--features", "split"])
}

/// Builds the debug page, which has the component gallery, into a folder of its own.
pub(crate) fn build_debug(tools: &Toolbox<'_>) -> Result<()> {
    let mut trunk = trunk(tools, "build");
    let step = "Building the debug page into target/gallery (under a minute the first time)";
    run(step, debug(&mut trunk, tools.project()))
}

/// Has Trunk build the debug page.
pub(crate) fn debug<'command>(trunk: &'command mut Command, project: &Project) -> &'command mut Command {
    trunk
        .args(["--release=false", "--features", "gallery", "--dist"])
        .arg(project.gallery())
}

/// A Trunk command with the settings of Trunk.toml.
pub(crate) fn trunk(tools: &Toolbox<'_>, command: &str) -> Command {
    let mut trunk = tools.command("trunk");
    // Trunk accepts only `true` or `false` for NO_COLOR, and fails at the usual `1`.
    trunk.arg(command).env_remove("NO_COLOR");
    trunk
}
