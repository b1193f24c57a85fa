//! The methods paragraph, ready to paste.

pub(crate) const HEADING: &str = "Methods paragraph";
pub(crate) const COPY: &str = "Copy methods paragraph";
