//! Drawing marks with plotters.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};

use super::along::Along;
use super::apart::apart;
use super::axis::{Coord, units};
use super::backend::{MarkBackend, SCALE, Sheet};
use super::ink::Ink;
use super::labels::{Labels, Rectangle};
use super::layout::Frame;
use super::mark::{Fit, Form, Mark, Position, Words};
use super::picture::{Anchor, Picture};
use super::width::Both;
use super::{swarm, text};

/// The line widths of crosses and leader lines, and the gap between a leader line and its text.
const CROSS: f64 = 1.5;
const LEADER: f64 = 0.75;
const BEFORE_TEXT: f64 = 2.0;

/// The sheet that a plot is drawn on.
pub(super) struct Drawing {
    frame: Frame,
    sheet: Rc<RefCell<Sheet>>,
    area: DrawingArea<MarkBackend, Cartesian2d<Coord, Coord>>,
    /// The areas taken by marks and texts, avoided by later texts.
    labels: Labels,
}

impl Drawing {
    pub(super) fn new(frame: Frame) -> Self {
        let sheet = Rc::new(RefCell::new(Sheet {
            marks: Vec::new(),
            ink: Ink::WORDS,
            about: None,
        }));
        let backend = MarkBackend {
            sheet: Rc::clone(&sheet),
            size: (units(frame.width.pixels()) as u32, units(frame.height) as u32),
        };
        let room = Rectangle {
            left: frame.x.edges.0 + 2.0,
            top: frame.y.edges.0 - 8.0,
            right: frame.width.pixels(),
            bottom: frame.y.edges.1,
        };
        let limits = (frame.x.limit(), frame.y.limit());
        let coords = Cartesian2d::new(frame.x.clone(), frame.y.clone(), limits);
        Self {
            frame,
            sheet,
            area: backend.into_drawing_area().apply_coord_spec(coords),
            labels: Labels::new(room, Vec::new()),
        }
    }

    pub(super) fn finish(self, title: String, description: String) -> Picture {
        Picture {
            width: self.frame.width.pixels() as u32,
            height: self.frame.height as u32,
            title,
            description,
            marks: std::mem::take(&mut self.sheet.borrow_mut().marks),
        }
    }

    /// Draws marks beside the plot, which texts need not avoid.
    pub(super) fn draw_axes(&mut self, marks: &[Mark]) {
        for mark in marks {
            self.draw_mark(mark, 0.0);
        }
        self.labels.clear();
    }

    pub(super) fn draw(&mut self, marks: &[Mark]) {
        for stack in marks.chunk_by(are_stacked_together) {
            for (mark, offset) in stack.iter().zip(self.offsets(stack)) {
                self.draw_mark(mark, offset);
            }
        }
    }

    /// The vertical offset of each mark: 0 outside a stack.
    fn offsets(&self, stack: &[Mark]) -> Vec<f64> {
        let dots = stack.iter().filter_map(|mark| match mark.form {
            Form::Dot { at, radius, .. } if stack.len() > 1 => Some((self.position(at).0, self.of(&radius))),
            _ => None,
        });
        let (xs, radii): (Vec<f64>, Vec<f64>) = dots.unzip();
        match radii.first() {
            Some(radius) => swarm::offsets(&xs, *radius, self.frame.y.step()),
            None => vec![0.0],
        }
    }

    fn draw_mark(&mut self, mark: &Mark, down: f64) {
        self.sheet.borrow_mut().about = mark.about.clone();
        match &mark.form {
            Form::Line { from, to, width } => {
                self.line(vec![*from, *to], self.of(width), mark.ink);
            }
            Form::Path { points, width } => {
                for part in clipped(points, self.frame.y.ends()) {
                    let part = part.into_iter().map(|(x, y)| (x.into(), y.into()));
                    let part: Vec<Position> = part.collect();
                    for &at in &part {
                        self.labels.take(Rectangle::around(self.position(at), 1.0));
                    }
                    self.line(part, self.of(width), mark.ink);
                }
            }
            Form::Area { between } => {
                let edge = |end: fn([Along; 2]) -> Along| {
                    let edge = between.iter().map(|(x, ends)| ((*x).into(), end(*ends)));
                    clamped(edge.map(|at| self.position(at)), self.frame.y.edges)
                };
                let mut corners = edge(|[one, _]| one);
                corners.extend(edge(|[_, other]| other).into_iter().rev());
                let corners = corners.into_iter().map(at_pixel);
                let corners: Vec<Position> = corners.collect();
                self.element(&Polygon::new(corners, style(mark.ink, 0.0)), mark.ink);
            }
            Form::Dot { at, radius, .. } => {
                let (at, radius) = ((at.0, at.1.by(down)), self.of(radius));
                self.labels.take(Rectangle::around(self.position(at), radius));
                let style = style(mark.ink, 1.0);
                self.element(&Circle::new(at, units(radius), style), mark.ink);
            }
            Form::Cross { at: (x, y), arm } => {
                let arm = self.of(arm);
                for down in [arm, -arm] {
                    let ends = vec![(x.by(-arm), y.by(-down)), (x.by(arm), y.by(down))];
                    self.line(ends, CROSS, mark.ink);
                }
            }
            Form::Text(words) => self.text(words, self.position(words.at)),
            Form::Apart { texts, line, within } => self.texts_apart(texts, *line, *within),
        }
    }

