//! The regional gap chart: each region's disadvantaged and other pupils as the ends of a bar.

use std::rc::Rc;

use crate::method::{Analysis, IntervalChoices, Measured, RegionFigures};
use crate::terms::order::sorted_by_key;
use crate::terms::{Figure, Unit};
use crate::words::chart::finding::NO_REGION_KNOWN;
use crate::words::chart::gap as words;
use crate::words::chart::heads;

pub(crate) use crate::words::chart::gap::unit_name;

use super::beyond::{End, in_one, place_in_words};
use super::bounds::{bound_columns, level_in_words};
use super::canvas::{Canvas, Lettering, range};
use super::finding::no_weight;
use super::gap_row::{Intervals, Line, Part, Row, Side, england};
use super::part::area_id;
use super::picture::{Anchor, Ink, Picture, Subject};
use super::rows::Frame;
use super::table::{Cell, Column, Table};
use super::text;
use super::{Chart, of_loaded};

/// The chart as data: regions sorted by their disadvantaged pupils' figure, then areas; all trusts
/// and England's schools last, below a line.
#[derive(Debug, Clone)]
pub struct GapChart {
    title: String,
    subtitle: String,
    unit: Unit,
    rows: Vec<Row>,
    /// How many of the rows are parts of the country; those after them are all of it.
    parts: usize,
    /// What the intervals of the table are made of, where it has some.
    intervals: Option<Intervals>,
}

impl GapChart {
    /// The chart of an analysis.
    #[must_use]
    pub fn new(analysis: &Analysis) -> Self {
        let rows: Vec<Row> = analysis
            .regions
            .iter()
            .map(|RegionFigures { region, area }| {
                let names = [region.name(), region.short_name(), region.in_sentence()];
                Row::new(Part::Region(*region), region.slug(), names, area)
            })
            .collect();
        let mut rows = best_first(rows);
        let measure = analysis.rules.measure;
        let title = no_weight(analysis)
            .unwrap_or_else(|| of_loaded(analysis.trusts_of_part(), title(analysis, &rows)));
        if !analysis.areas.is_empty() {
            rows.extend(areas(analysis));
        }
        let parts = rows.len();
        let names = words::ALL_TRUSTS;
        rows.push(Row::new(Part::All, super::ALL_TRUSTS, names, &analysis.all));
        rows.extend(england(analysis));
        Self {
            title,
            subtitle: of_loaded(
                analysis.trusts_of_part(),
                words::subtitle(measure, analysis.rules.regional.name()),
            ),
            unit: measure.unit(),
            rows,
            parts,
            intervals: None,
        }
    }

    /// The same with intervals in its table, of an analysis of these values.
    #[must_use]
    pub fn with_intervals(
        self,
        measured: &Rc<Measured>,
        analysis: &Analysis,
        interval_choices: &IntervalChoices,
    ) -> Self {
        let intervals = Some(Intervals {
            measured: Rc::clone(measured),
            rule: analysis.rules.regional,
            interval_choices: *interval_choices,
        });
        Self { intervals, ..self }
    }
}

/// The user's areas.
fn areas(analysis: &Analysis) -> Vec<Row> {
    let areas = analysis.areas.iter().enumerate().map(|(place, local)| {
        let name = local.area.name.as_str();
        let part = Part::Area(local.area.clone());
        Row::new(part, &area_id(place), [name; 3], &local.figures)
    });
    best_first(areas.collect())
}

/// The highest first; those without a figure last.
fn best_first(rows: Vec<Row>) -> Vec<Row> {
    sorted_by_key(rows, |row| {
        row.pair
            .map_or(i64::MAX, |pair| -pair.disadvantaged.steps())
    })
}

impl Chart for GapChart {
    fn title(&self) -> &str {
        &self.title
    }

    fn subtitle(&self) -> &str {
        &self.subtitle
    }

    fn description(&self) -> String {
        let rows: Vec<String> = self
            .rows
            .iter()
            .filter_map(|row| row.pair.map(|pair| row.words(pair)))
            .collect();
        format!("{}. {}.", self.subtitle, rows.join(". "))
    }

