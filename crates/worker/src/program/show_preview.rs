//! Previews the first rows of a table whose columns the user explains.

use read::layout::{FileError, preview};
use records::intake::Preview;
use worker::PreviewRequest;

use super::ToPage;

/// Sends the preview of a table's first rows, by the user's explanation or by the best guess.
pub(crate) fn show_preview(to_page: &ToPage, asked: &PreviewRequest) {
    match made(asked) {
        Ok(preview) => {
            // Writing into memory cannot fail.
            to_page.send_piece(&borsh::to_vec(&preview).unwrap_or_default());
            to_page.send_done();
        }
        Err(error) => to_page.send_unreadable(&error.to_string()),
    }
}

/// Uses the user's explanation, or a new guess if the columns have other names than it says.
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
