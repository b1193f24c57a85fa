//! Axes: their scales of numbers or bands, and their labels.

use plotters::coord::ranged1d::{
    DiscreteRanged, IntoSegmentedCoord, KeyPointHint, NoDefaultFormatting, Ranged, SegmentValue, SegmentedCoord,
};
use plotters::coord::types::{RangedCoordf64, RangedCoordusize};

use super::along::{Along, At};
use super::backend::SCALE;
use super::mark::{Mark, Position};
use super::text;

/// Marks side by side at one number take at most this share of the distance to the next number, and at most this many
/// pixels each.
const ASIDE: f64 = 0.45;
const STEP_ASIDE: f64 = 8.0;

/// In a row whose marks take the full width: how far they are below its middle, and how far the middle of its words is
/// below its upper edge.
const MARKS_BELOW: f64 = 9.0;
const WORDS_OF_ROW: f64 = 11.0;

/// The font size of an axis, and the least gap between its labels.
pub(super) const LETTERS: f64 = 12.0;
const APART: f64 = 8.0;

/// An axis of a plot.
pub struct Axis {
    scale: Scale,
    /// The bounds if its range follows its marks.
    around: Option<Around>,
    pub(super) labels: Labels,
    /// The margin at both ends within the plot, in pixels.
    inset: f64,
    /// The greatest width of a band, in pixels.
    widest: f64,
}

/// A range that follows the marks, with room at both ends, within the lowest and highest possible numbers.
struct Around {
    bounds: (f64, f64),
    /// The range that is always included.
    known: (f64, f64),
    /// The highest start of the range.
    least: f64,
}

impl Around {
    fn scale(&self, marks: &[Mark], along: fn(Position) -> Along) -> Scale {
        let ((lowest, highest), (mut low, mut high)) = (self.bounds, self.known);
        for position in marks.iter().flat_map(Mark::positions) {
            if let At::Number(number) = along(position).at {
                (low, high) = (low.min(number), high.max(number));
            }
        }
        let (from, to) = if low > high {
            self.bounds
        } else {
            let room = ((high - low) * 0.06).max((highest - lowest).min(100.0) * 0.01);
            let to = (high + room).min(highest.max(high));
            ((low - room).max(lowest), to)
        };
        Scale::Numbers((from.min(self.least)..to).into())
    }
}

/// The scale of an axis, in plotters' types.
#[derive(Clone)]
pub(super) enum Scale {
    Numbers(RangedCoordf64),
    Bands(SegmentedCoord<RangedCoordusize>),
}

impl Scale {
    /// The lowest and highest number, or the outer edges of the bands, counted from 0.
    pub(super) fn ends(&self) -> (f64, f64) {
        match self {
            Self::Numbers(numbers) => {
                let range = numbers.range();
                (range.start, range.end)
            }
            // plotters counts the end of the last band, too.
            Self::Bands(bands) => (0.0, bands.size() as f64 - 1.0),
        }
    }

    /// At most `most` round numbers, rounded to a millionth because plotters adds up their steps.
    fn round_numbers(&self, most: usize) -> Vec<f64> {
        let (from, to) = self.ends();
        match self {
            Self::Numbers(numbers) if (to - from).is_finite() && from < to => {
                let numbers = numbers.key_points(most).into_iter();
                numbers.map(|number| (number * 1e6).round() / 1e6).collect()
            }
            _ => Vec::new(),
        }
    }
}

pub(super) enum Labels {
    None,
    /// Round numbers in this format.
    Numbers(Box<dyn Fn(f64) -> String>),
    /// Names for the numbers 0, 1, 2 …, in full and abbreviated.
    Names(Vec<[String; 2]>),
}

impl Axis {
    /// A scale of numbers from one to another.
    #[must_use]
    pub fn numbers(from: f64, to: f64) -> Self {
        Self::of(Scale::Numbers((from..to).into()))
    }

    /// A scale of `count` bands.
    #[must_use]
    pub fn bands(count: usize) -> Self {
        let last = count.saturating_sub(1);
        Self::of(Scale::Bands((0..last).into_segmented()))
    }

    const fn of(scale: Scale) -> Self {
        Self {
            scale,
            around: None,
            labels: Labels::None,
            inset: 0.0,
            widest: f64::INFINITY,
        }
    }

