//! Axes: what numbers, or bands side by side, lie along them, and how they are labelled.

use super::place::{Along, At};
use super::text;

/// Marks that stand side by side at one number take at most this part of the way to the next, and at most so many
/// pixels each.
const ASIDE: f64 = 0.45;
const STEP_ASIDE: f64 = 8.0;

/// How far the words of a row that has all the width for them are above the middle of the room that is left by its
/// marks, and how far these are below the middle of the row.
const MARKS_BELOW: f64 = 9.0;
const WORDS_OF_ROW: f64 = 11.0;

/// An axis of a plot.
pub struct Axis {
    pub(super) scale: Scale,
    pub(super) labels: Labels,
    /// Room within the plot beyond both ends, in pixels.
    inset: f64,
    /// The widest that a band is, in pixels: a few stay together.
    widest: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Scale {
    Numbers { from: f64, to: f64 },
    Bands { count: usize },
}

pub(super) enum Labels {
    None,
    /// At most so many numbers, and how they are written.
    Numbers {
        most: usize,
        format: Box<dyn Fn(f64) -> String>,
    },
    /// The names of the numbers 0, 1, 2 …, in full and in short.
    Names(Vec<[String; 2]>),
}

impl Axis {
    /// The numbers between two.
    #[must_use]
    pub const fn numbers(from: f64, to: f64) -> Self {
        Self::of(Scale::Numbers { from, to })
    }

    /// So many bands side by side.
    #[must_use]
    pub const fn bands(count: usize) -> Self {
        Self::of(Scale::Bands { count })
    }

    const fn of(scale: Scale) -> Self {
        Self {
            scale,
            labels: Labels::None,
            inset: 0.0,
            widest: f64::INFINITY,
        }
    }

    /// The numbers around some, with room at both ends, within the lowest and the highest that there can be.
    ///
    /// ```
    /// use trust_gap::plot::Axis;
    /// assert_eq!(Axis::around([20.0, 70.0], (0, 100)).ends(), (17.0, 73.0));
    /// assert_eq!(Axis::around([0.0, 50.0], (0, 100)).ends(), (0.0, 53.0));
    /// assert_eq!(Axis::around([], (0, 100)).ends(), (0.0, 100.0));
    /// ```
    #[must_use]
    pub fn around(numbers: impl IntoIterator<Item = f64>, (lowest, highest): (i32, i32)) -> Self {
        let (lowest, highest) = (f64::from(lowest), f64::from(highest));
        let none = (f64::INFINITY, f64::NEG_INFINITY);
        let (low, high) = numbers.into_iter().fold(none, |(low, high), number| {
            (low.min(number), high.max(number))
        });
        if low > high {
            return Self::numbers(lowest, highest);
        }
        let room = ((high - low) * 0.06).max((highest - lowest).min(100.0) * 0.01);
        Self::numbers(
            (low - room).max(lowest),
            (high + room).min(highest.max(high)),
        )
    }

    /// The same from a number on, where it does not begin below.
    ///
    /// ```
    /// use trust_gap::plot::Axis;
    /// assert_eq!(Axis::numbers(20.0, 70.0).from_at_most(0.0).ends(), (0.0, 70.0));
    /// assert_eq!(Axis::numbers(-9.0, 70.0).from_at_most(0.0).ends(), (-9.0, 70.0));
    /// ```
    #[must_use]
    pub fn from_at_most(mut self, least: f64) -> Self {
        if let Scale::Numbers { from, .. } = &mut self.scale {
            *from = from.min(least);
        }
        self
    }

    /// The least and the greatest number; of bands their edges, counted from 0.
    #[must_use]
    pub fn ends(&self) -> (f64, f64) {
        match self.scale {
            Scale::Numbers { from, to } => (from, to),
            Scale::Bands { count } => (0.0, count as f64),
        }
    }

    /// With at most so many round numbers along it, written so.
    #[must_use]
    pub fn labels(mut self, most: usize, format: impl Fn(f64) -> String + 'static) -> Self {
        let format = Box::new(format);
        self.labels = Labels::Numbers { most, format };
        self
    }

    /// With names of the numbers 0, 1, 2 …, in full and in short: as many as there is room for, the last one always.
    #[must_use]
    pub fn names(mut self, names: impl IntoIterator<Item = [String; 2]>) -> Self {
        self.labels = Labels::Names(names.into_iter().collect());
        self
    }

    /// With so much room within the plot beyond both ends, in pixels.
    #[must_use]
    pub const fn inset(mut self, pixels: f64) -> Self {
        self.inset = pixels;
        self
    }

    /// With bands at most so wide, in pixels.
    #[must_use]
    pub const fn widest(mut self, pixels: f64) -> Self {
        self.widest = pixels;
        self
    }

    /// Its round numbers, with how they are written.
    pub(super) fn round_numbers(&self) -> Vec<(f64, String)> {
        let (Scale::Numbers { from, to }, Labels::Numbers { most, format }) =
            (self.scale, &self.labels)
        else {
            return Vec::new();
        };
        let numbers = round_numbers(from, to, *most).into_iter();
        numbers.map(|number| (number, format(number))).collect()
    }

