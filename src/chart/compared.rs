//! Who the pupils of trusts side by side are, and which of the trusts can be told apart, as tables.

use crate::method::{ComparedMeasure, ComparedPair, ComparedTrust, TrustDifference};
use crate::model::Basis;
use crate::terms::{AcademicYear, ContextPart, Figure, full_name};
use crate::words::chart::combined::of_whom;
use crate::words::chart::compared as words;
use crate::words::chart::heads;

use super::context::{part_with_unit, types_in_words};
use super::table::{Cell, Column, Table};
use super::trust::unit_of;

/// What is compared: "Grade 5 or above in English and maths, disadvantaged pupils, %".
fn what(measure: &ComparedMeasure) -> String {
    let unit = unit_of(measure.measure.unit(), measure.focus);
    format!("{}, {unit}", of_whom(measure.measure, measure.focus))
}

/// The trusts' contexts side by side.
#[must_use]
pub fn compared_context_table(
    trusts: &[ComparedTrust],
    basis: Basis,
    year: Option<AcademicYear>,
) -> Table {
    let mut columns = vec![Column::words(words::CONTEXT, |row: &Row| {
        Cell::Words(match row {
            Row::Part(part) => part_with_unit(*part, year),
            Row::Schools => words::SCHOOLS.to_owned(),
        })
    })];
    columns.extend(trusts.iter().map(|trust| {
        Column::numbers(&full_name(&trust.name), move |row: &Row| match row {
            Row::Part(part) => Cell::of_trust(trust.context.value(*part), basis),
            Row::Schools => types_in_words(&trust.context).map_or_else(Cell::none, Cell::Words),
        })
    }));
    let parts = ContextPart::ALL.into_iter().map(Row::Part);
    Table::new(words::CONTEXTS, &columns, parts.chain([Row::Schools]))
}

/// A row of the contexts.
enum Row {
    /// A part.
    Part(ContextPart),
    /// The schools by type.
    Schools,
}

/// Every pair in one measure: the difference with its interval, and whether the two can be told apart.
#[must_use]
pub fn compared_pairs_table(trusts: &[ComparedTrust], measure: &ComparedMeasure) -> Table {
    let name = |place: usize| trusts.get(place).map(|trust| full_name(&trust.name));
    let trust = |head, which: fn(&ComparedPair) -> usize| {
        Column::words(head, move |pair: &ComparedPair| {
            Cell::Words(name(which(pair)).unwrap_or_default())
        })
    };
    let number = |head, number: fn(&TrustDifference) -> Option<Figure>| {
        Column::numbers(head, move |pair: &ComparedPair| {
            let found = pair.difference.as_ref();
            found.map_or_else(Cell::none, |found| number(found).into())
        })
    };
    let unit = measure.measure.unit().difference_word();
    let columns = [
        trust(heads::TRUST, |pair| pair.one),
        trust(words::OTHER_TRUST, |pair| pair.two),
        number(heads::DIFFERENCE, |found| Some(found.difference)).in_unit(unit),
        number(words::LOWER_END, |found| {
            Figure::new(found.interval.low(), found.difference.unit())
        }),
        number(words::UPPER_END, |found| {
            Figure::new(found.interval.high(), found.difference.unit())
        }),
        Column::words(heads::TOLD_APART, |pair: &ComparedPair| {
            let found = pair.difference.as_ref();
            Cell::words(found.map_or(words::NO_INTERVAL, |found| {
                words::apart(found.is_distinguishable)
            }))
        }),
    ];
    let is_known = |place| name(place).is_some();
    let pairs = measure.pairs.iter();
    let pairs = pairs.filter(|pair| is_known(pair.one) && is_known(pair.two));
    let caption = words::pairs(measure.family, &what(measure));
    Table::new(caption, &columns, pairs)
}
