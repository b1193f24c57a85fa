//! The Department's school performance file from 2023/24 on: tidy, with a row for each school and breakdown of its
//! pupils.

use records::terms::{AcademicYear, Admissions, Group, Measure, MeasureColumns, SchoolType, Sexes, Urn};
use records::{ByGroup, Fault, Records, SchoolNumber, SchoolRecord, department};
use stats::Interval;

use crate::layout::reader::{Heading, Reader, year_of_path};
use crate::layout::school_list::SchoolList;
use crate::layout::{Cells, Column, Columns, Layout, Spread, Variable, authority_cell, field, other_rows};
use crate::source::{ColumnIndex, RowIndex, Table};
use records::intake::Field;

use Cells::{Count, Text};

/// The tidy school performance file, whose columns were renamed after a year.
#[derive(Debug, Clone, Copy)]
pub struct TidySchoolFile(&'static Naming);

/// The names of one year's columns (method, section 9).
#[derive(Debug)]
struct Naming {
    name: &'static str,
    published_as: &'static str,
    pupils: &'static str,
    progress_pupils: &'static str,
    /// The ends of the interval of Progress 8.
    progress_interval: [&'static str; 2],
    /// Whether pupils are disadvantaged.
    disadvantage: &'static str,
    /// The variable of a measure.
    figure: fn(MeasureColumns) -> Option<&'static str>,
}

/// Whether pupils are disadvantaged. Either name may occur in either year's file.
const DISADVANTAGE: [&str; 2] = ["disadvantage", "disadvantage_status"];

impl TidySchoolFile {
    /// As in 2023/24.
    pub const OF_2024: Self = Self(&Naming {
        name: department::SCHOOL_FILE_2024,
        published_as: "202324_performance_tables_schools_final.csv",
        pupils: "t_pupils",
        progress_pupils: "t_inp8calc",
        progress_interval: ["p8score_ci_low", "p8score_ci_upp"],
        disadvantage: DISADVANTAGE[0],
        figure: |columns| columns.tidy_2024,
    });

    /// As in 2024/25.
    pub const OF_2025: Self = Self(&Naming {
        name: department::SCHOOL_FILE_2025,
        published_as: "202425_performance_tables_schools_final.csv",
        pupils: "pupil_count",
        progress_pupils: "progress8_pupil_count",
        progress_interval: ["progress8_lower_95_ci", "progress8_upper_95_ci"],
        disadvantage: DISADVANTAGE[1],
        figure: |columns| columns.tidy_2025,
    });
}

/// Breakdowns other than disadvantage. In a group's own row each is `Total`.
const SPLITS: [Variable; 4] = [
    Variable::Sex,
    Variable::FirstLanguage,
    Variable::PriorAttainment,
    Variable::Mobility,
];

/// The breakdown in a group's own row.
const GROUPS: [(Group, &str); 3] = [
    (Group::All, "Total"),
    (Group::Disadvantaged, "Disadvantaged"),
    (Group::Other, "Not known to be disadvantaged"),
];

/// The versions of a publication. Later ones are preferred.
const VERSIONS: [&str; 3] = ["provisional", "revised", "final"];

static COLUMNS: [Column; 13] = [
    Column::required("school_urn", field(Field::Urn), Text),
    Column::required("breakdown", Variable::Breakdown, Text),
    Column::optional("geographic_level", Variable::Level, Text),
    Column::optional("sex", Variable::Sex, Text),
    Column::optional("first_language", Variable::FirstLanguage, Text),
    Column::optional("prior_attainment", Variable::PriorAttainment, Text),
    Column::optional("mobility", Variable::Mobility, Text),
    Column::optional("time_period", field(Field::Year), Text),
    Column::optional("version", Variable::Version, Text),
    Column::optional("school_name", field(Field::School), Text),
    Column::optional("establishment_type_group", field(Field::SchoolType), Text),
    Column::optional("old_la_code", field(Field::Authority), Text),
    Column::optional("region_name", field(Field::Region), Text),
];

impl Layout for TidySchoolFile {
    fn name(&self) -> &'static str {
        self.0.name
    }

    fn published_as(&self) -> &'static str {
        self.0.published_as
    }

    fn columns(&self) -> Vec<Column> {
        let Self(naming) = self;
        let of = Group::All;
        let mut columns = COLUMNS.to_vec();
        columns.extend([
            Column::renamed(naming.disadvantage, &DISADVANTAGE, Variable::Disadvantage, Text),
            Column::optional(naming.pupils, field(Field::Pupils(of)), Count),
            Column::optional(naming.progress_pupils, field(Field::ProgressPupils(of)), Count),
        ]);
        let ends = [Variable::ProgressLow(of), Variable::ProgressHigh(of)].into_iter();
        let ends = ends.zip(naming.progress_interval);
        columns.extend(ends.map(|(end, name)| Column::optional(name, end, Cells::Figure(Measure::Progress8))));
        // A measure's groups are rows of one column.
        columns.extend(Measure::IN_FILES.into_iter().filter_map(|measure| {
            let name = (naming.figure)(measure.columns())?;
            Some(Column::figure(name, measure, of))
        }));
        columns
    }

    fn read(&self, heading: Heading<'_>, table: Table) -> Records {
        let columns = self.find(heading.header);
        let mut reader = Reader::of(heading, &table, year_of_path(heading.file), &columns);
        reader.report_shapes(&|_, _| false);
        let groups = Groups::of(&columns);
        let figures = columns.figures().iter();
        let of_groups: Vec<(Measure, Group)> = figures
            .flat_map(|&(measure, _, _)| Group::ALL.map(|group| (measure, group)))
            .collect();
        let mut pivot = Pivot {
            list: SchoolList::new(&of_groups, 0),
            taken: Vec::new(),
            intervals: Vec::new(),
        };
        let totals = totals(&columns, &groups, &mut reader);
        for row in table.rows().filter(|row| !totals.contains(row)) {
            if let Some(group) = groups.of_row(&reader, row) {
                pivot.take(&mut reader, row, group, &columns);
            }
        }
        let schools = pivot.list.finish();
        let spread = Spread::of_schools(&schools, &mut pivot.intervals.iter().copied());
        Records {
            schools,
            progress_spread: spread.by_year(),
            columns: of_groups,
            ..reader.finish(table.len(), &columns)
        }
    }
}

