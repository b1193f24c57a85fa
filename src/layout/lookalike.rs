//! Published files that are known but not read: told by their columns, so that a message can name them.

use crate::source::Header;

/// A file's description and the columns that give it away.
const LOOKALIKES: [(&str, &[&str]); 6] = [
    (
        "the school performance file (england_ks4final.csv)",
        &["RECTYPE", "URN", "SCHNAME", "TPUP"],
    ),
    (
        "the school performance file of 2023/24 or later",
        &["school_urn", "time_period", "breakdown"],
    ),
    (
        "the group links of Get Information About Schools",
        &["URN", "Group UID", "Group Name"],
    ),
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
