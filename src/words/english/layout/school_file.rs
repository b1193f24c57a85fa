//! The Department's school performance file to 2022/23: one row a school, wide, with totals below.

pub(crate) const NAME: &str = "the school performance file";
pub(crate) const TYPE_OF_ROW: &str = "a type of row: 1, 2, 4, 5 or 7";
