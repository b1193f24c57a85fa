//! Turns a file's bytes into rows and columns: it decodes them and finds the delimiter. Every problem keeps its line.
//!
//! This module does not depend on schools. [`Start`] examines a file's beginning. Then only the wanted columns are
//! read, in pieces ([`Rows`]) or all at once ([`open`]). The reader itself is the crate `columns`.

mod archive;
mod encoding;
mod error;
mod header;
mod kind;
mod rows;
mod start;
mod table;

pub(crate) mod words;

pub use archive::{Archive, ArchiveError, Limits, Member, MemberFault};
pub(crate) use archive::{is_archive, may_be_archive};
pub use columns::{Accept, Keep, Numbers, Strings, Words};
pub(crate) use columns::{bare, trimmed};
pub use error::OpenError;
pub use header::{ColumnIndex, Header};
pub use kind::FileKind;
pub use rows::Rows;
pub(crate) use start::FirstRecord;
pub use start::{START, Start};
pub use table::{RowIndex, Table, Text, open};

/// The largest table that is read, in bytes. Only the wanted columns are kept in memory.
pub const LARGEST_TABLE: u64 = 4 * 1024 * 1024 * 1024;

/// The largest archive that is read, in bytes, and the most that its files may have together. An archive and one of its
/// files are in memory.
pub const LARGEST_ARCHIVE: u64 = 256 * 1024 * 1024;
