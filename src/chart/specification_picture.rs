//! How a specification curve is drawn: the outcomes' dots above, the matrix of choices below.

use crate::method::Choice;
use crate::terms::{Figure, Focus};
use crate::words::chart::specification::{DOES_NOT_HOLD, HOLDS, RULES_IN_FORCE};

use super::Chart;
use super::canvas::{Canvas, Lettering, range};
use super::choice::{choice_name, short_choice_name};
use super::columns_frame::ColumnsFrame;
use super::gap::{axis_label, is_narrow, unit_name};
use super::picture::{Anchor, Ink, Picture, Subject};
use super::specification::{Specification, SpecificationChart};
use super::text;

/// The height of a line of the key and of the word above the rules in force, in pixels.
const LINE: f64 = 22.0;

/// The heights of a heading and of a row of the matrix, in pixels.
const HEADING: f64 = 24.0;
const ROW: f64 = 17.0;

/// A column that is as wide as this has its figure above its dot.
const WIDE_COLUMN: f64 = 48.0;

/// The chart, so many pixels wide.
pub(super) fn draw(chart: &SpecificationChart, width: u32) -> Picture {
    let frame = frame(chart, width);
    let canvas = frame.canvas();
    draw_key(&canvas, chart, frame);
    frame.axis(&canvas, 6, &|number| axis_number(chart, number));
    draw_names(&canvas, chart, frame);
    // The rules in force lie below the marks, so that none of these is hidden.
    for (place, column) in chart.columns.iter().enumerate() {
        if column.is_in_force {
            draw_in_force(&canvas, frame, frame.x(place));
        }
    }
    let rows = rows(chart, frame);
    for (place, column) in chart.columns.iter().enumerate() {
        draw_column(&canvas, frame, &rows, (place, column));
    }
    canvas.finish(chart.title.clone(), chart.description())
}

fn frame(chart: &SpecificationChart, width: u32) -> ColumnsFrame {
    let numbers = chart.columns.iter().filter_map(|column| column.figure);
    let (lowest, highest) = chart.unit.range();
    let bounds = match chart.focus {
        // A gap can go either way.
        Focus::Gap => (-highest, highest),
        _ => (lowest, highest),
    };
    let (from, to) = range(numbers.map(Figure::number), bounds);
    let size = name_size(width);
    let headings = chart
        .rules
        .iter()
        .map(|(rule, _)| text::width(rule.name(), size, true));
    let names =
        choices(chart).map(|choice| text::width(&name(choice, width), size, false) + INDENT);
    let top = 2.0 * LINE;
    let bottom = top + if is_narrow(width) { 190.0 } else { 230.0 };
    let rows = choices(chart).count() as f64 * ROW + chart.rules.len() as f64 * HEADING;
    ColumnsFrame {
        width,
        height: (bottom + rows + 14.0).ceil() as u32,
        left: names.chain(headings).fold(0.0, f64::max).ceil() + 10.0,
        columns: chart.columns.len(),
        top,
        bottom,
        from,
        to,
    }
}

/// How far a choice stands in from its heading, in pixels.
const INDENT: f64 = 8.0;

fn name_size(width: u32) -> f64 {
    if is_narrow(width) { 11.5 } else { 13.0 }
}

fn name(choice: Choice, width: u32) -> String {
    if is_narrow(width) {
        short_choice_name(choice)
    } else {
        choice_name(choice)
    }
}

fn choices(chart: &SpecificationChart) -> impl Iterator<Item = Choice> {
    chart.rules.iter().flat_map(|(_, choices)| choices).copied()
}

/// A gap of two percentages is no percentage.
fn axis_number(chart: &SpecificationChart, number: f64) -> String {
    let label = axis_label(number, chart.unit);
    match (chart.focus, label.strip_suffix('%')) {
        (Focus::Gap, Some(number)) => number.to_owned(),
        _ => label,
    }
}

/// What the axis counts, and what dots and crosses are.
fn draw_key(canvas: &Canvas, chart: &SpecificationChart, frame: ColumnsFrame) {
    let y = LINE / 2.0;
    let quiet = Lettering {
        size: 12.0,
        bold: false,
        ink: Ink::Quiet,
        anchor: Anchor::Start,
    };
    let unit = match chart.focus {
        Focus::Gap => chart.unit.difference_word(),
        _ => unit_name(chart.unit),
    };
    canvas.text(unit, (0.0, y), quiet);
    if chart.claim.is_none() {
        return;
    }
    let start = frame.left.max(text::width(unit, quiet.size, false) + 10.0) + 6.0;
    canvas.circle((start, y), 4.0, Ink::Trust);
    canvas.text(HOLDS, (start + 9.0, y), quiet);
    let next = start + 9.0 + text::width(HOLDS, quiet.size, false) + 18.0;
    cross(canvas, (next, y), 4.0);
    canvas.text(DOES_NOT_HOLD, (next + 9.0, y), quiet);
}

