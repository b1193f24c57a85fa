//! Copying. A browser may have no clipboard for a page, or none for pictures; the user is told.

use std::fmt::Display;

pub(crate) const NO_COPYING: &str =
    "This browser does not let the page copy: download or select it instead.";
pub(crate) const PICTURE_COPIED: &str = "The picture can be pasted now.";
pub(crate) const NO_COPYING_OF_PICTURES: &str =
    "This browser does not let the page copy pictures: download the PNG instead.";

pub(crate) fn copied(what: impl Display) -> String {
    format!("{what} can be pasted now.")
}
