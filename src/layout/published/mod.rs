//! The layouts that are read, each a file with the table of its columns and what is read of a row.

mod group_links;
mod school_file;
mod school_links;
mod tidy_school_file;
mod trust_file;

pub(crate) use group_links::GroupLinks;
pub(crate) use school_file::SchoolFile;
pub use school_links::Succession;
pub(crate) use tidy_school_file::TidySchoolFile;
pub use trust_file::GROUP_SUFFIXES;
pub(crate) use trust_file::{TYPE_COUNTS, TrustFile};

use super::Layout;
use super::own_sheet::OwnSheet;
use school_links::SchoolLinks;

/// Every layout that is read. The first whose columns are all there is taken, so that one that needs more of them stands
/// before one that needs fewer.
pub(crate) static LAYOUTS: &[&dyn Layout] = &[
    &TrustFile,
    &SchoolFile,
    &TidySchoolFile::OF_2024,
    &TidySchoolFile::OF_2025,
    &SchoolLinks,
    &GroupLinks,
    &OwnSheet,
];
