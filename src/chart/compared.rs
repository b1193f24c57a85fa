//! Who the pupils of trusts side by side are, and which of the trusts can be told apart, as tables.

use crate::method::{ComparedMeasure, ComparedTrust};
use crate::model::Basis;
use crate::terms::{AcademicYear, ContextPart, Figure, Focus, Group, counted, readable_name};

use super::context::{part_with_unit, types_in_words};
use super::gap::unit_name;
use super::table::{Cell, Column, Table};

/// What is compared: "Grade 5 or above in English and maths, disadvantaged pupils, %".
fn what(measure: &ComparedMeasure) -> String {
    let of = measure.focus.group().map_or("gap", Group::pupils);
    let unit = measure.measure.unit();
    let unit = match measure.focus {
        Focus::Gap => unit.difference_word(),
        _ => unit_name(unit),
    };
    format!("{}, {of}, {unit}", measure.measure.name())
}

/// The trusts' contexts side by side.
#[must_use]
pub fn compared_context_table(
    trusts: &[ComparedTrust],
    basis: Basis,
    year: Option<AcademicYear>,
) -> Table {
    let mut columns = vec![Column::words("Context")];
    columns.extend(
        trusts
            .iter()
            .map(|trust| Column::numbers(&readable_name(&trust.name))),
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
    let types = std::iter::once(Cell::Words("Schools".to_owned())).chain(types);
    Table {
        caption: "Who the pupils are, side by side".to_owned(),
        columns,
        rows: parts.chain([types.collect()]).collect(),
    }
}

/// Every pair in one measure: the difference with its interval, and whether the two can be told apart.
#[must_use]
pub fn compared_pairs_table(trusts: &[ComparedTrust], measure: &ComparedMeasure) -> Table {
    let name = |place: usize| trusts.get(place).map(|trust| readable_name(&trust.name));
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
                    Cell::Words(apart(found.is_distinguishable).to_owned()),
                ]
            }
            None => [
                Cell::none(),
                Cell::none(),
                Cell::none(),
                Cell::Words("no interval".to_owned()),
            ],
        });
        Some(row)
    });
    let unit = measure.measure.unit().difference_word();
    Table {
        caption: format!(
            "Pairs among the {}: {}",
            counted(measure.family, "chosen trust"),
            what(measure)
        ),
        columns: vec![
            Column::words("Trust"),
            Column::words("Other trust"),
            Column::numbers(&format!("Difference, {unit}")),
            Column::numbers("Lower end"),
            Column::numbers("Upper end"),
            Column::words("Told apart"),
        ],
        rows: rows.collect(),
    }
}

const fn apart(is_distinguishable: bool) -> &'static str {
    if is_distinguishable {
        "distinguishable"
    } else {
        "not distinguishable"
    }
}
