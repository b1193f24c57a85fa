//! The worker: the program that reads files and computes ranks, so that the page never waits.
//!
//! `program/serve.rs` receives the page's requests, `program/read_file.rs` reads files, `program/show_preview.rs`
//! previews the first rows of unrecognised tables, and `program/rank.rs` ranks families of trusts.

#[cfg(target_arch = "wasm32")]
mod program;

/// Serves requests for as long as the worker runs.
fn main() {
    #[cfg(target_arch = "wasm32")]
    program::serve();
}
