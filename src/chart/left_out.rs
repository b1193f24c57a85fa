//! The trusts that have no figure under the rules in force, and why.

use crate::method::Analysis;
use crate::terms::readable_name;

use super::table::{Cell, Column, Table};

/// Eligible trusts without a published figure, then those that are not eligible, each with its
/// reason.
#[must_use]
pub fn left_out(analysis: &Analysis) -> Table {
    let unpublished = analysis.unpublished().map(|(trust, reason)| {
        let reason = format!("no published figure: {}", reason.reason());
        row(&trust.name, trust.region.name(), reason)
    });
    let excluded = analysis.excluded.iter().map(|exclusion| {
        let reason = format!("not eligible: {}", exclusion.reason);
        row(&exclusion.name, "\u{2013}", reason)
    });
    Table {
        caption: "Trusts left out, and why".to_owned(),
        columns: ["Trust", "Lead region", "Reason"]
            .map(Column::words)
            .to_vec(),
        rows: unpublished.chain(excluded).collect(),
    }
}

fn row(name: &str, region: &str, reason: String) -> Vec<Cell> {
    vec![
        Cell::Words(readable_name(name)),
        Cell::Words(region.to_owned()),
        Cell::Words(reason),
    ]
}
