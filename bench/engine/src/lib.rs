//! The engine as WebAssembly with nothing around it, to be timed in a browser beside other readers
//! of CSV: `cargo xtask bench`.
//!
//! What is timed stands in `jobs`; this file only hands it to JavaScript. Bytes are copied into
//! wasm memory once, by [`load`], so that a job can be timed with or without the copy.

mod jobs;

use wasm_bindgen::prelude::wasm_bindgen;

/// A file in wasm memory.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Loaded(Vec<u8>);

/// What [`read_15`] found: by these numbers the readers are held against each other.
#[wasm_bindgen]
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sums {
    /// Rows below the header.
    pub rows: u32,
    /// Different cells of the first column.
    pub groups: u32,
    /// Cells of the other columns that hold a number.
    pub numbers: u32,
    /// Those numbers added up.
    pub sum: f64,
    /// The mean of each group and column that has a number, added up.
    pub means: f64,
}

/// What [`real_job`] came to.
#[wasm_bindgen]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ranked {
    /// Measures and groups of pupils that were weighted and ranked.
    pub analyses: u32,
    /// Trusts with a rank, over all of them.
    pub ranks: u32,
}

/// Copies a file into wasm memory.
#[wasm_bindgen]
#[must_use]
pub fn load(bytes: Vec<u8>) -> Loaded {
    Loaded(bytes)
}

/// The columns that [`read_15`] takes, so that other readers take the same.
#[wasm_bindgen]
#[must_use]
pub fn columns_15() -> Vec<String> {
    jobs::COLUMNS.map(str::to_owned).to_vec()
}

/// The yardstick: stops at every comma, quote and line end, which is the least that reading CSV by
/// bytes can do. Gives a sum of the places, so that no stop can be left out.
#[wasm_bindgen]
#[must_use]
pub fn scan_separators(file: &Loaded) -> usize {
    memchr::memchr3_iter(b',', b'"', b'\n', &file.0).fold(0, usize::wrapping_add)
}

/// Reads [`columns_15`], and counts and averages each by the first; nothing where the file cannot
/// be read or lacks one.
#[wasm_bindgen]
#[must_use]
pub fn read_15(file: &Loaded) -> Option<Sums> {
    jobs::read_15(&file.0)
}

/// All that a drop of a school file and group links asks of the engine: both read, joined, and
/// every measure weighted and ranked for every group of pupils; nothing where one cannot be read.
#[wasm_bindgen]
#[must_use]
pub fn real_job(schools: &Loaded, links: &Loaded) -> Option<Ranked> {
    jobs::real_job(&schools.0, &links.0)
}
