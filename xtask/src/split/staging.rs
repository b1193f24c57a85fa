//! The page's files, as Trunk has them when it has built the page.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use super::{Weight, list, split, without_names};
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::size::files_below;

/// What stands in `index.html` before the later part's name; Trunk writes the whole program's there.
const LATER: &str = "data-later=";

/// How wasm-bindgen ends the name of a program.
const PROGRAM: &str = "_bg.wasm";

/// Splits the page that Trunk has just built, before Trunk makes it the `dist` folder.
///
/// A page that is not built for release stays whole: it changes often and is not downloaded.
pub(crate) fn split_page(project: &Project) -> Result<()> {
    let Some(folder) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(Problem::new(
            "`cargo xtask split` is for Trunk, which tells where the page is.",
            "Build the page: `cargo xtask size`.",
        ));
    };
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug") {
        return Ok(());
    }
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| Problem::with_file(&page, &error))?;
    let path = program_in(&folder)?;
    let name = file_name(&path);
    let program = fs::read(&path).map_err(|error| Problem::with_file(&path, &error))?;

    let html = match split(&program, list::can_wait).map_err(|what| unsplittable(&path, &what))? {
        Some(parts) => {
            let first = write_hashed(&folder, "first", &parts.first)?;
            let later = write_hashed(&folder, "later", &parts.later)?;
            write_weights(project, &parts.functions)?;
            with_parts(&html, &name, &first, &later)
        }
        None => {
            let whole = without_names(&program).map_err(|what| unsplittable(&path, &what))?;
            html.replace(&name, &write_hashed(&folder, "whole", &whole)?)
        }
    };
    fs::remove_file(&path).map_err(|error| Problem::with_file(&path, &error))?;
    write(&page, html.as_bytes())
}

/// The page's program: the only one there is before the page is split.
fn program_in(folder: &Path) -> Result<PathBuf> {
    files_below(folder)?
        .into_iter()
        .find(|path| file_name(path).ends_with(PROGRAM))
        .ok_or_else(|| {
            Problem::new(
                format!("{} holds no program.", folder.display()),
                "Look at what Trunk says above.",
            )
        })
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The page with the first part's name for the program's, and the later part's where it belongs.
fn with_parts(html: &str, program: &str, first: &str, later: &str) -> String {
    match html.split_once(LATER) {
        Some((before, after)) => {
            let before = before.replace(program, first);
            let after = after.replacen(program, later, 1).replace(program, first);
            format!("{before}{LATER}{after}")
        }
        None => html.replace(program, first),
    }
}

/// Writes a part under a name that tells its content, so that no browser takes an old one for it.
fn write_hashed(folder: &Path, part: &str, bytes: &[u8]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    let name = format!("{part}-{:016x}.wasm", hasher.finish());
    write(&folder.join(&name), bytes)?;
    Ok(name)
}

/// Leaves each function's part and bytes for `cargo xtask bytes`.
fn write_weights(project: &Project, functions: &[Weight]) -> Result<()> {
    let mut lines = String::new();
    for Weight { later, bytes, name } in functions {
        let part = if *later { "later" } else { "first" };
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{part}\t{bytes}\t{name}");
    }
    let path = project.function_bytes();
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Problem::with_file(folder, &error))?;
    }
    write(&path, lines.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| Problem::with_file(path, &error))
}

fn unsplittable(path: &Path, what: &super::Unsplittable) -> Problem {
    Problem::new(
        format!("{} cannot be split: {what}.", path.display()),
        "Something new is in the program: teach xtask/src/split about it, or take the hook out of Trunk.toml.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_both_parts() {
        let whole = r#"<link href="./a_bg.wasm"><script data-later="./a_bg.wasm" data-wasm="./a_bg.wasm">"#;
        let split = r#"<link href="./first.wasm"><script data-later="./later.wasm" data-wasm="./first.wasm">"#;
        assert_eq!(with_parts(whole, "a_bg.wasm", "first.wasm", "later.wasm"), split);
    }
}
