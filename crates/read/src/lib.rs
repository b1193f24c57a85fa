//! Reads a file as records: `source` turns its bytes into rows and columns, `layout` turns those into records.
//!
//! This crate does not depend on rules.

pub mod layout;
pub mod source;
