//! Why a file cannot be used, what it looks like, and which files can be used.

use records::intake::{MappingError, Refusal};
use records::{Problem, ProblemKind, excerpt};

use crate::source::{ArchiveError, Header, OpenError};

use super::{Column, LAYOUTS, columns, lookalike};

/// Why a whole file cannot be used. Files loaded earlier stay loaded.
#[derive(Debug, Clone, PartialEq)]
pub enum FileError {
    /// It is not a table of text.
    NotOpened {
        /// The file's name.
        file: String,
        /// Why not.
        reason: OpenError,
    },
    /// It is an archive, or in one, that cannot be unpacked.
    Archive {
        /// The archive's name, or the archive and the path within it.
        file: String,
        /// Why not.
        reason: ArchiveError,
    },
    /// It is an archive without any usable file.
    NothingInArchive {
        /// The archive's name.
        file: String,
        /// The files in it.
        members: Vec<String>,
    },
    /// It is a table without a known layout.
    Unrecognised {
        /// The file's name.
        file: String,
        /// What it looks like, if that is known.
        looks_like: Option<&'static str>,
        /// The most similar layout, if it shares a column with one.
        nearest: Option<Nearest>,
        /// Its first columns.
        columns: Vec<String>,
    },
    /// The user's mapping does not fit it.
    NotMapped {
        /// The file's name.
        file: String,
        /// Why not.
        reason: MappingError,
    },
    /// It has the columns of a layout but no rows.
    HeaderOnly {
        /// The file's name.
        file: String,
        /// The layout's name.
        layout: &'static str,
    },
    /// It has rows, but none of them can be used.
    NoUsableRow {
        /// The file's name.
        file: String,
        /// The layout's name.
        layout: &'static str,
        /// The faults of the rows.
        problems: Vec<Problem>,
    },
}

/// The layout most similar to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// The layout's name.
    pub layout: &'static str,
    /// The columns missing from the file.
    pub missing: Vec<String>,
}

/// How many of a file's columns a message names.
pub(crate) const COLUMNS_NAMED: usize = 6;

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

    /// The faulty rows, if the error is about rows.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::NoUsableRow { problems, .. } => problems,
            _ => &[],
        }
    }
}

/// The layout with the fewest missing columns, among those that share a column with the file.
fn nearest(header: &Header) -> Option<Nearest> {
    let has_one = |columns: &[Column]| {
        let mut required = columns.iter().filter(|column| column.is_required());
        required.any(|column| column.index(header).is_some())
    };
    let layouts = LAYOUTS.iter().filter_map(|layout| {
        let columns = layout.columns();
        has_one(&columns).then(|| Nearest {
            layout: layout.name(),
            missing: columns::missing(&columns, header),
        })
    });
    layouts.min_by_key(|nearest| nearest.missing.len())
}

impl std::error::Error for FileError {}

impl From<&FileError> for Refusal {
    fn from(error: &FileError) -> Self {
        Self {
            words: error.to_string(),
            remedy: error.remedy(),
            problems: ProblemKind::of(error.problems())
                .iter()
                .map(ToString::to_string)
                .collect(),
        }
    }
}
