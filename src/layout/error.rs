//! Why a file cannot be used, what it looks like, and which files would do.

use std::fmt;

use crate::source::{ArchiveError, FileKind, Header, OpenError, Problem, excerpt};

use super::{LAYOUTS, MappingError, lookalike, missing_columns};

/// Why a whole file cannot be used. What was loaded before stays.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum FileError {
    /// It is no table of text.
    NotOpened {
        /// The file's name.
        file: String,
        /// Why not.
        reason: OpenError,
    },
    /// It is an archive, or in one, and cannot be unpacked.
    Archive {
        /// The archive's name, or the archive and the path within it.
        file: String,
        /// Why not.
        reason: ArchiveError,
    },
    /// It is an archive without any file that can be used.
    NothingInArchive {
        /// The archive's name.
        file: String,
        /// The files in it.
        members: Vec<String>,
    },
    /// It is a table of no known layout.
    Unrecognised {
        /// The file's name.
        file: String,
        /// What it looks like, where that is known.
        looks_like: Option<&'static str>,
        /// The layout that it comes nearest to, where it shares a column with one.
        nearest: Option<Nearest>,
        /// Its first columns.
        columns: Vec<String>,
    },
    /// What the user says of its columns does not fit it.
    NotMapped {
        /// The file's name.
        file: String,
        /// Why not.
        reason: MappingError,
    },
    /// It has the columns of a layout and no row.
    HeaderOnly {
        /// The file's name.
        file: String,
        /// What it is.
        layout: &'static str,
    },
    /// It has rows and none can be used.
    NoUsableRow {
        /// The file's name.
        file: String,
        /// What it is.
        layout: &'static str,
        /// What is wrong with the rows.
        problems: Vec<Problem>,
    },
}

/// The layout that a file comes nearest to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// The layout's name.
    pub layout: &'static str,
    /// The columns that the file lacks.
    pub missing: Vec<String>,
}

/// How many of a file's columns are named in a message.
const COLUMNS_NAMED: usize = 6;

impl FileError {
    pub(super) fn unrecognised(file: &str, header: &Header) -> Self {
        Self::Unrecognised {
            file: file.to_owned(),
            looks_like: lookalike::of(header),
            nearest: nearest(header),
            columns: header.names().take(COLUMNS_NAMED).map(excerpt).collect(),
        }
    }

    /// The file's name.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Self::NotOpened { file, .. }
            | Self::Archive { file, .. }
            | Self::NothingInArchive { file, .. }
            | Self::Unrecognised { file, .. }
            | Self::NotMapped { file, .. }
            | Self::HeaderOnly { file, .. }
            | Self::NoUsableRow { file, .. } => file,
        }
    }

    /// What a user can do about it, with the files that would do.
    #[must_use]
    pub fn remedy(&self) -> String {
        let first = match self {
            Self::NotOpened { reason, .. } => reason.remedy(),
            Self::Archive { reason, .. } => reason.remedy(),
            Self::NothingInArchive { .. } => {
                "Choose the archive as it was downloaded, or the CSV file itself."
            }
            Self::HeaderOnly { .. } => "Download it again: the download may have been cut off.",
            Self::NoUsableRow { .. } => "Correct the rows named in the list of problems.",
            Self::NotMapped { .. } => "Change which column is what.",
            Self::Unrecognised { .. } => {
                "Choose a file as it was downloaded, with its column names."
            }
        };
        format!("{first} {}", files_that_would_do())
    }

    /// What the file is, in a few words, for a list of files that are of no use.
    #[must_use]
    pub(crate) fn what_it_is(&self) -> String {
        match self {
            Self::NotOpened {
                reason: OpenError::NotATable(FileKind::Excel | FileKind::OldOffice),
                ..
            } => "a workbook: save its sheet as CSV and choose that file".to_owned(),
            Self::NotOpened { reason, .. } => reason.to_string(),
            Self::Unrecognised {
                looks_like: Some(what),
                ..
            } => (*what).to_owned(),
            _ => "a table of no layout that is known here".to_owned(),
        }
    }

    /// The rows that are at fault, where the error is about rows.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::NoUsableRow { problems, .. } => problems,
            _ => &[],
        }
    }
}

/// The first names of a list, and how many more there are.
fn some_of(names: &[String]) -> String {
    let first: Vec<String> = names
        .iter()
        .take(COLUMNS_NAMED)
        .map(|name| excerpt(name))
        .collect();
    match names.len() - first.len() {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

fn files_that_would_do() -> String {
    let files: Vec<String> = LAYOUTS
        .iter()
        .map(|layout| format!("{} ({})", layout.name(), layout.published_as()))
        .collect();
    format!("This page reads {}.", files.join(", "))
}

/// The layout that lacks least, among those of which the file has a column at all.
fn nearest(header: &Header) -> Option<Nearest> {
    LAYOUTS
        .iter()
        .filter(|layout| layout.required().iter().any(|name| header.has(name)))
        .map(|layout| Nearest {
            layout: layout.name(),
            missing: missing_columns(*layout, header),
        })
        .min_by_key(|nearest| nearest.missing.len())
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOpened { file, reason } => write!(f, "{file}: {reason}."),
            Self::Archive { file, reason } => write!(f, "{file}: {reason}."),
            Self::NothingInArchive { file, members } if members.is_empty() => {
                write!(f, "{file}: there is nothing in the archive.")
            }
            Self::NothingInArchive { file, members } => write!(
                f,
                "{file}: no file in the archive is of a layout that is known here. It holds {}.",
                some_of(members)
            ),
            Self::NotMapped { file, reason } => write!(f, "{file}: {reason}."),
            Self::HeaderOnly { file, layout } => write!(
                f,
                "{file}: this is {layout}, but it holds only the row of column names."
            ),
            Self::NoUsableRow {
                file,
                layout,
                problems,
            } if problems.is_empty() => write!(
                f,
                "{file}: this is {layout}, but nothing in it is about a multi-academy trust."
            ),
            Self::NoUsableRow {
                file,
                layout,
                problems,
            } => write!(
                f,
                "{file}: this is {layout}, but none of its rows can be used ({} problems).",
                problems.len()
            ),
            Self::Unrecognised {
                file,
                looks_like,
                nearest,
                columns,
            } => {
                write!(f, "{file}: ")?;
                match looks_like {
                    Some(what) => write!(f, "this looks like {what}, which is of no use here.")?,
                    None => f.write_str("this is a table, but of no layout that is known here.")?,
                }
                if let Some(nearest) = nearest {
                    write!(
                        f,
                        " It comes nearest to {}, but lacks {}.",
                        nearest.layout,
                        nearest.missing.join(", ")
                    )?;
                }
                if columns.is_empty() {
                    f.write_str(" Its first row holds no column names.")
                } else {
                    write!(f, " Its first columns are {}.", columns.join(", "))
                }
            }
        }
    }
}

impl std::error::Error for FileError {}
