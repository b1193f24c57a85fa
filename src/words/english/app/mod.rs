//! Words of the room `app`: the page.
