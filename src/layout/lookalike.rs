//! Published files that are known but not read: told by their columns, so that a message can name them.

use crate::source::Header;

/// A file's description and the columns that give it away.
const LOOKALIKES: [(&str, &[&str]); 3] = [
    (
        "the list of establishments of Get Information About Schools",
        &["URN", "EstablishmentName", "LA (code)"],
    ),
    (
        "a list of what a file's columns mean, not the file itself",
        &["Metafile heading", "Metafile description"],
    ),
    ("a list of schools", &["URN"]),
];

pub(super) fn of(header: &Header) -> Option<&'static str> {
    LOOKALIKES
        .iter()
        .find(|(_, columns)| columns.iter().all(|name| header.has(name)))
        .map(|&(what, _)| what)
}
