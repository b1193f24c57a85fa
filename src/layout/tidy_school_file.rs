//! The Department's school performance file from 2023/24 on: tidy, a row for each school and
//! breakdown of its pupils.

use crate::source::{ColumnIndex, Fault, Header, Keep, RowIndex, Table};
use crate::stats::Interval;
use crate::terms::{AcademicYear, Group, Measure, Missing, SchoolType, Urn};
use crate::words::layout::tidy_school_file as words;

use super::decisions::NumberColumns;
use super::other_rows;
use super::reader::{Heading, Reader, year_of_path};
use super::school_list::SchoolList;
use super::{
    Amount, ByGroup, Field, Layout, Records, SchoolContext, SchoolRecord, Spread, as_text,
    authority_cell, cell,
};

/// The tidy school performance file; its columns were named anew after a year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TidySchoolFile(&'static Naming);

/// The names of one year's columns (method, section 9).
#[derive(Debug)]
struct Naming {
    name: &'static str,
    published_as: &'static str,
    pupils: &'static str,
    progress_pupils: &'static str,
    /// The ends of the interval of Progress 8.
    progress_interval: [&'static str; 2],
    /// The measures that the file has.
    figures: [(Measure, &'static str); 8],
}

impl TidySchoolFile {
    /// As in 2023/24.
    pub(crate) const OF_2024: Self = Self(&Naming {
        name: words::NAME_OF_2024,
        published_as: "202324_performance_tables_schools_final.csv",
        pupils: "t_pupils",
        progress_pupils: "t_inp8calc",
        progress_interval: ["p8score_ci_low", "p8score_ci_upp"],
        figures: [
            (Measure::Attainment8, "avg_att8"),
            (Measure::Progress8, "avg_p8score"),
            (Measure::Grade5EnglishMaths, "pt_l2basics_95"),
            (Measure::Grade4EnglishMaths, "pt_l2basics_94"),
            (Measure::EbaccEntry, "pt_ebacc_e_ptq_ee"),
            (Measure::Ebacc5, "pt_ebacc_95"),
            (Measure::Ebacc4, "pt_ebacc_94"),
            (Measure::EbaccAps, "avg_ebaccaps"),
        ],
    });

    /// As in 2024/25.
    pub(crate) const OF_2025: Self = Self(&Naming {
        name: words::NAME_OF_2025,
        published_as: "202425_performance_tables_schools_final.csv",
        pupils: "pupil_count",
        progress_pupils: "progress8_pupil_count",
        progress_interval: ["progress8_lower_95_ci", "progress8_upper_95_ci"],
        figures: [
            (Measure::Attainment8, "attainment8_average"),
            (Measure::Progress8, "progress8_average"),
            (Measure::Grade5EnglishMaths, "engmath_95_percent"),
            (Measure::Grade4EnglishMaths, "engmath_94_percent"),
            (Measure::EbaccEntry, "ebacc_entering_percent"),
            (Measure::Ebacc5, "ebacc_95_percent"),
            (Measure::Ebacc4, "ebacc_94_percent"),
            (Measure::EbaccAps, "ebacc_aps_average"),
        ],
    });
}

const URN: &str = "school_urn";
const NAME: &str = "school_name";
const TYPE: &str = "establishment_type_group";
const AUTHORITY: &str = "old_la_code";
const REGION: &str = "region_name";
const YEAR: &str = "time_period";
const LEVEL: &str = "geographic_level";
const VERSION: &str = "version";
const BREAKDOWN: &str = "breakdown";

/// The columns that split pupils, but for that of disadvantage: in a group's own row each is `Total`.
const SPLITS: [&str; 4] = ["sex", "first_language", "prior_attainment", "mobility"];

/// The column of disadvantage, which has a name of its own in either naming.
const DISADVANTAGE: [&str; 2] = ["disadvantage", "disadvantage_status"];

/// What a group's own rows have as breakdown.
const GROUPS: [(Group, &str); 3] = [
    (Group::All, "Total"),
    (Group::Disadvantaged, "Disadvantaged"),
    (Group::Other, "Not known to be disadvantaged"),
];

/// The versions of a publication, the later ones better.
const VERSIONS: [&str; 3] = ["provisional", "revised", "final"];

impl Layout for TidySchoolFile {
    fn name(&self) -> &'static str {
        self.0.name
    }

    fn published_as(&self) -> &'static str {
        self.0.published_as
    }

    fn required(&self) -> &'static [&'static str] {
        &[URN, BREAKDOWN]
    }

    fn any_of(&self) -> Vec<String> {
        self.0
            .figures
            .iter()
            .map(|(_, name)| (*name).to_owned())
            .collect()
    }

