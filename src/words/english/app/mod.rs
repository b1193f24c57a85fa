//! Words of the room `app`: the page.

pub(crate) mod components;
pub(crate) mod demonstration;
pub(crate) mod hooks;
pub(crate) mod hosted;
pub(crate) mod pages;
pub(crate) mod pasting;
pub(crate) mod place;
pub(crate) mod ranking;
pub(crate) mod reading;
pub(crate) mod state;
pub(crate) mod taking;

/// What is shown while files are dragged over the page.
pub(crate) const DROP_HINT: &str = "Drop your files anywhere on the page";
