//! The form of the user's areas.

use crate::terms::{AreaError, Authority, counted};

pub(crate) const HEADING: &str = "Your areas";

pub(crate) const NOTE: &str = "A named set of local authorities, shown wherever regions are. Areas are kept in the \
                               page\u{2019}s address, so that a link to it carries them.";

pub(crate) const NAME: &str = "Name of a new area";
pub(crate) const AUTHORITIES: &str = "Its authorities (several with Ctrl or Shift)";
pub(crate) const ADD: &str = "Add the area";

/// An area with how many authorities it has.
pub(crate) fn area(name: &str, authorities: usize) -> String {
    format!("{name}, {}", counted(authorities, "authority"))
}

pub(crate) fn remove(name: &str) -> String {
    format!("Remove the area {name}")
}

/// A button that adds an area that is known by this name.
pub(crate) fn add(name: &str) -> String {
    format!("Add the {name}")
}

/// An authority to choose.
pub(crate) fn authority(authority: &Authority) -> String {
    let until = authority
        .until
        .map_or_else(String::new, |until| format!(" (until {until})"));
    format!("{}{until}", authority.name)
}

/// What to do in the form; the error's own remedy speaks of the command line.
pub(crate) fn remedy(error: &AreaError) -> String {
    match error {
        AreaError::NoName => format!("{error}. Give it one."),
        AreaError::NoCodes => format!("{error}. Choose at least one."),
        other => format!("{other}. {}", other.remedy()),
    }
}
