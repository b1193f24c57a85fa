//! Axes of figures.

use plot::Axis;
use records::terms::{Figure, Focus, Unit};

/// An axis around figures of a unit, with its numbers, within the lowest and the highest that there can be.
pub(super) fn figures(unit: Unit, focus: Focus) -> Axis {
    let (lowest, highest) = unit.range();
    let bounds = match focus {
        // A gap can go either way.
        Focus::Gap => (-highest, highest),
        _ => (lowest, highest),
    };
    Axis::around(bounds).labels(move |number| match unit {
        Unit::Percent => format!("{}%", written(number, unit)),
        _ => written(number, unit),
    })
}

/// The same where a gap is said to be one of two percentages, and so has no percent sign.
pub(super) fn differences(unit: Unit, is_gap: bool) -> Axis {
    if is_gap {
        figures(unit, Focus::Gap).labels(move |number| written(number, unit))
    } else {
        figures(unit, Focus::All)
    }
}

/// How the numbers of an axis are written.
fn written(number: f64, unit: Unit) -> String {
    let figure = Figure::new(number, unit).map_or_else(String::new, Figure::plain);
    match unit {
        Unit::Grades | Unit::AveragePoints => figure,
        Unit::Percent | Unit::Points | Unit::OwnPoints => {
            let whole = figure.strip_suffix(".0");
            whole.unwrap_or(&figure).to_owned()
        }
    }
}
