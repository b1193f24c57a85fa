//! The user's areas with the authorities of which they are made.

use crate::layout::ByGroup;
use crate::method::Analysis;
use crate::terms::{Authority, Focus, Group, Missing, Value};

use super::gap::unit_name;
use super::table::{Cell, Column, Table};

/// Each area's figure, and under it those that the Department publishes for its authorities, which
/// are of all their schools and not of trusts.
#[must_use]
pub fn areas_table(analysis: &Analysis) -> Table {
    let rules = analysis.rules;
    let group = rules.focus.weighing_group();
    let unit = unit_name(rules.measure.unit());
    let figure_column = match rules.focus {
        Focus::Gap => format!("Gap, {}", rules.measure.unit().difference_word()),
        _ => format!("{}, {unit}", rules.measure.short_name()),
    };
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
                authority_cell(values.as_ref(), rules.focus, group),
                Cell::Words("\u{2013}".to_owned()),
                Cell::Words("\u{2013}".to_owned()),
            ]);
        }
    }
    Table {
        caption: "Areas and their authorities".to_owned(),
        columns: vec![
            Column::words("Area"),
            Column::words("Of"),
            Column::numbers(&figure_column),
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

fn authority_cell(values: Option<&ByGroup<Value>>, focus: Focus, group: Group) -> Cell {
    let Some(values) = values else {
        return Cell::Missing(Missing::NotAvailable);
    };
    if focus == Focus::Gap {
        let ends = values
            .get(Group::Other)
            .figure()
            .zip(values.get(Group::Disadvantaged).figure());
        return ends
            .and_then(|(other, disadvantaged)| other.minus(disadvantaged))
            .into();
    }
    Cell::published(*values.get(group))
}
