//! Drawing with plotters in pixels: a horizontal axis with rows below it.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};

use super::backend::{MarkBackend, SCALE, Sheet};
use super::picture::{Anchor, Ink, Picture, Subject};

/// The height of the axis's numbers above the rows, in pixels.
const AXIS_HEIGHT: u32 = 28;

/// The middle height of the axis's numbers, in pixels.
const AXIS_NUMBERS: f64 = 20.4;

/// Room between the axis's numbers and the first row, in pixels.
const TOP_ROOM: u32 = 8;

/// Letters of a chart, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lettering {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) ink: Ink,
    pub(super) anchor: Anchor,
}

/// A chart of rows: the numbers of the horizontal axis and the room around the plot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) width: u32,
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) rows: usize,
    pub(super) row_height: u32,
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Frame {
    pub(super) fn height(self) -> u32 {
        AXIS_HEIGHT + TOP_ROOM + self.rows as u32 * self.row_height + 4
    }

    /// A number's place along the axis.
    pub(super) fn x(self, number: f64) -> f64 {
        let room = f64::from(self.width.saturating_sub(self.left + self.right));
        f64::from(self.left) + (number - self.from) / (self.to - self.from) * room
    }

    /// The middle of a row.
    pub(super) fn y(self, row: usize) -> f64 {
        f64::from(AXIS_HEIGHT + TOP_ROOM) + (row as f64 + 0.5) * f64::from(self.row_height)
    }
}

/// A sheet to draw on.
pub(super) struct Canvas {
    sheet: Rc<RefCell<Sheet>>,
    area: DrawingArea<MarkBackend, Shift>,
    frame: Frame,
}

impl Canvas {
    pub(super) fn new(frame: Frame) -> Self {
        let sheet = Rc::new(RefCell::new(Sheet::default()));
        let backend = MarkBackend {
            sheet: Rc::clone(&sheet),
            size: (
                units_of(f64::from(frame.width)) as u32,
                units_of(f64::from(frame.height())) as u32,
            ),
        };
        Self {
            sheet,
            area: backend.into_drawing_area(),
            frame,
        }
    }

    /// Draws with plotters. Writing a list of marks cannot fail, so nothing is lost with the result.
    fn draw<'a, E>(&self, element: &'a E)
    where
        &'a E: PointCollection<'a, (i32, i32)>,
        E: Drawable<MarkBackend>,
    {
        let _ = self.area.draw(element);
    }

    /// The grid's vertical lines with their numbers above, at most so many. Plotters' own axis serves every kind of
    /// chart, and takes 15 KB.
    pub(super) fn axis(&self, labels: usize, format: &dyn Fn(f64) -> String) {
        let frame = self.frame;
        let numbers = round_numbers(frame.from, frame.to, labels);
        let (top, bottom) = (f64::from(AXIS_HEIGHT), f64::from(frame.height()) - 4.0);
        for &number in &numbers {
            let x = frame.x(number);
            self.line((x, bottom), (x, top), 1.0, Ink::Grid);
        }
        for &number in &numbers {
            let lettering = Lettering {
                size: 12.0,
                bold: false,
                ink: Ink::Quiet,
                anchor: Anchor::Middle,
            };
            self.text(&format(number), (frame.x(number), AXIS_NUMBERS), lettering);
        }
    }

    /// The head of a column of words at the right, beside the axis's numbers.
    pub(super) fn head_of_column(&self, head: &str, right: f64) {
        let lettering = Lettering {
            size: 12.0,
            bold: false,
            ink: Ink::Quiet,
            anchor: Anchor::End,
        };
        self.text(head, (right, AXIS_NUMBERS), lettering);
    }

    /// What the marks drawn from now on stand for.
    pub(super) fn about(&self, subject: Option<Subject>) {
        self.sheet.borrow_mut().about = subject;
    }

    pub(super) fn line(&self, from: (f64, f64), to: (f64, f64), width: f64, ink: Ink) {
        self.draw(&PathElement::new(
            vec![units(from), units(to)],
            style(ink, width),
        ));
    }

    pub(super) fn circle(&self, centre: (f64, f64), radius: f64, ink: Ink) {
        self.draw(&Circle::new(
            units(centre),
            units_of(radius),
            style(ink, 1.0),
        ));
    }

    /// A text whose middle height is at the place.
    pub(super) fn text(&self, text: &str, at: (f64, f64), lettering: Lettering) {
        self.draw(&Text::new(
            text.to_owned(),
            units(at),
            text_style(lettering),
        ));
    }

    pub(super) fn finish(self, title: String, description: String) -> Picture {
        Picture {
            width: self.frame.width,
            height: self.frame.height(),
            title,
            description,
            marks: self.sheet.take().marks,
        }
    }
}

/// The numbers of an axis: the multiples of 1, 2 or 5 of some power of ten that lie on it, as close together as at most
/// so many can be, and at least a thousandth apart.
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

fn units_of(pixels: f64) -> i32 {
    (pixels * SCALE).round() as i32
}

fn units((x, y): (f64, f64)) -> (i32, i32) {
    (units_of(x), units_of(y))
}

fn color(ink: Ink) -> RGBColor {
    RGBColor(ink as u8, 0, 0)
}

fn style(ink: Ink, width: f64) -> ShapeStyle {
    ShapeStyle {
        color: color(ink).to_rgba(),
        filled: true,
        stroke_width: units_of(width) as u32,
    }
}

fn text_style(lettering: Lettering) -> TextStyle<'static> {
    let weight = if lettering.bold {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    let across = match lettering.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let font = (FontFamily::SansSerif, lettering.size * SCALE, weight).into_font();
    let mut style = TextStyle::from(font).pos(Pos::new(across, VPos::Center));
    style.color = color(lettering.ink).to_backend_color();
    style
}

/// A range of the axis around some numbers, with room at both ends, within the unit's own range.
pub(super) fn range(
    numbers: impl Iterator<Item = f64>,
    (lowest, highest): (i32, i32),
) -> (f64, f64) {
    let (lowest, highest) = (f64::from(lowest), f64::from(highest));
    let (low, high) = numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), number| {
        (low.min(number), high.max(number))
    });
    if low > high {
        return (lowest, highest);
    }
    let room = ((high - low) * 0.06).max((highest - lowest).min(100.0) * 0.01);
    (
        (low - room).max(lowest),
        (high + room).min(highest.max(high)),
    )
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