    fn texts_apart(&mut self, texts: &[Words], line: f64, (top, bottom): Position) {
        let wanted: Vec<(f64, bool)> = texts
            .iter()
            .map(|words| (self.position(words.at).1, words.is_pinned))
            .collect();
        let within = (self.frame.y(top) + line / 2.0, self.frame.y(bottom) - line / 2.0);
        for (words, y) in texts.iter().zip(apart(&wanted, line, within)) {
            let (x, _) = self.position(words.at);
            if let Some((from, ink)) = words.led_from {
                self.line(vec![from, at_pixel((x - BEFORE_TEXT, y))], LEADER, ink);
            }
            self.text(words, (x, y));
        }
    }

    /// Writes a text with its suffix and next text, if there is room.
    fn text(&mut self, words: &Words, (x, y): (f64, f64)) {
        let Words { bold, anchor, .. } = *words;
        let picture = self.frame.width;
        let size = words.letters(picture, self.frame.letters);
        let of_words = words.text.of(picture);
        let width = |text: &str| text::width(text, size, bold);
        let right = |along: Along| self.frame.x(along);
        let whole = || format!("{of_words}{}", words.suffix);
        let after = words.then.as_ref();
        let after = after.map(|(pixels, next)| pixels + next.width(picture, self.frame.letters));
        let written = match words.fit {
            Fit::Whole => Some(((x, y), anchor, whole())),
            Fit::Shortened(end) => {
                let room = right(end) - x - after.unwrap_or_default() - width(&words.suffix);
                let text = text::shortened(of_words, room, size, bold);
                text.map(|text| ((x, y), anchor, format!("{text}{}", words.suffix)))
            }
            Fit::Within(from, to) => {
                let area = Rectangle::of_text(of_words, (x, y), size, bold, anchor);
                let is_within = right(from) <= area.left && area.right <= right(to);
                is_within.then(|| ((x, y), anchor, whole()))
            }
            Fit::Free { radius, longest } => {
                let (radius, longest) = (self.of(&radius), self.of(&longest));
                let labels = &mut self.labels;
                let free = labels.beside(of_words, (x, y), radius, size, longest);
                free.map(|label| (label.at, label.anchor, label.text))
            }
        };
        let mut advance = 0.0;
        match written {
            Some((at, anchor, text)) => {
                advance = width(&text) + words.then.as_ref().map_or(0.0, |(pixels, _)| *pixels);
                self.labels.take(Rectangle::of_text(&text, at, size, bold, anchor));
                self.write(
                    &text,
                    at,
                    Font {
                        size,
                        bold,
                        ink: words.ink,
                        anchor,
                    },
                );
            }
            None => {
                for other in &words.instead {
                    self.text(other, self.position(other.at));
                }
            }
        }
        if let Some((_, next)) = &words.then {
            let x = if anchor == Anchor::End {
                x - advance
            } else {
                x + advance
            };
            self.text(next, (x, y));
        }
    }

    /// The value for this picture's width.
    fn of(&self, both: &Both<f64>) -> f64 {
        *both.of(self.frame.width)
    }

    fn position(&self, (x, y): Position) -> (f64, f64) {
        (self.frame.x(x), self.frame.y(y))
    }

    /// Draws a plotters element. Writing to a list of marks cannot fail, so the result is ignored.
    fn element<'a, E>(&self, element: &'a E, ink: Ink)
    where
        &'a E: PointCollection<'a, Position>,
        E: Drawable<MarkBackend>,
    {
        self.sheet.borrow_mut().ink = ink;
        let _ = self.area.draw(element);
    }

    fn line(&self, points: Vec<Position>, width: f64, ink: Ink) {
        self.element(&PathElement::new(points, style(ink, width)), ink);
    }

    /// Writes a text with its vertical middle at the position.
    fn write(&self, text: &str, at: (f64, f64), font: Font) {
        let text = Text::new(text.to_owned(), at_pixel(at), text_style(font));
        self.element(&text, font.ink);
    }
}

