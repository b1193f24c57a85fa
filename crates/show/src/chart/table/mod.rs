//! The figures of a chart as a table.

mod words;

use std::borrow::{Borrow, Cow};

use method::Rank;
use records::model::Basis;
use records::terms::decimals::trimmed;
use records::terms::order::sorted;
use records::terms::{Figure, Missing, Region, Unit, Value, full_name, grouped, lead_region};
use serde::{Serialize, Serializer};

use crate::chart::bounds::words::from_to;

/// The most decimals of a published figure: binary numbers have more, which no source has.
const MOST_DECIMALS: u32 = 10;

/// The most columns of a table that a page shows as it is.
const MOST_COLUMNS: usize = 10;

/// The heading of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The column's name, with the unit where it has one.
    pub name: String,
    /// Whether it holds numbers, which are set to the right.
    pub numeric: bool,
    /// The name of the interval of the column before, if this column is its lower end and the next one its upper end.
    pub interval: Option<String>,
}

impl Heading {
    fn new(name: &str, numeric: bool) -> Self {
        Self {
            name: name.to_owned(),
            numeric,
            interval: None,
        }
    }
}

/// What gives the cell of a row. A trait of its own, since the page would carry a second copy of each `Fn` in a box:
/// the one that takes it out.
trait CellOf<R: ?Sized> {
    fn cell(&self, row: &R) -> Cell;
}

impl<R: ?Sized, F: Fn(&R) -> Cell> CellOf<R> for F {
    fn cell(&self, row: &R) -> Cell {
        self(row)
    }
}

/// A column: what heads it, and the cell of each row. Heading and cells cannot come apart, as they could in two lists.
///
/// ```
/// use show::chart::{Cell, Column, Table};
/// let columns = [
///     Column::words("Trust", |of: &(&str, usize)| Cell::Words(of.0.to_owned())),
///     Column::numbers("Pupils", |of: &(&str, usize)| Cell::Count(of.1)),
/// ];
/// let table = Table::new("Trusts", &columns, [("One", 1200), ("Two", 80)]);
/// assert_eq!(table.columns[1].name, "Pupils");
/// assert_eq!(table.rows[0][1].text(), "1,200");
/// ```
pub struct Column<'a, R: ?Sized> {
    /// The key for programs; `None` if it is for people only.
    key: Option<&'static str>,
    /// The heading; `None` if it is for programs only.
    heading: Option<Heading>,
    cell: Box<dyn CellOf<R> + 'a>,
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
        Self {
            key: None,
            heading: Some(Heading::new(head, false)),
            cell: Box::new(cell),
        }
    }

    /// A column of numbers.
    #[must_use]
    pub fn numbers(head: &str, cell: impl Fn(&R) -> Cell + 'a) -> Self {
        Self {
            key: None,
            heading: Some(Heading::new(head, true)),
            cell: Box::new(cell),
        }
    }

    /// A column for programs alone.
    pub(crate) fn data(key: &'static str, cell: impl Fn(&R) -> Cell + 'a) -> Self {
        Self {
            key: Some(key),
            heading: None,
            cell: Box::new(cell),
        }
    }

    /// The column for programs as well, which know it by this name.
    #[must_use]
    pub(crate) fn keyed(self, key: &'static str) -> Self {
        Self { key: Some(key), ..self }
    }

    /// The name that programs know it by.
    pub(crate) const fn key(&self) -> Option<&'static str> {
        self.key
    }

    /// The column with another cell in rows of which there is something else to say.
    #[must_use]
    pub(super) fn except(self, other: impl Fn(&R) -> Option<Cell> + 'a) -> Self {
        let Self { key, heading, cell } = self;
        Self {
            key,
            heading,
            cell: Box::new(move |row: &R| other(row).unwrap_or_else(|| cell.cell(row))),
        }
    }

    /// The column with what it is a part of before its name.
    #[must_use]
    pub(super) fn below(mut self, head: &str) -> Self {
        if let Some(heading) = &mut self.heading {
            heading.name = format!("{head}, {}", heading.name);
        }
        self
    }

    /// The column with the unit of its numbers in its heading; where each row names its own there is none.
    #[must_use]
    pub(super) fn in_unit(mut self, unit: &str) -> Self {
        if let Some(heading) = &mut self.heading {
            heading.name = in_unit(&heading.name, unit);
        }
        self
    }

    /// The column as the lower end of the interval of the column before. The next column is its upper end.
    #[must_use]
    pub(super) fn lower_end_of(mut self, interval: String) -> Self {
        if let Some(heading) = &mut self.heading {
            heading.interval = Some(interval);
        }
        self
    }
}

