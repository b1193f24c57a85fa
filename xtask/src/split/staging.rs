//! The page's files, as Trunk has them when it has built the page.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use super::bindings::shorten;
use super::map::{self, Piece};
use super::{DATA, Part, Parts, Unsplittable, Weight, list, split, without_names};
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::size::files_below;

/// What stands in `index.html` before a later part's name; Trunk writes the whole program's there.
const ATTRIBUTES: [(&str, Part); 2] = [("data-later=", Part::Later), ("data-pages=", Part::Pages)];

/// How wasm-bindgen ends the name of a program.
const PROGRAM: &str = "_bg.wasm";

/// Splits the page that Trunk has just built, before Trunk makes it the `dist` folder.
///
/// A page that is not built for release stays as it is: it changes often and is not downloaded.
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
    let program = program_in(&folder)?;
    let stem = program.trim_end_matches(PROGRAM);
    let glue = format!("{stem}.js");
    let names = write_parts(project, &folder, &program, &glue)?;

    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| Problem::with_file(&page, &error))?;
    let html = names.put_into(&html, &program, &glue);
    write(&page, html.as_bytes())?;
    squeeze_scripts(&folder)?;
    for replaced in [program, glue] {
        let path = folder.join(replaced);
        fs::remove_file(&path).map_err(|error| Problem::with_file(&path, &error))?;
    }
    Ok(())
}

/// The files that take the place of the program and its JavaScript. Of a program that is not split, every part is
/// the whole.
#[derive(Debug)]
struct Names {
    parts: BTreeMap<Part, String>,
    glue: String,
}

impl Names {
    fn put_into(&self, html: &str, program: &str, glue: &str) -> String {
        let mut html = html.replace(glue, &self.glue);
        for (attribute, part) in ATTRIBUTES {
            if let Some((before, after)) = html.split_once(attribute) {
                let after = after.replacen(program, self.name(part), 1);
                html = format!("{before}{attribute}{after}");
            }
        }
        html.replace(program, self.name(Part::First))
    }

    fn name(&self, part: Part) -> &str {
        self.parts.get(&part).map_or("", String::as_str)
    }
}

fn write_parts(project: &Project, folder: &Path, program: &str, glue: &str) -> Result<Names> {
    let path = folder.join(program);
    let program = fs::read(&path).map_err(|error| Problem::with_file(&path, &error))?;
    let pieces = pieces_of(project, &program)?;
    let glue = folder.join(glue);
    let glue = fs::read_to_string(&glue).map_err(|error| Problem::with_file(&glue, &error))?;
    let because = |what: Unsplittable| unsplittable(&path, &what);
    let (program, glue) = shorten(&program, &glue).map_err(because)?;

    let glue = squeezed(&glue);
    let glue = write_hashed(folder, "trust-gap-page", "js", glue.as_bytes())?;
    let parts = match split(&program, &pieces, list::part_of).map_err(because)? {
        Some(parts) => write_modules(project, folder, &parts)?,
        None => {
            let whole = without_names(&program).map_err(because)?;
            let name = write_hashed(folder, "whole", "wasm", &whole)?;
            Part::ALL.map(|part| (part, name.clone())).into()
        }
    };
    Ok(Names { parts, glue })
}

fn write_modules(
    project: &Project,
    folder: &Path,
    parts: &Parts,
) -> Result<BTreeMap<Part, String>> {
    write_weights(project, parts)?;
    let mut names = BTreeMap::new();
    for (part, module) in &parts.modules {
        names.insert(*part, write_hashed(folder, part.word(), "wasm", module)?);
    }
    Ok(names)
}

/// What the program's data are, by the map that the linker left (`build.rs`).
fn pieces_of(project: &Project, program: &[u8]) -> Result<Vec<Piece>> {
    let [linked, map] = project.linked_page().map(|path| {
        let bytes = fs::read(&path).map_err(|error| Problem::with_file(&path, &error))?;
        Ok::<_, Problem>((path, bytes))
    });
    let ((path, linked), (_, map)) = (linked?, map?);
    map::pieces(&String::from_utf8_lossy(&map), &linked, program).map_err(|what| {
        Problem::new(
            format!(
                "{} does not tell what is in the page: {what}.",
                path.display()
            ),
            "Have it linked anew: touch build.rs, and run the command again.",
        )
    })
}

/// The name of the page's program: there is one before the page is split.
fn program_in(folder: &Path) -> Result<String> {
    files_below(folder)?
        .iter()
        .filter_map(|path| path.file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .find(|name| name.ends_with(PROGRAM))
        .ok_or_else(|| {
            Problem::new(
                format!("{} holds no program.", folder.display()),
                "Look at what Trunk says above.",
            )
        })
}

/// Writes a file under a name that tells its content, so that no browser takes an old one for it.
fn write_hashed(folder: &Path, stem: &str, kind: &str, bytes: &[u8]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    let name = format!("{stem}-{:016x}.{kind}", hasher.finish());
    write(&folder.join(&name), bytes)?;
    Ok(name)
}

/// Squeezes the scripts that are known by plain names.
fn squeeze_scripts(folder: &Path) -> Result<()> {
    for path in files_below(folder)? {
        if path.extension().is_some_and(|extension| extension == "js") {
            let script =
                fs::read_to_string(&path).map_err(|error| Problem::with_file(&path, &error))?;
            write(&path, squeezed(&script).as_bytes())?;
        }
    }
    Ok(())
}

/// A script without indentation, empty lines and lines of comment.
///
/// Such lines inside a text that goes over several lines would be lost: no script here has one.
fn squeezed(script: &str) -> String {
    let mut squeezed = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            squeezed.push_str(line);
            squeezed.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    squeezed
}

/// Leaves each function's part and bytes for `cargo xtask bytes`, and each part's bytes of data.
fn write_weights(project: &Project, parts: &Parts) -> Result<()> {
    let mut lines = String::new();
    for (part, bytes) in &parts.data {
        let _ = writeln!(lines, "{}\t{bytes}\t{DATA}", part.word());
    }
    for Weight { part, bytes, name } in &parts.functions {
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{}\t{bytes}\t{name}", part.word());
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

fn unsplittable(path: &Path, what: &Unsplittable) -> Problem {
    Problem::new(
        format!("{} cannot be split: {what}.", path.display()),
        "Something new is in the program: teach xtask/src/split about it, or take the hook out of Trunk.toml.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_all_parts() {
        let names = Names {
            parts: Part::ALL
                .map(|part| (part, format!("{}.wasm", part.word())))
                .into(),
            glue: "b.js".to_owned(),
        };
        let whole = r#"<script data-js="./a.js" data-pages="./a_bg.wasm" data-later="./a_bg.wasm" data-wasm="./a_bg.wasm"><link href="./a_bg.wasm">"#;
        let split = r#"<script data-js="./b.js" data-pages="./pages.wasm" data-later="./later.wasm" data-wasm="./first.wasm"><link href="./first.wasm">"#;
        assert_eq!(names.put_into(whole, "a_bg.wasm", "a.js"), split);
    }

    #[test]
    fn squeezed_scripts_say_the_same() {
        let script = "// What it does.\nf();\n\n/**\n * More.\n */\nfunction f() {\n    /* x */\n    g(\"//\"); // why\n}\n";
        assert_eq!(
            squeezed(script),
            "f();\nfunction f() {\ng(\"//\"); // why\n}\n"
        );
    }
}
