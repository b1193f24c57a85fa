//! Axes of figures.

use crate::plot::Axis;
use crate::terms::{Figure, Focus, Unit};

/// An axis around some figures of a unit, with its numbers, within the lowest and the highest that there can be.
pub(super) fn figures(figures: impl IntoIterator<Item = f64>, unit: Unit, focus: Focus) -> Axis {
    let (lowest, highest) = unit.range();
    let bounds = match focus {
        // A gap can go either way.
        Focus::Gap => (-highest, highest),
        _ => (lowest, highest),
    };
    Axis::around(figures, bounds).labels(written(unit))
}

/// How the numbers of an axis are written: with the percent sign where the unit has one.
fn written(unit: Unit) -> impl Fn(f64) -> String + 'static {
    move |number| {
        let figure = Figure::new(number, unit).map_or_else(String::new, Figure::plain);
        match unit {
            Unit::Percent => format!("{}%", without_tenths(&figure)),
            Unit::Points | Unit::OwnPoints => without_tenths(&figure).to_owned(),
            Unit::Grades | Unit::AveragePoints => figure,
        }
    }
}

/// The same; a gap of two percentages is no percentage.
pub(super) fn written_of(unit: Unit, is_gap: bool) -> impl Fn(f64) -> String + 'static {
    let written = written(unit);
    move |number| {
        let label = written(number);
        match label.strip_suffix('%') {
            Some(number) if is_gap => number.to_owned(),
            _ => label,
        }
    }
}

fn without_tenths(figure: &str) -> &str {
    figure.strip_suffix(".0").unwrap_or(figure)
}