/// A head with the unit of what is below it, where there is one.
pub(super) fn in_unit(head: &str, unit: &str) -> String {
    match unit {
        "" => head.to_owned(),
        _ => format!("{head}, {unit}"),
    }
}

/// A cell. It is never blank: a missing number has a reason.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Words(String),
    /// A trust's or school's name as published; people read it whole.
    Name(String),
    /// A trust's lead region.
    Region(Option<Region>),
    /// A whole number.
    Count(usize),
    /// A computed figure.
    Figure(Figure),
    /// A figure as published.
    Published(Figure),
    /// A figure shown without decimals: an end of an interval around a whole one.
    Whole(Figure),
    /// A share, 0 to 1; people read a percentage.
    Share(f64),
    /// A number for programs only.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// Several in one.
    List(Vec<Cell>),
    /// A record within a record.
    Record(Record),
    /// Several of them.
    Records(Vec<Record>),
    /// The reason why there is no number.
    Missing(Missing),
    /// The reason in other words.
    Reason(String),
    /// No figure can be computed: no trust has one, or the rule cannot weight those that have one.
    NoFigure,
    /// Not applicable, for this reason: shown as a dash.
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
        Self::Name(name.to_owned())
    }

    /// A number of standard deviations, with two decimals.
    #[must_use]
    pub fn standard(number: f64) -> Self {
        // The unit with two decimals and no bounds to its name: a table's heads name the unit.
        Figure::new(number, Unit::AveragePoints).into()
    }

    /// A cell that does not apply: no interval, no rank.
    #[must_use]
    pub const fn none() -> Self {
        Self::Nothing(words::NONE)
    }

    /// A count, or the reason why there is none.
    #[must_use]
    pub fn count(count: Option<usize>, reason: &'static str) -> Self {
        count.map_or(Self::Nothing(reason), Self::Count)
    }

    /// A rank among others, or that there is none.
    #[must_use]
    pub fn rank(rank: Option<u32>) -> Self {
        Self::count(rank.map(|rank| rank as usize), words::NO_RANK)
    }

    /// The cell as shown.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Words(text) | Self::Reason(text) => text.clone(),
            Self::Name(name) => full_name(name),
            Self::Region(region) => lead_region(*region).to_owned(),
            Self::Share(share) => Self::percentage(*share).text(),
            Self::Number(number) => trimmed(*number, MOST_DECIMALS),
            Self::Flag(is_so) => is_so.to_string(),
            Self::List(cells) => joined(cells.iter()),
            Self::Record(record) => joined(record.cells()),
            Self::Records(records) => joined(records.iter().flat_map(Record::cells)),
            Self::Count(count) => grouped(*count),
            Self::Figure(figure) => figure.plain(),
            Self::Published(figure) => figure.as_published(),
            Self::Whole(figure) => figure.whole(),
            Self::Missing(reason) => reason.reason().to_owned(),
            Self::NoFigure => words::NO_FIGURE.to_owned(),
            Self::Nothing(_) => "\u{2013}".to_owned(),
        }
    }

    /// A figure with its interval, if it has one: "30.1 (26.5 to 34.2)". The interval stays on one line.
    fn with_interval(figure: &Self, low: &Self, high: &Self) -> Self {
        if !low.is_figure() {
            return figure.clone();
        }
        let interval = from_to(&low.text(), &high.text()).replace(' ', "\u{a0}");
        Self::Words(words::with_interval(&figure.text(), &interval))
    }

    /// Whether it is a figure rather than a count, words or a reason.
    const fn is_figure(&self) -> bool {
        matches!(
            self,
            Self::Figure(_) | Self::Published(_) | Self::Whole(_) | Self::Share(_)
        )
    }

    fn percentage(share: f64) -> Self {
        Figure::new(share * 100.0, Unit::Percent).into()
    }

    /// A number for programs only, or an empty cell.
    pub(crate) fn number(number: Option<f64>) -> Self {
        Self::known(number)
    }

    /// A value for programs, or an empty cell for `None`.
    pub(crate) fn known<T: Into<Self>>(value: Option<T>) -> Self {
        value.map_or_else(Self::none, Into::into)
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
            Self::Share(share) => Self::percentage(*share).data(),
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

impl From<Figure> for Cell {
    fn from(figure: Figure) -> Self {
        Self::Figure(figure)
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::words(words)
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Self::Count(count as usize)
    }
}

impl From<Rank> for Cell {
    fn from(rank: Rank) -> Self {
        rank.number().into()
    }
}

impl From<bool> for Cell {
    fn from(is_so: bool) -> Self {
        Self::Flag(is_so)
    }
}

impl From<Record> for Cell {
    fn from(record: Record) -> Self {
        Self::Record(record)
    }
}

/// A row as programs read it: its cells by their columns' keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Record(Vec<(Cow<'static, str>, Cell)>);

impl<K: Into<Cow<'static, str>>> FromIterator<(K, Cell)> for Record {
    fn from_iter<I: IntoIterator<Item = (K, Cell)>>(cells: I) -> Self {
        let cells = cells.into_iter();
        Self(cells.map(|(key, cell)| (key.into(), cell)).collect())
    }
}

