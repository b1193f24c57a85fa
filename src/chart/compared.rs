//! Who the pupils of trusts side by side are, and which of the trusts can be told apart, as tables.

use crate::method::{ComparedMeasure, ComparedTrust};
use crate::model::Basis;
use crate::terms::{AcademicYear, ContextPart, Figure, Focus, full_name};
use crate::words::chart::combined::of_whom;
use crate::words::chart::compared as words;

use super::context::{part_with_unit, types_in_words};
use super::gap::unit_name;
use super::table::{Cell, Column, Table};

/// What is compared: "Grade 5 or above in English and maths, disadvantaged pupils, %".
fn what(measure: &ComparedMeasure) -> String {
    let unit = measure.measure.unit();
    let unit = match measure.focus {
        Focus::Gap => unit.difference_word(),
        _ => unit_name(unit),
    };
    format!("{}, {unit}", of_whom(measure.measure, measure.focus))
}

/// The trusts' contexts side by side.
#[must_use]
pub fn compared_context_table(
    trusts: &[ComparedTrust],
    basis: Basis,
    year: Option<AcademicYear>,
) -> Table {
    let mut columns = vec![Column::words(words::CONTEXT)];
    columns.extend(
        trusts
            .iter()
            .map(|trust| Column::numbers(&full_name(&trust.name))),
    );
    let parts = ContextPart::ALL.into_iter().map(|part| {
        let values = trusts
            .iter()
            .map(|trust| Cell::of_trust(trust.context.value(part), basis));
        std::iter::once(Cell::Words(part_with_unit(part, year)))
            .chain(values)
            .collect()
    });
    let types = trusts
        .iter()
        .map(|trust| types_in_words(&trust.context).map_or_else(Cell::none, Cell::Words));
    let types = std::iter::once(Cell::Words(words::SCHOOLS.to_owned())).chain(types);
    Table {
        caption: words::CONTEXTS.to_owned(),
        columns,
        rows: parts.chain([types.collect()]).collect(),
    }
}

/// Every pair in one measure: the difference with its interval, and whether the two can be told apart.
#[must_use]
pub fn compared_pairs_table(trusts: &[ComparedTrust], measure: &ComparedMeasure) -> Table {
    let name = |place: usize| trusts.get(place).map(|trust| full_name(&trust.name));
    let rows = measure.pairs.iter().filter_map(|pair| {
        let mut row = vec![Cell::Words(name(pair.one)?), Cell::Words(name(pair.two)?)];
        row.extend(match pair.difference {
            Some(found) => {
                let unit = found.difference.unit();
                let end = |number| Cell::from(Figure::new(number, unit));
                [
                    Cell::Figure(found.difference),
                    end(found.interval.low()),
                    end(found.interval.high()),
                    Cell::Words(words::apart(found.is_distinguishable).to_owned()),
                ]
            }
            None => [
                Cell::none(),
                Cell::none(),
                Cell::none(),
                Cell::Words(words::NO_INTERVAL.to_owned()),
            ],
        });
        Some(row)
    });
    let unit = measure.measure.unit().difference_word();
    let mut columns = words::PAIR.map(Column::words).to_vec();
    columns.extend(words::difference(unit).map(|name| Column::numbers(&name)));
    columns.push(Column::words(words::TOLD_APART));
    Table {
        caption: words::pairs(measure.family, &what(measure)),
        columns,
        rows: rows.collect(),
    }
}