/// A position in pixels.
fn at_pixel((x, y): (f64, f64)) -> Position {
    (Along::START.by(x), Along::START.by(y))
}

/// Whether two marks are stacked dots of the same row.
fn are_stacked_together(one: &Mark, other: &Mark) -> bool {
    let row = |mark: &Mark| match mark.form {
        Form::Dot {
            at: (_, y),
            is_stacked: true,
            ..
        } => Some(y),
        _ => None,
    };
    row(one).is_some() && row(one) == row(other)
}

/// The parts of a line between a lowest and a highest number of the vertical axis.
fn clipped(line: &[(f64, f64)], (low, high): (f64, f64)) -> Vec<Vec<(f64, f64)>> {
    let holds = |(_, y): (f64, f64)| low <= y && y <= high;
    // The point where the line from a point inside to one outside crosses the bound.
    let edge = |inside: (f64, f64), outside: (f64, f64)| {
        let bound = if outside.1 > high { high } else { low };
        let part = (bound - inside.1) / (outside.1 - inside.1);
        (inside.0 + part * (outside.0 - inside.0), bound)
    };
    let mut parts: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut last: Option<(f64, f64)> = None;
    for &point in line {
        let before = last.map(|before| (before, holds(before)));
        match (before, holds(point)) {
            (None, true) => parts.push(vec![point]),
            (Some((before, false)), true) => parts.push(vec![edge(point, before), point]),
            (Some((_, true)), true) => parts.last_mut().into_iter().for_each(|part| {
                part.push(point);
            }),
            (Some((before, true)), false) => parts.last_mut().into_iter().for_each(|part| {
                part.push(edge(before, point));
            }),
            _ => {}
        }
        last = Some(point);
    }
    parts
}

/// A line in pixels, with heights clamped to a range.
fn clamped(line: impl Iterator<Item = (f64, f64)>, (top, bottom): (f64, f64)) -> Vec<(f64, f64)> {
    let mut clamped = Vec::new();
    let mut last: Option<(f64, f64)> = None;
    for (x, y) in line {
        if let Some(before) = last {
            // The points where this segment crosses a height, in the direction of the line.
            let mut crossed = [top, bottom].map(|height| (height - before.1) / (y - before.1));
            crossed.sort_by(f64::total_cmp);
            for part in crossed.into_iter().filter(|part| 0.0 < *part && *part < 1.0) {
                let crossing = before.1 + part * (y - before.1);
                clamped.push((before.0 + part * (x - before.0), crossing));
            }
        }
        clamped.push((x, y.max(top).min(bottom)));
        last = Some((x, y));
    }
    clamped
}

/// How a text is written. Its size is in pixels.
#[derive(Debug, Clone, Copy)]
struct Font {
    size: f64,
    bold: bool,
    ink: Ink,
    anchor: Anchor,
}

fn color(ink: Ink) -> RGBColor {
    let (red, green, blue) = ink.parts();
    RGBColor(red, green, blue)
}

fn style(ink: Ink, width: f64) -> ShapeStyle {
    ShapeStyle {
        color: color(ink).to_rgba(),
        filled: true,
        stroke_width: units(width) as u32,
    }
}

fn text_style(font: Font) -> TextStyle<'static> {
    let weight = if font.bold { FontStyle::Bold } else { FontStyle::Normal };
    let across = match font.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let family = (FontFamily::SansSerif, font.size * SCALE, weight).into_font();
    let mut style = TextStyle::from(family).pos(Pos::new(across, VPos::Center));
    style.color = color(font.ink).to_backend_color();
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_clipped_where_it_leaves_the_plot() {
        let line = [(0.0, 100.0), (50.0, 0.0), (60.0, -10.0), (80.0, 10.0)];
        assert_eq!(
            clipped(&line, (0.0, 50.0)),
            [
                vec![(25.0, 50.0), (50.0, 0.0), (50.0, 0.0)],
                vec![(70.0, 0.0), (80.0, 10.0)],
            ]
        );
        assert!(clipped(&[(0.0, 60.0), (10.0, 70.0)], (0.0, 50.0)).is_empty());
    }

    #[test]
    fn the_edge_of_an_area_is_clamped_to_the_plot() {
        let line = [(0.0, 100.0), (50.0, 0.0), (60.0, -10.0), (80.0, 70.0)];
        let edge = [
            (0.0, 50.0),
            (25.0, 50.0),
            (50.0, 0.0),
            (60.0, 0.0),
            (62.5, 0.0),
            (75.0, 50.0),
            (80.0, 50.0),
        ];
        assert_eq!(clamped(line.into_iter(), (0.0, 50.0)), edge);
    }
}