impl<const COUNT: usize> From<[(&'static str, Cell); COUNT]> for Record {
    fn from(cells: [(&'static str, Cell); COUNT]) -> Self {
        cells.into_iter().collect()
    }
}

impl Record {
    /// The row's cells in those columns that programs know.
    #[must_use]
    pub fn new<R: ?Sized>(columns: &[Column<'_, R>], row: &R) -> Self {
        let known = columns.iter();
        known
            .filter_map(|column| Some((column.key?, column.cell.cell(row))))
            .collect()
    }

    /// The record with the cells of another after its own.
    #[must_use]
    pub(crate) fn and(mut self, other: impl Into<Self>) -> Self {
        self.0.extend(other.into().0);
        self
    }

    /// A record of each row.
    #[must_use]
    pub fn all<R: ?Sized>(columns: &[Column<'_, R>], rows: impl IntoIterator<Item: Borrow<R>>) -> Vec<Self> {
        let rows = rows.into_iter();
        rows.map(|row| Self::new(columns, row.borrow())).collect()
    }

    /// The cell with this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Cell> {
        let found = self.0.iter().find(|(known, _)| *known == key);
        found.map(|(_, cell)| cell)
    }

    /// The cells in their order.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.0.iter().map(|(_, cell)| cell)
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, cell)| (key, cell)))
    }
}

/// A cell for programs: a number in full, or null.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Words(text) | Self::Name(text) => serializer.serialize_str(text),
            Self::Region(region) => region.map(Region::name).serialize(serializer),
            Self::Count(count) => count.serialize(serializer),
            Self::Figure(figure) | Self::Published(figure) | Self::Whole(figure) => figure.serialize(serializer),
            Self::Share(number) | Self::Number(number) => serializer.serialize_f64(*number),
            Self::Flag(is_so) => serializer.serialize_bool(*is_so),
            Self::List(cells) => serializer.collect_seq(cells),
            Self::Record(record) => record.serialize(serializer),
            Self::Records(records) => serializer.collect_seq(records),
            Self::Missing(_) | Self::Reason(_) | Self::NoFigure | Self::Nothing(_) => serializer.serialize_none(),
        }
    }
}

