//! Joins records of several files into data sets, one for each year.
//!
//! This module knows records and their files. It does not depend on rules.

mod coverage;
mod data_set;
mod library;
mod tables;
pub mod words;

pub use coverage::{Coverage, Extent, ReferenceList};
pub use data_set::{Basis, DataSet, Joins, Origin};
pub use library::{Added, Library, LoadedFile, Replaced};
pub use tables::{Link, LinkTable, SchoolTable, SourceFile, TrustTable, credits};
