//! Drawing with plotters in pixels: a horizontal axis with rows below it.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use plotters::chart::{ChartBuilder, LabelAreaPosition};
use plotters::coord::Shift;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};

use super::backend::{MarkBackend, SCALE, Sheet};
use super::picture::{Anchor, Ink, Picture, Subject};

/// The height of the axis's numbers above the rows, in pixels.
const AXIS_HEIGHT: u32 = 28;

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

    /// The grid's vertical lines with their numbers above.
    pub(super) fn axis(&self, labels: usize, format: &dyn Fn(&f64) -> String) {
        let frame = self.frame;
        let grid = style(Ink::Grid, 1.0);
        let nothing = ShapeStyle {
            color: Color::mix(&color(Ink::None), 0.0),
            filled: false,
            stroke_width: 0,
        };
        let chart = ChartBuilder::on(&self.area)
            .margin_left(units_of(f64::from(frame.left)))
            .margin_right(units_of(f64::from(frame.right)))
            .margin_bottom(units_of(4.0))
            .set_label_area_size(LabelAreaPosition::Top, units_of(f64::from(AXIS_HEIGHT)))
            .build_cartesian_2d(Along(frame.from..frame.to), Along(0.0..frame.rows as f64));
        let Ok(mut chart) = chart else { return };
        let _ = chart
            .configure_mesh()
            .disable_y_mesh()
            .disable_y_axis()
            .x_labels(labels)
            .x_label_formatter(format)
            .bold_line_style(grid)
            .light_line_style(nothing)
            .axis_style(nothing)
            .x_label_style(text_style(Lettering {
                size: 12.0,
                bold: false,
                ink: Ink::Quiet,
                anchor: Anchor::Middle,
            }))
            .draw();
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

/// A stretch of numbers whose labels the charts write themselves: plotters' own would bring the standard
/// library's formatting of doubles into the page.
struct Along(Range<f64>);

impl Ranged for Along {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, number: &f64, limit: (i32, i32)) -> i32 {
        RangedCoordf64::from(self.0.clone()).map(number, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        RangedCoordf64::from(self.0.clone()).key_points(hint)
    }

    fn range(&self) -> Range<f64> {
        self.0.clone()
    }
}

impl ValueFormatter<f64> for Along {
    fn format(_number: &f64) -> String {
        String::new()
    }
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
