//! Records of several files joined to data sets, one for each year.
//!
//! This room keeps what the files say and where it came from. It knows nothing of rules.

mod coverage;
mod data_set;
mod library;
mod tables;
pub mod words;

pub use coverage::{Coverage, Extent, ReferenceList};
pub use data_set::{Basis, DataSet, Joins, Origin};
pub use library::{Added, Library, LoadedFile, Replaced};
pub use tables::{Link, LinkTable, SchoolTable, SourceFile, TrustTable, credits};
