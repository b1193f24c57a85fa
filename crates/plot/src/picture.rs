//! A drawn chart as a list of typed marks.

use std::rc::Rc;

use super::ink::Ink;

/// Which point of a text its position is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A shape in pixels, from the picture's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// Where it starts.
        from: (f64, f64),
        /// Where it ends.
        to: (f64, f64),
        /// How wide it is.
        width: f64,
    },
    /// A line through three points or more.
    Path {
        /// Its points in order.
        points: Vec<(f64, f64)>,
        /// How wide it is.
        width: f64,
    },
    /// A filled area.
    Area {
        /// Its corners in order.
        corners: Vec<(f64, f64)>,
    },
    /// A filled circle.
    Circle {
        /// Its centre.
        centre: (f64, f64),
        /// Its radius.
        radius: f64,
    },
    /// A line of text.
    Text {
        /// The position of its anchor, on the base line.
        at: (f64, f64),
        /// The height of its letters' line.
        size: f64,
        /// Which point of it is at the position.
        anchor: Anchor,
        /// Whether it is bold.
        bold: bool,
        /// What it says.
        text: String,
    },
}

/// What a mark stands for: shown on hover and read out by screen readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// A word that no other subject of the picture has.
    pub id: String,
    /// Its name and figures in words.
    pub words: String,
}

impl Subject {
    /// A subject.
    #[must_use]
    pub fn new(id: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            words: words.into(),
        }
    }
}

/// A shape with its ink and what it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnMark {
    /// The shape.
    pub shape: Shape,
    /// What it is drawn with.
    pub ink: Ink,
    /// What it stands for; nothing for grids and labels.
    pub about: Option<Rc<Subject>>,
}

/// A drawn chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Its title: the finding.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// Its marks, the lowest first.
    pub marks: Vec<DrawnMark>,
}
