//! What becomes of the first rows of a table whose columns the user explains.

use read::layout::{FileError, Preview, preview};
use worker::PreviewRequest;

use super::ToPage;

/// Shows what the user's explanation makes of a table's first rows, or the best guess.
pub(crate) fn show_preview(to_page: &ToPage, asked: &PreviewRequest) {
    match made(asked) {
        Ok(preview) => {
            // Writing into memory cannot fail.
            to_page.hand_over(&borsh::to_vec(&preview).unwrap_or_default());
            to_page.tell_done();
        }
        Err(error) => to_page.tell_unreadable(&error.to_string()),
    }
}

/// By the user's explanation; where the columns have other names than it says, by a new guess.
fn made(asked: &PreviewRequest) -> Result<Preview, FileError> {
    let by = |mapping| preview(&asked.file, &asked.start, mapping, &asked.choices);
    if let Some(explained) = &asked.explained {
        let preview = by(Some(&explained.mapping))?;
        if preview.columns == explained.columns {
            return Ok(preview);
        }
    }
    by(None)
}
