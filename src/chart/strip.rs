//! The strip of trusts: every trust of a region or an area as a dot, its extremes named.

use crate::method::{Analysis, Scope};
use crate::stats::Level as Confidence;
use crate::terms::order::sorted_by_key;
use crate::terms::{Figure, Focus, Region, Unit};
use crate::words::chart::strip as words;

use super::beyond::{End, place_in_words};
use super::bounds::bound_columns;
use super::canvas::{Canvas, Lettering, range};
use super::finding::no_weight;
use super::gap::{axis_label, is_narrow, label_size, unit_name};
use super::part::PartOf;
use super::picture::{Anchor, Ink, Picture, Subject};
use super::rows::Frame;
use super::strip_row::{Row, shared_name};
use super::table::{Column, Table};
use super::text;
use super::trust::{bounds_of, shown};
use super::{Chart, of_loaded, of_trust};

/// The size of the letters that name a row's extremes.
const EXTREME_SIZE: f64 = 12.0;

/// Room between a dot's middle and what is written beside it, in pixels.
const BESIDE_DOT: f64 = 8.0;

/// Room between a row's name and what is written next, in pixels.
const APART: f64 = 6.0;

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
    /// How many trusts it is of, where the files cover a part of the country alone.
    of_part: Option<usize>,
}

impl StripChart {
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
        Self::of_rows(analysis, title, rows)
    }

    /// The chart of one region's trusts.
    #[must_use]
    pub fn of_region(analysis: &Analysis, region: Region) -> Self {
        let is_there = analysis.figures_of(Scope::Region(region)).is_some();
        let row = is_there.then(|| Row::region(analysis, region));
        Self::of_row(analysis, region.in_sentence(), row)
    }

    /// The chart of the trusts of an area of the analysis, by its place; nothing where there is none.
    #[must_use]
    pub fn of_area(analysis: &Analysis, place: usize) -> Option<Self> {
        let row = Row::area(analysis, place)?;
        let name = row.of.name().to_owned();
        Some(Self::of_row(analysis, &name, Some(row)))
    }

    /// The trusts of a chart of one region or area, the best first, those without a figure last.
    #[must_use]
    pub fn trusts_table(&self) -> Table {
        let mut table = self.table();
        // All are of one part of the country, which heads the page.
        let first = usize::from(self.rows.len() == 1);
        let part = self.rows.first().map(|row| row.of.in_sentence());
        table.columns.drain(..first);
        table.rows.iter_mut().for_each(|row| {
            row.drain(..first);
        });
        table.caption = of_loaded(self.of_part, words::trusts_of(part));
        let rank = table.columns.len().saturating_sub(1);
        table.with_rounding(1, rank)
    }

    /// The chart of one row, or of none.
    fn of_row(analysis: &Analysis, part: &str, row: Option<Row>) -> Self {
        let figures = row.as_ref().map_or(0, |row| row.dots.len());
        let title = no_weight(analysis).unwrap_or_else(|| words::title_of_part(part, figures));
        Self::of_rows(analysis, title, row.into_iter().collect())
    }

    fn of_rows(analysis: &Analysis, title: String, rows: Vec<Row>) -> Self {
        let focus = analysis.rules.focus;
        Self {
            title: of_loaded(analysis.trusts_of_part(), title),
            subtitle: of_loaded(
                analysis.trusts_of_part(),
                words::subtitle(&shown(analysis), RowsOf::these(&rows)),
            ),
            of_part: analysis.trusts_of_part(),
            unit: analysis.rules.measure.unit(),
            focus,
            level: analysis.level(),
            rows,
        }
    }
}

impl Chart for StripChart {
    fn title(&self) -> &str {
        &self.title
    }

    fn subtitle(&self) -> &str {
        &self.subtitle
    }

    fn description(&self) -> String {
        let rows: Vec<String> = self.rows.iter().filter_map(Row::words).collect();
        format!("{} {}", self.subtitle, rows.join(" "))
    }

    fn table(&self) -> Table {
        let unit = match self.focus {
            Focus::Gap => self.unit.difference_word(),
            _ => unit_name(self.unit),
        };
        let of = RowsOf::these(&self.rows);
        let [part, trust, figure] = words::trust_and_figure(of, unit);
        let mut columns = vec![
            Column::words(&part),
            Column::words(&trust),
            Column::numbers(&figure),
        ];
        columns.extend(bound_columns(self.level, unit));
        columns.extend(words::ranks(of).iter().map(|name| Column::numbers(name)));
        Table {
            caption: words::caption(&self.subtitle, of),
            columns,
            rows: self.rows.iter().flat_map(Row::cells).collect(),
        }
    }

