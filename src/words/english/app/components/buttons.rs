//! Buttons that stand in several places.

pub(crate) const ADD_FILES: &str = "Add files";
pub(crate) const CANCEL: &str = "Cancel";
pub(crate) const CLOSE: &str = "Close";
