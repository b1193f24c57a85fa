//! Published files that are known but not read. They are detected by their columns, so that a message can name them.

use crate::layout::words::lookalike as words;
use crate::source::Header;

/// A file's description and the columns by which it is detected.
const LOOKALIKES: [(&str, &[&str]); 3] = [
    (words::ESTABLISHMENTS, &["URN", "EstablishmentName", "LA (code)"]),
    (
        words::MEANINGS_OF_COLUMNS,
        &["Metafile heading", "Metafile description"],
    ),
    (words::SCHOOLS, &["URN"]),
];

pub(super) fn of(header: &Header) -> Option<&'static str> {
    LOOKALIKES
        .iter()
        .find(|(_, columns)| columns.iter().all(|name| header.has(name)))
        .map(|&(what, _)| what)
}
