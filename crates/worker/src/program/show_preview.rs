//! Previews the first rows of a table whose columns the user explains.

use read::layout::{FileError, preview};
use records::intake::Preview;
use worker::PreviewRequest;

use super::ToPage;

/// Sends the preview of a table's first rows, by the user's explanation or by the best guess.
pub(crate) fn show_preview(to_page: &ToPage, request: &PreviewRequest) {
    match preview_of(request) {
        Ok(preview) => {
            // Writing into memory cannot fail.
            to_page.send_piece(&borsh::to_vec(&preview).unwrap_or_default());
            to_page.send_done();
        }
        Err(error) => to_page.send_unreadable(&error.to_string()),
    }
}

/// Uses the user's explanation, or a new guess if the columns' names differ from it.
fn preview_of(request: &PreviewRequest) -> Result<Preview, FileError> {
    let by = |mapping| preview(&request.file, &request.start, mapping, &request.choices);
    if let Some(explained) = &request.explained {
        let preview = by(Some(&explained.mapping))?;
        if preview.columns == explained.columns {
            return Ok(preview);
        }
    }
    by(None)
}
