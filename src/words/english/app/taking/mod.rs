//! What the user takes away: tables and pictures, as files or by the clipboard.

pub(crate) mod clipboard;
pub(crate) mod work;

pub(crate) const COPY_FIGURES_SHORT: &str = "Copy figures";
pub(crate) const COPY_FIGURES: &str = "Copy figures ";
pub(crate) const DOWNLOAD: &str = "Download ";
pub(crate) const COPY_PICTURE_SHORT: &str = "Copy picture";
pub(crate) const COPY_PICTURE: &str = "Copy picture ";
pub(crate) const NOT_FETCHED: &str =
    "A part of this page could not be fetched. Look whether you are connected, and try again.";
