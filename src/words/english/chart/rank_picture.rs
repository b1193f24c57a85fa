//! The picture of ranks.

use crate::terms::counted;

pub(crate) const RANK: &str = "Rank";

pub(crate) fn in_table_alone(trusts: usize) -> String {
    format!("{} more in the table", counted(trusts, "trust"))
}

pub(crate) const TOP_TEN_ABOVE: &str = "Top ten above";
