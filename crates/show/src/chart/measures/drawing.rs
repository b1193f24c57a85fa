//! The picture of a few trusts on every measure.

use plot::{Along, Axis, Ink, Mark, Plot, Rows, Subject, Width};
use records::terms::{Focus, Value};

use crate::chart::comparison_chart::Row;
use crate::chart::comparison_chart::words::no_figure;
use crate::chart::trust::unit_of;
use crate::chart::{inks, of_trust, scale};

use super::{MeasuresChart, OfMeasure, words};

/// From one trust to the next, in pixels.
const LANE: f64 = 15.0;

/// How far the trusts of a row are below its middle, since its numbers are above them; in a narrow picture its words,
/// too.
const DOWN: [f64; 2] = [10.0, 8.0];

/// The room of a row for what is not its trusts.
const REST: [f64; 2] = [46.0, 24.0];

pub(super) fn plot(chart: &MeasuresChart, width: Width) -> Plot {
    let lanes = chart.trusts.len() as f64 * LANE;
    let rows = Rows {
        height: REST.map(|rest| lanes + rest),
        letters: [12.0, 13.0],
        most_names: [width.pixels() * 0.38; 2],
        beside: [46.0, 46.0],
        right: [12.0; 2],
        words_above: true,
        ..Rows::default()
    };
    let mut plot = Plot::rows(width, Axis::numbers(0.0, 1.0), rows);
    let units = chart
        .measures
        .chunk_by(|one, two| one.measure.unit() == two.measure.unit());
    for of_unit in units {
        plot.line_between();
        let rows = of_unit.iter().map(|of| marks(of, chart.focus, width)).collect();
        if let Some(of) = of_unit.first() {
            plot.rows_over(&scale::figures(of.measure.unit(), chart.focus), rows);
        }
    }
    plot
}

/// The ink of a trust by its place.
pub(super) fn ink(index: usize) -> Ink {
    inks::COMPARED.get(index).copied().unwrap_or(inks::SOLID)
}

/// A row: the measure's name and a line for each trust.
fn marks(of: &OfMeasure, focus: Focus, width: Width) -> Vec<Mark> {
    let name = words::row(of.measure, unit_of(of.measure.unit(), focus));
    let mut marks = vec![Mark::name(name)];
    let [narrow, wide] = DOWN;
    let middle = (of.rows.len() as f64 - 1.0) / 2.0;
    for (index, row) in of.rows.iter().enumerate() {
        let down = width.either(narrow, wide) + (index as f64 - middle) * LANE;
        marks.extend(lane(of, index, row, Along::OWN.by(down)));
    }
    marks
}

/// A trust in a measure: its number, its dot on its interval, its figure, and the mark of its region.
fn lane(of: &OfMeasure, index: usize, row: &Row, y: Along) -> Vec<Mark> {
    let number = (index + 1).to_string();
    let trust = row.trust();
    let figure = match trust.of.value() {
        Value::Published(figure) => figure,
        Value::Missing(reason) => {
            let why = Mark::text(no_figure(reason.reason()), Along::FROM.by(14.0)).y(y);
            return vec![
                Mark::text(number, Along::FROM).y(y).bold().size(12.0),
                why.ink(Ink::QUIET).size(12.0),
            ];
        }
    };
    let about = Subject::new(
        format!("{}-{}", of.measure.key(), trust.of.uid),
        words::of_measure(of.measure, &row.words()),
    );
    let number_of = figure.number();
    let interval = trust.of.precision.map(|of| of.interval);
    let (low, high) = interval.map_or((number_of, number_of), |of| (of.low(), of.high()));
    let mut marks = Vec::new();
    if let Some(of_region) = row.of_region {
        let at = Along::number(of_region.number());
        let line = Mark::line((at, y.by(-LANE / 2.0)), (at, y.by(LANE / 2.0)));
        marks.push(line.size(2.0).ink(inks::MEAN));
    }
    let left = Along::number(low.min(number_of)).by(-8.0);
    let right = Along::number(high.max(number_of)).by(8.0);
    marks.extend([
        Mark::range(low, high).y(y).size(2.0).ink(ink(index)),
        Mark::dot(number_of).y(y).size(4.5).ink(ink(index)).about(about),
        Mark::text(number, left).y(y).bold().ends_here().size(12.0),
        Mark::text(of_trust(figure, trust.basis), right).y(y).size(12.0),
    ]);
    marks
}
