//! Each layout's table of columns, and their positions in one file.

use records::intake::Field;
use std::borrow::Cow;

use records::terms::{Group, Measure, SchoolType};
use records::{Amount, Count, Fault, SchoolNumber};

use crate::source::{ColumnIndex, Header, Keep};

use super::cell::Style;
use super::{cell, gather};

/// The variable in a column of a published file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variable {
    /// A variable that a user's own spreadsheet can also contain.
    Field(Field),
    /// The kind of trust.
    TrustKind,
    /// The share of a trust's pupils who are not disadvantaged.
    OtherShare,
    /// The share of pupils with English as an additional language.
    EalShare,
    /// The share of pupils with special educational needs.
    SenShare,
    /// The share of a group in Progress 8.
    ProgressShare(Group),
    /// The number of a trust's schools of one type.
    SchoolsOf(SchoolType),
    /// The lower end of the interval of Progress 8.
    ProgressLow(Group),
    /// The upper end.
    ProgressHigh(Group),
    /// The context of a school's pupils; in a trust file only their prior attainment.
    Context(Count),
    /// How a school admits pupils.
    Admissions,
    /// Whether a school admits pupils of one sex or both.
    Sexes,
    /// The kind of row: a school or a total.
    RecordType,
    /// The same in the tidy school file.
    Level,
    /// Whether figures are provisional, revised or final.
    Version,
    /// Which pupils a row is about.
    Breakdown,
    /// Whether the pupils are disadvantaged.
    Disadvantage,
    /// The sex of the pupils.
    Sex,
    /// Whether English is the pupils' first language.
    FirstLanguage,
    /// The pupils' prior attainment at the end of key stage 2.
    PriorAttainment,
    /// Whether the pupils are non-mobile.
    Mobility,
    /// The day on which a trust was closed.
    Closed,
    /// The day on which it was opened.
    Opened,
    /// The date of incorporation, if it is a company.
    Incorporated,
    /// A school's phase of education.
    Phase,
    /// The number of a school's predecessor or successor.
    LinkedUrn,
    /// Whether it is the predecessor or the successor.
    LinkType,
}

impl From<Field> for Variable {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl From<SchoolNumber> for Variable {
    fn from(number: SchoolNumber) -> Self {
        match number {
            SchoolNumber::Pupils(group) => Self::Field(Field::Pupils(group)),
            SchoolNumber::ProgressPupils(group) => Self::Field(Field::ProgressPupils(group)),
            SchoolNumber::Context(count) => Self::Context(count),
            SchoolNumber::Figure(measure, group) => Self::Field(Field::Figure(measure, group)),
        }
    }
}

/// The type of a column's cells, which determines how they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// Text, most of it different from row to row.
    Text,
    /// Words that each occur in many rows.
    Words,
    /// Schools' numbers.
    Urn,
    /// Counts of pupils, schools or years.
    Count,
    /// Shares of pupils.
    Share,
    /// Average results at the end of key stage 2.
    PriorAttainment,
    /// Figures of a measure.
    Figure(Measure),
    /// A column that is not read from this file.
    NotRead,
}

impl Cells {
    /// The type of the cells of a user's own column.
    pub(super) const fn of(field: Field) -> Self {
        match field {
            Field::Urn => Self::Urn,
            Field::Years | Field::Schools | Field::Pupils(_) | Field::ProgressPupils(_) => Self::Count,
            Field::DisadvantagedShare => Self::Share,
            Field::Figure(measure, _) => Self::Figure(measure),
            _ => Self::Text,
        }
    }

    /// Reads a number, which may be missing.
    pub(super) fn read(self, text: &str, style: Style) -> (Amount, Option<Fault>) {
        match self {
            Self::Share => cell::share(text, style),
            Self::PriorAttainment => cell::prior_attainment(text, style),
            Self::Figure(measure) => {
                let (value, fault) = cell::figure(text, measure, style);
                (value.number(), fault)
            }
            _ => cell::count(text, style),
        }
    }

    /// How the cells are kept for a large file.
    fn keep(self) -> Keep {
        match self {
            Self::Text | Self::Share | Self::NotRead => Keep::Text,
            Self::Words => Keep::Words,
            Self::Urn | Self::Count => gather::count(),
            Self::PriorAttainment => gather::prior_attainment(),
            Self::Figure(measure) => gather::figure(measure),
        }
    }
}

/// Whether a file of a layout must have a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Required,
    /// At least one of these columns must be present.
    OneOf,
    Optional,
}

/// A column of a published file: a row of its layout's table.
#[derive(Debug, Clone)]
pub struct Column {
    name: Cow<'static, str>,
    /// Its names in other files; the first one present is used.
    others: &'static [&'static str],
    holds: Variable,
    need: Need,
    cells: Cells,
}

/// A variable that a user's own spreadsheet can also contain.
pub const fn field(field: Field) -> Variable {
    Variable::Field(field)
}

impl Column {
    /// A column that every file of the layout must have.
    pub(super) const fn required(name: &'static str, holds: Variable, cells: Cells) -> Self {
        Self::new(name, &[], holds, Need::Required, cells)
    }

    /// A column that is read if it is present.
    pub(super) const fn optional(name: &'static str, holds: Variable, cells: Cells) -> Self {
        Self::new(name, &[], holds, Need::Optional, cells)
    }

