//! Files are read in a worker, so that the page never waits for one.
//!
//! `desk.rs` stands in the page: it hands files to the worker one at a time and tells the state what
//! became of them. `read.rs` is what the worker does with them.

mod desk;
mod read;

pub(super) use desk::{Credited, Desk, Progress, use_desk};
pub(super) use read::read;
