//! The engine alone as WebAssembly, to be timed in a browser beside other readers of CSV: `cargo xtask bench`.
//!
//! The jobs are in `jobs`; this file exports them to JavaScript. [`load`] copies bytes into wasm memory once, so a job
//! can be timed with or without the copy.

mod jobs;

use wasm_bindgen::prelude::wasm_bindgen;

/// A file in wasm memory.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Loaded(Vec<u8>);

/// The results of [`read_15`], by which the readers are compared.
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

/// The results of [`real_job`].
#[wasm_bindgen]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ranked {
    /// How many measures and groups of pupils were weighted and ranked.
    pub analyses: u32,
    /// How many trusts have a rank, over all analyses.
    pub ranks: u32,
}

/// Copies a file into wasm memory.
#[wasm_bindgen]
#[must_use]
pub fn load(bytes: Vec<u8>) -> Loaded {
    Loaded(bytes)
}

/// The columns that [`read_15`] reads, so that other readers read the same.
#[wasm_bindgen]
#[must_use]
pub fn columns_15() -> Vec<String> {
    jobs::COLUMNS.map(str::to_owned).to_vec()
}

/// The yardstick: stops at every comma, quote and line end, which is the least that reading CSV byte by byte can do.
/// Returns a sum of the positions, so that the compiler cannot remove a stop.
#[wasm_bindgen]
#[must_use]
pub fn scan_separators(file: &Loaded) -> usize {
    memchr::memchr3_iter(b',', b'"', b'\n', &file.0).fold(0, usize::wrapping_add)
}

/// Reads [`columns_15`], and counts and averages each by the first. Returns `None` if the file cannot be read or lacks
/// a column.
#[wasm_bindgen]
#[must_use]
pub fn read_15(file: &Loaded) -> Option<Sums> {
    jobs::read_15(&file.0)
}

/// The whole job for a school file and group links: reads and joins both, and weights and ranks every measure for every
/// group of pupils. Returns `None` if a file cannot be read.
#[wasm_bindgen]
#[must_use]
pub fn real_job(schools: &Loaded, links: &Loaded) -> Option<Ranked> {
    jobs::real_job(&schools.0, &links.0)
}
