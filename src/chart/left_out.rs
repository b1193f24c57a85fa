//! What has no figure or does not count under the rules in force, and why.

use crate::method::{Analysis, Exclusion, Level, Reason};
use crate::terms::order::sorted_by_key;
use crate::terms::{Focus, Group, full_name, lead_region};
use crate::words::chart::left_out as words;

use super::table::{Cell, Column, Table};

/// Eligible trusts without a published figure, then those that are not eligible, each with its
/// reason.
#[must_use]
pub fn left_out(analysis: &Analysis) -> Table {
    let unpublished = analysis.unpublished().map(|(trust, reason)| {
        let reason = words::no_figure(analysis.basis, reason);
        row([
            full_name(&trust.name),
            lead_region(trust.region).to_owned(),
            reason,
        ])
    });
    // Hundreds of trusts have primary schools alone: those come last.
    let excluded: Vec<&Exclusion> = of_level(analysis, Level::Trust).collect();
    let excluded = sorted_by_key(excluded, |exclusion| {
        i64::from(matches!(exclusion.reason, Reason::NoSchoolInFile))
    });
    let excluded = excluded.into_iter().map(|exclusion| {
        row([
            full_name(&exclusion.name),
            "\u{2013}".to_owned(),
            words::not_eligible(&exclusion.reason),
        ])
    });
    Table {
        caption: words::TRUSTS.to_owned(),
        columns: words::OF_TRUSTS.map(Column::words).to_vec(),
        rows: unpublished.chain(excluded).collect(),
    }
}

/// Schools that do not count in any trust's figures, each with its reason.
#[must_use]
pub fn schools_left_out(analysis: &Analysis) -> Table {
    exclusions_table(of_level(analysis, Level::School))
}

/// Schools that do not count, whatever the rules, each with its reason.
#[must_use]
pub fn exclusions_table<'a>(schools: impl IntoIterator<Item = &'a Exclusion>) -> Table {
    Table {
        caption: words::SCHOOLS.to_owned(),
        columns: words::OF_SCHOOLS.map(Column::words).to_vec(),
        rows: schools
            .into_iter()
            .map(|exclusion| {
                row([
                    full_name(&exclusion.name),
                    exclusion
                        .urn
                        .map_or_else(String::new, |urn| urn.to_string()),
                    exclusion.reason.to_string(),
                ])
            })
            .collect(),
    }
}

/// Schools that count but have no value of the measure in force, which leaves them out of its sums.
#[must_use]
pub fn schools_without_value(analysis: &Analysis) -> Table {
    let groups: &[Group] = match analysis.rules.focus {
        Focus::Disadvantaged => &[Group::Disadvantaged],
        Focus::Other => &[Group::Other],
        Focus::All => &[Group::All],
        Focus::Gap => &[Group::Disadvantaged, Group::Other],
    };
    let mut rows = Vec::new();
    for trust in &analysis.trusts {
        for school in trust.schools.iter() {
            for &group in groups {
                if let Some(reason) = school.parts.get(group).missing() {
                    rows.push(row([
                        full_name(&school.name),
                        full_name(&trust.name),
                        group.pupils().to_owned(),
                        reason.reason().to_owned(),
                    ]));
                }
            }
        }
    }
    Table {
        caption: words::WITHOUT_VALUE.to_owned(),
        columns: words::OF_SCHOOLS_WITHOUT_VALUE.map(Column::words).to_vec(),
        rows,
    }
}

/// How many schools and trusts are left out, by the sort of reason, the commonest first.
#[must_use]
pub fn reasons(analysis: &Analysis) -> Table {
    let mut counts: Vec<(Level, &'static str, usize)> = Vec::new();
    for exclusion in analysis.excluded.iter() {
        let (level, sort) = (exclusion.level, exclusion.reason.sort());
        match counts
            .iter_mut()
            .find(|(of, known, _)| *of == level && *known == sort)
        {
            Some((_, _, count)) => *count += 1,
            None => counts.push((level, sort, 1)),
        }
    }
    let counts = sorted_by_key(counts, |(level, _, count)| {
        let of_schools = i64::from(*level == Level::School) << 40;
        of_schools - i64::try_from(*count).unwrap_or_default()
    });
    Table {
        caption: words::BY_REASON.to_owned(),
        columns: vec![
            Column::words(words::REASON),
            Column::words(words::OF),
            Column::numbers(words::HOW_MANY),
        ],
        rows: counts
            .into_iter()
            .map(|(level, sort, count)| {
                vec![
                    Cell::Words(sort.to_owned()),
                    Cell::Words(words::level(level).to_owned()),
                    Cell::Count(count),
                ]
            })
            .collect(),
    }
}

fn of_level(analysis: &Analysis, level: Level) -> impl Iterator<Item = &Exclusion> {
    analysis
        .excluded
        .iter()
        .filter(move |exclusion| exclusion.level == level)
}

fn row<const CELLS: usize>(cells: [String; CELLS]) -> Vec<Cell> {
    cells.map(Cell::Words).to_vec()
}
