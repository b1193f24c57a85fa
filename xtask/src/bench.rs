//! `cargo xtask bench`: how long the engine takes on files of the real ones' size.

use crate::problem::Result;
use crate::project::Project;
use crate::run::run;
use crate::toolbox::Toolbox;

/// Builds the benchmark with optimisations and runs it.
pub(crate) fn bench(project: &Project) -> Result<()> {
    let tools = Toolbox::plain(project);
    run(
        "Measuring the engine on the full-size demonstration files",
        &mut tools.cargo(&["bench", "--locked", "--quiet", "--bench", "engine"]),
    )
}
