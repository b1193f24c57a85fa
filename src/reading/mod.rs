//! Files are read in a worker, so that the page never waits for one.
//!
//! `queue.rs` stands in the page: it hands files to the worker one at a time and tells the state what
//! became of them. `read.rs` is what the worker does with them.

mod queue;
mod read;

pub(super) use queue::{Credited, Progress, ReadingQueue, use_reading_queue};
pub(super) use read::read;
