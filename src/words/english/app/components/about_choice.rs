//! The choice of the part of the country that a page is about.

/// For a part of the country that is not there.
pub(crate) const NONE_OF_THESE: &str = "None of these";
