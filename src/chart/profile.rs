//! A trust's page as tables: its measures, and which school makes its figure.

use crate::method::{
    MeasureProfile, Profile, ProfileLine, ProfileSchool, Rank, SecondGapLine, TrustRank,
};
use crate::model::Basis;
use crate::stats::Level as Confidence;
use crate::terms::{
    Figure, Focus, Group, Measure, Missing, Region, Unit, Value, lead_region_in_sentence,
};
use crate::words::chart::heads;
use crate::words::chart::profile as words;

use super::bounds::{Bounds, bound_columns};
use super::gap::unit_name;
use super::of_loaded;
use super::table::{self, Cell, Table};
use super::trust::unit_of;

/// What a row is called: "Attainment 8, disadvantaged pupils, points".
fn row_name(measure: Measure, what: &str, is_gap: bool) -> String {
    let unit = measure.unit();
    let unit = if is_gap {
        unit.difference_word()
    } else {
        unit_name(unit)
    };
    format!("{}, {what}, {unit}", measure.name())
}

/// A row of a trust's measures.
enum MeasureRow<'a> {
    /// Of a group, or of the gap.
    Line(Measure, &'a ProfileLine),
    /// Of the second gap.
    Second(Measure, &'a SecondGapLine),
}

impl MeasureRow<'_> {
    fn name(&self) -> Cell {
        Cell::Words(match *self {
            Self::Line(measure, line) => {
                let what = line.focus.group().map_or(words::GAP, Group::pupils);
                row_name(measure, what, line.focus == Focus::Gap)
            }
            Self::Second(measure, _) => row_name(measure, words::SECOND_GAP, true),
        })
    }

    const fn value(&self) -> Value {
        match self {
            Self::Line(_, line) => line.value,
            Self::Second(_, second) => second.value,
        }
    }

    fn bounds(&self, basis: Basis) -> Option<Bounds> {
        let figure = self.value().figure()?;
        match self {
            Self::Line(_, line) => Bounds::of_trust(figure, basis, line.precision?),
            Self::Second(_, second) => Bounds::computed(figure, second.precision?),
        }
    }

    fn of_region(&self) -> Cell {
        match self {
            Self::Line(_, line) => line.region.0.into(),
            Self::Second(_, second) => Cell::of_trust(second.region, Basis::Computed),
        }
    }

    fn of_all(&self) -> Cell {
        match self {
            Self::Line(_, line) => line.all.0.into(),
            Self::Second(_, second) => Cell::of_trust(second.all, Basis::Computed),
        }
    }

    /// The second gap ranks trusts as the disadvantaged pupils' figure does.
    const fn line(&self) -> Option<&ProfileLine> {
        match self {
            Self::Line(_, line) => Some(line),
            Self::Second(..) => None,
        }
    }
}

/// Every measure of a trust beside its region's trusts and all eligible ones, with intervals, ranks and the ranks that
/// cannot be ruled out.
#[must_use]
pub fn measures_table(profile: &Profile, measures: &[MeasureProfile], level: Confidence) -> Table {
    type Column<'a> = table::Column<'a, MeasureRow<'a>>;
    let region = lead_region_in_sentence(profile.region);
    let basis = profile.basis;
    let mut columns = vec![
        Column::words(heads::MEASURE, MeasureRow::name),
        Column::numbers(heads::TRUST, |row| match row {
            MeasureRow::Line(_, line) => Cell::of_trust(line.value, basis),
            MeasureRow::Second(_, second) => Cell::of_trust(second.value, Basis::Computed),
        }),
    ];
    // Each row names its own unit.
    let bounds = |row: &MeasureRow<'_>| row.bounds(basis);
    columns.extend(bound_columns(level, "", bounds));
    columns.extend([
        Column::numbers(&words::trusts_of(region), MeasureRow::of_region),
        Column::numbers(heads::ALL_ELIGIBLE_TRUSTS, MeasureRow::of_all),
        Column::numbers(words::STATE_FUNDED, |row| {
            let published = row.line().and_then(|line| line.state_funded);
            published.map_or_else(Cell::none, Cell::published)
        }),
        Column::numbers(&words::rank_in(region), |row| {
            rank_cell(row.line().and_then(|line| line.regional_rank))
        }),
        Column::numbers(&words::ranks_possible_in(region), |row| {
            range_cell(row.line().and_then(|line| line.regional_rank_range))
        }),
        Column::numbers(heads::RANK_IN_ENGLAND, |row| {
            rank_cell(row.line().and_then(|line| line.rank))
        }),
        Column::numbers(words::RANKS_POSSIBLE_IN_ENGLAND, |row| {
            range_cell(row.line().and_then(|line| line.rank_range))
        }),
    ]);
    let rows = measures.iter().flat_map(|of| {
        let lines = of
            .lines
            .iter()
            .map(|line| MeasureRow::Line(of.measure, line));
        let second = of.second_gap.as_ref();
        lines.chain(second.map(|second| MeasureRow::Second(of.measure, second)))
    });
    let caption = of_loaded(profile.of_part, words::MEASURES.to_owned());
    Table::new(caption, &columns, rows)
}

fn rank_cell(rank: Option<(Rank, usize)>) -> Cell {
    rank.map_or_else(Cell::none, |(rank, of)| Cell::Words(rank.among(of)))
}

fn range_cell(range: Option<TrustRank>) -> Cell {
    range.map_or_else(Cell::none, |range| {
        Cell::Words(format!("{}\u{2013}{}", range.low, range.high))
    })
}

/// The schools that count, with their years, weights and shares of the figure: which school makes it.
#[must_use]
pub fn profile_schools_table(profile: &Profile) -> Table {
    type Column<'a> = table::Column<'a, ProfileSchool>;
    let rules = &profile.rules;
    let measure = rules.measure;
    let value = |school: &ProfileSchool| match rules.focus {
        Focus::Gap => school.figures.gap(measure).map_or(
            Value::Missing(school.part.missing().unwrap_or(Missing::NotAvailable)),
            Value::Published,
        ),
        _ => school.part.value,
    };
    let columns = [
        Column::words(heads::SCHOOL, |school| Cell::name(&school.figures.name)),
        Column::words(words::TYPE, |school| {
            Cell::words(school.school_type.in_sentence())
        }),
        Column::words(heads::REGION, |school| {
            let region = school.figures.region;
            Cell::words(region.map_or(words::REGION_NOT_KNOWN, Region::name))
        }),
        Column::numbers(
            &words::number_of(rules.focus.weighing_group().pupils()),
            |school| {
                let pupils = school.part.pupils;
                pupils.map_or_else(Cell::Missing, |pupils| Cell::Count(pupils as usize))
            },
        ),
        Column::numbers(heads::YEARS_IN_TRUST, |school| {
            let years = school.figures.years;
            years.map_or_else(Cell::none, |years| Cell::Count(years as usize))
        }),
        Column::numbers(heads::WEIGHT, |school| {
            let weight = school.part.weight;
            weight.map_or_else(Cell::none, |weight| Cell::Count(weight as usize))
        }),
        Column::numbers(heads::FIGURE, |school| Cell::published(value(school)))
            .in_unit(unit_of(measure.unit(), rules.focus)),
        Column::numbers(words::SHARE, |school| {
            school.share.map_or_else(Cell::none, |share| {
                Figure::new(share * 100.0, Unit::Percent).into()
            })
        }),
    ];
    Table::new(words::SCHOOLS, &columns, &profile.schools)
}