    /// A scale that follows the ranges, dots and lines of the plot, with room at both ends, within the lowest and
    /// highest possible numbers.
    #[must_use]
    pub fn around((lowest, highest): (i32, i32)) -> Self {
        let bounds = (f64::from(lowest), f64::from(highest));
        let around = Some(Around {
            bounds,
            known: (f64::INFINITY, f64::NEG_INFINITY),
            least: f64::INFINITY,
        });
        Self {
            around,
            ..Self::numbers(bounds.0, bounds.1)
        }
    }

    /// Always includes this number.
    #[must_use]
    pub const fn with(mut self, number: f64) -> Self {
        if let Some(Around { known, .. }) = &mut self.around {
            *known = (known.0.min(number), known.1.max(number));
        }
        self
    }

    /// Starts at this number or below.
    #[must_use]
    pub const fn beginning_at_most(mut self, number: f64) -> Self {
        if let Some(Around { least, .. }) = &mut self.around {
            *least = number;
        }
        self
    }

    /// Its scale for these marks; `along` gives their position along this axis.
    pub(super) fn scale(&self, marks: &[Mark], along: fn(Position) -> Along) -> Scale {
        match &self.around {
            Some(around) => around.scale(marks, along),
            None => self.scale.clone(),
        }
    }

    /// Labels the axis with round numbers in this format.
    #[must_use]
    pub fn labels(mut self, format: impl Fn(f64) -> String + 'static) -> Self {
        self.labels = Labels::Numbers(Box::new(format));
        self
    }

    /// Removes the labels.
    #[must_use]
    pub fn without_labels(mut self) -> Self {
        self.labels = Labels::None;
        self
    }

    /// Labels the numbers 0, 1, 2 … with names, in full and abbreviated: as many as fit, always including the last.
    #[must_use]
    pub fn names(mut self, names: impl IntoIterator<Item = [String; 2]>) -> Self {
        self.labels = Labels::Names(names.into_iter().collect());
        self
    }

    /// Leaves this margin at both ends within the plot, in pixels.
    #[must_use]
    pub const fn inset(mut self, pixels: f64) -> Self {
        self.inset = pixels;
        self
    }

    /// Limits the width of bands, in pixels.
    #[must_use]
    pub const fn widest(mut self, pixels: f64) -> Self {
        self.widest = pixels;
        self
    }

    /// As many labelled round numbers of a scale as possible, at most `most`. No two adjacent labels are equal, and on
    /// a horizontal axis none overlap.
    pub(super) fn round_numbers(&self, scale: &Scale, most: usize, level: Option<&Coord>) -> Vec<(f64, String)> {
        let Labels::Numbers(format) = &self.labels else {
            return Vec::new();
        };
        let half = |words: &str| text::width(words, LETTERS, false) / 2.0;
        let fit_together = |(one, of_one): &(f64, String), (two, of_two): &(f64, String)| {
            let are_apart = level.is_none_or(|coord| {
                let apart = coord.pixel((*two).into()) - coord.pixel((*one).into());
                apart >= half(of_one) + half(of_two) + APART
            });
            of_one != of_two && are_apart
        };
        for most in (1..=most).rev() {
            let numbers = scale.round_numbers(most).into_iter();
            let labels: Vec<_> = numbers.map(|number| (number, format(number))).collect();
            let mut pairs = labels.iter().zip(labels.iter().skip(1));
            if pairs.all(|(one, two)| fit_together(one, two)) {
                return labels;
            }
        }
        Vec::new()
    }

    /// The axis in pixels: its plot between two edges of a picture of this length, with its numbers running from the
    /// first edge to the second.
    pub(super) fn laid_out(&self, scale: Scale, (first, second): (f64, f64), length: f64) -> Coord {
        let direction = (second - first).signum();
        let second = match scale {
            Scale::Bands(_) => {
                let (_, count) = scale.ends();
                let room = (second - first).abs() / count.max(1.0);
                first + direction * room.min(self.widest) * count
            }
            Scale::Numbers(_) => second,
        };
        Coord {
            scale,
            start: first + direction * self.inset,
            end: second - direction * self.inset,
            edges: (first.min(second), first.max(second)),
            length,
            words: None,
        }
    }
}

