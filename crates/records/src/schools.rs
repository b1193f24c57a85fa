//! A table of schools, with its numbers stored by column.

use std::rc::Rc;

use borsh::io::{Read, Result, Write};
use borsh::{BorshDeserialize, BorshSerialize};

use crate::terms::{AcademicYear, Admissions, Group, Measure, Missing, Region, SchoolType, Urn, Value};

use super::{Amount, Count, Numbers, SchoolContext, SchoolRecord, packed};

/// The content of a column of schools' numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchoolNumber {
    /// Pupils at the end of key stage 4.
    Pupils(Group),
    /// Pupils included in Progress 8.
    ProgressPupils(Group),
    /// The characteristics of its pupils.
    Context(Count),
    /// The figures of a measure.
    Figure(Measure, Group),
}

impl SchoolNumber {
    const fn is_about_all_pupils(self) -> bool {
        match self {
            Self::Pupils(group) | Self::ProgressPupils(group) | Self::Figure(_, group) => matches!(group, Group::All),
            Self::Context(_) => false,
        }
    }
}

/// Schools, at most one for each number and year. Numbers are kept by column: a measure's figures are adjacent in
/// memory, and columns that are not needed are not read.
///
/// ```
/// use read::layout::read_file;
/// use records::terms::{Group, Measure};
/// let csv = "RECTYPE,URN,SCHNAME,LEA,TPUP,ATT8SCR\n1,136572,The Roseland Academy,908,129,53.5\n";
/// let schools = read_file("ks4.csv", csv.as_bytes()).unwrap().records.schools;
/// let school = schools.get(0).unwrap();
/// assert_eq!((schools.len(), school.name()), (1, "The Roseland Academy"));
/// assert_eq!(school.pupils(Group::All), Ok(129.0));
/// let figure = school.value(Measure::Attainment8, Group::All).figure().unwrap();
/// assert_eq!(figure.in_sentence(), "53.5 points");
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schools {
    rows: Vec<SchoolRecord>,
    /// The measures and groups that have figures.
    figures: Vec<(Measure, Group)>,
    /// Numbers of pupils, in the order of [`Schools::beside_figures`], then the figures. Empty if the file has no such
    /// column.
    numbers: Vec<Numbers>,
}

impl BorshSerialize for Schools {
    fn serialize<W: Write>(&self, writer: &mut W) -> Result<()> {
        packed::write_rows(&self.rows, writer)?;
        self.figures.serialize(writer)?;
        self.numbers.is_empty().serialize(writer)?;
        self.as_written().into_iter().try_for_each(|holds| {
            let numbers = self.numbers(holds);
            numbers.map_or(Ok(()), |numbers| numbers.write(&self.predicted(holds), writer))
        })
    }
}

impl BorshDeserialize for Schools {
    fn deserialize_reader<R: Read>(reader: &mut R) -> Result<Self> {
        let rows = packed::read_rows(reader)?;
        let figures: Vec<(Measure, Group)> = Vec::deserialize_reader(reader)?;
        let mut schools = if bool::deserialize_reader(reader)? {
            Self::default().with(figures, Vec::new())
        } else {
            Self::new(&figures)
        };
        schools.rows = rows;
        for holds in schools.as_written() {
            let predicted = schools.predicted(holds);
            let index = schools.index(holds);
            if let Some(numbers) = index.and_then(|index| schools.numbers.get_mut(index)) {
                *numbers = Numbers::read(&predicted, reader)?;
            }
        }
        Ok(schools)
    }
}

/// The number of columns of numbers other than figures.
const BESIDE_FIGURES: usize = 2 * Group::ALL.len() + Count::ALL.len();

impl Schools {
    /// The content of the columns other than figures, in order.
    pub fn beside_figures() -> impl Iterator<Item = SchoolNumber> {
        let pupils = Group::ALL.into_iter().map(SchoolNumber::Pupils);
        let in_progress = Group::ALL.into_iter().map(SchoolNumber::ProgressPupils);
        let counts = Count::ALL.into_iter().map(SchoolNumber::Context);
        pupils.chain(in_progress).chain(counts)
    }

    /// The content of the columns of numbers, in the order in which they are written. Those about all pupils come last,
    /// because they can be predicted from the others.
    fn as_written(&self) -> Vec<SchoolNumber> {
        let figures = self
            .figures
            .iter()
            .map(|&(measure, group)| SchoolNumber::Figure(measure, group));
        let columns = Self::beside_figures().chain(figures);
        let (last, mut columns): (Vec<_>, Vec<_>) = columns.partition(|holds| holds.is_about_all_pupils());
        columns.extend(last);
        columns
    }

