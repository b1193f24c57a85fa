//! Words of the room `chart`: charts, tables and findings.
