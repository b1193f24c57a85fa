//! What is said of figures of few pupils that were withheld, or were not.

pub use crate::words::export::withheld::withheld_in_words;
