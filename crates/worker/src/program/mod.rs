//! What the worker does when it is asked.

mod rank;
mod read_file;
mod serve;
mod show_preview;

pub(crate) use serve::serve;
use serve::{ToPage, taken};
