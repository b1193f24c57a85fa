//! What came of a file, as bytes: how a worker hands it to the page.

pub(crate) const NO_SUCH_LAYOUT: &str = "no such layout";
