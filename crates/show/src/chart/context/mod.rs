//! The context of a trust beside its region's and England's.

mod words;

pub use words::types_in_words;

use method::Context;
use records::model::Basis;
use records::terms::{AcademicYear, ContextPart, Figure, Missing, Region, SchoolType, Unit, Value};

use crate::chart::words::heads;

use super::table::{Cell, Column, Table};

/// The head of a part's row, with its unit: what a score at key stage 2 is depends on when the pupils sat the tests,
/// five years before these results.
pub(super) fn part_with_unit(part: ContextPart, year: Option<AcademicYear>) -> String {
    let unit = match (part.unit(), year) {
        (Unit::Percent, _) => "%",
        (_, Some(year)) if year.ends() > 2020 => words::SCALED_SCORE,
        (_, Some(_)) => words::AVERAGE_POINTS,
        (_, None) => words::SCORE,
    };
    format!("{}, {unit}", part.name())
}

/// The context of a trust, of its region's eligible trusts and of all of them: a row for each part, then the schools by
/// type.
///
/// ```
/// use show::chart::context_table;
/// use read::layout::read_file;
/// use records::model::{Basis, Library};
/// use records::terms::Region;
/// use method::{Contexts, Judgement, Rules};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG,TPUP_MATPTINC,PEALGRP2_MATPTINC\n\
///            1,ONE,London,40,100,30%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let data = library.newest().unwrap();
/// let contexts = Contexts::new(&Judgement::new(&data, &Rules::default()).unwrap());
/// let london = contexts.area(Some(Region::London));
/// let basis = Basis::Published;
/// let table = context_table(&london, Some(Region::London), [&london, &contexts.area(None)], basis, data.year);
/// assert_eq!(table.rows[1][1].text(), "30");
/// assert_eq!(table.rows[2][1].text(), "not in the file");
/// ```
#[must_use]
pub fn context_table(
    trust: &Context,
    region: Option<Region>,
    [of_region, of_all]: [&Context; 2],
    basis: Basis,
    year: Option<AcademicYear>,
) -> Table {
    let name = |row: &Row| {
        Cell::Words(match row {
            Row::Part(part) => part_with_unit(*part, year),
            Row::Schools(of) => words::several(*of),
        })
    };
    let of = |head: &str, context, basis| {
        Column::numbers(head, move |row: &Row| match row {
            Row::Part(part) => Cell::of_trust(Context::value(context, *part), basis),
            Row::Schools(of) => Cell::Count(schools(context, *of)),
        })
    };
    let columns = [
        Column::words(words::CONTEXT, name),
        of(heads::TRUST, trust, basis),
        of(&words::trusts_of(region), of_region, Basis::Computed),
        of(heads::ALL_ELIGIBLE_TRUSTS, of_all, Basis::Computed),
    ];
    let parts = ContextPart::ALL.into_iter().map(Row::Part);
    let types = of_all.types.iter().map(|(of, _)| Row::Schools(*of));
    Table::new(words::PUPILS_AND_SCHOOLS, &columns, parts.chain(types))
}

/// A row of the table.
enum Row {
    /// A part of the context.
    Part(ContextPart),
    /// How many schools are of a type.
    Schools(SchoolType),
}

fn schools(context: &Context, of: SchoolType) -> usize {
    let mut types = context.types.iter();
    types.find(|(known, _)| *known == of).map_or(0, |(_, count)| *count)
}

/// A trust's context in a sentence: "disadvantaged pupils 23% (London's trusts 31.6%, all eligible trusts 25.9%); …",
/// and the parts that no file gives.
#[must_use]
pub fn context_in_words(
    trust: &Context,
    region: Option<Region>,
    [of_region, of_all]: [&Context; 2],
    basis: Basis,
) -> String {
    let mut known = Vec::new();
    let mut unknown: Vec<&str> = Vec::new();
    for part in ContextPart::ALL {
        let Some(figure) = trust.value(part).figure() else {
            unknown.push(part.in_sentence());
            continue;
        };
        known.push(words::part_beside(
            part,
            &figure_words(figure, basis),
            (region, &value_words(of_region.value(part))),
            &value_words(of_all.value(part)),
        ));
    }
    words::context(&known, &unknown)
}

pub(super) fn figure_words(figure: Figure, basis: Basis) -> String {
    let number = super::of_trust(figure, basis);
    match figure.unit() {
        Unit::Percent => format!("{number}%"),
        _ => number,
    }
}

fn value_words(value: Value) -> String {
    match value {
        Value::Published(figure) => figure_words(figure, Basis::Computed),
        Value::Missing(reason) => Missing::reason(reason).to_owned(),
    }
}
