//! A trust's page as tables: its measures, and which school makes its figure.

pub(super) mod words;

pub use words::second_gap_in_words;

use method::{MeasureProfile, Profile, ProfileLine, ProfileSchool, Rank, SecondGapLine, TrustRank};
use records::model::Basis;
use records::terms::{Figure, Focus, Group, Measure, Missing, Region, Unit, Value, lead_region_in_sentence};
use stats::Level as Confidence;

use crate::chart::words::heads;

use super::bounds::{Bounds, bound_columns};
use super::gap::unit_name;
use super::of_loaded;
use super::table::{self, Cell, Table};
use super::trust::unit_of;

/// What a row is called: "Attainment 8, disadvantaged pupils, points".
pub(super) fn row_name(measure: Measure, what: &str, is_gap: bool) -> String {
    let unit = measure.unit();
    let unit = if is_gap {
        unit.difference_word()
    } else {
        unit_name(unit)
    };
    format!("{}, {what}, {unit}", measure.name())
}

/// A row of a trust's measures: of a group, of the gap or of the second gap.
struct MeasureRow<'a> {
    name: String,
    value: Cell,
    bounds: Option<Bounds>,
    of_region: Cell,
    of_all: Cell,
    /// The second gap has none: it ranks trusts as the disadvantaged pupils' figure does.
    line: Option<&'a ProfileLine>,
}

impl<'a> MeasureRow<'a> {
    fn of_line(measure: Measure, line: &'a ProfileLine, basis: Basis) -> Self {
        let what = line.focus.group().map_or(words::GAP, Group::pupils);
        Self {
            name: row_name(measure, what, line.focus == Focus::Gap),
            value: Cell::of_trust(line.value, basis),
            bounds: Bounds::new(line.value.figure(), basis, line.precision),
            of_region: line.region.0.into(),
            of_all: line.all.0.into(),
            line: Some(line),
        }
    }

    fn of_second(measure: Measure, second: &SecondGapLine) -> Self {
        let computed = |value| Cell::of_trust(value, Basis::Computed);
        Self {
            name: row_name(measure, words::SECOND_GAP, true),
            value: computed(second.value),
            bounds: Bounds::new(second.value.figure(), Basis::Computed, second.precision),
            of_region: computed(second.region),
            of_all: computed(second.all),
            line: None,
        }
    }

    /// A rank, or that there is none.
    fn rank(&self, rank: fn(&ProfileLine) -> Option<(Rank, usize)>) -> Cell {
        let rank = self.line.and_then(rank);
        Cell::known(rank.map(|(rank, of)| rank.among(of)))
    }

    /// The ranks that cannot be ruled out.
    fn range(&self, range: fn(&ProfileLine) -> Option<TrustRank>) -> Cell {
        let range = self.line.and_then(range);
        Cell::known(range.map(|of| format!("{}\u{2013}{}", of.low, of.high)))
    }
}

/// Every measure of a trust beside its region's trusts and all eligible ones, with intervals, ranks and the ranks that
/// cannot be ruled out.
#[must_use]
pub fn measures_table(profile: &Profile, measures: &[MeasureProfile], level: Confidence) -> Table {
    type Column<'a> = table::Column<'a, MeasureRow<'a>>;
    let region = lead_region_in_sentence(profile.region);
    let mut columns = vec![
        Column::words(heads::MEASURE, |row| Cell::words(&*row.name)),
        Column::numbers(heads::TRUST, |row| row.value.clone()),
    ];
    // Each row names its own unit.
    columns.extend(bound_columns(level, "", |row: &MeasureRow<'_>| row.bounds));
    columns.extend([
        Column::numbers(&words::trusts_of(region), |row| row.of_region.clone()),
        Column::numbers(heads::ALL_ELIGIBLE_TRUSTS, |row| row.of_all.clone()),
        Column::numbers(words::STATE_FUNDED, |row| {
            let published = row.line.and_then(|line| line.state_funded);
            published.map_or_else(Cell::none, Cell::published)
        }),
        Column::numbers(&words::rank_in(region), |row| row.rank(|of| of.regional_rank)),
        Column::numbers(&words::ranks_possible_in(region), |row| {
            row.range(|of| of.regional_rank_range)
        }),
        Column::numbers(heads::RANK_IN_ENGLAND, |row| row.rank(|of| of.rank)),
        Column::numbers(words::RANKS_POSSIBLE_IN_ENGLAND, |row| row.range(|of| of.rank_range)),
    ]);
    let mut rows = Vec::new();
    for MeasureProfile {
        measure,
        lines,
        second_gap,
        ..
    } in measures
    {
        let of_line = |line| MeasureRow::of_line(*measure, line, profile.basis);
        rows.extend(lines.iter().map(of_line));
        rows.extend(second_gap.iter().map(|of| MeasureRow::of_second(*measure, of)));
    }
    let caption = of_loaded(profile.of_part, words::MEASURES.to_owned());
    Table::new(caption, &columns, rows)
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
        Column::words(words::TYPE, |school| Cell::words(school.school_type.in_sentence())),
        Column::words(heads::REGION, |school| {
            let region = school.figures.region;
            Cell::words(region.map_or(words::REGION_NOT_KNOWN, Region::name))
        }),
        Column::numbers(&words::number_of(rules.focus.weighing_group().pupils()), |school| {
            let pupils = school.part.pupils;
            pupils.map_or_else(Cell::Missing, |pupils| Cell::Count(pupils as usize))
        }),
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
            school
                .share
                .map_or_else(Cell::none, |share| Figure::new(share * 100.0, Unit::Percent).into())
        }),
    ];
    Table::new(words::SCHOOLS, &columns, &profile.schools)
}
