//! How it is taken away.

pub(crate) const THE_PARAGRAPH: &str = "The paragraph";
pub(crate) const NO_PICTURE: &str =
    "This browser could not make the picture: the SVG holds the same.";
pub(crate) const THE_FIGURES: &str = "The figures";
