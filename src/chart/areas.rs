//! The user's areas with the authorities of which they are made.

use crate::method::{Analysis, published_for};
use crate::terms::{Authority, Missing};
use crate::words::chart::areas as words;

use super::bounds::{Bounds, bound_cells, bound_columns};
use super::of_loaded;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::unit_of;

/// What is said of each area in which no eligible trust and no school that counts is: it is made of authorities of which
/// the files have none, perhaps former ones.
pub fn empty_areas(analysis: &Analysis) -> impl Iterator<Item = String> {
    let areas = analysis.areas.iter();
    let empty = areas.filter(|local| local.figures.eligible == 0 && local.figures.schools == 0);
    empty.map(|local| words::empty(&local.area.name))
}

/// Each area's figure, and under it those that the Department publishes for its authorities, which
/// are of all their schools and not of trusts. An area's has its interval: pupil sampling only.
#[must_use]
pub fn areas_table(analysis: &Analysis) -> Table {
    let mut rows = Vec::new();
    for local in &analysis.areas {
        let known = local.figures.figure.zip(local.figures.precision);
        let bounds = known.and_then(|(figure, of)| Bounds::computed(figure, of));
        let mut cells = vec![
            Cell::Words(local.area.name.clone()),
            Cell::Words(words::TRUSTS.to_owned()),
            local.figures.figure.into(),
        ];
        cells.extend(bound_cells(bounds));
        cells.push(Cell::Count(local.figures.eligible));
        cells.push(Cell::Count(local.figures.schools));
        rows.push(cells);
        for (code, values) in &local.authorities {
            let name = Authority::of_code(*code).map_or_else(|| code.to_string(), words::in_full);
            let mut cells = vec![
                Cell::Words(name),
                Cell::Words(words::ALL_ITS_SCHOOLS_AS_PUBLISHED.to_owned()),
                values
                    .as_ref()
                    .map_or(Cell::Missing(Missing::NotAvailable), |values| {
                        Cell::published(published_for(analysis, values))
                    }),
            ];
            cells.extend(bound_cells(None));
            cells.extend([
                Cell::Nothing(words::ALL_ITS_SCHOOLS),
                Cell::Nothing(words::ALL_ITS_SCHOOLS),
            ]);
            rows.push(cells);
        }
    }
    let mut columns = words::AREA_AND_OF.map(Column::words).to_vec();
    columns.push(Column::numbers(&figure_column(analysis)));
    let unit = unit_of(analysis.rules.measure.unit(), analysis.rules.focus);
    columns.extend(bound_columns(analysis.level(), unit));
    columns.extend(words::BEHIND.map(Column::numbers));
    let mut caption = of_loaded(analysis.trusts_of_part(), words::caption());
    for sentence in empty_areas(analysis) {
        caption.push_str(&format!(" {sentence}"));
    }
    Table {
        caption,
        columns,
        rows,
    }
}
