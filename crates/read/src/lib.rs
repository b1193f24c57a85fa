//! A file to records: `source` makes rows and columns of its bytes, `layout` records of these.
//!
//! This crate does not depend on rules.

pub mod layout;
pub mod source;