/// The caption of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caption {
    /// The heading.
    pub heading: String,
    /// Further notes; may be blank.
    pub rest: String,
}

impl Caption {
    /// A heading and further notes.
    pub fn new(heading: impl Into<String>, rest: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            rest: rest.into(),
        }
    }

    /// The caption with a sentence at its end.
    fn and(self, sentence: &str) -> Self {
        let ended = |words: &str| words.trim_end_matches('.').to_owned();
        if self.rest.is_empty() {
            return Self::new(ended(&self.heading), sentence);
        }
        let rest = format!("{}. {sentence}", ended(&self.rest));
        Self { rest, ..self }
    }
}

impl From<&str> for Caption {
    fn from(heading: &str) -> Self {
        Self::new(heading, "")
    }
}

impl From<String> for Caption {
    fn from(heading: String) -> Self {
        Self::new(heading, "")
    }
}

impl std::fmt::Display for Caption {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.heading)?;
        if self.rest.is_empty() {
            return Ok(());
        }
        write!(f, ". {}", self.rest)
    }
}

/// A table: its first column heads the rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The caption.
    pub caption: Caption,
    /// The headings of its columns.
    pub columns: Vec<Heading>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// What its figures are adjusted for, as links and the program write it; `None` for figures as they are.
    pub adjusted_for: Option<String>,
}

impl Table {
    /// The table of rows of one kind.
    #[must_use]
    pub fn new<R: ?Sized>(
        caption: impl Into<Caption>,
        columns: &[Column<'_, R>],
        rows: impl IntoIterator<Item: Borrow<R>>,
    ) -> Self {
        let mut table = Self {
            caption: caption.into(),
            columns: Vec::with_capacity(columns.len()),
            ..Self::default()
        };
        for column in columns {
            table.columns.extend(column.heading.clone());
        }
        for row in rows {
            let shown = columns.iter().filter(|column| column.heading.is_some());
            let cells = shown.map(|column| column.cell.cell(row.borrow()));
            table.rows.push(cells.collect());
        }
        table
    }

    /// The table, which says where it is taken away what its figures are adjusted for, if they are.
    #[must_use]
    pub(crate) fn adjusted_for(self, adjusted_for: Option<String>) -> Self {
        Self { adjusted_for, ..self }
    }

    /// The table as it is taken away: what its figures are adjusted for is a column, because its heading stays behind.
    pub(crate) fn taken_away(&self) -> Cow<'_, Self> {
        let Some(parts) = &self.adjusted_for else {
            return Cow::Borrowed(self);
        };
        let mut table = self.clone();
        table.push_words(words::ADJUSTED_FOR, parts);
        Cow::Owned(table)
    }

    /// The table with a column more, of the same words in each row.
    pub(crate) fn push_words(&mut self, head: &str, words: &str) {
        self.columns.push(Heading::new(head, false));
        for row in &mut self.rows {
            row.push(Cell::words(words));
        }
    }

