//! Trusts side by side, in words and as tables.

use crate::method::{ComparedMeasure, ComparedPair, ComparedTrust};
use crate::model::Basis;
use crate::stats::Level as Confidence;
use crate::terms::{AcademicYear, ContextPart, Figure, Focus, Group, counted, readable_name};

use super::bounds::{Bounds, bound_cells, level_in_words};
use super::context::{part_with_unit, types_in_words};
use super::gap::unit_name;
use super::of_trust;
use super::table::{Cell, Column, Table};
use super::trust::figure_in_sentence;

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

/// Every measure, with a figure and an interval for each trust.
#[must_use]
pub fn compared_table(
    trusts: &[ComparedTrust],
    measures: &[ComparedMeasure],
    basis: Basis,
    level: Confidence,
) -> Table {
    let mut columns = vec![Column::words("Measure")];
    for trust in trusts {
        let name = readable_name(&trust.name);
        columns.push(Column::numbers(&name));
        let level = level_in_words(level);
        columns
            .extend(["low", "high"].map(|end| Column::numbers(&format!("{name}, {level} {end}"))));
    }
    let rows = measures.iter().map(|measure| {
        let mut row = vec![Cell::Words(what(measure))];
        for figure in &measure.figures {
            row.push(Cell::of_trust(figure.value, basis));
            let bounds = figure.value.figure().zip(figure.precision);
            row.extend(bound_cells(bounds.and_then(|(figure, precision)| {
                Bounds::of_trust(figure, basis, precision)
            })));
        }
        row
    });
    Table {
        caption: format!("{} side by side", counted(trusts.len(), "trust")),
        columns,
        rows: rows.collect(),
    }
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

/// A pair in a sentence: "X (60%) and Y (5%): distinguishable at 95% among the 3 chosen trusts: the difference is 55
/// percentage points, between 43.9 and 66.1"; nothing where one has no figure.
#[must_use]
pub fn compared_pair_in_words(
    trusts: &[ComparedTrust],
    measure: &ComparedMeasure,
    pair: &ComparedPair,
    basis: Basis,
    level: Confidence,
) -> Option<String> {
    let told = |place: usize| {
        let figure = measure.figures.get(place)?.value.figure()?;
        let name = readable_name(&trusts.get(place)?.name);
        Some(format!("{name} ({})", figure_in_sentence(figure, basis)))
    };
    let both = format!("{} and {}", told(pair.one)?, told(pair.two)?);
    let Some(found) = pair.difference else {
        return Some(format!(
            "{both}: not to be told, since one of them has no interval"
        ));
    };
    let (low, high) = (found.interval.low(), found.interval.high());
    let unit = found.difference.unit();
    Some(format!(
        "{both}: {} at {} among the {}: the difference is {} {}, between {} and {}",
        apart(found.is_distinguishable),
        level_in_words(level),
        counted(measure.family, "chosen trust"),
        of_trust(found.difference, basis),
        unit.difference_word(),
        Figure::new(low, unit)?.plain(),
        Figure::new(high, unit)?.plain(),
    ))
}
