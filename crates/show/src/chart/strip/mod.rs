//! The strip of trusts: every trust as a dot in the row of its region or area, its extremes named.

pub(super) mod words;

use std::rc::Rc;

use method::{Analysis, Rank};
use plot::{self, Along, Ink, Mark, Plot, Rows, Subject, Width};
use records::terms::order::sorted_by_key;
use records::terms::{Figure, Focus, Region, Unit};
use stats::Level as Confidence;

use crate::chart::key::{KeyItem, Sign, words as key};
use crate::chart::words::heads;

use super::adjusted::{adjusted_for, head_of_figures};
use super::beyond::{End, rank_in_words};
use super::finding::no_weight;
use super::part::PartOf;
use super::strip_row::{Dot, Extreme, Row};
use super::table::{Cell, Column, Table};
use super::trust::{Trust, TrustColumn, figure_columns, shown, unit_of};
use super::{Chart, inks, of_analysis, of_trust, scale};

/// The size of the letters that name a row's extremes.
const EXTREME_SIZE: f64 = 12.0;

/// Room between a dot's middle and what is written beside it, in pixels.
const BESIDE_DOT: f64 = 8.0;

/// Room between what is written side by side, in pixels.
const APART: f64 = 6.0;

/// A row of the table: a trust, in a row of the chart.
type Line<'a> = (&'a Row, &'a Dot);

/// The chart as data: the regions by their figure, then the user's areas, each with its trusts.
#[derive(Debug, Clone, PartialEq)]
pub struct StripChart {
    title: String,
    subtitle: String,
    unit: Unit,
    focus: Focus,
    /// The level of the intervals.
    level: Confidence,
    rows: Vec<Row>,
    /// What the figures are adjusted for, if they are.
    adjusted_for: Option<String>,
    /// The number of a trust that stands out.
    found: Option<Rc<str>>,
}

impl StripChart {
    /// The same chart in which the trust with this number stands out, if it has a dot.
    #[must_use]
    pub fn with_found(self, uid: &str) -> Self {
        let mut with_figure = self.rows.iter().flat_map(|row| &row.with_figure);
        let found = with_figure.find(|(_, dot)| *dot.trust.of.uid == *uid);
        let Some(found) = found.map(|(_, dot)| Rc::clone(dot)) else {
            return self;
        };
        let words = words::found(found.trust.readable_name());
        Self {
            subtitle: format!("{} {words}", self.subtitle),
            found: Some(Rc::clone(&found.trust.of.uid)),
            ..self
        }
    }

    /// The chart of an analysis.
    #[must_use]
    pub fn new(analysis: &Analysis) -> Self {
        let regions = analysis.regions.iter();
        let regions = regions.map(|of| Row::region(analysis, of.region));
        let mut rows = sorted_by_key(regions.collect(), |row: &Row| {
            row.mean.map_or(i64::MAX, |mean| -mean.steps())
        });
        let title = no_weight(analysis).unwrap_or_else(|| title(&rows));
        if !analysis.areas.is_empty() {
            rows.extend(areas(analysis));
        }
        let subtitle = words::subtitle(&shown(analysis));
        Self {
            title: of_analysis(analysis, title),
            subtitle: of_analysis(analysis, subtitle),
            unit: analysis.rules.measure.unit(),
            focus: analysis.rules.focus,
            level: analysis.level(),
            rows,
            adjusted_for: adjusted_for(analysis),
            found: None,
        }
    }

