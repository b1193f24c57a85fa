//! What becomes of files: taken in, in the place of others, removed.

use std::fmt::Display;

/// `contents` is how much of what was read: "216 trusts".
pub(crate) fn read(file: &str, contents: &str) -> String {
    format!("{file} read, {contents}")
}

pub(crate) fn shown_before(by: impl Display, hidden: impl Display) -> String {
    format!("{by} is shown before {hidden}, which stays and is shown again when you remove {by}.")
}

pub(crate) fn read_as_explained(file: impl Display, known: impl Display) -> String {
    format!("{file} has the columns that you explained for {known}, and was read in the same way.")
}

pub(crate) fn removed(file: impl Display) -> String {
    format!("{file} removed")
}

pub(crate) fn last_file_removed(file: impl Display) -> String {
    format!("{file} was the last file: the demonstration is shown again.")
}

pub(crate) fn read_again(file: impl Display) -> String {
    format!("{file} read again")
}

/// Said after the user chose another reading, or took a choice back.
pub(crate) fn read_as_chosen(file: impl Display) -> String {
    format!("{file} was read again, as you chose.")
}

pub(crate) fn not_read_again(file: impl Display) -> String {
    format!(
        "{file} could not be read again, since another file of that name came after it. Drop it once more, and it is \
         read as you chose."
    )
}
