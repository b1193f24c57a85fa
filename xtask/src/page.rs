//! Building the page.

use std::process::Command;

use crate::problem::Result;
use crate::run::run;
use crate::toolbox::Toolbox;

/// Builds the page into `dist`.
pub(crate) fn build(tools: &Toolbox<'_>) -> Result<()> {
    run(
        "Building the page into dist (a minute or two the first time)",
        trunk(tools, "build").arg("--release"),
    )
}

/// A Trunk command, as Trunk.toml has it.
pub(crate) fn trunk(tools: &Toolbox<'_>, command: &str) -> Command {
    let mut trunk = tools.command("trunk");
    // Trunk takes no other value of NO_COLOR than `true` or `false`, and stops at the usual `1`.
    trunk.arg(command).env_remove("NO_COLOR");
    trunk
}