    fn table(&self) -> Table {
        let (unit, of_gap) = (unit_name(self.unit), self.unit.difference_word());
        let level = self.intervals.as_ref().map(|of| of.interval_choices.level);
        let mut columns = vec![Column::words(heads::REGION, |line: &Line<'_>| {
            Cell::words(&*line.row.name)
        })];
        let mut add = |head, unit, of: Side| {
            let column = Column::numbers(head, move |line: &Line<'_>| line.figure(of).into());
            columns.push(column.in_unit(unit));
            let bounds = move |line: &Line<'_>| line.bounds(of);
            let bounds = level.map(|level| bound_columns(level, unit, bounds));
            columns.extend(bounds.into_iter().flatten().map(|bound| bound.below(head)));
        };
        add(
            words::DISADVANTAGED,
            unit,
            (|pair| pair.disadvantaged, |of| of.disadvantaged),
        );
        add(words::OTHERS, unit, (|pair| pair.other, |of| of.other));
        add(words::BETWEEN, of_gap, (|pair| pair.gap, |of| of.gap));
        columns.push(Column::numbers(words::WITH_BOTH, |line: &Line<'_>| {
            line.row
                .of_trusts(line.row.pair.map_or(0, |pair| pair.trusts))
        }));
        columns.push(Column::numbers(
            heads::ELIGIBLE_TRUSTS,
            |line: &Line<'_>| line.row.of_trusts(line.row.eligible.unwrap_or_default()),
        ));
        let caption = level.map_or_else(
            || self.subtitle.clone(),
            |level| words::caption(&self.subtitle, &level_in_words(level)),
        );
        let rows = self.rows.iter();
        let rows = rows.map(|row| Line::new(row, self.intervals.as_ref()));
        Table::new(caption, &columns, rows)
    }

    fn draw(&self, width: u32) -> Picture {
        let frame = self.frame(width);
        let canvas = frame.canvas();
        let unit = self.unit;
        let labels = if is_narrow(width) { 5 } else { 8 };
        frame.axis(&canvas, labels, &|number| axis_label(number, unit));
        for (place, row) in self.rows.iter().enumerate() {
            if place == self.parts {
                let line = frame.y(place) - f64::from(frame.row_height) / 2.0;
                canvas.line((0.0, line), (f64::from(width), line), 1.0, Ink::Grid);
            }
            draw_row(&canvas, frame, place, row);
        }
        canvas.finish(self.title.clone(), self.description())
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let row = self.rows.iter().find(|row| row.id == id)?;
        let gap = row.pair?.gap;
        let interval = self
            .intervals
            .as_ref()
            .and_then(|of| of.gap_in_words(row, gap));
        let gaps = self.rows.iter().filter(|row| row.is_region());
        let gaps = gaps.filter_map(|row| Some(row.pair?.gap));
        let place = row
            .is_region()
            .then(|| place_in_words(gap, gaps, End::Smallest, words::GAP))
            .flatten();
        in_one([interval, place])
    }
}

impl GapChart {
    fn frame(&self, width: u32) -> Frame {
        let ends = self
            .rows
            .iter()
            .filter_map(|row| row.pair)
            .flat_map(|pair| [pair.disadvantaged.number(), pair.other.number()]);
        let (from, to) = range(ends, self.unit.range());
        let longest = self
            .rows
            .iter()
            .map(|row| text::width(&label(row, width), label_size(width), false))
            .fold(0.0, f64::max);
        // The figures stand outside the dots, so both ends keep room for one.
        let ends = self.rows.iter().filter_map(|row| row.pair);
        let widest = ends
            .flat_map(|pair| [pair.disadvantaged, pair.other])
            .map(|figure| text::width(&figure.plain(), label_size(width), false))
            .fold(0.0, f64::max);
        let least = if is_narrow(width) { 38 } else { 46 };
        let figure_room = least.max(widest.ceil() as u32 + 14);
        Frame {
            width,
            left: longest.ceil() as u32 + figure_room + 4,
            right: figure_room,
            rows: self.rows.len(),
            row_height: if is_narrow(width) { 34 } else { 38 },
            from,
            to,
        }
    }
}

/// Below this width names and letters are shorter.
pub(super) fn is_narrow(width: u32) -> bool {
    width < 560
}

pub(super) fn label_size(width: u32) -> f64 {
    if is_narrow(width) { 12.0 } else { 14.0 }
}

fn label(row: &Row, width: u32) -> String {
    let (name, letters) = if is_narrow(width) {
        (&row.short_name, 16)
    } else {
        (&row.name, 28)
    };
    shortened(name, letters)
}

