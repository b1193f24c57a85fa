//! The user's areas with the authorities of which they are made.

use crate::method::{Analysis, published_for};
use crate::terms::{Authority, Missing};

use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;

/// Each area's figure, and under it those that the Department publishes for its authorities, which
/// are of all their schools and not of trusts.
#[must_use]
pub fn areas_table(analysis: &Analysis) -> Table {
    let mut rows = Vec::new();
    for local in &analysis.areas {
        rows.push(vec![
            Cell::Words(local.area.name.clone()),
            Cell::Words("trusts".to_owned()),
            local.figures.figure.into(),
            Cell::Count(local.figures.eligible),
            Cell::Count(local.figures.schools),
        ]);
        for (code, values) in &local.authorities {
            let name = Authority::of_code(*code).map_or_else(|| code.to_string(), in_full);
            rows.push(vec![
                Cell::Words(name),
                Cell::Words("all its schools, as published".to_owned()),
                values
                    .as_ref()
                    .map_or(Cell::Missing(Missing::NotAvailable), |values| {
                        Cell::published(published_for(analysis, values))
                    }),
                Cell::Nothing("all its schools"),
                Cell::Nothing("all its schools"),
            ]);
        }
    }
    Table {
        caption: "Areas and their authorities".to_owned(),
        columns: vec![
            Column::words("Area"),
            Column::words("Of"),
            Column::numbers(&figure_column(analysis)),
            Column::numbers("Eligible trusts"),
            Column::numbers("Schools that count"),
        ],
        rows,
    }
}

/// Two authorities of one name are told apart by their years.
fn in_full(authority: &Authority) -> String {
    match (authority.from, authority.until) {
        (_, Some(until)) => format!("{} (until {until})", authority.name),
        (Some(from), None) => format!("{} (from {from})", authority.name),
        (None, None) => authority.name.to_owned(),
    }
}
