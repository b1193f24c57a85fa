//! A school by itself: what is said of it, its values of every measure, its years, and the schools of a region by rank.

mod words;

use method::{EachSchool, Family, FamilyRanks, Rank, Rules, SchoolProfile, TrustFigures, TrustRank, possible_ranks};
use records::ByGroup;
use records::model::Basis;
use records::terms::letters::with_capital;
use records::terms::{AcademicYear, Authority, Group, Measure, Region, Value, year_in_words};

use crate::chart::words::heads;

use super::bounds::{Bounds, bound_columns, interval_in_words, level_in_words};
use super::gap::unit_name;
use super::ranked_trusts::words::{BEST_POSSIBLE_RANK, WORST_POSSIBLE_RANK};
use super::table::{self, Caption, Cell, Table};
use super::trust::{focus_in_sentence, shown_under, unit_of};

/// What is said of a school: its figure with its ranks, and its part in its trust's figure.
#[must_use]
pub fn school_in_words(each: &EachSchool, of: &SchoolProfile) -> Vec<String> {
    let rules = &each.schools.rules;
    let shown = |figure| focus_in_sentence(figure, Basis::Published, rules.focus);
    let computed = |figure| focus_in_sentence(figure, Basis::Computed, rules.focus);
    let what = shown_under(rules);
    let mut said = Vec::new();
    match of.value {
        Value::Published(figure) => {
            let interval = Bounds::new(Some(figure), Basis::Published, of.precision);
            let interval = interval.map(|bounds| interval_in_words(each.schools.level(), bounds));
            said.push(words::figure(&what, &shown(figure), interval.as_deref()));
        }
        Value::Missing(reason) => said.push(words::no_figure(&what, reason)),
    }
    if let (Some((rank, all)), Some(region)) = (of.rank_in_region, of.region) {
        said.push(words::rank_in_region(rank, all, region, of.range_in_region));
    }
    said.extend(of.rank_in_trust.map(|(rank, all)| words::rank_in_trust(rank, all)));
    if let (Some(share), Some(trust)) = (of.share, of.trust_figure) {
        said.push(words::part(
            share,
            &computed(trust),
            of.without.map(computed).as_deref(),
        ));
    }
    said
}

/// Where a school is, of what type it is and since when it is in its trust, in words.
#[must_use]
pub fn school_about_in_words(of: &SchoolProfile) -> String {
    let authority = of
        .authority
        .and_then(Authority::of_code)
        .map(|authority| authority.name);
    words::about(of.school_type, authority, of.region, of.years)
}

/// Every measure of a school, by group.
#[must_use]
pub fn school_values_table(of: &SchoolProfile) -> Table {
    type Row = (Measure, ByGroup<Value>, Value);
    type Column<'a> = table::Column<'a, Row>;
    let name = |(measure, ..): &Row| Cell::words(table::in_unit(measure.name(), unit_name(measure.unit())));
    let of_group = |group: Group| {
        Column::numbers(&with_capital(group.pupils()), move |(_, values, _): &Row| {
            Cell::published(*values.get(group))
        })
    };
    let columns = [
        Column::words(heads::MEASURE, name),
        of_group(Group::Disadvantaged),
        of_group(Group::Other),
        of_group(Group::All),
        Column::numbers(words::GAP, |(.., gap): &Row| Cell::of_trust(*gap, Basis::Computed)),
    ];
    Table::new(words::VALUES.to_owned(), &columns, of.measures.iter().cloned())
}

/// A school's values of the focus in the years that have it, the newest first.
#[must_use]
pub fn school_years_table(rules: &Rules, years: &[(Option<AcademicYear>, Value)]) -> Table {
    type Row = (Option<AcademicYear>, Value);
    type Column<'a> = table::Column<'a, Row>;
    let columns = [
        Column::words(words::YEAR, |(year, _): &Row| Cell::words(year_in_words(*year))),
        Column::numbers(heads::FIGURE, |(_, value): &Row| Cell::published(*value))
            .in_unit(unit_of(rules.measure.unit(), rules.focus)),
    ];
    Table::new(words::years(&shown_under(rules)), &columns, years.iter().copied())
}

/// A school with the ranks that it could have among its region's schools, or why it has none.
struct Row<'a> {
    school: &'a TrustFigures,
    possible: Result<TrustRank, &'static str>,
}

/// The schools of a region that count in eligible trusts, the best first, each with its number, and with the ranks that
/// it could have once the family of the region's schools is ranked.
#[must_use]
pub fn region_schools_table(each: &EachSchool, region: Region, ranked: Option<&(Family, FamilyRanks)>) -> Table {
    type Column<'a> = table::Column<'a, Row<'a>>;
    let rules = &each.schools.rules;
    let unit = unit_of(rules.measure.unit(), rules.focus);
    let possible = ranked.map(|ranked| possible_ranks(&each.schools, std::slice::from_ref(ranked)));
    let schools = each.schools.trusts.iter().enumerate();
    let rows = schools.filter(|(_, school)| school.region == Some(region));
    let rows = rows.map(|(index, school)| Row {
        school,
        possible: match &possible {
            None => Err(words::NOT_WORKED_OUT),
            Some(possible) => possible.get(index).copied().flatten().ok_or(words::NO_POSSIBLE_RANKS),
        },
    });
    let possible = |head: &str, rank: fn(TrustRank) -> u32| {
        Column::numbers(head, move |of| {
            of.possible.map_or_else(Cell::Nothing, |of| rank(of).into())
        })
    };
    let mut columns = vec![
        Column::words(heads::SCHOOL, |of| Cell::name(&of.school.name)),
        Column::words(words::NUMBER, |of| Cell::words(&*of.school.uid)),
        Column::words(heads::TRUST, |of| {
            let urn = of.school.schools.first().map(|school| school.urn);
            let trust = urn.and_then(|urn| each.trust_of(urn));
            Cell::known(trust.map(|trust| Cell::name(&trust.name)))
        }),
        Column::numbers(words::RANK, |of| {
            Cell::rank(of.school.regional_rank().map(Rank::number))
        }),
        possible(BEST_POSSIBLE_RANK, |of| of.low),
        possible(WORST_POSSIBLE_RANK, |of| of.high),
        Column::numbers(heads::FIGURE, |of| Cell::published(of.school.value())).in_unit(unit),
    ];
    columns.extend(bound_columns(each.schools.level(), unit, |of: &Row<'_>| {
        Bounds::new(of.school.figure(), Basis::Published, of.school.precision)
    }));
    let choices = &each.schools.intervals.choices;
    let meaning = words::possible_ranks(choices.kind, &level_in_words(choices.level));
    let caption = Caption::new(words::schools_of(region, &shown_under(rules)), meaning);
    Table::new(caption, &columns, rows)
}
