//! The worker: the program that reads files and computes ranks, so that the page never waits.
//!
//! `program/serve.rs` hears what the page asks and has it done; `program/read_file.rs` reads files,
//! `program/show_preview.rs` shows the first rows of tables that nobody knows, `program/rank.rs` ranks families.

#[cfg(target_arch = "wasm32")]
mod program;

/// Waits to be asked, for as long as the worker lives.
fn main() {
    #[cfg(target_arch = "wasm32")]
    program::serve();
}