    fn trusts(&self) -> impl Iterator<Item = Line<'_>> {
        let of_row = |row| Row::trusts(row).map(move |dot| (row, dot));
        self.rows.iter().flat_map(of_row)
    }

    /// The head of the figures' column.
    fn figure_column(&self) -> String {
        let head = format!("{}, {}", heads::FIGURE, unit_of(self.unit, self.focus));
        head_of_figures(head, self.adjusted_for.is_some())
    }

    fn columns<'a>(&self) -> Vec<Column<'a, Line<'a>>> {
        fn trust<'a>((_, dot): &'a Line<'_>) -> &'a Trust {
            &dot.trust
        }
        let of = RowsOf::these(&self.rows);
        let mut columns = vec![
            Column::words(&words::part(of), |(row, _): &Line<'_>| Cell::words(row.of.name())),
            TrustColumn::NAME.of(trust),
        ];
        let unit = unit_of(self.unit, self.focus);
        columns.extend(figure_columns(&self.figure_column(), unit, self.level, trust));
        columns.extend([
            Column::numbers(&words::rank_in(of), |(_, dot): &Line<'_>| {
                Cell::rank(dot.rank.map(Rank::number))
            }),
            TrustColumn::RANK.of(trust),
        ]);
        columns
    }
}

impl Chart for StripChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let rows: Vec<String> = self.rows.iter().filter_map(Row::words).collect();
        format!("{} {}", self.subtitle, rows.join(" "))
    }

    fn table(&self) -> Table {
        let caption = words::caption(&self.subtitle, RowsOf::these(&self.rows));
        Table::new(caption, &self.columns(), self.trusts()).adjusted_for(self.adjusted_for.clone())
    }

    fn key(&self) -> Vec<KeyItem> {
        vec![
            KeyItem::new(Sign::Dot(4.0), inks::TRUST, key::TRUST),
            KeyItem::new(Sign::Tick(2.0), inks::MEAN, words::figure_of(RowsOf::these(&self.rows))),
        ]
    }

    fn plot(&self, width: Width) -> Plot {
        let mut x = scale::figures(self.unit, self.focus);
        // Percentages and points start at zero; gaps and progress can be below it.
        if self.unit != Unit::Grades && self.focus != Focus::Gap {
            x = x.beginning_at_most(0.0);
        }
        // The same width whichever regions have trusts.
        let [short, long] = names_are_as_wide_as();
        let names = [short.ceil() + 2.0, long.ceil() + 18.0];
        let longest = width.either(short, long);
        let rows = Rows {
            height: [44.0, 52.0],
            least_names: names,
            most_names: names,
            after: 16.0,
            right: [34.0, 200.0],
            ..Rows::default()
        };
        let mut plot = Plot::rows(width, x, rows);
        for row in &self.rows {
            plot.row(None, marks(row, self.found.as_deref(), width));
        }
        // The number left of the lowest dot must not reach the names.
        let frame = plot.frame();
        let mut lacking = 0.0_f64;
        for lowest in self.rows.iter().filter_map(Row::lowest_beside_others) {
            let number = plot::width(&of_trust(lowest.figure, lowest.trust.basis), EXTREME_SIZE, true);
            let needed = number + BESIDE_DOT + APART + longest;
            lacking = lacking.max(needed - frame.x(lowest.figure.number()));
        }
        plot.ask_left(lacking.ceil());
        plot
    }

    fn beyond(&self, id: &str) -> Option<String> {
        // A trust's own words say its rank.
        let mut regions = self.rows.iter().filter(|row| row.of.region().is_some());
        let mut means = regions.clone().filter_map(|row| row.mean);
        let mean = regions.find(|row| row.of.id() == id)?.mean?;
        rank_in_words(mean, &mut means, End::Highest, words::REGION)
    }
}

/// The rows of the user's areas.
fn areas(analysis: &Analysis) -> Vec<Row> {
    let indices = 0..analysis.areas.len();
    let rows = indices.filter_map(|index| Row::area(analysis, index));
    rows.collect()
}

/// What rows are of.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RowsOf {
    Regions,
    Areas,
    Both,
}

impl RowsOf {
    fn these(rows: &[Row]) -> Self {
        let is_area = |row: &Row| matches!(row.of, PartOf::Area(..));
        match (rows.first(), rows.last()) {
            (Some(first), _) if is_area(first) => Self::Areas,
            (_, Some(last)) if is_area(last) => Self::Both,
            _ => Self::Regions,
        }
    }
}

