//! Words of the room `export`: what is taken away.
