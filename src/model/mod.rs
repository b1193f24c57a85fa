//! Records of several files joined to data sets, one for each year.
//!
//! This room keeps what the files say and where it came from. It knows nothing of rules.

mod data_set;
mod library;

pub use data_set::{
    Basis, DataSet, Joins, LinkTable, LinkedTrust, Origin, SchoolTable, SourceFile, TrustTable,
};
pub use library::{Added, Library, LoadedFile, Replaced};