    fn draw(&self, width: u32) -> Picture {
        let frame = self.frame(width);
        let canvas = frame.canvas();
        let unit = self.unit;
        let labels = if is_narrow(width) { 5 } else { 9 };
        frame.axis(&canvas, labels, &|number| axis_label(number, unit));
        for (place, row) in self.rows.iter().enumerate() {
            draw_row(&canvas, frame, place, row);
        }
        canvas.finish(self.title.clone(), self.description())
    }

    fn beyond(&self, id: &str) -> Option<String> {
        // A trust's own words say its rank.
        let mut regions = self.rows.iter().filter(|row| row.of.region().is_some());
        let means = regions.clone().filter_map(|row| row.mean);
        let mean = regions.find(|row| row.of.id() == id)?.mean?;
        place_in_words(mean, means, End::Highest, words::REGION)
    }
}

impl StripChart {
    fn frame(&self, width: u32) -> Frame {
        let numbers = self
            .rows
            .iter()
            .flat_map(|row| row.dots.iter().map(|dot| dot.figure.number()));
        let (from, to) = range(numbers, bounds_of(self.unit, self.focus));
        // Percentages and points start at zero; gaps and progress can lie below it.
        let from = if self.unit == Unit::Grades || self.focus == Focus::Gap {
            from
        } else {
            from.min(0.0)
        };
        let narrow = is_narrow(width);
        let longest = Region::ALL
            .into_iter()
            .map(|region| {
                text::width(
                    name_for(&PartOf::Region(region), width),
                    label_size(width),
                    false,
                )
            })
            .fold(0.0, f64::max);
        let frame = Frame {
            width,
            left: longest.ceil() as u32 + if narrow { 18 } else { 34 },
            right: if narrow { 34 } else { 200 },
            rows: self.rows.len(),
            row_height: if narrow { 44 } else { 52 },
            from,
            to,
        };
        let lacking = self.rows.iter().filter_map(|row| {
            let (figure, _) = row.lowest_beside_others()?;
            let number = of_trust(figure, row.basis);
            let room = frame.x(figure.number()) - longest;
            Some(text::width(&number, EXTREME_SIZE, true) + BESIDE_DOT + APART - room)
        });
        // The number left of the lowest dot must not reach the names.
        Frame {
            left: frame.left + lacking.fold(0.0, f64::max).ceil() as u32,
            ..frame
        }
    }
}

fn name_for(of: &PartOf, width: u32) -> &str {
    if is_narrow(width) {
        of.short_name()
    } else {
        of.name()
    }
}

