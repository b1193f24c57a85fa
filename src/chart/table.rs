//! The figures of a chart as a table.

use std::borrow::Borrow;

use crate::model::Basis;
use crate::terms::decimals::trimmed;
use crate::terms::order::sorted;
use crate::terms::{Figure, Missing, Unit, Value, full_name, grouped};
use crate::words::chart::table as words;

/// The most decimals of a published figure: binary numbers have more, which no source has.
const MOST_DECIMALS: u32 = 10;

/// What heads a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The column's name, with the unit where it has one.
    pub name: String,
    /// Whether it holds numbers, which are set to the right.
    pub numeric: bool,
}

/// A column: what heads it, and the cell of each row. Heading and cells cannot come apart, as they could in two lists.
///
/// ```
/// use trust_gap::chart::{Cell, Column, Table};
/// let columns = [
///     Column::words("Trust", |of: &(&str, usize)| Cell::Words(of.0.to_owned())),
///     Column::numbers("Pupils", |of: &(&str, usize)| Cell::Count(of.1)),
/// ];
/// let table = Table::new("Trusts", &columns, [("One", 1200), ("Two", 80)]);
/// assert_eq!(table.columns[1].name, "Pupils");
/// assert_eq!(table.rows[0][1].text(), "1,200");
/// ```
pub struct Column<'a, R: ?Sized> {
    heading: Heading,
    cell: Box<dyn Fn(&R) -> Cell + 'a>,
}

impl<R: ?Sized> std::fmt::Debug for Column<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.heading.fmt(f)
    }
}

impl<'a, R: ?Sized + 'a> Column<'a, R> {
    /// A column of words.
    #[must_use]
    pub fn words(head: &str, cell: impl Fn(&R) -> Cell + 'a) -> Self {
        Self::new(head, false, cell)
    }

    /// A column of numbers.
    #[must_use]
    pub fn numbers(head: &str, cell: impl Fn(&R) -> Cell + 'a) -> Self {
        Self::new(head, true, cell)
    }

    fn new(head: &str, numeric: bool, cell: impl Fn(&R) -> Cell + 'a) -> Self {
        let name = head.to_owned();
        Self {
            heading: Heading { name, numeric },
            cell: Box::new(cell),
        }
    }

    /// The column with another cell in rows of which there is something else to say.
    #[must_use]
    pub(super) fn except(self, other: impl Fn(&R) -> Option<Cell> + 'a) -> Self {
        let Self { heading, cell } = self;
        Self {
            heading,
            cell: Box::new(move |row| other(row).unwrap_or_else(|| cell(row))),
        }
    }

    /// The column with what it is a part of before its name.
    #[must_use]
    pub(super) fn below(mut self, head: &str) -> Self {
        self.heading.name = format!("{head}, {}", self.heading.name);
        self
    }

    /// The column with the unit of its numbers in its heading; where each row names its own there is none.
    #[must_use]
    pub(super) fn in_unit(mut self, unit: &str) -> Self {
        if !unit.is_empty() {
            self.heading.name = format!("{}, {unit}", self.heading.name);
        }
        self
    }
}

/// A cell: never blank, a missing number says why.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Words(String),
    /// A whole number.
    Count(usize),
    /// A computed figure.
    Figure(Figure),
    /// A figure as published.
    Published(Figure),
    /// A figure shown without decimals: an end of an interval around a whole one.
    Whole(Figure),
    /// The reason why there is no number.
    Missing(Missing),
    /// No figure can be made: no trust has one, or the rule cannot weight those that have.
    NoFigure,
    /// There is nothing to say, for this reason: a dash where people read it.
    Nothing(&'static str),
}

impl Cell {
    /// A value as a file gives it.
    #[must_use]
    pub const fn published(value: Value) -> Self {
        Self::of_trust(value, Basis::Published)
    }

    /// A trust's value: published ones have no decimals that their source does not have.
    #[must_use]
    pub const fn of_trust(value: Value, basis: Basis) -> Self {
        match (value, basis) {
            (Value::Published(figure), Basis::Published) => Self::Published(figure),
            (Value::Published(figure), Basis::Computed) => Self::Figure(figure),
            (Value::Missing(reason), _) => Self::Missing(reason),
        }
    }

