//! Words of what the page asks of the browser.

pub(crate) mod use_dropped_files;
pub(crate) mod use_title;
