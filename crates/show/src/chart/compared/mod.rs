//! The pupils of trusts side by side, and which of the trusts are distinguishable, as tables.

pub(super) mod words;

use method::{ComparedPair, ComparedTrust, Scope, TrustDifference, region_of_pair};
use records::model::Basis;
use records::terms::{AcademicYear, ContextPart, Figure, Focus, Measure, Unit, full_name};

use crate::chart::combined::words::of_whom;
use crate::chart::words::heads;

use super::context::{part_with_unit, types_in_words};
use super::part::part_name;
use super::table::{Cell, Column, Table};
use super::trust::unit_of;

/// What is compared: "Grade 5 or above in English and maths, disadvantaged pupils, %".
fn what((measure, focus): (Measure, Focus)) -> String {
    format!("{}, {}", of_whom(measure, focus), unit_of(measure.unit(), focus))
}

/// The trusts' contexts side by side.
#[must_use]
pub fn compared_context_table(trusts: &[ComparedTrust], basis: Basis, year: Option<AcademicYear>) -> Table {
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

/// Every pair in one measure for some pupils: the difference with its interval, whether the two are distinguishable,
/// and the part of the country among whose trusts they are judged.
#[must_use]
pub fn compared_pairs_table(trusts: &[ComparedTrust], of: (Measure, Focus), found: &[ComparedPair]) -> Table {
    let mut columns = pair_columns(of.0.unit());
    columns.push(Column::words(words::JUDGED_AMONG, |pair: &Pair<'_>| {
        let region = region_of_pair(pair.one.region, pair.two.region);
        Cell::words(part_name(region.map_or(Scope::All, Scope::Region)))
    }));
    Table::new(words::pairs(&what(of)), &columns, pairs(trusts, found))
}

/// A pair of trusts with what is found of it.
pub(crate) struct Pair<'a> {
    one: &'a ComparedTrust,
    two: &'a ComparedTrust,
    difference: Option<TrustDifference>,
}

/// The pairs of these trusts.
pub(crate) fn pairs<'a>(trusts: &'a [ComparedTrust], pairs: &'a [ComparedPair]) -> impl Iterator<Item = Pair<'a>> {
    pairs.iter().filter_map(|pair| {
        Some(Pair {
            one: trusts.get(pair.one)?,
            two: trusts.get(pair.two)?,
            difference: pair.difference,
        })
    })
}

/// The columns of a pair, for people and programs.
pub(crate) fn pair_columns<'a>(unit: Unit) -> Vec<Column<'a, Pair<'a>>> {
    type Column<'a> = super::table::Column<'a, Pair<'a>>;
    let number = |head, number: fn(&TrustDifference) -> Option<Figure>| {
        Column::numbers(head, move |pair| {
            let found = pair.difference.as_ref();
            found.map_or_else(Cell::none, |found| number(found).into())
        })
    };
    vec![
        Column::data("one", |pair| Cell::words(&*pair.one.uid)),
        Column::data("two", |pair| Cell::words(&*pair.two.uid)),
        Column::words(heads::TRUST, |pair| Cell::name(&pair.one.name)),
        Column::words(words::OTHER_TRUST, |pair| Cell::name(&pair.two.name)),
        number(heads::DIFFERENCE, |found| Some(found.difference))
            .in_unit(unit.difference_word())
            .keyed("difference"),
        number(words::LOWER_END, |found| {
            Figure::new(found.interval.low(), found.difference.unit())
        })
        .keyed("low"),
        number(words::UPPER_END, |found| {
            Figure::new(found.interval.high(), found.difference.unit())
        })
        .keyed("high"),
        Column::words(heads::DISTINGUISHABLE, |pair| {
            let found = pair.difference.as_ref();
            Cell::words(found.map_or(words::NO_INTERVAL, |found| words::apart(found.is_distinguishable)))
        }),
        Column::data("distinguishable", |pair| {
            let found = pair.difference.as_ref();
            found.map_or_else(Cell::none, |found| Cell::Flag(found.is_distinguishable))
        }),
    ]
}
