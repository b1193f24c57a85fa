//! The picture of trusts side by side: a dot with its interval for each, and a stroke for its region.

use crate::terms::{Figure, Value};
use crate::words::chart::comparison_picture::no_figure;

use super::Chart;
use super::canvas::{Canvas, Lettering, range};
use super::comparison_chart::{CompareChart, Row};
use super::gap::{axis_label, is_narrow, label_size};
use super::picture::{Anchor, Ink, Picture, Subject};
use super::rows::Frame;
use super::text;
use super::trust::bounds_of;

/// Draws the chart, so many pixels wide.
pub(super) fn draw(chart: &CompareChart, width: u32) -> Picture {
    let frame = frame(chart, width);
    let canvas = frame.canvas();
    if chart.rows.iter().any(|row| row.value.figure().is_some()) {
        let labels = if is_narrow(width) { 5 } else { 7 };
        frame.axis(&canvas, labels, &|number| axis_label(number, chart.unit));
    }
    for (place, row) in chart.rows.iter().enumerate() {
        draw_row(&canvas, frame, place, row);
    }
    canvas.finish(chart.title().to_owned(), chart.description())
}

fn frame(chart: &CompareChart, width: u32) -> Frame {
    let numbers = chart.rows.iter().flat_map(|row| {
        let interval = row.precision.map(|precision| precision.interval);
        let ends = interval.map(|interval| [interval.low(), interval.high()]);
        let figures = [row.value.figure(), row.of_region];
        let figures = figures.into_iter().flatten().map(Figure::number);
        ends.into_iter().flatten().chain(figures)
    });
    let (from, to) = range(numbers, bounds_of(chart.unit, chart.focus));
    let size = label_size(width);
    // As wide whatever the measure, so that the charts of several measures stand in one column.
    let names = chart.rows.iter().map(|row| row.name.as_str());
    let longest = names
        .map(|name| text::width(name, size, false))
        .fold(0.0, f64::max);
    let left = if is_narrow(width) {
        20
    } else {
        longest.min(f64::from(width) * 0.38).ceil() as u32 + 20
    };
    Frame {
        width,
        left,
        right: 20,
        rows: chart.rows.len(),
        row_height: if is_narrow(width) { 42 } else { 30 },
        from,
        to,
    }
}

fn draw_row(canvas: &Canvas, frame: Frame, place: usize, row: &Row) {
    let narrow = is_narrow(frame.width);
    let y = frame.y(place);
    let (above, y) = if narrow { (y - 10.0, y + 9.0) } else { (y, y) };
    let size = label_size(frame.width);
    let words = Lettering {
        size,
        bold: false,
        ink: Ink::Words,
        anchor: Anchor::Start,
    };
    let room = if narrow {
        f64::from(frame.width)
    } else {
        f64::from(frame.left) - 18.0
    };
    if let Some(name) = text::shortened(&row.name, room, size, false) {
        canvas.text(&name, (0.0, above), words);
    }
    let figure = match row.value {
        Value::Published(figure) => figure,
        Value::Missing(reason) => {
            let quiet = Lettering {
                ink: Ink::Quiet,
                ..words
            };
            let words = no_figure(reason.reason());
            canvas.text(&words, (f64::from(frame.left), y), quiet);
            return;
        }
    };
    canvas.about(Some(Subject {
        id: row.uid.to_string(),
        words: row.words.clone(),
    }));
    if let Some(precision) = row.precision {
        let (low, high) = (precision.interval.low(), precision.interval.high());
        canvas.line((frame.x(low), y), (frame.x(high), y), 2.0, Ink::Solid);
    }
    if let Some(region) = row.of_region {
        let x = frame.x(region.number());
        canvas.line((x, y - 9.0), (x, y + 9.0), 2.0, Ink::Mean);
    }
    canvas.circle((frame.x(figure.number()), y), 5.5, Ink::Solid);
    canvas.about(None);
}
