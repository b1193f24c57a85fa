//! Dropped bytes to rows and columns: encoding decoded, delimiter found, every problem kept with
//! its line in the file.
//!
//! This room knows nothing of schools. A file is opened ([`open`]), its [`Header`] is looked at,
//! and then only the columns that somebody wants are read ([`Text::read`]).

mod archive;
mod encoding;
mod error;
mod header;
mod kind;
mod problem;
mod table;

pub use archive::{Archive, ArchiveError, Limits, Member, MemberFault, is_archive};
pub use encoding::Encoding;
pub use error::OpenError;
pub use header::{ColumnIndex, Header};
pub use kind::FileKind;
pub use problem::{Fault, Problem, excerpt};
pub use table::{RowIndex, Table, Text, open};

/// The largest file that is read, in bytes. A whole file is held in memory.
pub const LARGEST_FILE: u64 = 256 * 1024 * 1024;
