//! The picture of a trust's schools: a dot for each at its value, as large as its share of the weight.

use crate::words::chart::contribution_picture as words;

use super::Chart;
use super::canvas::{Canvas, Lettering, range};
use super::contribution::{ContributionChart, Line, Place, School};
use super::gap::{axis_label, is_narrow, label_size};
use super::picture::{Anchor, Ink, Picture, Subject};
use super::rows::Frame;
use super::text;
use super::trust::bounds_of;

/// The radius of the dot of a school that is all of a trust, in pixels.
const GREATEST: f64 = 14.0;

/// How far an upright line reaches beyond the middle of a row of dots, in pixels.
const REACH: f64 = 11.0;

/// A dot that can still be seen and pointed at.
const LEAST: f64 = 2.5;

/// Draws the chart, so many pixels wide: the trust's and the region's rows, then the schools'.
pub(super) fn draw(chart: &ContributionChart, width: u32) -> Picture {
    let frame = frame(chart, width);
    let canvas = frame.canvas();
    let narrow = is_narrow(width);
    if !chart.lines.is_empty() || chart.schools.iter().any(is_placed) {
        let labels = if narrow { 5 } else { 7 };
        frame.axis(&canvas, labels, &|number| axis_label(number, chart.unit));
    }
    if !narrow && chart.has_schools() {
        frame.head_of_column(&canvas, words::SHARE_OF_WEIGHT, f64::from(width));
    }
    for place in 0..chart.lines.len() {
        draw_upright(&canvas, frame, chart, place);
    }
    for (place, line) in chart.lines.iter().enumerate() {
        draw_line(&canvas, frame, place, line);
    }
    for (place, school) in chart.schools.iter().enumerate() {
        draw_school(&canvas, frame, chart.lines.len() + place, school);
    }
    canvas.finish(chart.title().to_owned(), chart.description())
}

const fn is_placed(school: &School) -> bool {
    matches!(school.place, Place::At { .. })
}

fn frame(chart: &ContributionChart, width: u32) -> Frame {
    let values = chart
        .schools
        .iter()
        .filter_map(|school| match school.place {
            Place::At { value, .. } => Some(value),
            Place::Nowhere(_) => None,
        });
    let figures = chart.lines.iter().map(|line| line.figure);
    let numbers = values.chain(figures).map(crate::terms::Figure::number);
    let (from, to) = range(numbers, bounds_of(chart.unit, chart.focus));
    let size = label_size(width);
    let schools = chart.schools.iter();
    let names = schools.map(|school| (school.name.as_str(), false));
    let lines = chart.lines.iter();
    let names = names.chain(lines.map(|line| (line.name.as_str(), line.is_trust)));
    let longest = names
        .map(|(name, bold)| text::width(name, size, bold))
        .fold(0.0, f64::max);
    let (left, right) = if is_narrow(width) {
        (20, 20)
    } else {
        let room = longest.min(f64::from(width) * 0.38).ceil() as u32;
        (room + 20, 118)
    };
    Frame {
        width,
        left,
        right,
        rows: chart.lines.len() + chart.schools.len(),
        row_height: if is_narrow(width) { 46 } else { 28 },
        from,
        to,
    }
}

/// The heights of a row's words and of its dot: on a narrow picture the words stand above.
fn heights(frame: Frame, place: usize) -> (f64, f64) {
    let y = frame.y(place);
    if is_narrow(frame.width) {
        (y - 12.0, y + 9.0)
    } else {
        (y, y)
    }
}

const fn ink(line: &Line) -> Ink {
    if line.is_trust { Ink::Solid } else { Ink::Mean }
}

/// A figure's upright line, from its own row to the last that has a dot; on a narrow picture in pieces, past the words
/// above the dots.
fn draw_upright(canvas: &Canvas, frame: Frame, chart: &ContributionChart, place: usize) {
    let Some(line) = chart.lines.get(place) else {
        return;
    };
    let x = frame.x(line.figure.number());
    let width = if line.is_trust { 2.0 } else { 1.0 };
    let dots = chart.schools.iter().filter(|school| is_placed(school));
    let last = chart.lines.len() + dots.count();
    let pieces = if is_narrow(frame.width) {
        (place..last).map(|row| (row, row)).collect()
    } else {
        vec![(place, last.saturating_sub(1))]
    };
    for (first, last) in pieces {
        let (_, top) = heights(frame, first);
        let (_, bottom) = heights(frame, last);
        let top = if first == place { top } else { top - REACH };
        canvas.line((x, top), (x, bottom + REACH), width, ink(line));
    }
}

fn draw_line(canvas: &Canvas, frame: Frame, place: usize, line: &Line) {
    let (above, y) = heights(frame, place);
    draw_name(canvas, frame, above, &line.name, Ink::Words, line.is_trust);
    canvas.about(Some(Subject {
        id: line.id.clone(),
        words: line.words.clone(),
    }));
    canvas.circle((frame.x(line.figure.number()), y), 4.5, ink(line));
    canvas.about(None);
}

fn draw_school(canvas: &Canvas, frame: Frame, place: usize, school: &School) {
    let (above, y) = heights(frame, place);
    let end = Lettering {
        size: label_size(frame.width),
        bold: false,
        ink: Ink::Words,
        anchor: Anchor::End,
    };
    let right = f64::from(frame.width);
    match school.place {
        Place::At { value, share } => {
            draw_name(canvas, frame, above, &school.name, Ink::Words, false);
            canvas.text(&share.in_sentence(), (right, above), end);
            canvas.about(Some(Subject {
                id: school.urn.to_string(),
                words: school.words.clone(),
            }));
            // As its area, not its width, is the share.
            let radius = GREATEST * (share.number() / 100.0).sqrt();
            canvas.circle((frame.x(value.number()), y), radius.max(LEAST), Ink::Trust);
            canvas.about(None);
        }
        Place::Nowhere(reason) => {
            draw_name(canvas, frame, above, &school.name, Ink::Quiet, false);
            let quiet = Lettering {
                ink: Ink::Quiet,
                ..end
            };
            let (at, anchor) = if is_narrow(frame.width) {
                ((0.0, y), Anchor::Start)
            } else {
                ((right, y), Anchor::End)
            };
            let words = words::no_value(reason.reason());
            canvas.text(&words, at, Lettering { anchor, ..quiet });
        }
    }
}

fn draw_name(canvas: &Canvas, frame: Frame, y: f64, name: &str, ink: Ink, bold: bool) {
    let lettering = Lettering {
        size: label_size(frame.width),
        bold,
        ink,
        anchor: Anchor::Start,
    };
    let room = if is_narrow(frame.width) {
        f64::from(frame.width) - 70.0
    } else {
        f64::from(frame.left) - 20.0
    };
    if let Some(name) = text::shortened(name, room, lettering.size, bold) {
        canvas.text(&name, (0.0, y), lettering);
    }
}
