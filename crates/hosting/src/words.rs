//! The words of `hosting`: lists of hosted data sets.

/// Why a file is not offered.
mod address {
    use std::fmt;

    use crate::AddressFault;

    impl AddressFault {
        /// What the host of the page can do about it.
        pub(crate) const fn remedy(self) -> &'static str {
            match self {
                Self::Elsewhere => {
                    "Put the file next to the page and write its name, or folder/name. The page fetches files from \
                    nowhere else."
                }
                Self::NotPlain => {
                    "Give the file a plain name without ? # % or spaces at either end. Separate folders with single \
                    slashes."
                }
                Self::Kind => "Name a file that ends in .csv, .txt, .tsv or .zip, as downloaded.",
            }
        }
    }

    impl fmt::Display for AddressFault {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(match self {
                Self::Elsewhere => "is outside the page's folder",
                Self::NotPlain => "is not a plain name",
                Self::Kind => "is not a type of file that this page reads",
            })
        }
    }
}

/// The words for faults of the list, and what the host of the page can do about them.
mod fault {
    use std::fmt;

    use records::excerpt;

    use crate::{EntryFault, Fault, LARGEST, LIST, LONGEST, MOST_FILES, MOST_OFFERS};

    impl Fault {
        /// What the host of the page can do about it.
        #[must_use]
        pub fn remedy(&self) -> String {
            match self {
                Self::NotFetched(_) => {
                    format!("Make the server serve {LIST} like the page's other files.")
                }
                Self::TooLarge => format!("Keep only the list of data sets in {LIST}."),
                Self::NotRead { .. } => format!(
                    "{LIST} is a JSON list of entries in square brackets. Each entry has a title, a year, a source, \
                    a licence and a file or a list of files. Each of these is in double quotes. An empty list is \
                    []."
                ),
                Self::TooMany(_) => format!("Offer at most {MOST_OFFERS} data sets."),
                Self::Entry { reason, .. } => reason.remedy(),
            }
        }
    }

    impl EntryFault {
        fn remedy(&self) -> String {
            match self {
                Self::Lacks("file") => "Name the file, or the files that belong together, after \"file\".".to_owned(),
                Self::Lacks(what) => format!("Add it after \"{what}\". Visitors need to know it."),
                Self::TooLong(_) => format!("Use at most {LONGEST} characters."),
                Self::TooManyFiles(_) => {
                    format!("Name at most {MOST_FILES}, or put them into one ZIP archive.")
                }
                Self::File { reason, .. } => reason.remedy().to_owned(),
                Self::Unknown(_) => {
                    "An entry has a \"title\", a \"year\", a \"source\", a \"licence\" and a \"file\".".to_owned()
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
                    write!(f, " could not be fetched: the server answered with status {status}.")
                }
                Self::TooLarge => write!(f, " is larger than {} KB.", LARGEST / 1024),
                Self::NotRead { reason } => write!(f, " could not be read: {reason}."),
                Self::TooMany(count) => {
                    write!(f, " has {count} entries, but only the first {MOST_OFFERS} are offered.")
                }
                Self::Entry { number, title, reason } => {
                    write!(f, ", entry {number}")?;
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
                Self::Lacks("file") => f.write_str("it does not name a file"),
                Self::Lacks(what) => write!(f, "it does not give a {what}"),
                Self::TooLong(what) => write!(f, "its {what} is too long"),
                Self::TooManyFiles(count) => write!(f, "it names {count} files"),
                Self::File { file, reason } => {
                    write!(f, "\u{201c}{}\u{201d} {reason}", excerpt(file))
                }
                Self::Unknown(name) => {
                    write!(
                        f,
                        "\u{201c}{}\u{201d} is not a name that an entry can use",
                        excerpt(name)
                    )
                }
                Self::Twice(what) => write!(f, "it has \u{201c}{}\u{201d} twice", excerpt(what)),
            }
        }
    }
}

/// The words for faults of the whole list.
pub(crate) mod list {
    // What serde_json names as expected in its messages.
    pub(crate) const ENTRIES: &str = "a list in square brackets";
    pub(crate) const ENTRY: &str = "an entry in curly brackets";
    pub(crate) const FILES: &str = "a file's name in double quotes, or a list of them in square brackets";

    pub(crate) fn ends_too_early(line: usize) -> String {
        format!("it ends too early, on line {line}")
    }
}

/// The credit that must be shown with figures of a data set. The surrounding sentence has the full stop.
pub(crate) fn credit(name: &str, source: &str, licence: &str) -> String {
    format!("{name}; source: {source}; licence: {licence}")
}
