//! What stands around a chart.

/// The button that opens a chart's table.
pub(crate) const TABLE: &str = "Table";

/// Before the name of a chart, which is that of its table, too.
pub(crate) const TABLE_OF: &str = "Table: ";
