//! The list: what can wait for the later part.
//!
//! A function goes to the later part if its name holds one of the [`LATER`] texts and none of the [`FIRST`] ones, and
//! so does all that only such functions call. Names are as Rust writes them, with the types that a generic function is
//! made for: `core::ptr::drop_in_place::<trust_gap::layout::error::FileError>`. A function that is inlined has no name
//! of its own; `#[inline(never)]` gives it one.
//!
//! What is called before the first chart must not be here: the page would wait for both parts. `cargo xtask bytes`
//! shows what goes where.

/// What only files, other pages and a user's doings need.
const LATER: &[&str] = &[
    // Reading files.
    "trust_gap::source::",
    "trust_gap::layout::",
    "trust_gap::app::files::",
    "csv::",
    "csv_core::",
    "rawzip::",
    "miniz_oxide::",
    "crc::",
    // Taking them in.
    "trust_gap::app::mapping::",
    "trust_gap::app::components::columns::",
    // Writing files.
    "trust_gap::export::",
    "trust_gap::app::download::",
    // The other pages.
    "trust_gap::app::pages::data::",
    "trust_gap::app::pages::method::",
];

/// What is needed at once all the same.
const FIRST: &[&str] = &[];

/// Whether the function of a name can wait.
pub(super) fn can_wait(name: &str) -> bool {
    LATER.iter().any(|text| name.contains(text)) && !FIRST.iter().any(|text| name.contains(text))
}
