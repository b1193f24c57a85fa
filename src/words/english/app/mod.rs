//! Words of the room `app`: the page.

pub(crate) mod components;

/// What is shown while files are dragged over the page.
pub(crate) const DROP_HINT: &str = "Drop your files anywhere on the page";
