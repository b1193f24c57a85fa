//! A table of schools, kept by column.

use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::terms::{AcademicYear, Group, Measure, Missing, Region, SchoolType, Urn, Value};

use super::{Amount, ByGroup, ContextColumns, Numbers, SchoolContext, SchoolRecord};

/// The figures of a measure for a group of pupils, a row for each school.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct FigureColumn {
    /// The measure.
    pub measure: Measure,
    /// The group of pupils.
    pub group: Group,
    /// The figures, in the measure's unit.
    pub numbers: Numbers,
}

/// What a table of schools consists of: columns of equal length, a row for each school.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct SchoolColumns {
    /// The schools' numbers.
    pub urns: Vec<Urn>,
    /// Their lines in the file, counted from 1.
    pub lines: Vec<u32>,
    /// Their names as published.
    pub names: Vec<Rc<str>>,
    /// The years of the results; nothing where neither file nor file name tells.
    pub years: Vec<Option<AcademicYear>>,
    /// Their types, as far as the file tells.
    pub types: Vec<SchoolType>,
    /// The codes of their local authorities.
    pub authorities: Vec<Option<u16>>,
    /// Their regions; nothing where the authority is unknown.
    pub regions: Vec<Option<Region>>,
    /// Pupils at the end of key stage 4.
    pub pupils: ByGroup<Numbers>,
    /// Those included in Progress 8.
    pub progress_pupils: ByGroup<Numbers>,
    /// The context of each, of which few layouts have anything.
    pub context: ContextColumns,
    /// The published figures, a column for each measure and group of which the file has one.
    pub figures: Vec<FigureColumn>,
}

/// Schools, at most one for each number and year, kept by column: a measure's figures stand side by
/// side in memory, and what is not asked for is not touched.
///
/// ```
/// use trust_gap::layout::read_file;
/// use trust_gap::terms::{Group, Measure};
/// let csv = "RECTYPE,URN,SCHNAME,LEA,TPUP,ATT8SCR\n1,136572,The Roseland Academy,908,129,53.5\n";
/// let schools = read_file("ks4.csv", csv.as_bytes()).unwrap().records.schools;
/// let school = schools.get(0).unwrap();
/// assert_eq!((schools.len(), school.name()), (1, "The Roseland Academy"));
/// assert_eq!(school.pupils(Group::All), Ok(129.0));
/// let figure = school.value(Measure::Attainment8, Group::All).figure().unwrap();
/// assert_eq!(figure.in_sentence(), "53.5 points");
/// ```
// Boxed, since what is read of a file is handed from room to room.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Schools(Box<SchoolColumns>);

impl Schools {
    /// A table without schools that has these columns of figures.
    #[must_use]
    pub fn new(figures: impl IntoIterator<Item = (Measure, Group)>) -> Self {
        let figures = figures.into_iter().map(|(measure, group)| FigureColumn {
            measure,
            group,
            numbers: Numbers::default(),
        });
        Self(Box::new(SchoolColumns {
            figures: figures.collect(),
            ..SchoolColumns::default()
        }))
    }

    /// A table of columns; nothing where they are not equally long.
    ///
    /// ```
    /// use trust_gap::layout::{SchoolColumns, Schools};
    /// let mut columns = Schools::default().into_columns();
    /// assert!(Schools::from_columns(columns.clone()).is_some());
    /// columns.lines.push(2);
    /// assert!(Schools::from_columns(columns).is_none());
    /// ```
    #[must_use]
    pub fn from_columns(columns: SchoolColumns) -> Option<Self> {
        let rows = columns.urns.len();
        let described = [
            columns.lines.len(),
            columns.names.len(),
            columns.years.len(),
            columns.types.len(),
            columns.authorities.len(),
            columns.regions.len(),
            columns.context.admissions.len(),
        ];
        let fits = described.into_iter().all(|length| length == rows)
            && columns.numbers().all(|numbers| numbers.len() == rows);
        fits.then(|| Self(Box::new(columns)))
    }

    /// The columns.
    #[must_use]
    pub fn columns(&self) -> &SchoolColumns {
        &self.0
    }

