//! The picture of a few trusts or parts of the country on every measure.

use plot::{Along, Axis, Ink, Mark, Plot, Rows, Subject, Width};
use records::terms::{Figure, Focus};

use crate::chart::trust::unit_of;
use crate::chart::{inks, scale};

use super::lane::Lane;
use super::{MeasuresChart, OfMeasure, words};

/// From one lane to the next, in pixels.
const LANE: f64 = 15.0;

/// From the end of a lane to its texts, in pixels.
const BESIDE: f64 = 8.0;

/// How far the lanes of a row are below its middle, since its numbers are above them; in a narrow picture its words,
/// too.
const DOWN: [f64; 2] = [10.0, 8.0];

/// The room of a row for what is not its lanes.
const REST: [f64; 2] = [46.0, 24.0];

pub(super) fn plot(chart: &MeasuresChart, width: Width) -> Plot {
    let lanes = chart.names.len() as f64 * LANE;
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

/// The ink of a lane by its place.
pub(super) fn ink(index: usize) -> Ink {
    inks::COMPARED.get(index).copied().unwrap_or(inks::SOLID)
}

/// A row: the measure's name and its lanes.
fn marks(of: &OfMeasure, focus: Focus, width: Width) -> Vec<Mark> {
    let name = words::row(of.measure, unit_of(of.measure.unit(), focus));
    let mut marks = vec![Mark::name(name)];
    let [narrow, wide] = DOWN;
    let middle = (of.lanes.len() as f64 - 1.0) / 2.0;
    for (index, lane) in of.lanes.iter().enumerate() {
        let down = width.either(narrow, wide) + (index as f64 - middle) * LANE;
        marks.extend(of_lane(of, index, lane, Along::OWN.by(down)));
    }
    marks
}

/// One of those compared: its number, its dot on its interval, its figure, and the mark of what it is shown against.
fn of_lane(of: &OfMeasure, index: usize, lane: &Lane, y: Along) -> Vec<Mark> {
    let number = (index + 1).to_string();
    let (figure, written) = match &lane.figure {
        Ok(figure) => figure,
        Err(why) => {
            let why = Mark::text(why.as_str(), Along::FROM.by(14.0)).y(y);
            return vec![
                Mark::text(number, Along::FROM).y(y).bold().size(12.0),
                why.ink(Ink::QUIET).size(12.0),
            ];
        }
    };
    let about = Subject::new(
        format!("{}-{}", of.measure.key(), lane.id),
        words::of_measure(of.measure, &lane.words),
    );
    let number_of = figure.number();
    let (low, high) = lane.interval.map_or((number_of, number_of), |of| (of.low(), of.high()));
    let against = lane.against.map(Figure::number);
    let mut marks = Vec::new();
    if let Some(against) = against {
        let at = Along::number(against);
        let line = Mark::line((at, y.by(-LANE / 2.0)), (at, y.by(LANE / 2.0)));
        marks.push(line.size(2.0).ink(inks::MEAN));
    }
    let number = |at| Mark::text(number.as_str(), at).y(y).bold().ends_here().size(12.0);
    let written = |at| Mark::text(written.as_str(), at).y(y).size(12.0);
    marks.extend([
        Mark::range(low, high).y(y).size(2.0).ink(ink(index)),
        Mark::dot(number_of).y(y).size(4.5).ink(ink(index)).about(about),
        beside(low.min(number_of), -BESIDE, against, number),
        beside(high.max(number_of), BESIDE, against, written),
    ]);
    marks
}

/// A text this many pixels from the end of a lane; past the mark of what it is shown against where that would cross it.
fn beside(end: f64, by: f64, against: Option<f64>, text: impl Fn(Along) -> Mark) -> Mark {
    let text_at_end = text(Along::number(end).by(by));
    let Some(against) = against.filter(|against| (against - end) * by > 0.0) else {
        return text_at_end;
    };
    let against = Along::number(against);
    let nearer = against.by(-by / 2.0);
    let (from, to) = if by > 0.0 {
        (Along::START, nearer)
    } else {
        (nearer, Along::END)
    };
    text_at_end.within(from, to).or([text(against.by(by))])
}