    /// An optional column that has other names in some files.
    pub(super) const fn renamed(
        name: &'static str,
        others: &'static [&'static str],
        holds: Variable,
        cells: Cells,
    ) -> Self {
        Self::new(name, others, holds, Need::Optional, cells)
    }

    /// One of several columns. A file of the layout must have at least one of them.
    pub(super) const fn one_of(
        name: &'static str,
        others: &'static [&'static str],
        holds: Variable,
        cells: Cells,
    ) -> Self {
        Self::new(name, others, holds, Need::OneOf, cells)
    }

    const fn new(
        name: &'static str,
        others: &'static [&'static str],
        holds: Variable,
        need: Need,
        cells: Cells,
    ) -> Self {
        Self {
            name: Cow::Borrowed(name),
            others,
            holds,
            need,
            cells,
        }
    }

    /// A figure's column. A file of the layout has at least one.
    pub(super) const fn figure(name: &'static str, measure: Measure, group: Group) -> Self {
        let figure = field(Field::Figure(measure, group));
        Self::one_of(name, &[], figure, Cells::Figure(measure))
    }

    /// The same column with a computed name.
    pub(super) fn named(self, name: String) -> Self {
        let name = Cow::Owned(name);
        Self { name, ..self }
    }

    /// Its name, then its names in other files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(self.others.iter().copied())
    }

    /// Its variable.
    pub const fn holds(&self) -> Variable {
        self.holds
    }

    /// Whether every file of the layout has it.
    pub(super) fn is_required(&self) -> bool {
        self.need == Need::Required
    }

    /// Its position in a file; `None` if the file does not have it.
    pub(super) fn index(&self, header: &Header) -> Option<ColumnIndex> {
        self.names().find_map(|name| header.find(name))
    }
}

/// The missing columns that prevent a file from having a layout. If one of several columns would be enough, the first
/// represents them all.
pub(super) fn missing(columns: &[Column], header: &Header) -> Vec<String> {
    let of = |need| columns.iter().filter(move |column| column.need == need);
    let is_missing = |column: &&Column| column.index(header).is_none();
    let has_none = of(Need::OneOf).all(|column| is_missing(&column));
    let alternatives = of(Need::OneOf).take(usize::from(has_none));
    let missing = of(Need::Required).filter(is_missing).chain(alternatives);
    missing.map(|column| column.name.to_string()).collect()
}

/// The positions of the columns in one file.
#[derive(Debug, Default)]
pub struct Columns {
    found: Vec<(Variable, Cells, ColumnIndex)>,
    figures: Vec<(Measure, Group, ColumnIndex)>,
}

impl Columns {
    /// The columns of a layout that are read and that the file has.
    pub(super) fn find(columns: &[Column], header: &Header) -> Self {
        let read = columns.iter().filter(|column| column.cells != Cells::NotRead);
        Self::of(read.filter_map(|column| {
            let index = column.index(header)?;
            Some((column.holds, column.cells, index))
        }))
    }

    pub(super) fn of(found: impl Iterator<Item = (Variable, Cells, ColumnIndex)>) -> Self {
        let found: Vec<_> = found.collect();
        let figures = found.iter().filter_map(|&(holds, _, index)| match holds {
            Variable::Field(Field::Figure(measure, group)) => Some((measure, group, index)),
            _ => None,
        });
        Self {
            figures: figures.collect(),
            found,
        }
    }

    /// The index of the column with this variable.
    pub(super) fn get(&self, holds: impl Into<Variable>) -> Option<ColumnIndex> {
        let (_, index) = self.cells(holds.into())?;
        Some(index)
    }

    /// The type of the cells of that column, and its index.
    pub(super) fn cells(&self, holds: Variable) -> Option<(Cells, ColumnIndex)> {
        let mut found = self.found.iter();
        let &(_, cells, index) = found.find(|(known, _, _)| *known == holds)?;
        Some((cells, index))
    }

    /// The ends of the interval of Progress 8.
    pub(super) fn interval(&self, group: Group) -> [Option<ColumnIndex>; 2] {
        [Variable::ProgressLow(group), Variable::ProgressHigh(group)].map(|end| self.get(end))
    }

    /// The columns of figures.
    pub(super) fn figures(&self) -> &[(Measure, Group, ColumnIndex)] {
        &self.figures
    }

    /// The measures and groups that have a column.
    pub(super) fn measures(&self) -> Vec<(Measure, Group)> {
        let figures = self.figures.iter();
        figures.map(|&(measure, group, _)| (measure, group)).collect()
    }

    /// Every column once.
    pub(super) fn all(&self) -> Vec<ColumnIndex> {
        let mut all = Vec::with_capacity(self.found.len());
        for &(_, _, index) in &self.found {
            // One column may have two meanings.
            if !all.contains(&index) {
                all.push(index);
            }
        }
        all
    }

    /// Every column with the form in which it is kept: as text, or in large files by the type of its cells.
    pub(super) fn wanted(&self, is_large: bool) -> Vec<(ColumnIndex, Keep)> {
        if is_large {
            let found = self.found.iter();
            found.map(|&(_, cells, index)| (index, cells.keep())).collect()
        } else {
            let all = self.all().into_iter();
            all.map(|index| (index, Keep::Text)).collect()
        }
    }

    /// The columns with cells of this type.
    pub(super) fn of_cells(&self, wanted: Cells) -> Vec<ColumnIndex> {
        let found = self.found.iter().filter(|(_, cells, _)| *cells == wanted);
        found.map(|&(.., index)| index).collect()
    }

    /// The columns with the ends of intervals of Progress 8.
    pub(super) fn ends_of_intervals(&self) -> Vec<ColumnIndex> {
        let is_end = |holds| matches!(holds, Variable::ProgressLow(_) | Variable::ProgressHigh(_));
        let found = self.found.iter().filter(|(holds, ..)| is_end(*holds));
        found.map(|&(.., index)| index).collect()
    }
}