/// The widths of the longest names of regions, in short and in full.
fn names_are_as_wide_as() -> [f64; 2] {
    let mut widest = [0.0_f64; 2];
    for region in Region::ALL {
        let [short, long] = &mut widest;
        *short = short.max(plot::width(region.short_name(), 12.0, false));
        *long = long.max(plot::width(region.name(), 14.0, false));
    }
    widest
}

/// A row's name, its figure, its trusts and its extremes in words.
fn marks(row: &Row, found: Option<&str>, width: Width) -> Vec<Mark> {
    let mut marks = vec![Mark::name([row.of.short_name(), row.of.name()])];
    if row.with_figure.is_empty() {
        marks.push(Mark::text(words::NO_FIGURE, Along::FROM).ink(Ink::QUIET));
    }
    if let Some(mean) = row.mean {
        let about = Subject::new(row.of.id(), row.mean_words(mean));
        let tick = Mark::tick(mean.number(), 17.0).size(2.0);
        marks.push(tick.ink(inks::MEAN).about(about));
    }
    for (figure, dot) in &row.with_figure {
        let about = Subject::new(&*dot.trust.of.uid, row.dot_words(*figure, dot));
        // Larger, so that colour is not the only sign.
        let (size, ink) = match found {
            Some(uid) if *uid == *dot.trust.of.uid => ([5.0, 6.5], inks::FAR_OUTSIDE),
            _ => ([3.0, 4.0], inks::TRUST),
        };
        let mark = Mark::dot(figure.number()).size(size);
        marks.push(mark.ink(ink).stacked().about(about));
    }
    marks.extend(row.highest().map(|of| highest(&of, width)));
    marks.extend(row.lowest_beside_others().map(|of| lowest(&of, width)));
    marks
}

/// The figure of an extreme, so far beside its dot; and where that is.
fn number(of: &Extreme<'_>, beside: f64) -> (Mark, Along) {
    let at = Along::number(of.figure.number()).by(beside);
    let text = Mark::text(of_trust(of.figure, of.trust.basis), at);
    (text.size(EXTREME_SIZE).bold(), at)
}

/// The highest figure right of its dot, after its trust's name where there is room for that.
fn highest(of: &Extreme<'_>, width: Width) -> Mark {
    let (number, at) = number(of, BESIDE_DOT);
    if width.is_narrow() {
        return number;
    }
    let name = Mark::text(of.name(), at).size(EXTREME_SIZE);
    name.shortened_to(Along::END).then(APART, number)
}

/// The lowest figure left of its dot, and before it its trust's name where there is room, else that goes below the
/// row's name.
fn lowest(of: &Extreme<'_>, width: Width) -> Mark {
    let (number, at) = number(of, -BESIDE_DOT);
    let number = number.ends_here();
    if width.is_narrow() {
        return number;
    }
    let name = of.name();
    let below = Mark::text(words::lowest(&name), Along::START)
        .y(Along::OWN.by(16.0))
        .shortened_to(Along::FROM.by(-14.0))
        .size(EXTREME_SIZE)
        .ink(Ink::QUIET);
    let name = Mark::text(name, at)
        .size(EXTREME_SIZE)
        .ends_here()
        .within(Along::FROM.by(-20.0), Along::END)
        .or([below]);
    number.then(APART, name)
}

fn title(rows: &[Row]) -> String {
    let mut within = Vec::new();
    let (mut least, mut most, mut means) = (f64::INFINITY, f64::NEG_INFINITY, 0);
    for row in rows {
        if let (Some((low, _)), Some((high, _))) = (row.with_figure.first(), row.with_figure.last()) {
            within.push(high.number() - low.number());
        }
        if let Some(mean) = row.mean.map(Figure::number) {
            (least, most) = (least.min(mean), most.max(mean));
            means += 1;
        }
    }
    let between = most - least;
    let wider = within.iter().filter(|&&range| range > between).count();
    if within.is_empty() {
        words::NONE_PUBLISHED.to_owned()
    } else if means < 2 || wider == 0 {
        words::EVERY_TRUST.to_owned()
    } else if wider == within.len() {
        words::MORE_WITHIN_EVERY.to_owned()
    } else {
        words::more_within(wider, within.len())
    }
}
