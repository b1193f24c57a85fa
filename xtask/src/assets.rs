//! `cargo xtask assets` and `cargo xtask stamp`, which Trunk runs before and after it builds the page (Trunk.toml).

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use xxhash_rust::xxh64::Xxh64;

use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::run;
use crate::size::files_below;
use crate::toolbox::Toolbox;

/// The folder of the files, below the repository's top folder. index.html refers to it.
const FOLDER: &str = "target/page";

/// The placeholder for the build's id in index.html.
const BUILD_ID: &str = "BUILD-ID";

/// Has the engine make the files that the page fetches, and the page's own components render the first page as HTML.
pub(crate) fn assets(project: &Project) -> Result<()> {
    const RUN: [&str; 3] = ["run", "--locked", "--quiet"];
    let tools = Toolbox::plain(project);
    let mut engine = tools.cargo(&RUN);
    engine.args(["--package", "trust-gap", "--bin", "trust-gap", "--"]);
    run(
        &format!("Making what the page fetches, into {FOLDER}"),
        engine.args(["assets", FOLDER]),
    )?;
    let mut page = tools.cargo(&RUN);
    page.args(["--package", "trust-gap-explorer", "--bin", "trust-gap-page"]);
    page.args(["--features", "prerender", "--"]);
    let [records, html] = ["demonstration.bin", "first-page.html"].map(|name| format!("{FOLDER}/{name}"));
    run(&format!("Making the first page, as {html}"), page.args([records, html]))
}

/// Puts the build's id into the page that Trunk has built.
pub(crate) fn stamp() -> Result<()> {
    let staged = env::var_os("TRUNK_STAGING_DIR").ok_or_else(|| {
        Problem::new(
            "there is no page to stamp.",
            "Trunk does this by itself, when it has built one.",
        )
    })?;
    stamp_in(&PathBuf::from(staged))
}

fn stamp_in(folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let id = format!("{:016x}", id_of(&files_below(folder)?)?);
    let text = fs::read_to_string(&page).map_err(|error| Problem::with_file(&page, &error))?;
    if !text.contains(BUILD_ID) {
        return Err(Problem::new(
            format!("index.html does not say where the build's id goes ({BUILD_ID})."),
            "Look at `pattern_script` in Trunk.toml.",
        ));
    }
    fs::write(&page, text.replace(BUILD_ID, &id)).map_err(|error| Problem::with_file(&page, &error))
}

/// A hash of a build's files, in order of name.
fn id_of(files: &[PathBuf]) -> Result<u64> {
    let mut id = Xxh64::new(0);
    for file in files {
        id.update(&fs::read(file).map_err(|error| Problem::with_file(file, &error))?);
    }
    Ok(id.digest())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_of_which_any_file_is_another_has_another_id() {
        let top = env::temp_dir().join(format!("trust-gap-stamp-{}", std::process::id()));
        let mut ids = Vec::new();
        for worker in ["one", "two", "one"] {
            fs::create_dir_all(&top).unwrap();
            fs::write(top.join("index.html"), "<script src=boot.js?BUILD-ID>").unwrap();
            fs::write(top.join("worker.wasm"), worker).unwrap();
            stamp_in(&top).unwrap();
            ids.push(fs::read_to_string(top.join("index.html")).unwrap());
            // Nothing is left to stamp.
            assert!(stamp_in(&top).is_err());
            fs::remove_dir_all(&top).unwrap();
        }
        assert_ne!(ids[0], ids[1]);
        assert_eq!(ids[0], ids[2]);
        assert_eq!(ids[0].len(), "<script src=boot.js?>".len() + 16);
    }
}
