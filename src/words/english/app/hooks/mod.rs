//! Words of what the page asks of the browser.

pub(crate) mod use_title;