    /// Fewer round numbers, as many as can be told apart beside one another at these places.
    pub(super) fn numbers_apart(&self, coord: Coord, size: f64, least: f64) -> Vec<(f64, String)> {
        let (Scale::Numbers { from, to }, Labels::Numbers { most, format }) =
            (self.scale, &self.labels)
        else {
            return Vec::new();
        };
        let half = |words: &str| text::width(words, size, false) / 2.0;
        let are_apart = |labels: &Vec<(f64, String)>| {
            let mut pairs = labels.iter().zip(labels.iter().skip(1));
            pairs.all(|((one, of_one), (two, of_two))| {
                let apart = coord.number(*two) - coord.number(*one);
                apart >= half(of_one) + half(of_two) + least
            })
        };
        let mut fewer = (1..=*most).rev().map(|most| {
            let numbers = round_numbers(from, to, most).into_iter();
            numbers.map(|number| (number, format(number))).collect()
        });
        fewer.find(are_apart).unwrap_or_default()
    }

    /// The axis in pixels: its plot between two edges of a picture so long, its numbers from the first edge to the second.
    pub(super) fn laid_out(&self, (first, second): (f64, f64), length: f64) -> Coord {
        let way = (second - first).signum();
        let second = match self.scale {
            Scale::Bands { count } => {
                let room = (second - first) / count.max(1) as f64;
                first + way * room.abs().min(self.widest) * count as f64
            }
            Scale::Numbers { .. } => second,
        };
        Coord {
            scale: self.scale,
            start: first + way * self.inset,
            end: second - way * self.inset,
            edges: (first.min(second), first.max(second)),
            length,
            words: None,
        }
    }
}

/// An axis with its place in a picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coord {
    scale: Scale,
    /// Where its first number is, and its last.
    start: f64,
    end: f64,
    /// The edges of the plot, the lower pixel first.
    pub(super) edges: (f64, f64),
    /// The length of the picture.
    length: f64,
    /// How high the words of a row are above its middle, where they are above its marks.
    words: Option<f64>,
}

impl Coord {
    /// The same, with the words of a band above its marks.
    pub(super) fn with_words_above(self) -> Self {
        let words = Some(self.step() / 2.0 - WORDS_OF_ROW);
        Self { words, ..self }
    }

    /// From one number to the next, or from band to band, in pixels.
    pub(super) fn step(self) -> f64 {
        let length = self.end - self.start;
        match self.scale {
            Scale::Numbers { from, to } => length / (to - from),
            Scale::Bands { count } => length / count.max(1) as f64,
        }
    }

    /// A number's place.
    pub(super) fn number(self, number: f64) -> f64 {
        match self.scale {
            Scale::Numbers { from, to } => {
                self.start + (number - from) / (to - from) * (self.end - self.start)
            }
            Scale::Bands { .. } => self.start + number * self.step(),
        }
    }

    /// Its least and greatest number.
    pub(super) fn ends(self) -> (f64, f64) {
        match self.scale {
            Scale::Numbers { from, to } => (from, to),
            Scale::Bands { count } => (0.0, count as f64),
        }
    }

    /// The middle of a band.
    fn band(self, band: usize) -> f64 {
        self.number(band as f64 + 0.5)
    }

    /// A place in pixels.
    pub(super) fn pixel(self, along: Along) -> f64 {
        let at = match along.at {
            At::Number(number) => self.number(number),
            At::Band(band) => self.band(band) + self.words.map_or(0.0, |_| MARKS_BELOW),
            At::Words(band) => self.band(band) - self.words.unwrap_or_default(),
            At::Middle(band) => self.band(band),
            At::Start | At::Own | At::OwnWords | At::OwnMiddle => 0.0,
            At::End => self.length,
            At::From => self.edges.0,
            At::To => self.edges.1,
        };
        let aside = along.turn.map_or(0.0, |(turn, of)| {
            let step = (self.step() * ASIDE / of.max(1) as f64).min(STEP_ASIDE);
            (turn as f64 - (of as f64 - 1.0) / 2.0) * step
        });
        at + aside + along.by
    }
}

/// The round numbers of an axis: the multiples of 1, 2 or 5 of some power of ten that lie on it, as close together as at
/// most so many can be, and at least a thousandth apart.
fn round_numbers(from: f64, to: f64, most: usize) -> Vec<f64> {
    // In thousandths, so that every step and every multiple of it is exact.
    let (from, to) = (from * 1000.0, to * 1000.0);
    let mut step = 1.0;
    let mut growth = [2.0, 2.5, 2.0].into_iter().cycle();
    let places = |step: f64| ((from / step).ceil(), (to / step).floor());
    let (mut first, mut last) = places(step);
    while last - first + 1.0 > most.max(1) as f64 {
        step *= growth.next().unwrap_or(10.0);
        (first, last) = places(step);
    }
    (0..=(last - first) as usize)
        .map(|place| (first + place as f64) * step / 1000.0)
        .filter(|number| *number * 1000.0 <= to)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_an_axis_are_round_and_not_too_many() {
        for (from, to, most, expected) in [
            (0.0, 100.0, 5, vec![0.0, 50.0, 100.0]),
            (0.0, 100.0, 6, vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0]),
            (-1.3, 0.7, 5, vec![-1.0, -0.5, 0.0, 0.5]),
            (38.2, 41.9, 4, vec![39.0, 40.0, 41.0]),
            (0.3, 0.7, 1, vec![0.5]),
            (1.0, 1.0, 3, vec![1.0]),
            (0.0, 1e9, 2, vec![0.0, 1e9]),
        ] {
            assert_eq!(round_numbers(from, to, most), expected);
        }
        assert!(round_numbers(f64::NAN, 1.0, 3).is_empty());
        assert_eq!(round_numbers(0.0, f64::INFINITY, 3).len(), 0);
    }
}