    /// The columns themselves.
    #[must_use]
    pub fn into_columns(self) -> SchoolColumns {
        *self.0
    }

    /// How many schools there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.urns.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.urns.is_empty()
    }

    /// The school of a row, counted from 0.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<School<'_>> {
        let columns = &self.0;
        Some(School {
            columns,
            row,
            urn: *columns.urns.get(row)?,
            line: *columns.lines.get(row)?,
            name: columns.names.get(row)?,
            year: *columns.years.get(row)?,
            school_type: *columns.types.get(row)?,
            authority: *columns.authorities.get(row)?,
            region: *columns.regions.get(row)?,
        })
    }

    /// Every school, in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = School<'_>> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    /// The figures of a measure for a group; nothing where there is no such column.
    #[must_use]
    pub fn figures(&self, measure: Measure, group: Group) -> Option<&Numbers> {
        self.0.figures(measure, group)
    }

    /// Takes room for the numbers of so many schools more, which are most of a table.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.0.reserve(rows);
        self.0
            .numbers_mut()
            .for_each(|numbers| numbers.reserve(rows));
    }

    /// Puts a school below the others, with its figures in the order of the table's columns; one
    /// that is not given is not available.
    pub fn push(&mut self, school: SchoolRecord, figures: &[Value]) {
        let columns = &mut self.0;
        columns.urns.push(school.urn);
        columns
            .lines
            .push(u32::try_from(school.line).unwrap_or(u32::MAX));
        columns.names.push(school.name);
        columns.years.push(school.year);
        columns.types.push(school.school_type);
        columns.authorities.push(school.authority);
        columns.regions.push(school.region);
        for group in Group::ALL {
            columns
                .pupils
                .get_mut(group)
                .push(*school.pupils.get(group));
            let in_progress = *school.progress_pupils.get(group);
            columns.progress_pupils.get_mut(group).push(in_progress);
        }
        columns.context.push(&school.context);
        for (place, column) in columns.figures.iter_mut().enumerate() {
            let value = figures.get(place).copied();
            let value = value.unwrap_or(Value::Missing(Missing::NotAvailable));
            column.numbers.push(value.number());
        }
    }

    /// Puts in the pupils of a group of a school that is there, and those in Progress 8.
    pub(super) fn set_pupils(
        &mut self,
        row: usize,
        group: Group,
        all: Amount,
        in_progress: Amount,
    ) {
        self.0.pupils.get_mut(group).set(row, all);
        self.0.progress_pupils.get_mut(group).set(row, in_progress);
    }

    /// Puts in a figure of a school that is there.
    pub(super) fn set_figure(&mut self, row: usize, measure: Measure, group: Group, value: Value) {
        let of = |column: &&mut FigureColumn| column.measure == measure && column.group == group;
        if let Some(column) = self.0.figures.iter_mut().find(of) {
            column.numbers.set(row, value.number());
        }
    }

    /// The schools of a year. A table that has no others, as most have, is given up for them and left
    /// empty; another keeps what it has.
    #[must_use]
    pub(crate) fn take_year(&mut self, year: Option<AcademicYear>) -> Self {
        if self.0.years.iter().all(|of| *of == year) {
            return std::mem::take(self);
        }
        let figures = self.0.figures.iter();
        let mut taken = Self::new(figures.map(|column| (column.measure, column.group)));
        for school in self.iter().filter(|school| school.year == year) {
            taken.push(school.record(), &school.figures());
        }
        taken
    }
}

impl SchoolColumns {
    /// Takes room for so many schools more, but for their numbers.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.urns.reserve(rows);
        self.lines.reserve(rows);
        self.names.reserve(rows);
        self.years.reserve(rows);
        self.types.reserve(rows);
        self.authorities.reserve(rows);
        self.regions.reserve(rows);
        self.context.admissions.reserve(rows);
    }

    fn figures(&self, measure: Measure, group: Group) -> Option<&Numbers> {
        let mut columns = self.figures.iter();
        columns
            .find(|column| column.group == group && column.measure == measure)
            .map(|column| &column.numbers)
    }

    /// Every column of numbers.
    fn numbers(&self) -> impl Iterator<Item = &Numbers> {
        let pupils = Group::ALL
            .into_iter()
            .flat_map(|group| [self.pupils.get(group), self.progress_pupils.get(group)]);
        let figures = self.figures.iter().map(|column| &column.numbers);
        pupils.chain(self.context.numbers()).chain(figures)
    }

    fn numbers_mut(&mut self) -> impl Iterator<Item = &mut Numbers> {
        let pupils = self
            .pupils
            .iter_mut()
            .chain(self.progress_pupils.iter_mut());
        let figures = self.figures.iter_mut().map(|column| &mut column.numbers);
        pupils.chain(self.context.numbers_mut()).chain(figures)
    }
}

