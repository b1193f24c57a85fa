//! Long tables.

use crate::terms::counted;

/// How many rows more there are than are shown.
pub(crate) fn more_rows(more: usize) -> String {
    format!("and {}, all in the download", counted(more, "further row"))
}