    /// Words, whole.
    #[must_use]
    pub fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }

    /// A trust's or school's name, whole: pages shorten what they show of a table, downloads do not.
    pub(crate) fn name(name: &str) -> Self {
        Self::Words(full_name(name))
    }

    /// A number of standard deviations, with two decimals.
    #[must_use]
    pub fn standard(number: f64) -> Self {
        // The unit with two decimals and no bounds to its name: a table's heads name the unit.
        Figure::new(number, Unit::AveragePoints).into()
    }

    /// A cell for which there is nothing to say: no interval, no rank.
    #[must_use]
    pub const fn none() -> Self {
        Self::Nothing(words::NONE)
    }

    /// A count, or the reason why there is none.
    #[must_use]
    pub fn count(count: Option<usize>, reason: &'static str) -> Self {
        count.map_or(Self::Nothing(reason), Self::Count)
    }

    /// A place among others, or that there is none.
    #[must_use]
    pub fn rank(place: Option<u32>) -> Self {
        Self::count(place.map(|place| place as usize), words::NO_RANK)
    }

    /// The cell as shown.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Words(text) => text.clone(),
            Self::Count(count) => grouped(*count),
            Self::Figure(figure) => figure.plain(),
            Self::Published(figure) => figure.as_published(),
            Self::Whole(figure) => figure.whole(),
            Self::Missing(reason) => reason.reason().to_owned(),
            Self::NoFigure => words::NO_FIGURE.to_owned(),
            Self::Nothing(_) => "\u{2013}".to_owned(),
        }
    }

    /// The cell for other programs, with a plain minus sign: a computed figure with the decimals that are shown, a
    /// published one with those that its source has.
    #[must_use]
    pub fn data(&self) -> String {
        match self {
            Self::Published(figure) => trimmed(figure.number(), MOST_DECIMALS),
            Self::Figure(figure) => figure.plain().replace('\u{2212}', "-"),
            Self::Whole(figure) => figure.whole().replace('\u{2212}', "-"),
            Self::Count(count) => count.to_string(),
            Self::Nothing(reason) => (*reason).to_owned(),
            other => other.text(),
        }
    }
}

impl From<Option<Figure>> for Cell {
    fn from(figure: Option<Figure>) -> Self {
        figure.map_or(Self::NoFigure, Self::Figure)
    }
}

/// A table: its first column heads the rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What it holds.
    pub caption: String,
    /// What heads its columns.
    pub columns: Vec<Heading>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The table of rows of one kind.
    #[must_use]
    pub fn new<R: ?Sized>(
        caption: impl Into<String>,
        columns: &[Column<'_, R>],
        rows: impl IntoIterator<Item: Borrow<R>>,
    ) -> Self {
        let cells = |row: &R| columns.iter().map(|column| (column.cell)(row)).collect();
        let rows = rows.into_iter();
        Self {
            caption: caption.into(),
            columns: columns.iter().map(|of| of.heading.clone()).collect(),
            rows: rows.map(|row| cells(row.borrow())).collect(),
        }
    }

    /// The table with a column more, of the same words in each row.
    pub(crate) fn push_words(&mut self, head: &str, words: &str) {
        self.columns.push(Heading {
            name: head.to_owned(),
            numeric: false,
        });
        for row in &mut self.rows {
            row.push(Cell::words(words));
        }
    }

    /// The table with a sentence at the end of its caption where two figures of the column that is headed so are shown
    /// alike and have different ranks in another.
    #[must_use]
    pub(crate) fn with_rounding(mut self, figures: &str, ranks: &str) -> Self {
        let place = |head: &str| self.columns.iter().position(|column| column.name == head);
        let (Some(figures), Some(ranks)) = (place(figures), place(ranks)) else {
            return self;
        };
        let rows = self.rows.iter();
        let pairs = rows.filter_map(|row| Some((row.get(figures)?.text(), row.get(ranks)?.text())));
        if let Some(rounded) = rounding_in_words(pairs) {
            self.caption = format!("{}. {rounded}", self.caption.trim_end_matches('.'));
        }
        self
    }
}

/// What must be said of figures as they are shown, each with its rank: that they are rounded, where two are shown alike
/// and rank differently.
pub(crate) fn rounding_in_words<R: Ord>(
    pairs: impl Iterator<Item = (String, R)>,
) -> Option<&'static str> {
    let pairs = sorted(pairs.collect(), |one: &(String, R), two| one.cmp(two));
    let mut beside = pairs.iter().zip(pairs.iter().skip(1));
    beside
        .any(|((figure, rank), (next, of_next))| figure == next && rank != of_next)
        .then_some(words::ROUNDED)
}
