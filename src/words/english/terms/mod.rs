//! Words of the room `terms`: the field's terms.
