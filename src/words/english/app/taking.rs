//! What the user takes away: tables and pictures, as files or by the clipboard.

pub(crate) const COPY_FIGURES: &str = "Copy figures";
pub(crate) const COPY_PICTURE: &str = "Copy picture";
pub(crate) const DOWNLOAD: &str = "Download";
pub(crate) const NOT_READY: &str = "Nothing was taken away: what of this may leave the page, without figures that rest on fewer \
             than 6 pupils, is not ready or cannot be made. On the page Data you can allow those figures.";

/// What a button is called that does this with what has the name, in a file with this ending.
pub(crate) fn button(does: &str, name: &str, ending: &str) -> String {
    format!("{does} {name}{ending}")
}

pub(crate) const NO_COPYING: &str =
    "This browser does not let the page copy: download or select it instead.";
pub(crate) const PICTURE_COPIED: &str = "The picture can be pasted now.";
pub(crate) const NO_COPYING_OF_PICTURES: &str =
    "This browser does not let the page copy pictures: download the PNG instead.";

pub(crate) fn copied(what: &str) -> String {
    format!("{what} can be pasted now.")
}

pub(crate) const THE_PARAGRAPH: &str = "The paragraph";
pub(crate) const NO_PICTURE: &str =
    "This browser could not make the picture: the SVG holds the same.";
pub(crate) const THE_FIGURES: &str = "The figures";
