//! What an address says, and the files that it names.

use crate::terms::counted;

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
