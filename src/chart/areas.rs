//! The user's areas with the authorities of which they are made.

use crate::layout::ByGroup;
use crate::method::{Analysis, AreaFigures, LocalArea, published_for};
use crate::terms::{Authority, Missing, Value};
use crate::words::chart::areas as words;
use crate::words::chart::heads;

use super::bounds::{Bounds, bound_columns};
use super::of_analysis;
use super::table::{self, Cell, Table};
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
    type Column<'a> = table::Column<'a, Line<'a>>;
    let rows = analysis.areas.iter().flat_map(|local| {
        let authorities = local.authorities.iter();
        let authorities = authorities.map(|(code, values)| Line::Authority(*code, values.as_ref()));
        std::iter::once(Line::Area(local)).chain(authorities)
    });
    let mut columns = vec![
        Column::words(words::AREA, |line| match line {
            Line::Area(local) => Cell::words(&*local.area.name),
            Line::Authority(code, _) => Cell::Words(
                Authority::of_code(*code).map_or_else(|| code.to_string(), words::in_full),
            ),
        }),
        Column::words(words::OF, |line| {
            Cell::words(match line {
                Line::Area(..) => words::TRUSTS,
                Line::Authority(..) => words::ALL_ITS_SCHOOLS_AS_PUBLISHED,
            })
        }),
        Column::numbers(&figure_column(analysis), |line| match line {
            Line::Area(local) => local.figures.figure.into(),
            Line::Authority(_, values) => values
                .map_or(Cell::Missing(Missing::NotAvailable), |values| {
                    Cell::published(published_for(analysis, values))
                }),
        }),
    ];
    let unit = unit_of(analysis.rules.measure.unit(), analysis.rules.focus);
    let bounds = |line: &Line<'_>| match line {
        Line::Area(local) => Bounds::computed(local.figures.figure?, local.figures.precision?),
        Line::Authority(..) => None,
    };
    columns.extend(bound_columns(analysis.level(), unit, bounds));
    let behind = |head, count: fn(&AreaFigures) -> usize| {
        Column::numbers(head, move |line| match line {
            Line::Area(local) => Cell::Count(count(&local.figures)),
            Line::Authority(..) => Cell::Nothing(words::ALL_ITS_SCHOOLS),
        })
    };
    columns.push(behind(heads::ELIGIBLE_TRUSTS, |of| of.eligible));
    columns.push(behind(heads::SCHOOLS_THAT_COUNT, |of| of.schools));
    let mut caption = of_analysis(analysis, words::caption());
    for sentence in empty_areas(analysis) {
        caption.push_str(&format!(" {sentence}"));
    }
    Table::new(caption, &columns, rows)
}

/// A row of the table.
enum Line<'a> {
    /// An area.
    Area(&'a LocalArea),
    /// One of its authorities, by its code, with all its schools' published figures.
    Authority(u16, Option<&'a ByGroup<Value>>),
}
