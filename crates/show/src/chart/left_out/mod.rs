//! What has no figure or does not count under the rules in force, and why.

pub(super) mod words;

use method::{Analysis, Exclusion, Level, Reason, SchoolFigures, TrustFigures};
use records::terms::order::sorted_by_key;
use records::terms::{Focus, Group, Missing, lead_region};

use crate::chart::words::heads;

use super::table::{self, Cell, Table};

/// Eligible trusts without a published figure, then those that are not eligible, each with its
/// reason.
#[must_use]
pub fn left_out(analysis: &Analysis) -> Table {
    type Column<'a> = table::Column<'a, LeftOut<'a>>;
    let unpublished = analysis.unpublished().map(|(trust, reason)| LeftOut {
        name: &trust.name,
        region: lead_region(trust.region),
        reason: words::no_figure(analysis.basis, reason),
    });
    // Hundreds of trusts have primary schools alone: those come last.
    let excluded: Vec<&Exclusion> = of_level(analysis, Level::Trust).collect();
    let excluded = sorted_by_key(excluded, |exclusion| {
        i64::from(matches!(exclusion.reason, Reason::NoSchoolInFile))
    });
    let excluded = excluded.into_iter().map(|exclusion| LeftOut {
        name: &exclusion.name,
        region: "\u{2013}",
        reason: words::not_eligible(&exclusion.reason),
    });
    let columns = [
        Column::words(heads::TRUST, |of| Cell::name(of.name)),
        Column::words(heads::LEAD_REGION, |of| Cell::words(of.region)),
        Column::words(heads::REASON, |of| Cell::words(&*of.reason)),
    ];
    Table::new(words::TRUSTS, &columns, unpublished.chain(excluded))
}

/// A trust without a figure.
struct LeftOut<'a> {
    name: &'a str,
    region: &'static str,
    reason: String,
}

/// Schools that do not count in any trust's figures, each with its reason.
#[must_use]
pub fn schools_left_out(analysis: &Analysis) -> Table {
    exclusions_table(of_level(analysis, Level::School))
}

/// Schools that do not count, whatever the rules, each with its reason.
#[must_use]
pub fn exclusions_table<'a>(schools: impl IntoIterator<Item = &'a Exclusion>) -> Table {
    type Column<'a> = table::Column<'a, Exclusion>;
    let columns = [
        Column::words(heads::SCHOOL, |of| Cell::name(&of.name)),
        Column::words(heads::URN, |of| {
            Cell::Words(of.urn.map_or_else(String::new, |urn| urn.to_string()))
        }),
        Column::words(heads::REASON, |of| Cell::Words(of.reason.to_string())),
    ];
    Table::new(words::SCHOOLS, &columns, schools)
}

/// Schools that count but have no value of the measure in force, which leaves them out of its sums.
#[must_use]
pub fn schools_without_value(analysis: &Analysis) -> Table {
    type Column<'a> = table::Column<'a, Without<'a>>;
    let groups: &[Group] = match analysis.rules.focus {
        Focus::Disadvantaged => &[Group::Disadvantaged],
        Focus::Other => &[Group::Other],
        Focus::All => &[Group::All],
        Focus::Gap => &[Group::Disadvantaged, Group::Other],
    };
    type Without<'a> = (&'a SchoolFigures, &'a TrustFigures, Group, Missing);
    let schools = analysis.trusts.iter().flat_map(|trust| {
        let schools = trust.schools.iter();
        schools.map(move |school| (school, trust))
    });
    let without = schools.flat_map(|(school, trust)| {
        groups.iter().filter_map(move |&group| {
            let reason = school.parts.get(group).missing()?;
            Some((school, trust, group, reason))
        })
    });
    let columns = [
        Column::words(heads::SCHOOL, |(school, ..)| Cell::name(&school.name)),
        Column::words(heads::TRUST, |(_, trust, ..)| Cell::name(&trust.name)),
        Column::words(heads::PUPILS, |(.., group, _)| Cell::words(group.pupils())),
        Column::words(heads::REASON, |(.., reason)| Cell::words(reason.reason())),
    ];
    Table::new(words::WITHOUT_VALUE, &columns, without)
}

/// How many schools and trusts are left out, by the sort of reason, the commonest first.
#[must_use]
pub fn reasons(analysis: &Analysis) -> Table {
    type Column<'a> = table::Column<'a, Counted>;
    type Counted = (Level, &'static str, usize);
    let mut counts: Vec<Counted> = Vec::new();
    for exclusion in analysis.excluded.iter() {
        let (level, sort) = (exclusion.level, exclusion.reason.sort());
        match counts.iter_mut().find(|(of, known, _)| *of == level && *known == sort) {
            Some((_, _, count)) => *count += 1,
            None => counts.push((level, sort, 1)),
        }
    }
    let counts = sorted_by_key(counts, |(level, _, count)| {
        let of_schools = i64::from(*level == Level::School) << 40;
        of_schools - i64::try_from(*count).unwrap_or_default()
    });
    let columns = [
        Column::words(heads::REASON, |(_, sort, _)| Cell::words(*sort)),
        Column::words(words::LEVEL, |(level, ..)| Cell::words(words::level(*level))),
        Column::numbers(words::HOW_MANY, |(.., count)| Cell::Count(*count)),
    ];
    Table::new(words::BY_REASON, &columns, counts)
}

fn of_level(analysis: &Analysis, level: Level) -> impl Iterator<Item = &Exclusion> {
    analysis
        .excluded
        .iter()
        .filter(move |exclusion| exclusion.level == level)
}
