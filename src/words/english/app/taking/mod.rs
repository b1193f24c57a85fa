//! What the user takes away: tables and pictures, as files or by the clipboard.

pub(crate) mod clipboard;
pub(crate) mod work;

pub(crate) const COPY_FIGURES: &str = "Copy figures";
pub(crate) const COPY_PICTURE: &str = "Copy picture";
pub(crate) const DOWNLOAD: &str = "Download";
pub(crate) const NOT_READY: &str = "Nothing was taken away: what of this may leave the page, without figures that rest on fewer \
             than 6 pupils, is not ready or cannot be made. On the page Data you can allow those figures.";

/// What a button is called that does this with what has the name, in a file with this ending.
pub(crate) fn button(does: &str, name: &str, ending: &str) -> String {
    format!("{does} {name}{ending}")
}
