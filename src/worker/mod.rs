//! A worker: the page's own program on another thread, so that the page never waits.
//!
//! `handle.rs` is in the page: it starts a worker, asks it things and hears what it tells. `serve.rs` is what the
//! worker does when it is asked. They speak by the messages of `message.rs`, of which answers are the largest: they
//! come in pieces, so that neither side holds them twice.

mod handle;
mod message;
mod serve;

pub(super) use handle::{FromWorker, WorkerHandle};
pub(super) use message::taken;
pub(super) use serve::{PIECE_SIZE, ToPage, serve};
