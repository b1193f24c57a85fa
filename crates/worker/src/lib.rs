//! What the page and its worker say to each other, as plain data.
//!
//! The worker is a program of its own (`main.rs` and `program`): it reads files and computes ranks, and knows nothing of
//! the page. The page knows this library and starts that program by its address. It links nothing that reads a file: the
//! types of `read` that are named here are data.

mod messages;
pub mod words;

pub use messages::{
    DONE, PIECE, PIECE_SIZE, PROGRESS, PreviewRequest, READY, Request, STOPPED, UNREADABLE,
    preview_from_bytes,
};
