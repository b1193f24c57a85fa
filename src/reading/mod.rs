//! Files are read in a worker, so that the page never waits for one.
//!
//! `queue.rs` hands files to the worker one at a time and tells the state what became of them.

mod queue;

pub(super) use queue::{Credited, Progress, ReadingQueue, use_reading_queue};
