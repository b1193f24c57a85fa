//! Faults of the list, and what the host of the page can do about them.

use super::AddressFault;

/// Why the list, or an entry of it, is not offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The server returned this status instead of the list.
    NotFetched(u16),
    /// The list has too many bytes.
    TooLarge,
    /// It is not a list of entries.
    NotRead {
        /// The reason, with line and column.
        reason: String,
    },
    /// It has this many entries, of which only the first are offered.
    TooMany(usize),
    /// An entry is faulty.
    Entry {
        /// Its number in the list, from 1.
        number: usize,
        /// Its title, if it has one.
        title: String,
        /// Why it is not offered.
        reason: EntryFault,
    },
}

/// Why an entry is not offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryFault {
    /// It does not have this key.
    Lacks(&'static str),
    /// The text with this key is too long.
    TooLong(&'static str),
    /// It names this many files, which are too many.
    TooManyFiles(usize),
    /// It names a file that is not offered.
    File {
        /// The name in the list.
        file: String,
        /// Why it is not offered.
        reason: AddressFault,
    },
    /// It has an unknown key.
    Unknown(String),
    /// It names this file, or has this key, more than once.
    Twice(String),
}
