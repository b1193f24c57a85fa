//! The user's areas with the authorities of which they are made.

mod words;

use method::{Analysis, AreaFigures, TrustFigures, published_for};
use records::model::Basis;
use records::terms::{Area, Authority, Missing};

use crate::chart::words::heads;

use super::adjusted::adjusted_for;
use super::bounds::{Bounds, bound_columns};
use super::of_analysis;
use super::table::{self, Caption, Cell, Table};
use super::top_ten::figure_column;
use super::trust::unit_of;

/// The warnings for areas without eligible trusts and schools that count. The files may not have their authorities,
/// perhaps because these are former ones.
pub fn empty_areas(analysis: &Analysis) -> impl Iterator<Item = String> {
    let areas = analysis.areas.iter();
    let empty = areas.filter(|local| local.figures.eligible == 0 && local.figures.schools == 0);
    empty.map(|local| words::empty(&local.area.name))
}

/// What is missing if areas were asked for and no file says where the trusts' schools are.
#[must_use]
pub fn areas_without_places(analysis: &Analysis, asked: &[Area]) -> Option<String> {
    (!asked.is_empty() && analysis.areas.is_empty()).then(|| words::WITHOUT_PLACES.to_owned())
}

/// The authorities in which a trust's schools are, the one with most of the trust first: "Its schools are in Cornwall
/// and Plymouth." `None` if no file says where they are.
#[must_use]
pub fn authorities_in_words(trust: &TrustFigures) -> Option<String> {
    let found = trust.location.authorities().filter_map(Authority::of_code);
    // "Bristol, City of" would be two in a list.
    let names: Vec<&str> = found.filter_map(|of| of.name.split(", ").next()).collect();
    (!names.is_empty()).then(|| words::authorities(&names))
}

/// Each area's figure, and under it those that the Department publishes for its authorities, which
/// are of all their schools and not of trusts. An area's has its interval: pupil sampling only.
#[must_use]
pub fn areas_table(analysis: &Analysis) -> Table {
    type Column<'a> = table::Column<'a, Line<'a>>;
    let mut rows = Vec::new();
    for local in &analysis.areas {
        let AreaFigures { figure, precision, .. } = local.figures;
        rows.push(Line {
            name: local.area.name.clone(),
            figure: figure.into(),
            bounds: Bounds::new(figure, Basis::Computed, precision),
            behind: Some(&local.figures),
        });
        for (code, values) in &local.authorities {
            let name = Authority::of_code(*code);
            let value = values.as_ref().map(|values| published_for(analysis, values));
            rows.push(Line {
                name: name.map_or_else(|| code.to_string(), words::in_full),
                figure: value.map_or(Cell::Missing(Missing::NotAvailable), Cell::published),
                bounds: None,
                behind: None,
            });
        }
    }
    let mut columns = vec![
        Column::words(words::AREA, |line| Cell::words(&*line.name)),
        Column::words(words::BASED_ON, |line| {
            Cell::words(match line.behind {
                Some(_) => words::TRUSTS,
                None => words::ALL_ITS_SCHOOLS_AS_PUBLISHED,
            })
        }),
        Column::numbers(&figure_column(analysis), |line| line.figure.clone()),
    ];
    let unit = unit_of(analysis.rules.measure.unit(), analysis.rules.focus);
    let bounds = bound_columns(analysis.level(), unit, |line: &Line<'_>| line.bounds);
    columns.extend(bounds);
    let behind = |head, count: fn(&AreaFigures) -> usize| {
        Column::numbers(head, move |line| {
            let count = line.behind.map(count);
            Cell::count(count, words::ALL_ITS_SCHOOLS)
        })
    };
    columns.push(behind(heads::ELIGIBLE_TRUSTS, |of| of.eligible));
    if analysis.basis == Basis::Computed {
        columns.push(behind(heads::SCHOOLS_THAT_COUNT, |of| of.schools));
    }
    let mut rest = of_analysis(analysis, words::intervals());
    for sentence in empty_areas(analysis) {
        rest.push_str(&format!(" {sentence}"));
    }
    Table::new(Caption::new(words::AREAS, rest), &columns, rows).adjusted_for(adjusted_for(analysis))
}

/// A row of the table: an area, or one of its authorities with all its schools' published figures.
struct Line<'a> {
    name: String,
    figure: Cell,
    bounds: Option<Bounds>,
    /// The figures behind an area.
    behind: Option<&'a AreaFigures>,
}
