//! Why a file cannot be opened as a table.

use super::FileKind;

/// Why a file is not a table of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// No bytes, or only blanks.
    Empty,
    /// Another kind of file.
    NotATable(FileKind),
    /// More bytes than the limit.
    TooLarge {
        /// The file's size in bytes.
        bytes: u64,
        /// The limit.
        most: u64,
    },
}

impl std::error::Error for OpenError {}