    /// A prediction of a column from those written before it. All pupils are the two groups together, and most pupils
    /// are in Progress 8. A figure for all pupils is the mean of the groups' figures, weighted by their pupils.
    fn predicted(&self, holds: SchoolNumber) -> Vec<f64> {
        let of = |holds| self.numbers(holds).map_or(&[][..], |numbers| numbers.parts().0);
        let groups = |holds: fn(Group) -> SchoolNumber| {
            let (one, other) = (of(holds(Group::Disadvantaged)), of(holds(Group::Other)));
            one.iter().copied().zip(other.iter().copied())
        };
        match holds {
            SchoolNumber::Pupils(Group::All) => groups(SchoolNumber::Pupils).map(|(one, other)| one + other).collect(),
            SchoolNumber::ProgressPupils(Group::All) => groups(SchoolNumber::ProgressPupils)
                .map(|(one, other)| one + other)
                .collect(),
            SchoolNumber::ProgressPupils(group) => of(SchoolNumber::Pupils(group)).to_vec(),
            SchoolNumber::Figure(measure, Group::All) => {
                let [one, other] =
                    [Group::Disadvantaged, Group::Other].map(|group| of(SchoolNumber::Figure(measure, group)));
                let weights = groups(match measure {
                    Measure::Progress8 => SchoolNumber::ProgressPupils,
                    _ => SchoolNumber::Pupils,
                });
                let figures = one.iter().zip(other).zip(weights);
                figures
                    .map(|((one, other), weights)| (one * weights.0 + other * weights.1) / (weights.0 + weights.1))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The same schools with these numbers: those other than figures, then the figures of these measures and groups.
    pub fn with(self, figures: Vec<(Measure, Group)>, numbers: Vec<Numbers>) -> Self {
        Self {
            figures,
            numbers,
            ..self
        }
    }

    /// An empty table with figures of these measures and groups.
    pub fn new(figures: &[(Measure, Group)]) -> Self {
        let numbers = vec![Numbers::default(); BESIDE_FIGURES + figures.len()];
        Self::default().with(figures.to_vec(), numbers)
    }

    /// The number of schools.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the table is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Each school's data other than numbers.
    pub(crate) fn rows(&self) -> &[SchoolRecord] {
        &self.rows
    }

    /// The school of a row, counted from 0.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<School<'_>> {
        let of = self.rows.get(row)?;
        Some(School { schools: self, row, of })
    }

    /// Every school, in order of row.
    pub fn iter(&self) -> impl Iterator<Item = School<'_>> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    fn index(&self, holds: SchoolNumber) -> Option<usize> {
        match holds {
            SchoolNumber::Pupils(group) => Some(group as usize),
            SchoolNumber::ProgressPupils(group) => Some(Group::ALL.len() + group as usize),
            SchoolNumber::Context(count) => Some(2 * Group::ALL.len() + count as usize),
            SchoolNumber::Figure(measure, group) => {
                let mut figures = self.figures.iter();
                let index = figures.position(|of| of.1 == group && of.0 == measure)?;
                Some(BESIDE_FIGURES + index)
            }
        }
    }

    /// The numbers of a column, a row for each school; `None` if there is no such column.
    pub fn numbers(&self, holds: SchoolNumber) -> Option<&Numbers> {
        self.numbers.get(self.index(holds)?)
    }

    fn number(&self, row: usize, holds: SchoolNumber) -> Amount {
        let numbers = self.numbers(holds);
        numbers.map_or(Err(Missing::NoColumn), |numbers| numbers.get(row))
    }

    /// The figures of a measure for a group; `None` if there is no such column.
    #[must_use]
    pub fn figures(&self, measure: Measure, group: Group) -> Option<&Numbers> {
        self.numbers(SchoolNumber::Figure(measure, group))
    }

    /// Reserves room for this many more schools.
    pub fn reserve(&mut self, rows: usize) {
        self.rows.reserve(rows);
        for numbers in &mut self.numbers {
            numbers.reserve(rows);
        }
    }

    /// Adds a school. Its numbers of pupils and figures are missing until they are set.
    pub fn push(&mut self, school: SchoolRecord) {
        self.rows.push(school);
        for (index, numbers) in self.numbers.iter_mut().enumerate() {
            if !(2 * Group::ALL.len()..BESIDE_FIGURES).contains(&index) {
                numbers.push(Err(Missing::NotAvailable));
            }
        }
    }

    /// Sets a number of a school in the table.
    pub fn set(&mut self, row: usize, holds: SchoolNumber, number: Amount) {
        let index = self.index(holds);
        if let Some(numbers) = index.and_then(|index| self.numbers.get_mut(index)) {
            numbers.set(row, number);
        }
    }

    /// The schools of a year. Most tables have no others: they are then moved out, and this table becomes empty.
    /// Otherwise they are copied, and this table stays as it is.
    #[must_use]
    pub(crate) fn take_year(&mut self, year: Option<AcademicYear>) -> Self {
        if self.rows.iter().all(|of| of.year == year) {
            return std::mem::take(self);
        }
        let rows = self.iter().filter(|school| school.year() == year);
        let rows: Vec<usize> = rows.map(School::row).collect();
        let records = rows.iter().filter_map(|row| self.rows.get(*row).cloned());
        let numbers = self.numbers.iter().map(|numbers| numbers.of_rows(&rows));
        Self {
            rows: records.collect(),
            figures: self.figures.clone(),
            numbers: numbers.collect(),
        }
    }
}

/// A row of a table of schools: a school's results in a year, as published.
#[derive(Debug, Clone, Copy)]
pub struct School<'a> {
    schools: &'a Schools,
    row: usize,
    of: &'a SchoolRecord,
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
        self.of.urn
    }

    /// Its line in the file, counted from 1.
    #[must_use]
    pub const fn line(self) -> u64 {
        self.of.line
    }

    /// The name as published.
    #[must_use]
    pub fn name(self) -> &'a str {
        &self.of.name
    }

    /// The name, shared without copying its text.
    #[must_use]
    pub fn shared_name(self) -> Rc<str> {
        Rc::clone(&self.of.name)
    }

    /// The year of the results; `None` if neither the file nor its name states it.
    #[must_use]
    pub const fn year(self) -> Option<AcademicYear> {
        self.of.year
    }

    /// The type, as far as the file states it.
    #[must_use]
    pub const fn school_type(self) -> SchoolType {
        self.of.school_type
    }

    /// The code of its local authority.
    #[must_use]
    pub const fn authority(self) -> Option<u16> {
        self.of.authority
    }

    /// The region; `None` if the authority is unknown.
    #[must_use]
    pub const fn region(self) -> Option<Region> {
        self.of.region
    }

    /// Pupils at the end of key stage 4.
    ///
    /// # Errors
    /// The reason why the file gives no number.
    pub fn pupils(self, group: Group) -> Amount {
        self.schools.number(self.row, SchoolNumber::Pupils(group))
    }

    /// Pupils included in Progress 8.
    ///
    /// # Errors
    /// The reason why the file gives no number.
    pub fn progress_pupils(self, group: Group) -> Amount {
        let holds = SchoolNumber::ProgressPupils(group);
        self.schools.number(self.row, holds)
    }

    /// Whether it selects its pupils.
    #[must_use]
    pub const fn admissions(self) -> Admissions {
        self.of.admissions
    }

    /// The characteristics of its pupils, and its admissions.
    #[must_use]
    pub fn context(self) -> SchoolContext {
        let count = |count| self.schools.number(self.row, SchoolNumber::Context(count));
        SchoolContext {
            eal: count(Count::Eal),
            sen_plan: count(Count::SenPlan),
            sen_support: count(Count::SenSupport),
            prior_attainment: count(Count::PriorAttainment),
            admissions: self.of.admissions,
            sexes: self.of.sexes,
        }
    }

    /// The figure of a measure for a group.
    #[must_use]
    pub fn value(self, measure: Measure, group: Group) -> Value {
        let holds = SchoolNumber::Figure(measure, group);
        Value::of(self.schools.number(self.row, holds), measure.unit())
    }

    /// Whether any measure has a published figure for a group.
    #[must_use]
    pub fn has_any(self, group: Group) -> bool {
        let figures = self.schools.numbers.iter().skip(BESIDE_FIGURES);
        let mut figures = self.schools.figures.iter().zip(figures);
        figures.any(|(of, numbers)| of.1 == group && numbers.is_published(self.row))
    }
}