/// A row of a table of schools: a school's results in a year, as published.
#[derive(Debug, Clone, Copy)]
pub struct School<'a> {
    columns: &'a SchoolColumns,
    row: usize,
    urn: Urn,
    line: u32,
    name: &'a Rc<str>,
    year: Option<AcademicYear>,
    school_type: SchoolType,
    authority: Option<u16>,
    region: Option<Region>,
}

impl<'a> School<'a> {
    /// Its row in the table, counted from 0.
    #[must_use]
    pub const fn row(self) -> usize {
        self.row
    }

    /// The school's number.
    #[must_use]
    pub const fn urn(self) -> Urn {
        self.urn
    }

    /// Its line in the file, counted from 1.
    #[must_use]
    pub const fn line(self) -> u64 {
        self.line as u64
    }

    /// The name as published.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.name
    }

    /// The name, to be kept without a copy of its letters.
    #[must_use]
    pub(crate) fn shared_name(self) -> Rc<str> {
        Rc::clone(self.name)
    }

    /// The year of the results; nothing where neither file nor file name tells.
    #[must_use]
    pub const fn year(self) -> Option<AcademicYear> {
        self.year
    }

    /// The type, as far as the file tells.
    #[must_use]
    pub const fn school_type(self) -> SchoolType {
        self.school_type
    }

    /// The code of its local authority.
    #[must_use]
    pub const fn authority(self) -> Option<u16> {
        self.authority
    }

    /// The region; nothing where the authority is unknown.
    #[must_use]
    pub const fn region(self) -> Option<Region> {
        self.region
    }

    /// Pupils at the end of key stage 4.
    ///
    /// # Errors
    /// With the reason why the file gives no number.
    pub fn pupils(self, group: Group) -> Amount {
        self.columns.pupils.get(group).get(self.row)
    }

    /// Pupils included in Progress 8.
    ///
    /// # Errors
    /// With the reason why the file gives no number.
    pub fn progress_pupils(self, group: Group) -> Amount {
        self.columns.progress_pupils.get(group).get(self.row)
    }

    /// Who its pupils are, and how it admits them.
    #[must_use]
    pub fn context(self) -> SchoolContext {
        self.columns.context.get(self.row)
    }

    /// The figure of a measure for a group.
    #[must_use]
    pub fn value(self, measure: Measure, group: Group) -> Value {
        let numbers = self.columns.figures(measure, group);
        let amount = numbers.map_or(Err(Missing::NoColumn), |numbers| numbers.get(self.row));
        Value::of(amount, measure.unit())
    }

    /// Whether any measure has a published figure for a group.
    #[must_use]
    pub(crate) fn has_any(self, group: Group) -> bool {
        let mut columns = self.columns.figures.iter();
        columns.any(|column| column.group == group && column.numbers.is_published(self.row))
    }
    /// The row again, as it was put into the table.
    fn record(self) -> SchoolRecord {
        SchoolRecord {
            line: self.line(),
            urn: self.urn,
            name: self.shared_name(),
            year: self.year,
            school_type: self.school_type,
            authority: self.authority,
            region: self.region,
            pupils: ByGroup::make(|group| self.pupils(group)),
            progress_pupils: ByGroup::make(|group| self.progress_pupils(group)),
            context: self.context(),
        }
    }

    /// Its figures in the order of the table's columns.
    fn figures(self) -> Vec<Value> {
        let columns = self.columns.figures.iter();
        columns
            .map(|column| Value::of(column.numbers.get(self.row), column.measure.unit()))
            .collect()
    }
}
