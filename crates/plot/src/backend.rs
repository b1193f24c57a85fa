//! A plotters backend that yields typed marks.
//!
//! plotters uses integers, so everything is drawn at a hundred times its size. Its styles only have a colour, so a
//! mark's [`Ink`] is set on the sheet while its elements are drawn.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::ink::Ink;
use super::picture::{Anchor, DrawnMark, Shape, Subject};
use super::text;

/// Backend units per pixel.
pub(super) const SCALE: f64 = 100.0;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The marks drawn so far, and the ink and subject of the next ones.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) marks: Vec<DrawnMark>,
    pub(super) ink: Ink,
    pub(super) about: Option<Rc<Subject>>,
}

/// The backend: writes onto a shared sheet.
#[derive(Debug)]
pub(super) struct MarkBackend {
    pub(super) sheet: Rc<RefCell<Sheet>>,
    pub(super) size: (u32, u32),
}

impl MarkBackend {
    fn put(&self, shape: Shape) {
        let mut sheet = self.sheet.borrow_mut();
        let (ink, about) = (sheet.ink, sheet.about.clone());
        sheet.marks.push(DrawnMark { shape, ink, about });
    }
}

fn pixels(unit: i32) -> f64 {
    f64::from(unit) / SCALE
}

fn point((x, y): BackendCoord) -> (f64, f64) {
    (pixels(x), pixels(y))
}

impl DrawingBackend for MarkBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// No chart draws single pixels.
    fn draw_pixel(&mut self, _point: BackendCoord, _color: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        let shape = Shape::Line {
            from: point(from),
            to: point(to),
            width: f64::from(style.stroke_width()) / SCALE,
        };
        self.put(shape);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        if let &[from, to] = points.as_slice() {
            return self.draw_line(from, to, style);
        }
        let shape = Shape::Path {
            points: points.into_iter().map(point).collect(),
            width: f64::from(style.stroke_width()) / SCALE,
        };
        self.put(shape);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, _style: &S) -> Drawn {
        let corners = corners.into_iter().map(point).collect();
        self.put(Shape::Area { corners });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, _style: &S, _fill: bool) -> Drawn {
        let shape = Shape::Circle {
            centre: point(center),
            radius: f64::from(radius) / SCALE,
        };
        self.put(shape);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let size = style.size() / SCALE;
        let (x, y) = point(at);
        // The baseline for text with its top, middle or bottom at the position.
        let drop = match style.anchor().v_pos {
            VPos::Top => 0.8,
            VPos::Center => 0.35,
            VPos::Bottom => -0.2,
        };
        let shape = Shape::Text {
            at: (x, ((y + drop * size) * SCALE).round() / SCALE),
            size,
            anchor: match style.anchor().h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            bold: matches!(style.style(), FontStyle::Bold),
            text: text.to_owned(),
        };
        self.put(shape);
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let width = text::width(text, style.size(), bold);
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}