/// The totals among rows that should be about schools.
fn totals(columns: &Columns, groups: &Groups, reader: &mut Reader<'_>) -> Vec<RowIndex> {
    let number = columns.get(Field::Urn);
    let names = vec![columns.get(Field::School), columns.get(Variable::Level)];
    let naming = other_rows::Naming::of_schools(columns, names);
    let table = reader.table;
    let rows: Vec<RowIndex> = table
        .rows()
        .filter(|&row| reader.text(row, number).is_empty())
        .filter(|&row| groups.of_row(reader, row).is_some())
        .collect();
    other_rows::totals(reader, &naming, &columns.all(), &rows)
}

/// The columns that describe a row's pupils. Most rows are about breakdowns that are not read.
struct Groups {
    level: Option<ColumnIndex>,
    breakdown: Option<ColumnIndex>,
    splits: Vec<ColumnIndex>,
    disadvantage: Option<ColumnIndex>,
}

impl Groups {
    fn of(columns: &Columns) -> Self {
        Self {
            level: columns.get(Variable::Level),
            breakdown: columns.get(Variable::Breakdown),
            splits: SPLITS.into_iter().filter_map(|split| columns.get(split)).collect(),
            disadvantage: columns.get(Variable::Disadvantage),
        }
    }

    /// The group that a row is about as a whole. `None` for other breakdowns and for rows that are not about a school.
    fn of_row(&self, reader: &Reader<'_>, row: RowIndex) -> Option<Group> {
        let is = |column: Option<ColumnIndex>, word: &str| reader.text(row, column).eq_ignore_ascii_case(word);
        let is_total = |column: Option<ColumnIndex>| reader.text(row, column).is_empty() || is(column, "Total");
        if !reader.text(row, self.level).is_empty() && !is(self.level, "School") {
            return None;
        }
        let (group, word) = GROUPS.into_iter().find(|(_, word)| is(self.breakdown, word))?;
        let others_are_total = self.splits.iter().all(|&column| is_total(Some(column)));
        let of_group = is_total(self.disadvantage) || is(self.disadvantage, word);
        (others_are_total && of_group).then_some(group)
    }
}

