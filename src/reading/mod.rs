//! Reads files in a worker, so that the page never waits for them.
//!
//! `queue.rs` passes files to the worker one at a time and dispatches their outcomes.

mod queue;

pub(super) use queue::{Credited, Progress, ReadingQueue, use_reading_queue};