/// The headings and the choices' names, each with the level line on which its marks stand.
fn draw_names(canvas: &Canvas, chart: &SpecificationChart, frame: ColumnsFrame) {
    let words = Lettering {
        size: name_size(frame.width),
        bold: false,
        ink: Ink::Words,
        anchor: Anchor::Start,
    };
    let heading = Lettering {
        bold: true,
        ..words
    };
    let mut y = frame.bottom;
    for (rule, choices) in &chart.rules {
        canvas.text(rule.name(), (0.0, y + HEADING / 2.0 + 2.0), heading);
        y += HEADING;
        for &choice in choices {
            let middle = y + ROW / 2.0;
            canvas.text(&name(choice, frame.width), (INDENT, middle), words);
            canvas.line(
                (frame.left, middle),
                (frame.right(), middle),
                1.0,
                Ink::Grid,
            );
            y += ROW;
        }
    }
}

/// The middle heights of the matrix's rows.
fn rows(chart: &SpecificationChart, frame: ColumnsFrame) -> Vec<f64> {
    let mut rows = Vec::new();
    let mut y = frame.bottom;
    for (_, choices) in &chart.rules {
        y += HEADING;
        for _ in choices {
            rows.push(y + ROW / 2.0);
            y += ROW;
        }
    }
    rows
}

/// An upright line through everything, with its words above.
fn draw_in_force(canvas: &Canvas, frame: ColumnsFrame, x: f64) {
    let size = 12.0;
    let half = text::width(RULES_IN_FORCE, size, true) / 2.0;
    let width = f64::from(frame.width);
    let (at, anchor) = if x - half < 0.0 {
        (0.0, Anchor::Start)
    } else if x + half > width {
        (width, Anchor::End)
    } else {
        (x, Anchor::Middle)
    };
    let bold = Lettering {
        size,
        bold: true,
        ink: Ink::Words,
        anchor,
    };
    canvas.text(RULES_IN_FORCE, (at, 1.5 * LINE), bold);
    let bottom = f64::from(frame.height) - 6.0;
    canvas.line((x, 2.0 * LINE), (x, bottom), 1.0, Ink::Mean);
}

fn draw_column(
    canvas: &Canvas,
    frame: ColumnsFrame,
    rows: &[f64],
    (place, column): (usize, &Specification),
) {
    let (x, width) = (frame.x(place), frame.column_width());
    let radius = (width.min(11.0) * 0.45).max(2.2);
    let breaks = column.holds == Some(false);
    canvas.about(Some(Subject {
        id: column.id.clone(),
        words: column.words.clone(),
    }));
    let mut above = None;
    if let Some(figure) = column.figure {
        let at = (x, frame.y(figure.number()));
        // The rules in force are the larger mark on the line.
        let radius = if column.is_in_force {
            radius + 2.0
        } else {
            radius
        };
        if breaks {
            cross(canvas, at, radius);
        } else {
            canvas.circle(at, radius, Ink::Trust);
        }
        above = Some((figure, (x, at.1 - radius - 8.0)));
    }
    let (half, ink) = if breaks {
        (3.0, Ink::Other)
    } else {
        (5.5, Ink::Disadvantaged)
    };
    let tick = (width * 0.8).min(9.0);
    for (y, _) in rows.iter().zip(&column.has).filter(|(_, has)| **has) {
        canvas.line((x, y - half), (x, y + half), tick, ink);
    }
    canvas.about(None);
    if let Some((figure, (x, y))) = above.filter(|_| width >= WIDE_COLUMN) {
        // Beside the line of the rules in force, not on it.
        let (x, anchor) = if column.is_in_force {
            (x + 5.0, Anchor::Start)
        } else {
            (x, Anchor::Middle)
        };
        let words = Lettering {
            size: 12.0,
            bold: false,
            ink: Ink::Words,
            anchor,
        };
        canvas.text(&figure.plain(), (x, y), words);
    }
}

/// A cross: where the claim breaks.
fn cross(canvas: &Canvas, (x, y): (f64, f64), arm: f64) {
    let arm = arm * 0.9;
    canvas.line((x - arm, y - arm), (x + arm, y + arm), 1.5, Ink::Other);
    canvas.line((x - arm, y + arm), (x + arm, y - arm), 1.5, Ink::Other);
}
