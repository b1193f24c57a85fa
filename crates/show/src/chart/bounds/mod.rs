//! Intervals as they are shown: with as many decimals as the figure that they are about.

pub(crate) mod words;

pub use method::level_in_words;

use method::Precision;
use records::model::Basis;
use records::terms::Figure;
use records::terms::decimals::with_decimals;
use stats::Level as Confidence;

use super::table::{Cell, Column, in_unit};

/// The ends of a figure's interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The lower end.
    pub low: Figure,
    /// The upper end.
    pub high: Figure,
    /// Whether both are shown without decimals, as the figure is.
    is_whole: bool,
}

impl Bounds {
    /// Those of a figure by its precision, where there are both.
    pub(super) fn new(figure: Option<Figure>, basis: Basis, precision: Option<Precision>) -> Option<Self> {
        let (figure, precision) = (figure?, precision?);
        let end = |number| Figure::new(number, figure.unit());
        Some(Self {
            low: end(precision.interval.low())?,
            high: end(precision.interval.high())?,
            is_whole: basis == Basis::Published && figure.is_whole_percent(),
        })
    }

    fn ends(self) -> (String, String) {
        let shown: fn(Figure) -> String = if self.is_whole { Figure::whole } else { Figure::plain };
        (shown(self.low), shown(self.high))
    }

    /// "30–38"; with "to" between them where one is below zero, since a dash would be taken for its sign.
    #[must_use]
    pub fn in_short(self) -> String {
        let (low, high) = self.ends();
        if self.low.number() < 0.0 {
            words::from_to(&low, &high)
        } else {
            format!("{low}\u{2013}{high}")
        }
    }

    /// "30% to 38%", "44.1 to 48.0 points".
    #[must_use]
    pub fn in_sentence(self) -> String {
        let (low, high) = self.ends();
        words::with_unit(&low, &high, self.low.unit())
    }

    fn cell(self, end: Figure) -> Cell {
        if self.is_whole {
            Cell::Whole(end)
        } else {
            Cell::Figure(end)
        }
    }
}

/// The cell of an interval's end, whether or not there is an interval.
pub(super) fn bound_cell(bounds: Option<Bounds>, end: fn(Bounds) -> Figure) -> Cell {
    bounds.map_or(Cell::Nothing(words::NO_INTERVAL), |of| of.cell(end(of)))
}

/// The two columns of an interval, whether or not a row has one, with the unit where all of it is in one.
pub(super) fn bound_columns<'a, R: 'a>(
    level: Confidence,
    unit: &str,
    bounds: impl Fn(&R) -> Option<Bounds> + Clone + 'a,
) -> [Column<'a, R>; 2] {
    let column = |end: fn(Bounds) -> Figure| {
        let bounds = bounds.clone();
        move |row: &R| bound_cell(bounds(row), end)
    };
    interval_columns(level, unit, column(|of| of.low), column(|of| of.high))
}

/// The two columns of an interval with these ends.
pub(super) fn interval_columns<'a, R: 'a>(
    level: Confidence,
    unit: &str,
    low: impl Fn(&R) -> Cell + 'a,
    high: impl Fn(&R) -> Cell + 'a,
) -> [Column<'a, R>; 2] {
    let level = level_in_words(level);
    let [of_low, of_high] = [words::low(&level), words::high(&level)].map(|head| in_unit(&head, unit));
    [
        Column::numbers(&of_low, low).lower_end_of(words::both(&level)),
        Column::numbers(&of_high, high),
    ]
}

/// "95% interval 26% to 34%".
pub(super) fn interval_in_words(level: Confidence, bounds: Bounds) -> String {
    words::interval(&level_in_words(level), &bounds.in_sentence())
}

/// A number from 0 with at most two decimals and no zeros at its end.
pub(crate) fn in_short(number: f64) -> String {
    let text = with_decimals(number, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
