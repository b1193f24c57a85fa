//! What is wrong with the list, and what whoever hosts the page can do about it.

use std::fmt;

use crate::source::excerpt;

use super::list::{LARGEST, LONGEST, MOST_FILES, MOST_OFFERS};
use super::{AddressFault, LIST};

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
        /// Its place in the list, from 1.
        place: usize,
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

impl Fault {
    /// What whoever hosts the page can do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Self::NotFetched(_) => {
                format!("Have the server hand out {LIST} like the page's other files.")
            }
            Self::TooLarge => format!("Write no more into {LIST} than what it is for."),
            Self::NotRead { .. } => format!(
                "{LIST} is a JSON list, in square brackets, of entries with a title, a year, a source, a licence and \
                 a file, or a list of files, each in double quotes. A list of nothing is []."
            ),
            Self::TooMany(_) => format!("Offer at most {MOST_OFFERS} data sets."),
            Self::Entry { reason, .. } => reason.remedy(),
        }
    }
}

impl EntryFault {
    fn remedy(&self) -> String {
        match self {
            Self::Lacks("file") => {
                "Name the file, or the files that belong together, after \"file\".".to_owned()
            }
            Self::Lacks(what) => format!("Say it after \"{what}\": visitors have to know."),
            Self::TooLong(_) => format!("Use at most {LONGEST} letters."),
            Self::TooManyFiles(_) => {
                format!("Name at most {MOST_FILES}, or put them into one ZIP archive.")
            }
            Self::File { reason, .. } => reason.remedy().to_owned(),
            Self::Unknown(_) => {
                "An entry has a \"title\", a \"year\", a \"source\", a \"licence\" and a \"file\"."
                    .to_owned()
            }
            Self::Twice(_) => "Keep one of them.".to_owned(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(LIST)?;
        match self {
            Self::NotFetched(status) => {
                write!(f, " could not be fetched: the server answers {status}.")
            }
            Self::TooLarge => write!(f, " has more than {} KB.", LARGEST / 1024),
            Self::NotRead { reason } => write!(f, " could not be read: {reason}."),
            Self::TooMany(count) => {
                write!(
                    f,
                    " has {count} entries; the first {MOST_OFFERS} are offered."
                )
            }
            Self::Entry {
                place,
                title,
                reason,
            } => {
                write!(f, ", entry {place}")?;
                if !title.is_empty() {
                    write!(f, " (\u{201c}{}\u{201d})", excerpt(title))?;
                }
                write!(f, ", is not offered: {reason}.")
            }
        }
    }
}

impl fmt::Display for EntryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lacks("file") => f.write_str("it names no file"),
            Self::Lacks(what) => write!(f, "it states no {what}"),
            Self::TooLong(what) => write!(f, "its {what} is too long"),
            Self::TooManyFiles(count) => write!(f, "it names {count} files"),
            Self::File { file, reason } => {
                write!(f, "\u{201c}{}\u{201d} {reason}", excerpt(file))
            }
            Self::Unknown(name) => {
                write!(f, "\u{201c}{}\u{201d} is not known here", excerpt(name))
            }
            Self::Twice(what) => write!(f, "it has \u{201c}{}\u{201d} twice", excerpt(what)),
        }
    }
}
