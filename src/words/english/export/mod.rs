//! Words of the room `export`: what is taken away.

pub(crate) mod methods;
pub(crate) mod origin;
pub(crate) mod report_page;
pub(crate) mod similar_rows;
pub(crate) mod svg;
pub(crate) mod text;
pub(crate) mod withheld;