/// Combines a school's rows in a year: one school with the rows of its groups.
struct Pivot {
    list: SchoolList,
    /// The line and version of each school's row, by group.
    taken: Vec<ByGroup<Option<(u64, usize)>>>,
    /// Each school's interval of Progress 8 for all pupils. Only the standard deviation computed from all of them is
    /// kept.
    intervals: Vec<Option<Interval>>,
}

impl Pivot {
    fn take(&mut self, reader: &mut Reader<'_>, row: RowIndex, group: Group, columns: &Columns) {
        let Some(urn) = reader.urn(row, columns.get(Field::Urn)) else {
            return;
        };
        let Some(year) = reader.year(row, columns.get(Field::Year)) else {
            return;
        };
        let index = match self.list.find(urn, year) {
            Some(index) => index,
            None => {
                let Some(school) = school(reader, row, urn, year, columns) else {
                    return;
                };
                self.taken.push(ByGroup::of(None));
                self.intervals.push(None);
                self.list.push(school)
            }
        };
        let school = self.list.schools.get(index);
        let (Some(school), Some(taken)) = (school, self.taken.get_mut(index)) else {
            return;
        };
        let version = version(reader.text(row, columns.get(Variable::Version)));
        let is_better = match *taken.get(group) {
            Some((first_line, former)) if version == former => {
                reader.report(
                    row,
                    columns.get(Variable::Breakdown),
                    Fault::RepeatedGroup { first_line },
                );
                // An unknown breakdown makes rows about some of the group's pupils.
                let pupils = reader.amount_of(row, columns, Field::Pupils(Group::All));
                pupils.unwrap_or_default() > school.pupils(group).unwrap_or_default()
            }
            // A file may contain revised figures beside the final ones.
            Some((_, former)) if version < former => false,
            _ => {
                taken.set(group, Some((reader.line(row), version)));
                true
            }
        };
        if is_better {
            self.fill(index, reader, row, group, columns);
        }
    }

    /// Adds a group's row to its school.
    fn fill(&mut self, index: usize, reader: &mut Reader<'_>, row: RowIndex, group: Group, columns: &Columns) {
        let schools = &mut self.list.schools;
        for of in [SchoolNumber::Pupils, SchoolNumber::ProgressPupils] {
            let pupils = reader.amount_of(row, columns, of(Group::All));
            schools.set(index, of(group), pupils);
        }
        for &(measure, _, column) in columns.figures() {
            let figure = reader.value(row, column, measure).number();
            schools.set(index, SchoolNumber::Figure(measure, group), figure);
        }
        if let (Group::All, Some(interval)) = (group, self.intervals.get_mut(index)) {
            *interval = reader.interval(row, columns.interval(Group::All));
        }
    }
}

fn version(word: &str) -> usize {
    let index = VERSIONS.into_iter().position(|known| word.eq_ignore_ascii_case(known));
    index.map_or(0, |index| index + 1)
}

/// A school from its first row, without figures. `None` if it has no name.
fn school(
    reader: &mut Reader<'_>,
    row: RowIndex,
    urn: Urn,
    year: Option<AcademicYear>,
    columns: &Columns,
) -> Option<SchoolRecord> {
    let name = reader.filled(row, columns.get(Field::School))?.into();
    let (authority, region) = authority_cell::of_school(reader, columns, row, row);
    Some(SchoolRecord {
        line: reader.line(row),
        urn,
        name,
        year,
        school_type: SchoolType::from_name(reader.text(row, columns.get(Field::SchoolType))),
        authority,
        region,
        admissions: Admissions::NotStated,
        sexes: Sexes::NotStated,
    })
}
