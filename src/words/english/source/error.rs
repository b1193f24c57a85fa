//! Why a file cannot be opened as a table at all.

use std::fmt;

use crate::source::{FileKind, OpenError};

impl OpenError {
    /// What a user can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Empty => "Download it again: the download may have been cut off.",
            Self::NotATable(FileKind::Excel | FileKind::OldOffice | FileKind::OpenDocument) => {
                "Open it in Excel or LibreOffice and save the sheet as CSV (File, Save as, CSV UTF-8), then choose that file."
            }
            Self::NotATable(FileKind::Numbers) => {
                "Open it in Numbers and export it (File, Export To, CSV), then choose that file."
            }
            Self::NotATable(FileKind::Zip | FileKind::Gzip | FileKind::OtherArchive) => {
                "Unpack it and choose the CSV file inside."
            }
            Self::NotATable(FileKind::Html) => {
                "The address may have led to a page about the file: download the CSV file itself."
            }
            Self::NotATable(_) => "Choose a CSV file.",
            Self::TooLarge { .. } => "Keep only the rows and columns you need, and try again.",
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("The file is empty"),
            Self::NotATable(kind) => write!(f, "The file is {kind}, whatever its name says"),
            Self::TooLarge { bytes, most } => write!(
                f,
                "The file has {} MB; at most {} MB are read",
                bytes / 1_048_576,
                most / 1_048_576
            ),
        }
    }
}
