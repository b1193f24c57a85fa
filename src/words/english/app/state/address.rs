//! What an address says, and the files that it names.

use std::fmt::Display;

use crate::terms::counted;

pub(crate) fn link_not_understood(listed: impl Display) -> String {
    format!("Not all of this link is understood, and this was passed over: {listed}.")
}

pub(crate) fn files_awaited(wanted: usize, named: impl Display) -> String {
    let wanted = counted(wanted, "file");
    format!(
        "This link was made with {wanted}, fingerprint {named}. Add the same to see what it shows; until \
                 then its rules are shown with what is here."
    )
}

pub(crate) fn further_files_awaited(
    wanted: usize,
    named: impl Display,
    keys: impl Display,
) -> String {
    let wanted = counted(wanted, "file");
    format!("This link was made with {wanted}, fingerprint {named}. Here so far: {keys}.")
}

pub(crate) fn other_files(named: impl Display, keys: impl Display) -> String {
    format!(
        "This link was made with other files: fingerprint {named}; here {keys}. What is shown may differ."
    )
}
