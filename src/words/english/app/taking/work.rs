//! How it is taken away.

pub(crate) const WITHHELD: &str = "Not taken away: figures that rest on fewer than 6 pupils may stand in it. On the page Data you can allow \
             it.";
pub(crate) const THE_PARAGRAPH: &str = "The paragraph";
pub(crate) const NO_PICTURE: &str =
    "This browser could not make the picture: the SVG holds the same.";
pub(crate) const THE_FIGURES: &str = "The figures";
