//! An item is public only if it is used outside its crate or shown in documentation.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::sources::{files, is_of_name};

/// The engine's crates that others use.
const CRATES: [&str; 8] = ["stats", "records", "read", "method", "plot", "show", "demo", "hosting"];

/// The users of these crates: the page, the program, tests and benchmarks.
const USERS: [&str; 5] = ["src", "crates/cli", "tests/engine", "benches", "bench/engine/src"];

fn project(path: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let mut found = files(&project(folder));
    found.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
    found
}

/// The files of a crate.
fn sources(name: &str) -> Vec<PathBuf> {
    rust_files(&format!("crates/{name}/src"))
}

fn names_in(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !is_of_name(letter)).map(str::to_owned)
}

/// Every name in the code that may use a crate, and in any documentation.
fn names_used_beside(own: &str) -> BTreeSet<String> {
    let others = CRATES.iter().filter(|name| **name != own);
    let users = others.flat_map(|name| sources(name));
    let users = users.chain(USERS.into_iter().flat_map(rust_files));
    let mut names: BTreeSet<String> = users
        .flat_map(|path| names_in(&fs::read_to_string(path).unwrap()).collect::<Vec<_>>())
        .collect();
    for path in sources(own) {
        let text = fs::read_to_string(path).unwrap();
        let documentation = text.lines().filter(|line| {
            let line = line.trim_start();
            line.starts_with("///") || line.starts_with("//!")
        });
        names.extend(documentation.flat_map(names_in));
    }
    names.extend(names_in(&fs::read_to_string(project("README.md")).unwrap()));
    names
}

/// The public functions and constants of a file. Types follow from the signatures of functions.
fn public_names(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    code.lines()
        .filter_map(|line| {
            let item = line.trim_start().strip_prefix("pub ")?;
            let mut words = item.split(|letter: char| !is_of_name(letter));
            let kind = words.next()?;
            let next = words.next()?.to_owned();
            match kind {
                "const" if next == "fn" => words.next().map(str::to_owned),
                "fn" | "const" | "static" => Some(next),
                _ => None,
            }
        })
        .collect()
}

#[test]
fn nothing_is_public_that_nobody_uses() {
    let mut seen = 0;
    let mut unused = Vec::new();
    for own in CRATES {
        let used = names_used_beside(own);
        for path in sources(own) {
            for name in public_names(&fs::read_to_string(&path).unwrap()) {
                seen += 1;
                if !used.contains(&name) {
                    unused.push(format!("{name} in {}", path.display()));
                }
            }
        }
    }
    assert!(unused.is_empty(), "`pub(crate)` is enough for:\n{}", unused.join("\n"));
    assert!(seen > 500, "{seen} public items are too few to be all");
}

#[test]
fn public_names_are_found() {
    let text = "pub fn one() {}\n    pub const fn two(self) {}\npub(crate) fn three() {}\npub static FOUR: u8 = 4;\n\
                pub struct Five;\n#[cfg(test)]\nmod tests {\n    pub fn six() {}\n}\n";
    assert_eq!(public_names(text), ["one", "two", "FOUR"]);
}
