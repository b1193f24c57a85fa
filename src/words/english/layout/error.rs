//! Why a file cannot be used, and which files would do.

use std::fmt;

use crate::layout::{COLUMNS_NAMED, FileError, LAYOUTS};
use crate::source::{FileKind, OpenError, excerpt};
use crate::terms::counted;

impl FileError {
    /// What a user can do about it, with the files that would do.
    #[must_use]
    pub fn remedy(&self) -> String {
        let first = match self {
            Self::NotOpened { reason, .. } => reason.remedy(),
            Self::Archive { reason, .. } => reason.remedy(),
            Self::NothingInArchive { members, .. } if members.iter().any(|it| is_packed(it)) => {
                "Unpack it, then unpack the archive in it, and choose the CSV files inside."
            }
            Self::NothingInArchive { .. } => {
                "Choose the archive as it was downloaded, or the CSV file itself."
            }
            Self::HeaderOnly { .. } => "Download it again: the download may have been cut off.",
            Self::NoUsableRow { .. } => "Correct the rows named in the list of problems.",
            Self::NotMapped { .. } => "Change which column is what.",
            Self::Unrecognised { .. } => {
                "Say what its columns are, or choose a file as it was downloaded, with its column names."
            }
        };
        format!("{first} {}", files_that_would_do())
    }

    /// What the file is, in a few words, for a list of files that were skipped.
    #[must_use]
    pub(crate) fn what_it_is(&self) -> String {
        match self {
            Self::NotOpened {
                reason:
                    OpenError::NotATable(
                        FileKind::Excel
                        | FileKind::OldOffice
                        | FileKind::OpenDocument
                        | FileKind::Numbers,
                    ),
                ..
            } => "a workbook: save its sheet as CSV and choose that file".to_owned(),
            Self::NotOpened {
                reason:
                    OpenError::NotATable(
                        kind @ (FileKind::Zip | FileKind::Gzip | FileKind::OtherArchive),
                    ),
                ..
            } => format!("{kind} in the archive: unpack it first and choose the files in it"),
            Self::NotOpened { reason, .. } => reason.to_string(),
            Self::Unrecognised {
                looks_like: Some(what),
                ..
            } => (*what).to_owned(),
            _ => "a table that this page does not know yet".to_owned(),
        }
    }
}

/// Whether a file is an archive by its name.
fn is_packed(name: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or_default();
    let mut archives = ["zip", "gz", "7z", "rar"].into_iter();
    archives.any(|archive| end.eq_ignore_ascii_case(archive))
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
                "{file}: the archive holds no table that this page knows. It holds {}.",
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
                "{file}: this is {layout}, but none of its rows can be used ({}).",
                counted(problems.len(), "problem")
            ),
            Self::Unrecognised {
                file,
                looks_like,
                nearest,
                columns,
            } => {
                write!(f, "{file}: ")?;
                match looks_like {
                    Some(what) => write!(
                        f,
                        "this looks like {what}, a table that this page does not know yet. You can explain its \
                         columns."
                    )?,
                    None => f.write_str(
                        "this page does not know this table yet. You can explain its columns.",
                    )?,
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
                } else if let [only] = columns.as_slice() {
                    write!(
                        f,
                        " It has only one column, {only}. Cells are separated by commas, semicolons, tabs or pipes, \
                         with no quotes around a whole row."
                    )
                } else {
                    write!(f, " Its first columns are {}.", columns.join(", "))
                }
            }
        }
    }
}
