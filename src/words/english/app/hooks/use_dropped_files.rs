//! The whole window takes files that are dropped or pasted.

pub(crate) const PASTE_ONCE_MORE: &str = "Not all of this page is here yet: paste once more.";