    /// The table as a page shows it: if it has many columns, each interval is beside its figure in one. A file keeps a
    /// column for each end.
    #[must_use]
    pub fn on_page(&self) -> Cow<'_, Self> {
        if self.columns.len() <= MOST_COLUMNS {
            return Cow::Borrowed(self);
        }
        let rows = self.rows.iter();
        Cow::Owned(Self {
            caption: self.caption.clone(),
            columns: self.in_one(&self.columns, |figure, low, _| {
                let interval = low.interval.as_deref().unwrap_or_default();
                Heading::new(&words::with_interval(&figure.name, interval), figure.numeric)
            }),
            rows: rows.map(|cells| self.in_one(cells, Cell::with_interval)).collect(),
            adjusted_for: self.adjusted_for.clone(),
        })
    }

    /// What each column has, with a figure and both ends of its interval in one.
    fn in_one<T: Clone>(&self, of: &[T], in_one: fn(&T, &T, &T) -> T) -> Vec<T> {
        let mut merged = Vec::with_capacity(of.len());
        let mut each = self.columns.iter().zip(of).peekable();
        while let Some((_, figure)) = each.next() {
            let low = each.next_if(|(heading, _)| heading.interval.is_some());
            let ends = low.zip(each.next_if(|_| low.is_some()));
            merged.push(match ends {
                Some(((_, low), (_, high))) => in_one(figure, low, high),
                None => figure.clone(),
            });
        }
        merged
    }

    /// The table without columns that say the same words in every row, for a page whose title says them.
    #[must_use]
    pub fn without_repeats(&self) -> Self {
        let says = |column: usize| self.rows.iter().map(move |row| row.get(column).map(Cell::text));
        let repeats = |(column, heading): (usize, &Heading)| {
            let first = says(column).next();
            let is_repeated = first.is_some_and(|first| says(column).all(|other| other == first));
            column > 0 && !heading.numeric && is_repeated
        };
        let repeats: Vec<bool> = self.columns.iter().enumerate().map(repeats).collect();
        fn kept<T: Clone>(of: &[T], repeats: &[bool]) -> Vec<T> {
            let kept = of.iter().zip(repeats).filter(|(_, repeats)| !**repeats);
            kept.map(|(of, _)| of.clone()).collect()
        }
        let rows = self.rows.iter();
        Self {
            caption: self.caption.clone(),
            columns: kept(&self.columns, &repeats),
            rows: rows.map(|cells| kept(cells, &repeats)).collect(),
            adjusted_for: self.adjusted_for.clone(),
        }
    }

    /// The columns to read first where there is no room for all, in their order: the rows' heads, the first words, and
    /// the first figures, or else what is beside the words.
    #[must_use]
    pub fn main_columns(&self) -> Vec<usize> {
        let words = self.columns.iter().position(|of| !of.numeric).unwrap_or(0);
        let is_figure = |column: &usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(*column));
            cells.any(Cell::is_figure)
        };
        let figures = (1..self.columns.len()).find(is_figure).unwrap_or(words + 1);
        let all = 0..self.columns.len();
        all.filter(|column| [0, words, figures].contains(column)).collect()
    }

    /// The table with a sentence at the end of its caption where two figures of the column that is headed so are shown
    /// alike and have different ranks in another.
    #[must_use]
    pub(crate) fn with_rounding(mut self, figures: &str, ranks: &str) -> Self {
        let index = |head: &str| self.columns.iter().position(|column| column.name == head);
        let (Some(figures), Some(ranks)) = (index(figures), index(ranks)) else {
            return self;
        };
        let rows = self.rows.iter();
        let pairs = rows.filter_map(|row| Some((row.get(figures)?.text(), row.get(ranks)?.text())));
        if let Some(rounded) = rounding_in_words(pairs) {
            self.caption = std::mem::take(&mut self.caption).and(rounded);
        }
        self
    }
}

fn joined<'a>(cells: impl Iterator<Item = &'a Cell>) -> String {
    cells.map(Cell::text).collect::<Vec<_>>().join("; ")
}

/// What must be said of figures as they are shown, each with its rank: that they are rounded, where two are shown alike
/// and rank differently.
pub(crate) fn rounding_in_words<R: Ord>(pairs: impl Iterator<Item = (String, R)>) -> Option<&'static str> {
    let pairs = sorted(pairs.collect(), |one: &(String, R), two| one.cmp(two));
    let mut beside = pairs.iter().zip(pairs.iter().skip(1));
    beside
        .any(|((figure, rank), (next, of_next))| figure == next && rank != of_next)
        .then_some(words::ROUNDED)
}
