//! What is wrong with the list, and what the host of the page can do about it.

use super::AddressFault;

/// Why the list, or an entry of it, is not offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The server did not hand the list out, with this status.
    NotFetched(u16),
    /// The list has too many bytes.
    TooLarge,
    /// It is no list of entries.
    NotRead {
        /// Why not, with the line and the column.
        reason: String,
    },
    /// It has this many entries, of which only the first are offered.
    TooMany(usize),
    /// An entry is at fault.
    Entry {
        /// Its number in the list, from 1.
        number: usize,
        /// Its title, where it has one.
        title: String,
        /// Why it is not offered.
        reason: EntryFault,
    },
}

/// Why an entry is not offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryFault {
    /// It does not say this.
    Lacks(&'static str),
    /// It says this at too great a length.
    TooLong(&'static str),
    /// It names this many files, which are too many.
    TooManyFiles(usize),
    /// It names a file that is not offered.
    File {
        /// As the list names it.
        file: String,
        /// Why it is not offered.
        reason: AddressFault,
    },
    /// It says something that no entry can say.
    Unknown(String),
    /// It names this file, or says this, more than once.
    Twice(String),
}
