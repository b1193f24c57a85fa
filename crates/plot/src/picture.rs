//! A drawn chart: a list of typed marks.

use std::rc::Rc;

use super::ink::Ink;

/// The point of a text at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The start.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// A shape, in pixels from the picture's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// The start.
        from: (f64, f64),
        /// The end.
        to: (f64, f64),
        /// The line width.
        width: f64,
    },
    /// A line through three points or more.
    Path {
        /// The points in order.
        points: Vec<(f64, f64)>,
        /// The line width.
        width: f64,
    },
    /// A filled area.
    Area {
        /// The corners in order.
        corners: Vec<(f64, f64)>,
    },
    /// A filled circle.
    Circle {
        /// The centre.
        centre: (f64, f64),
        /// The radius.
        radius: f64,
    },
    /// A line of text.
    Text {
        /// The position of its anchor, on the base line.
        at: (f64, f64),
        /// The font size.
        size: f64,
        /// The point of the text at the position.
        anchor: Anchor,
        /// Whether it is bold.
        bold: bool,
        /// The text.
        text: String,
    },
}

/// What a mark represents: shown on hover and read out by screen readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// An identifier that is unique in the picture.
    pub id: String,
    /// The name and figures in words.
    pub words: String,
}

impl Subject {
    /// Creates a subject.
    #[must_use]
    pub fn new(id: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            words: words.into(),
        }
    }
}

/// A shape with its ink and subject.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnMark {
    /// The shape.
    pub shape: Shape,
    /// The ink.
    pub ink: Ink,
    /// The subject; `None` for grids and labels.
    pub about: Option<Rc<Subject>>,
}

/// A drawn chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// The title: the finding.
    pub title: String,
    /// A description for people who cannot see the chart.
    pub description: String,
    /// The marks, in drawing order.
    pub marks: Vec<DrawnMark>,
}
