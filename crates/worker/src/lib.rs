//! The messages between the page and its worker, as plain data.
//!
//! The worker is a separate program (`main.rs` and `program`): it reads files and computes ranks, and contains nothing
//! of the page. The page uses this library, and `assets/boot.js` starts the program. Only the program has the reader of
//! files.

mod bytes;
mod messages;
mod pasted;
pub mod words;

pub use bytes::taken;
pub use messages::{
    DONE, PIECE, PIECE_SIZE, PROGRESS, PreviewRequest, READY, Request, STOPPED, UNREADABLE, preview_from_bytes,
};
pub use pasted::name_of_pasted;
