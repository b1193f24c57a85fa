//! Why columns cannot be what they are said to be.

use std::fmt;

use crate::layout::MappingError;

/// The head of a column that says whose figures a table's are.
pub(crate) const GROUP: &str = "Pupil group";

impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchColumn { field, column } => {
                write!(
                    f,
                    "{field}: the file has no column \u{201c}{column}\u{201d}"
                )
            }
            Self::UsedTwice { column, one, two } => write!(
                f,
                "The column \u{201c}{column}\u{201d} cannot be both \u{201c}{one}\u{201d} and \u{201c}{two}\u{201d}"
            ),
            Self::NoSubject => {
                f.write_str("Say which column holds the schools\u{2019} numbers, or the trusts")
            }
            Self::NoFigure => f.write_str("Say which column holds a figure"),
        }
    }
}
