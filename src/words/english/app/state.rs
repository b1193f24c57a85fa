//! The state of the page: one reducer with named actions. Nothing is kept that can be derived.

use crate::terms::counted;

pub(crate) const CANNOT_REMEMBER: &str =
    "This browser does not let the page remember files: they are forgotten when you close it.";
pub(crate) const STARTED_OVER: &str =
    "All files and choices are forgotten: the demonstration is shown.";

pub(crate) fn reading(files: usize) -> String {
    format!("Reading {}", counted(files, "file"))
}

pub(crate) fn link_not_understood(parts: &str) -> String {
    format!("Not all of this link is understood, and this was passed over: {parts}.")
}

/// Files of which only the fingerprints are known.
pub(crate) fn files_of(count: usize, fingerprints: &str) -> String {
    format!("{}, fingerprint {fingerprints}", counted(count, "file"))
}

pub(crate) fn files_awaited(count: usize, wanted: &str) -> String {
    let it = if count == 1 { "it" } else { "them" };
    format!(
        "This link was made with {wanted}: drop {it} here to see what the link shows. Until then its rules are shown with \
                 what is here."
    )
}

pub(crate) fn further_files_awaited(wanted: &str, here: &str) -> String {
    format!("This link was made with {wanted}. Here so far: {here}.")
}

pub(crate) fn other_files(wanted: &str, fingerprints: &str, here: &str) -> String {
    format!(
        "This link was made with other files: {wanted} (fingerprint {fingerprints}; here {here}). What is shown may differ."
    )
}

/// `contents` is how much of what was read: "216 trusts".
pub(crate) fn read(file: &str, contents: &str) -> String {
    format!("{file} read, {contents}")
}

pub(crate) fn shown_before(by: &str, hidden: &str) -> String {
    format!("{by} is shown before {hidden}, which stays and is shown again when you remove {by}.")
}

pub(crate) fn read_as_explained(file: &str, known: &str) -> String {
    format!("{file} has the columns that you explained for {known}, and was read in the same way.")
}

pub(crate) fn removed(file: &str) -> String {
    format!("{file} removed")
}

pub(crate) fn last_file_removed(file: &str) -> String {
    format!("{file} was the last file: the demonstration is shown again.")
}

pub(crate) fn read_again(file: &str) -> String {
    format!("{file} read again")
}

/// Said after the user chose another reading, or took a choice back.
pub(crate) fn read_as_chosen(file: &str) -> String {
    format!("{file} was read again, as you chose.")
}

pub(crate) fn not_read_again(file: &str) -> String {
    format!(
        "{file} could not be read again, since another file of that name came after it. Drop it once more, and it is \
         read as you chose."
    )
}
