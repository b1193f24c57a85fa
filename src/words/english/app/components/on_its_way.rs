//! In place of a page that has not come yet.

pub(crate) const MISSING: &str = "This page could not be fetched";
pub(crate) const REMEDY: &str =
    "Your files are still here. Look whether you are connected, and try again.";
pub(crate) const AGAIN: &str = "Try again";
pub(crate) const COMING: &str = "This page is on its way\u{2026}";
