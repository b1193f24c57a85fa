//! Checks `docs/method.md`: the library computes its worked numbers again and compares them, and every file that it
//! names exists. `TRUST_GAP_WRITE=1 cargo test -p trust-gap --test engine -- method_paper` writes new numbers into it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

mod chances;
mod doubt;
mod figures;
mod further;
mod paper;
mod shown;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use paper::Block;

fn project() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn path() -> PathBuf {
    project().join("docs/method.md")
}

/// Every block of the paper, in its order.
fn blocks() -> Vec<Block> {
    let mut blocks = [figures::blocks(), doubt::blocks(), further::blocks(), chances::blocks()].concat();
    // The works are the last.
    blocks.extend(further::works());
    blocks
}

#[test]
fn the_papers_numbers_are_the_librarys() {
    let before = fs::read_to_string(path()).unwrap();
    let after = paper::computed(&before, &blocks());
    if std::env::var_os("TRUST_GAP_WRITE").is_some_and(|value| value == "1") {
        fs::write(path(), after).unwrap();
        return;
    }
    let stale = paper::changed(&before, &after);
    assert!(
        stale.is_empty(),
        "the library computes otherwise (TRUST_GAP_WRITE=1 writes it into the paper):\n{}",
        stale.join("\n")
    );
}

#[test]
fn every_file_that_the_paper_names_is_there() {
    let text = fs::read_to_string(path()).unwrap();
    let named = text.split('`').skip(1).step_by(2);
    let files = named.filter(|name| name.contains('/') && name.contains('.') && !name.contains(' '));
    let files: Vec<&str> = files.collect();
    assert!(files.len() > 20, "{files:?}");
    for file in files {
        assert!(project().join(file).exists(), "{file}");
    }
}