/// An axis with its position in a picture: a coordinate system of plotters', of positions.
#[derive(Clone)]
pub(super) struct Coord {
    pub(super) scale: Scale,
    /// The positions of its first and last number.
    start: f64,
    end: f64,
    /// The edges of the plot, the lower pixel first.
    pub(super) edges: (f64, f64),
    /// The length of the picture.
    length: f64,
    /// How high a row's words are above its middle, if they are above its marks.
    words: Option<f64>,
}

impl Coord {
    /// The axis with the words of a band above its marks.
    pub(super) fn with_words_above(self) -> Self {
        let words = Some(self.step() / 2.0 - WORDS_OF_ROW);
        Self { words, ..self }
    }

    /// From one number to the next, or from band to band, in pixels.
    pub(super) fn step(&self) -> f64 {
        let (from, to) = self.scale.ends();
        (self.end - self.start) / (to - from)
    }

    /// Its lowest and highest number.
    pub(super) fn ends(&self) -> (f64, f64) {
        self.scale.ends()
    }

    /// The positions of its first and last number, in units of the backend.
    pub(super) fn limit(&self) -> std::ops::Range<i32> {
        units(self.start)..units(self.end)
    }

    /// A position in pixels.
    pub(super) fn pixel(&self, along: Along) -> f64 {
        let std::ops::Range { start, end } = self.limit();
        f64::from(self.map(&along, (start, end))) / SCALE
    }
}

impl Ranged for Coord {
    type FormatOption = NoDefaultFormatting;
    type ValueType = Along;

    fn map(&self, along: &Along, (start, end): (i32, i32)) -> i32 {
        // Starts at zero, because plotters places a single number or band there.
        let within = (0, end - start);
        let band = |band| match &self.scale {
            Scale::Bands(bands) => start + bands.map(&SegmentValue::CenterOf(band), within),
            Scale::Numbers(_) => start,
        };
        let (unit, by) = match along.at {
            At::Number(number) => match &self.scale {
                // Positions far beyond the plot remain finite.
                Scale::Numbers(numbers) => (start.saturating_add(numbers.map(&number, within)), 0.0),
                Scale::Bands(_) => (start, 0.0),
            },
            At::Band(row) => (band(row), self.words.map_or(0.0, |_| MARKS_BELOW)),
            At::Words(row) => (band(row), -self.words.unwrap_or_default()),
            At::Middle(row) => (band(row), 0.0),
            At::Start | At::Own | At::OwnWords | At::OwnMiddle => (0, 0.0),
            At::End => (units(self.length), 0.0),
            At::From => (units(self.edges.0), 0.0),
            At::To => (units(self.edges.1), 0.0),
        };
        let aside = along.turn.map_or(0.0, |(turn, of)| {
            let step = (self.step() * ASIDE / of.max(1) as f64).min(STEP_ASIDE);
            (turn as f64 - (of as f64 - 1.0) / 2.0) * step
        });
        unit.saturating_add(units(by + aside + along.by))
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<Along> {
        let numbers = self.scale.round_numbers(hint.max_num_points());
        numbers.into_iter().map(Along::number).collect()
    }

    fn range(&self) -> std::ops::Range<Along> {
        let (from, to) = self.ends();
        from.into()..to.into()
    }
}

/// Pixels in units of the backend.
pub(super) fn units(pixels: f64) -> i32 {
    (pixels * SCALE).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(axis: &Axis, numbers: Option<(f64, f64)>) -> (f64, f64) {
        let range = numbers.map(|(low, high)| Mark::range(low, high));
        axis.scale(range.as_slice(), |(x, _)| x).ends()
    }

    #[test]
    fn an_axis_follows_its_marks() {
        let axis = Axis::around((0, 100));
        assert_eq!(ends(&axis, Some((20.0, 70.0))), (17.0, 73.0));
        assert_eq!(ends(&axis, Some((0.0, 50.0))), (0.0, 53.0));
        assert_eq!(ends(&axis, None), (0.0, 100.0));
        assert_eq!(ends(&axis.with(70.0), Some((20.0, 30.0))), (17.0, 73.0));
        let from_zero = Axis::around((-100, 100)).beginning_at_most(0.0);
        assert_eq!(ends(&from_zero, Some((20.0, 70.0))), (0.0, 73.0));
        assert_eq!(ends(&from_zero, Some((-17.0, 33.0))), (-20.0, 36.0));
    }
}
