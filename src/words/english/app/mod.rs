//! Words of the room `app`: the page.

pub(crate) mod components;
