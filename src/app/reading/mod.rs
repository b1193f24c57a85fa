//! Files are read in a worker, so that the page never waits for one.
//!
//! `desk.rs` stands in the page: it hands files to the worker one at a time and tells the state what
//! became of them. `worker.rs` is what the worker does with them. They speak by the messages of
//! `message.rs`, of which a file's records are the largest: they come in pieces, so that neither side
//! holds them twice.

mod desk;
mod message;
mod worker;

pub(super) use desk::{Desk, Progress, use_desk};
pub(super) use worker::serve;
