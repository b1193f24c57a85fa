//! The picture of ranks: a row for each trust, a line where the top ten ends.

use crate::words::chart::rank_picture as words;

use super::Chart;
use super::canvas::{Canvas, Lettering, range};
use super::gap::{axis_label, is_narrow, label_size};
use super::picture::{Anchor, Ink, Picture, Subject};
use super::rank_chart::{RankChart, Row};
use super::rows::Frame;
use super::text;
use super::trust::bounds_of;

/// A row of the picture.
enum Slot<'a> {
    Trust(&'a Row),
    /// The line between the tenth rank and the eleventh.
    EndOfTopTen,
    /// How many trusts stand in the table alone.
    NotDrawn(usize),
}

/// Draws the chart, so many pixels wide.
pub(super) fn draw(chart: &RankChart, width: u32) -> Picture {
    let slots = slots(chart);
    let frame = frame(chart, width, slots.len());
    let canvas = frame.canvas();
    let narrow = is_narrow(width);
    frame.axis(&canvas, if narrow { 5 } else { 7 }, &|number| {
        axis_label(number, chart.unit)
    });
    if !narrow {
        frame.head_of_column(&canvas, words::RANK, f64::from(width));
    }
    for (place, slot) in slots.iter().enumerate() {
        let y = frame.y(place);
        match slot {
            Slot::Trust(row) => draw_row(&canvas, frame, y, chart, row),
            Slot::EndOfTopTen => draw_end(&canvas, frame, y),
            Slot::NotDrawn(count) => {
                canvas.text(
                    &words::in_table_alone(*count),
                    (0.0, y),
                    quiet(Anchor::Start),
                );
            }
        }
    }
    canvas.finish(chart.title().to_owned(), chart.description())
}

fn slots(chart: &RankChart) -> Vec<Slot<'_>> {
    let mut slots = Vec::new();
    let mut is_inside = false;
    for row in chart.drawn() {
        if is_inside && !row.is_top_ten() {
            slots.push(Slot::EndOfTopTen);
        }
        is_inside = row.is_top_ten();
        slots.push(Slot::Trust(row));
    }
    if chart.not_drawn() > 0 {
        slots.push(Slot::NotDrawn(chart.not_drawn()));
    }
    slots
}

fn frame(chart: &RankChart, width: u32, rows: usize) -> Frame {
    let numbers = chart.drawn().flat_map(|row| {
        let interval = row.precision.interval;
        let shown = [row.figure, row.shown()].map(crate::terms::Figure::number);
        [interval.low(), interval.high()].into_iter().chain(shown)
    });
    let (from, to) = range(numbers, bounds_of(chart.unit, chart.focus));
    let (left, right) = if is_narrow(width) {
        (20, 20)
    } else {
        let size = label_size(width);
        let longest = |words: &dyn Fn(&Row) -> String| {
            let widths = chart
                .drawn()
                .map(|row| text::width(&words(row), size, false));
            widths.fold(0.0, f64::max).ceil()
        };
        let names = longest(&|row| row.name.clone()).min(room_for_name(width));
        let ranks = longest(&Row::rank_words);
        (names as u32 + 18, ranks as u32 + 24)
    };
    Frame {
        width,
        left,
        right,
        rows,
        row_height: if is_narrow(width) { 42 } else { 26 },
        from,
        to,
    }
}

/// A third of the picture at most.
fn room_for_name(width: u32) -> f64 {
    f64::from(width / 3)
}

fn quiet(anchor: Anchor) -> Lettering {
    Lettering {
        size: 12.0,
        bold: false,
        ink: Ink::Quiet,
        anchor,
    }
}

fn draw_row(canvas: &Canvas, frame: Frame, y: f64, chart: &RankChart, row: &Row) {
    let narrow = is_narrow(frame.width);
    // On a narrow picture name and rank stand above the line.
    let (above, y) = if narrow { (y - 10.0, y + 9.0) } else { (y, y) };
    let size = label_size(frame.width);
    let words = Lettering {
        size,
        bold: false,
        ink: if row.rank.could_be_top_ten {
            Ink::Words
        } else {
            Ink::Quiet
        },
        anchor: Anchor::Start,
    };
    let rank = row.rank_words();
    let room = if narrow {
        f64::from(frame.width) - text::width(&rank, size, false) - 12.0
    } else {
        f64::from(frame.left) - 14.0
    };
    if let Some(name) = text::shortened(&row.name, room, size, false) {
        canvas.text(&name, (0.0, above), words);
    }
    let end = Lettering {
        anchor: Anchor::End,
        ..words
    };
    canvas.text(&rank, (f64::from(frame.width), above), end);
    canvas.about(Some(Subject {
        id: row.uid.to_string(),
        words: chart.words(row),
    }));
    draw_figure(canvas, frame, y, chart.is_shrunken(), row);
    canvas.about(None);
}

fn draw_figure(canvas: &Canvas, frame: Frame, y: f64, is_shrunken: bool, row: &Row) {
    let (ink, line, line_width) = if row.rank.could_be_top_ten {
        (Ink::Solid, Ink::Solid, 2.0)
    } else {
        (Ink::Hollow, Ink::Connector, 1.5)
    };
    let interval = row.precision.interval;
    let (from, to) = (frame.x(interval.low()), frame.x(interval.high()));
    canvas.line((from, y), (to, y), line_width, line);
    if is_shrunken {
        canvas.circle((frame.x(row.figure.number()), y), 2.5, Ink::Hollow);
    }
    canvas.circle((frame.x(row.shown().number()), y), 4.5, ink);
}

/// The line where the top ten ends, with its words before it.
fn draw_end(canvas: &Canvas, frame: Frame, y: f64) {
    let words = words::TOP_TEN_ABOVE;
    let lettering = quiet(Anchor::Start);
    canvas.text(words, (0.0, y), lettering);
    let start = text::width(words, lettering.size, false) + 8.0;
    canvas.line((start, y), (f64::from(frame.width), y), 1.0, Ink::Mean);
}