/// The rows of the user's areas.
fn areas(analysis: &Analysis) -> Vec<Row> {
    let places = 0..analysis.areas.len();
    let rows = places.filter_map(|place| Row::area(analysis, place));
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

fn draw_row(canvas: &Canvas, frame: Frame, place: usize, row: &Row) {
    let y = frame.y(place);
    let plain = Lettering {
        size: label_size(frame.width),
        bold: false,
        ink: Ink::Words,
        anchor: Anchor::Start,
    };
    let room = f64::from(frame.left) - 14.0;
    let name = name_for(&row.of, frame.width);
    if let Some(name) = text::shortened(name, room, plain.size, false) {
        canvas.text(&name, (0.0, y), plain);
    }
    if row.dots.is_empty() {
        let quiet = Lettering {
            ink: Ink::Quiet,
            ..plain
        };
        canvas.text(words::NO_FIGURE, (f64::from(frame.left), y), quiet);
    }
    if let Some(mean) = row.mean {
        let x = frame.x(mean.number());
        canvas.about(Some(Subject {
            id: row.of.id(),
            words: row.mean_words(mean),
        }));
        canvas.line((x, y - 17.0), (x, y + 17.0), 2.0, Ink::Mean);
        canvas.about(None);
    }
    let radius = if is_narrow(frame.width) { 3.0 } else { 4.0 };
    for (dot, at) in row.dots.iter().zip(swarm(row, frame, place, radius)) {
        canvas.about(Some(Subject {
            id: dot.trust.uid.to_string(),
            words: row.dot_words(dot),
        }));
        canvas.circle(at, radius, Ink::Trust);
        canvas.about(None);
    }
    name_extremes(canvas, frame, y, row);
}

/// Places dots so that they do not cover one another: those that would meet are stacked around the
/// row's middle line, closer where the row is too low for the stack.
fn swarm(row: &Row, frame: Frame, place: usize, radius: f64) -> Vec<(f64, f64)> {
    let xs: Vec<f64> = row
        .dots
        .iter()
        .map(|dot| frame.x(dot.figure.number()))
        .collect();
    let mut stacks: Vec<(f64, usize)> = Vec::new();
    for &x in &xs {
        match stacks.last_mut() {
            Some((start, count)) if x - *start < 2.0 * radius - 0.5 => *count += 1,
            _ => stacks.push((x, 1)),
        }
    }
    let room = f64::from(frame.row_height) - 2.0 * radius - 4.0;
    let stacked = stacks.into_iter().flat_map(|(_, count)| {
        let step = (2.0 * radius + 0.5).min(room / (count.max(2) - 1) as f64);
        (0..count).map(move |level| (level as f64 - (count - 1) as f64 / 2.0) * step)
    });
    xs.iter()
        .zip(stacked)
        .map(|(&x, offset)| (x, frame.y(place) + offset))
        .collect()
}

fn name_extremes(canvas: &Canvas, frame: Frame, y: f64, row: &Row) {
    let size = EXTREME_SIZE;
    let bold = Lettering {
        size,
        bold: true,
        ink: Ink::Words,
        anchor: Anchor::Start,
    };
    let plain = Lettering {
        bold: false,
        ..bold
    };
    if let Some((figure, dots)) = row.highest() {
        let number = of_trust(figure, row.basis);
        let start = frame.x(figure.number()) + BESIDE_DOT;
        let number_room = text::width(&number, size, true) + 6.0;
        let room = f64::from(frame.width) - start - number_room;
        let name = if is_narrow(frame.width) {
            None
        } else {
            text::shortened(&shared_name(&dots), room, size, false)
        };
        let number_at = match name {
            Some(name) => {
                canvas.text(&name, (start, y), plain);
                start + text::width(&name, size, false) + 6.0
            }
            None => start,
        };
        canvas.text(&number, (number_at, y), bold);
    }
    if let Some((figure, dots)) = row.lowest_beside_others() {
        let at = frame.x(figure.number()) - BESIDE_DOT;
        let number = of_trust(figure, row.basis);
        name_lowest(canvas, frame, (at, y), &number, &shared_name(&dots));
    }
}

/// The lowest stands left of its dot with its name where there is room, else its name goes below
/// the region's.
fn name_lowest(canvas: &Canvas, frame: Frame, (at, y): (f64, f64), number: &str, name: &str) {
    let size = EXTREME_SIZE;
    let end = Lettering {
        size,
        bold: true,
        ink: Ink::Words,
        anchor: Anchor::End,
    };
    canvas.text(number, (at, y), end);
    if is_narrow(frame.width) {
        return;
    }
    let name_end = at - text::width(number, size, true) - 6.0;
    let left_of_dot = name_end - f64::from(frame.left) + 20.0;
    let whole = text::width(name, size, false) <= left_of_dot;
    if whole {
        canvas.text(name, (name_end, y), Lettering { bold: false, ..end });
        return;
    }
    let below = Lettering {
        size: 11.0,
        bold: false,
        ink: Ink::Quiet,
        anchor: Anchor::Start,
    };
    let room = f64::from(frame.left) - 14.0;
    if let Some(short) = text::shortened(&words::lowest(name), room, below.size, false) {
        canvas.text(&short, (0.0, y + 16.0), below);
    }
}

fn title(rows: &[Row]) -> String {
    let spread = |row: &Row| Some(row.highest()?.0.number() - row.lowest()?.0.number());
    let widest = rows
        .iter()
        .filter_map(spread)
        .fold(f64::NEG_INFINITY, f64::max);
    let within: Vec<f64> = rows.iter().filter_map(spread).collect();
    let means: Vec<f64> = rows
        .iter()
        .filter_map(|row| row.mean.map(Figure::number))
        .collect();
    let between = means.iter().copied().fold(f64::NEG_INFINITY, f64::max)
        - means.iter().copied().fold(f64::INFINITY, f64::min);
    if within.is_empty() {
        return words::NONE_PUBLISHED.to_owned();
    }
    let wider = within.iter().filter(|&&range| range > between).count();
    if means.len() > 1 && wider == within.len() {
        words::MORE_WITHIN_EVERY.to_owned()
    } else if means.len() > 1 && widest > between {
        words::more_within(wider, within.len())
    } else {
        words::EVERY_TRUST.to_owned()
    }
}
