//! Comments are at most as wide as code. rustfmt checks only the width of code (`rustfmt.toml`).
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use crate::support::sources::files;

/// The folders with our own sources.
const FOLDERS: [&str; 5] = ["src", "crates", "tests/engine", "xtask", "benches"];

/// The longest line of a folder, in characters, is that of `rustfmt.toml`.
#[test]
fn no_comment_is_wider_than_code() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let width = fs::read_to_string(root.join("rustfmt.toml")).unwrap();
    let width = width.lines().find_map(|line| line.strip_prefix("max_width = "));
    let width: usize = width.unwrap().parse().unwrap();
    let mut wide = Vec::new();
    let mut comments = 0;
    for path in FOLDERS.iter().flat_map(|folder| files(&root.join(folder))) {
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in (1..).zip(text.lines()) {
            if line.trim_start().starts_with("//") {
                comments += 1;
                if line.chars().count() > width {
                    wide.push(format!("{}:{number}", path.display()));
                }
            }
        }
    }
    assert!(comments > 1000, "{comments} lines of comments were found");
    assert!(wide.is_empty(), "wider than {width}:\n{}", wide.join("\n"));
}
