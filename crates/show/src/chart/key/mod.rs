//! The key of a chart: what its marks and inks mean, as data, for the page and for pictures alike.

pub(crate) mod words;

use std::borrow::Cow;

use plot::{DrawnMark, Ink, Shape};

/// How a mark looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sign {
    /// A dot or a ring with this radius, in pixels.
    Dot(f64),
    /// A line across with this width.
    Line(f64),
    /// A vertical line with this width.
    Tick(f64),
    /// A line with a head.
    Arrow,
    /// A cross.
    Cross,
    /// A shaded area.
    Area,
}

/// An entry of a key.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyItem {
    sign: Sign,
    ink: Ink,
    /// What the mark means.
    pub words: Cow<'static, str>,
}

impl KeyItem {
    /// The room that a sign takes, in pixels.
    pub const SIGN: (f64, f64) = (22.0, 14.0);

    /// What a sign in an ink means.
    pub fn new(sign: Sign, ink: Ink, words: impl Into<Cow<'static, str>>) -> Self {
        let words = words.into();
        Self { sign, ink, words }
    }

    /// The sign as marks, with its upper left corner here.
    ///
    /// ```
    /// use plot::Ink;
    /// use show::chart::{KeyItem, Sign};
    /// let item = KeyItem::new(Sign::Arrow, Ink::WORDS, "From one year to the next");
    /// assert_eq!(item.marks((0.0, 0.0)).len(), 3);
    /// ```
    #[must_use]
    pub fn marks(&self, (left, top): (f64, f64)) -> Vec<DrawnMark> {
        let (width, height) = Self::SIGN;
        let (right, bottom) = (left + width, top + height);
        let (x, y) = (left + width / 2.0, top + height / 2.0);
        let line = |from, to, width| Shape::Line { from, to, width };
        let shapes = match self.sign {
            Sign::Dot(radius) => vec![Shape::Circle { centre: (x, y), radius }],
            Sign::Line(thick) => vec![line((left, y), (right, y), thick)],
            Sign::Tick(thick) => vec![line((x, top), (x, bottom), thick)],
            Sign::Arrow => {
                let barb = |up: f64| line((right - 7.0, y + up), (right, y), 2.0);
                vec![line((left, y), (right, y), 2.0), barb(-4.0), barb(4.0)]
            }
            Sign::Cross => {
                let arm = |down: f64| line((x - 4.0, y - down), (x + 4.0, y + down), 2.0);
                vec![arm(4.0), arm(-4.0)]
            }
            Sign::Area => vec![Shape::Area {
                corners: vec![(left, top), (right, top), (right, bottom), (left, bottom)],
            }],
        };
        let shapes = shapes.into_iter();
        let mark = |shape| DrawnMark {
            shape,
            ink: self.ink,
            about: None,
        };
        shapes.map(mark).collect()
    }
}