    fn fields(&self) -> Vec<(String, Field)> {
        let figures = self.0.figures.iter();
        let figures = figures.map(|&(measure, name)| (name, Field::Figure(measure, Group::All)));
        let others = [
            (URN, Field::Urn),
            (NAME, Field::School),
            (TYPE, Field::SchoolType),
            (AUTHORITY, Field::Authority),
            (REGION, Field::Region),
            (YEAR, Field::Year),
            (self.0.pupils, Field::Pupils(Group::All)),
            (self.0.progress_pupils, Field::ProgressPupils(Group::All)),
        ];
        let all = figures.chain(others);
        all.map(|(name, field)| (name.to_owned(), field)).collect()
    }

    fn wanted(&self, header: &Header) -> Vec<(ColumnIndex, Keep)> {
        as_text(Columns::find(self.0, header).all())
    }

    fn read(&self, heading: Heading<'_>, table: Table) -> Records {
        let sheet = heading.above(&table);
        let columns = Columns::find(self.0, sheet.header);
        let mut reader = Reader::new(sheet, year_of_path(sheet.file));
        reader.report_repeated_columns(&columns.all());
        reader.report_shapes(|_, _| false);
        reader.decide_numbers(&columns.numbers());
        let figures = columns.figures.iter();
        let of_groups: Vec<(Measure, Group)> = figures
            .flat_map(|&(measure, _)| Group::ALL.map(|group| (measure, group)))
            .collect();
        let mut pivot = Pivot {
            list: SchoolList::new(&of_groups, 0),
            taken: Vec::new(),
            intervals: Vec::new(),
        };
        let totals = columns.totals(&mut reader);
        for row in sheet.table.rows().filter(|row| !totals.contains(row)) {
            if let Some(group) = columns.group(&reader, row) {
                pivot.take(&mut reader, row, group, &columns);
            }
        }
        let schools = pivot.list.finish();
        let spread = Spread::of_schools(schools.columns(), &mut pivot.intervals.iter().copied());
        Records {
            rows: sheet.table.len(),
            schools,
            progress_spread: spread.by_year(),
            columns: of_groups,
            problems: reader.problems,
            more_problems: reader.more_problems,
            doubts: reader.doubts.finish(),
            ..Records::default()
        }
    }
}

struct Columns {
    urn: Option<ColumnIndex>,
    name: Option<ColumnIndex>,
    school_type: Option<ColumnIndex>,
    authority: Option<ColumnIndex>,
    region: Option<ColumnIndex>,
    year: Option<ColumnIndex>,
    level: Option<ColumnIndex>,
    version: Option<ColumnIndex>,
    breakdown: Option<ColumnIndex>,
    splits: Vec<ColumnIndex>,
    disadvantage: Option<ColumnIndex>,
    pupils: Option<ColumnIndex>,
    progress_pupils: Option<ColumnIndex>,
    progress_interval: [Option<ColumnIndex>; 2],
    figures: Vec<(Measure, ColumnIndex)>,
}

impl Columns {
    fn find(naming: &Naming, header: &Header) -> Self {
        Self {
            urn: header.find(URN),
            name: header.find(NAME),
            school_type: header.find(TYPE),
            authority: header.find(AUTHORITY),
            region: header.find(REGION),
            year: header.find(YEAR),
            level: header.find(LEVEL),
            version: header.find(VERSION),
            breakdown: header.find(BREAKDOWN),
            splits: SPLITS
                .into_iter()
                .filter_map(|name| header.find(name))
                .collect(),
            disadvantage: DISADVANTAGE.into_iter().find_map(|name| header.find(name)),
            pupils: header.find(naming.pupils),
            progress_pupils: header.find(naming.progress_pupils),
            progress_interval: naming.progress_interval.map(|name| header.find(name)),
            figures: naming
                .figures
                .iter()
                .filter_map(|&(measure, name)| Some((measure, header.find(name)?)))
                .collect(),
        }
    }

    fn all(&self) -> Vec<ColumnIndex> {
        let described = [
            self.urn,
            self.name,
            self.school_type,
            self.authority,
            self.region,
            self.year,
            self.level,
            self.version,
            self.breakdown,
            self.disadvantage,
            self.pupils,
            self.progress_pupils,
        ];
        described
            .into_iter()
            .chain(self.progress_interval)
            .flatten()
            .chain(self.splits.iter().copied())
            .chain(self.figures.iter().map(|&(_, column)| column))
            .collect()
    }

    /// The columns of numbers about which is decided. A measure's groups are rows of one column.
    fn numbers(&self) -> NumberColumns {
        let figures = self.figures.iter();
        let figures: Vec<_> = figures
            .map(|&(measure, column)| (measure, Group::All, column))
            .collect();
        NumberColumns::default()
            .figures(&figures)
            .decimals(self.progress_interval, Measure::Progress8.unit().range())
            .counts([self.pupils, self.progress_pupils])
    }

    /// The rows that are totals, of those that are where schools' are.
    fn totals(&self, reader: &mut Reader<'_>) -> Vec<RowIndex> {
        let naming = other_rows::Naming {
            number: self.urn,
            is_of_schools: true,
            names: vec![self.name, self.level],
            pupils: self.pupils,
            region: None,
            year: None,
            schools: None,
        };
        let table = reader.sheet().table;
        let rows: Vec<RowIndex> = table
            .rows()
            .filter(|&row| reader.text(row, self.urn).is_empty())
            .filter(|&row| self.group(reader, row).is_some())
            .collect();
        other_rows::totals(reader, &naming, &self.all(), &rows)
    }