/// A name of at most so many letters; the whole name is in the row's words and in the table.
fn shortened(name: &str, letters: usize) -> String {
    match name.char_indices().nth(letters) {
        Some((end, _)) => format!("{}\u{2026}", name.get(..end).unwrap_or_default().trim_end()),
        None => name.to_owned(),
    }
}

/// A number of the axis, with the percent sign where it has one.
pub(super) fn axis_label(number: f64, unit: Unit) -> String {
    let figure = Figure::new(number, unit).map_or_else(String::new, Figure::plain);
    match unit {
        Unit::Percent => format!("{}%", without_tenths(&figure)),
        Unit::Points | Unit::OwnPoints => without_tenths(&figure).to_owned(),
        Unit::Grades | Unit::AveragePoints => figure,
    }
}

fn without_tenths(figure: &str) -> &str {
    figure.strip_suffix(".0").unwrap_or(figure)
}

fn draw_row(canvas: &Canvas, frame: Frame, place: usize, row: &Row) {
    let y = frame.y(place);
    let size = label_size(frame.width);
    let plain = Lettering {
        size,
        bold: false,
        ink: Ink::Words,
        anchor: Anchor::Start,
    };
    canvas.text(&label(row, frame.width), (0.0, y), plain);
    let Some(pair) = row.pair else {
        let quiet = Lettering {
            ink: Ink::Quiet,
            ..plain
        };
        canvas.text(words::NO_FIGURE, (f64::from(frame.left), y), quiet);
        return;
    };
    let (one, two) = (
        frame.x(pair.disadvantaged.number()),
        frame.x(pair.other.number()),
    );
    canvas.about(Some(Subject {
        id: row.id.clone(),
        words: row.words(pair),
    }));
    canvas.line((one, y), (two, y), 5.0, Ink::Connector);
    canvas.circle((one, y), 6.5, Ink::Disadvantaged);
    canvas.circle((two, y), 6.5, Ink::Other);
    canvas.about(None);
    // Where disadvantaged pupils do better, the ends change sides, and so do their figures.
    let (outer_left, outer_right) = if one <= two { (one, two) } else { (two, one) };
    let (left, right) = if one <= two {
        (pair.disadvantaged, pair.other)
    } else {
        (pair.other, pair.disadvantaged)
    };
    let end = Lettering {
        anchor: Anchor::End,
        ..plain
    };
    canvas.text(&left.plain(), (outer_left - 12.0, y), end);
    canvas.text(&right.plain(), (outer_right + 12.0, y), plain);
    let gap = pair.gap.plain();
    if outer_right - outer_left > text::width(&gap, 11.0, false) + 20.0 {
        let quiet = Lettering {
            size: 11.5,
            bold: false,
            ink: Ink::Quiet,
            anchor: Anchor::Middle,
        };
        canvas.text(
            &gap,
            (f64::midpoint(outer_left, outer_right), y - 11.0),
            quiet,
        );
    }
}

fn title(analysis: &Analysis, rows: &[Row]) -> String {
    let gaps: Vec<(&Row, Figure)> = rows
        .iter()
        .filter_map(|row| Some((row, row.pair?.gap)))
        .collect();
    let gaps = sorted_by_key(gaps, |(_, gap)| gap.steps());
    let (Some((smallest, small)), Some((_, wide))) = (gaps.first(), gaps.last()) else {
        return if rows.is_empty() && analysis.all.published > 0 {
            NO_REGION_KNOWN.to_owned()
        } else if rows.iter().any(|row| row.with_both > 0) {
            words::NO_REGIONAL_GAP.to_owned()
        } else {
            words::NONE_PUBLISHED.to_owned()
        };
    };
    if gaps.len() == 1 {
        words::only_gap(&smallest.in_sentence, *small)
    } else if small.steps() == wide.steps() {
        words::same_gap(*small)
    } else if wide.number() <= 0.0 {
        words::NO_GAP.to_owned()
    } else {
        let regions = |of: Figure| -> Vec<&str> {
            let gaps = gaps.iter().filter(|(_, gap)| gap.steps() == of.steps());
            gaps.map(|(row, _)| row.in_sentence.as_str()).collect()
        };
        words::gaps((&regions(*small), *small), (&regions(*wide), *wide))
    }
}
