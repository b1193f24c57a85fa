//! What an address says, and the files that it names.

use crate::terms::counted;

pub(crate) fn link_not_understood(parts: &str) -> String {
    format!("Not all of this link is understood, and this was passed over: {parts}.")
}

pub(crate) fn files_awaited(wanted: usize, fingerprints: &str) -> String {
    let wanted = counted(wanted, "file");
    format!(
        "This link was made with {wanted}, fingerprint {fingerprints}. Add the same to see what it shows; until \
                 then its rules are shown with what is here."
    )
}

pub(crate) fn further_files_awaited(wanted: usize, fingerprints: &str, here: &str) -> String {
    let wanted = counted(wanted, "file");
    format!("This link was made with {wanted}, fingerprint {fingerprints}. Here so far: {here}.")
}

pub(crate) fn other_files(fingerprints: &str, here: &str) -> String {
    format!(
        "This link was made with other files: fingerprint {fingerprints}; here {here}. What is shown may differ."
    )
}
