//! Published files that are known but not read: told by their columns, so that a message can name them.

pub(crate) const ESTABLISHMENTS: &str =
    "the list of establishments of Get Information About Schools";
pub(crate) const MEANINGS_OF_COLUMNS: &str =
    "a list of what a file's columns mean, not the file itself";
pub(crate) const SCHOOLS: &str = "a list of schools";
