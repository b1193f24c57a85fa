//! Words of the room `layout`: files and their columns.
