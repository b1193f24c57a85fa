//! Drawing with plotters in pixels.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};

use super::backend::{MarkBackend, SCALE, Sheet};
use super::picture::{Anchor, Ink, Picture, Subject};
use super::text;

/// Letters of a chart, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lettering {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) ink: Ink,
    pub(super) anchor: Anchor,
}

impl Lettering {
    /// The numbers along an axis.
    pub(super) const fn of_axis(anchor: Anchor) -> Self {
        Self {
            size: 12.0,
            bold: false,
            ink: Ink::Quiet,
            anchor,
        }
    }

    /// How wide a text is in these letters.
    pub(super) fn width_of(self, text: &str) -> f64 {
        text::width(text, self.size, self.bold)
    }
}

/// A sheet to draw on.
pub(super) struct Canvas {
    sheet: Rc<RefCell<Sheet>>,
    area: DrawingArea<MarkBackend, Shift>,
    width: u32,
    height: u32,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32) -> Self {
        let sheet = Rc::new(RefCell::new(Sheet::default()));
        let backend = MarkBackend {
            sheet: Rc::clone(&sheet),
            size: (
                units_of(f64::from(width)) as u32,
                units_of(f64::from(height)) as u32,
            ),
        };
        Self {
            sheet,
            area: backend.into_drawing_area(),
            width,
            height,
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

    /// A line through more than two points.
    pub(super) fn path(&self, points: &[(f64, f64)], width: f64, ink: Ink) {
        let points: Vec<(i32, i32)> = points.iter().copied().map(units).collect();
        self.draw(&PathElement::new(points, style(ink, width)));
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
            width: self.width,
            height: self.height,
            title,
            description,
            marks: self.sheet.take().marks,
        }
    }
}

/// The numbers of an axis: the multiples of 1, 2 or 5 of some power of ten that lie on it, as close together as at most
/// so many can be, and at least a thousandth apart.
pub(super) fn round_numbers(from: f64, to: f64, most: usize) -> Vec<f64> {
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