    /// The group that a row is about, all of it; nothing for any other breakdown and for rows that
    /// are about no school.
    fn group(&self, reader: &Reader<'_>, row: RowIndex) -> Option<Group> {
        let is = |column: Option<ColumnIndex>, word: &str| {
            reader.text(row, column).eq_ignore_ascii_case(word)
        };
        let is_total = |column: Option<ColumnIndex>| {
            reader.text(row, column).is_empty() || is(column, "Total")
        };
        if !reader.text(row, self.level).is_empty() && !is(self.level, "School") {
            return None;
        }
        let (group, word) = GROUPS
            .into_iter()
            .find(|(_, word)| is(self.breakdown, word))?;
        let others_are_total = self.splits.iter().all(|&column| is_total(Some(column)));
        let of_group = is_total(self.disadvantage) || is(self.disadvantage, word);
        (others_are_total && of_group).then_some(group)
    }
}

/// Rows to schools: each school and year once, its groups' rows put together.
struct Pivot {
    list: SchoolList,
    /// The line and version of each school's row of each group.
    taken: Vec<ByGroup<Option<(u64, usize)>>>,
    /// Each school's interval of Progress 8 for all its pupils, of which nothing is kept but what follows from
    /// all together.
    intervals: Vec<Option<Interval>>,
}

impl Pivot {
    fn take(&mut self, reader: &mut Reader<'_>, row: RowIndex, group: Group, columns: &Columns) {
        let Some(urn) = reader.urn(row, columns.urn) else {
            return;
        };
        let Some(year) = reader.year(row, columns.year) else {
            return;
        };
        let place = match self.list.find(urn, year) {
            Some(place) => place,
            None => {
                let Some(school) = school(reader, row, urn, year, columns) else {
                    return;
                };
                self.list.push(school, &[]);
                self.taken.push(ByGroup::of(None));
                self.intervals.push(None);
                self.taken.len() - 1
            }
        };
        let school = self.list.schools.get(place);
        let (Some(school), Some(taken)) = (school, self.taken.get_mut(place)) else {
            return;
        };
        let version = version(reader.text(row, columns.version));
        let is_better = match *taken.get(group) {
            Some((first_line, former)) if version == former => {
                reader.report(row, columns.breakdown, Fault::RepeatedGroup { first_line });
                // A split that is not known here makes rows of some of the group's pupils.
                let pupils = reader.amount(row, columns.pupils, cell::count);
                pupils.unwrap_or_default() > school.pupils(group).unwrap_or_default()
            }
            // A file may hold the revised figures beside the final ones.
            Some((_, former)) if version < former => false,
            _ => {
                taken.set(group, Some((reader.line(row), version)));
                true
            }
        };
        if is_better {
            self.fill(place, reader, row, group, columns);
        }
    }

    /// Puts a group's row into its school.
    fn fill(
        &mut self,
        place: usize,
        reader: &mut Reader<'_>,
        row: RowIndex,
        group: Group,
        columns: &Columns,
    ) {
        let schools = &mut self.list.schools;
        let pupils = reader.amount(row, columns.pupils, cell::count);
        let in_progress = reader.amount(row, columns.progress_pupils, cell::count);
        schools.set_pupils(place, group, pupils, in_progress);
        for &(measure, column) in &columns.figures {
            let value = reader.value(row, column, measure);
            schools.set_figure(place, measure, group, value);
        }
        if let (Group::All, Some(interval)) = (group, self.intervals.get_mut(place)) {
            *interval = reader.interval(row, columns.progress_interval);
        }
    }
}

fn version(word: &str) -> usize {
    let place = VERSIONS
        .into_iter()
        .position(|known| word.eq_ignore_ascii_case(known));
    place.map_or(0, |place| place + 1)
}

/// A school as its first row has it, without figures; nothing where it has no name.
fn school(
    reader: &mut Reader<'_>,
    row: RowIndex,
    urn: Urn,
    year: Option<AcademicYear>,
    columns: &Columns,
) -> Option<SchoolRecord> {
    let name = reader.filled(row, columns.name)?.into();
    let (authority, of_authority) = authority_cell::read(reader, row, columns.authority);
    let region = match of_authority {
        None if !reader.text(row, columns.region).is_empty() => reader.region(row, columns.region),
        region => region,
    };
    let none: Amount = Err(Missing::NotAvailable);
    Some(SchoolRecord {
        line: reader.line(row),
        urn,
        name,
        year,
        school_type: SchoolType::from_name(reader.text(row, columns.school_type)),
        authority,
        region,
        pupils: ByGroup::of(none),
        progress_pupils: ByGroup::of(none),
        context: SchoolContext::default(),
    })
}
