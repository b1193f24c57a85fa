//! The marks of a plot, with their channels: position, ink, text and subject.

use std::rc::Rc;

use super::along::Along;
use super::ink::Ink;
use super::picture::{Anchor, Subject};
use super::text;
use super::width::{Both, Width};

/// A position in a plot: along its horizontal and its vertical axis.
pub(super) type Position = (Along, Along);

/// A mark before layout. Unless it has a vertical position of its own, it is in the row to which it is added.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub(super) form: Form,
    pub(super) ink: Ink,
    pub(super) about: Option<Rc<Subject>>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Form {
    Line {
        from: Position,
        to: Position,
        width: Both<f64>,
    },
    /// A line through points in the units of both axes, clipped to the plot.
    Path {
        points: Vec<(f64, f64)>,
        width: Both<f64>,
    },
    /// The area between two heights at each of these numbers, clipped to the plot.
    Area {
        between: Vec<(f64, [Along; 2])>,
    },
    Dot {
        at: Position,
        radius: Both<f64>,
        /// Whether it is stacked with the other dots of its row so that none overlap.
        is_stacked: bool,
    },
    Cross {
        at: Position,
        arm: Both<f64>,
    },
    Text(Box<Words>),
    /// Texts near their positions that do not overlap.
    Apart {
        texts: Vec<Words>,
        /// The distance between lines, in pixels.
        line: f64,
        /// Between these heights.
        within: (Along, Along),
    },
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Words {
    pub(super) text: Both<String>,
    /// A suffix that is never shortened.
    pub(super) suffix: String,
    pub(super) at: Position,
    /// The font size; `None` for the plot's.
    pub(super) size: Option<Both<f64>>,
    pub(super) bold: bool,
    pub(super) ink: Ink,
    pub(super) anchor: Anchor,
    pub(super) fit: Fit,
    pub(super) margin: Option<Margin>,
    /// The next text in its direction, and the distance to it in pixels.
    pub(super) then: Option<(f64, Box<Words>)>,
    /// Alternatives if there is no room for it.
    pub(super) instead: Vec<Words>,
    /// In a column of texts: where its leader line starts.
    pub(super) led_from: Option<(Position, Ink)>,
    /// In a column of texts: whether it keeps its position, and the others move.
    pub(super) is_pinned: bool,
}

/// What happens if there is little room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fit {
    /// Drawn in full.
    Whole,
    /// Shortened to end here.
    Shortened(Along),
    /// Drawn only if it fits between these positions.
    Within(Along, Along),
    /// Drawn beside a dot of this radius on a free side, shortened to `longest` pixels; omitted if neither side is
    /// free.
    Free { radius: Both<f64>, longest: Both<f64> },
}

/// The room that a text needs in the margin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Margin {
    /// The gap between it and the plot.
    pub(super) gap: f64,
    /// The most room it takes.
    pub(super) most: f64,
}

impl Mark {
    const fn new(form: Form, ink: Ink) -> Self {
        Self { form, ink, about: None }
    }

    /// A line between two positions of the horizontal axis.
    #[must_use]
    pub fn range(from: impl Into<Along>, to: impl Into<Along>) -> Self {
        Self::line((from.into(), Along::OWN), (to.into(), Along::OWN))
    }

    /// A line between two positions.
    #[must_use]
    pub fn line(from: (Along, Along), to: (Along, Along)) -> Self {
        let width = 1.0.into();
        Self::new(Form::Line { from, to, width }, Ink::GRID)
    }

    /// A vertical line through the whole plot.
    #[must_use]
    pub fn vertical(at: impl Into<Along>) -> Self {
        let at = at.into();
        Self::line((at, Along::FROM), (at, Along::TO))
    }

    /// A horizontal line through the whole plot.
    #[must_use]
    pub fn horizontal(at: impl Into<Along>) -> Self {
        let at = at.into();
        Self::line((Along::FROM, at), (Along::TO, at))
    }

    /// A short vertical line across its row, `half` pixels up and down.
    #[must_use]
    pub fn tick(at: impl Into<Along>, half: f64) -> Self {
        let at = at.into();
        Self::line((at, Along::OWN.by(-half)), (at, Along::OWN.by(half)))
    }

    /// A line through points in the units of both axes, clipped to the plot.
    #[must_use]
    pub fn path(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let (points, width) = (points.into_iter().collect(), 1.0.into());
        Self::new(Form::Path { points, width }, Ink::WORDS)
    }

    /// A filled area between two heights at each of these numbers of the horizontal axis, clipped to the plot.
    #[must_use]
    pub fn area(between: impl IntoIterator<Item = (f64, [Along; 2])>) -> Self {
        let between = between.into_iter().collect();
        Self::new(Form::Area { between }, Ink::SHADE)
    }

    /// A dot.
    #[must_use]
    pub fn dot(at: impl Into<Along>) -> Self {
        let form = Form::Dot {
            at: (at.into(), Along::OWN),
            radius: 4.5.into(),
            is_stacked: false,
        };
        Self::new(form, Ink::WORDS)
    }

    /// A cross of two lines.
    #[must_use]
    pub fn cross(at: impl Into<Along>, arm: impl Into<Both<f64>>) -> Self {
        let (at, arm) = ((at.into(), Along::OWN), arm.into());
        Self::new(Form::Cross { at, arm }, Ink::WORDS)
    }

    /// A text that starts here.
    #[must_use]
    pub fn text(text: impl Into<Both<String>>, at: impl Into<Along>) -> Self {
        Self::words(text.into(), at.into())
    }

    fn words(text: Both<String>, at: Along) -> Self {
        let words = Words {
            text,
            suffix: String::new(),
            at: (at, Along::OWN),
            size: None,
            bold: false,
            ink: Ink::WORDS,
            anchor: Anchor::Start,
            fit: Fit::Whole,
            margin: None,
            then: None,
            instead: Vec::new(),
            led_from: None,
            is_pinned: false,
        };
        Self::new(Form::Text(Box::new(words)), Ink::WORDS)
    }

    /// The name of a row, on the left, or above its marks if they take the full width.
    #[must_use]
    pub fn name(name: impl Into<Both<String>>) -> Self {
        Self::text(name, Along::START).y(Along::OWN_WORDS)
    }

    /// A text on the right of a row, or above its marks if they take the full width.
    #[must_use]
    pub fn at_right(words: impl Into<Both<String>>) -> Self {
        let words = Self::text(words, Along::END).y(Along::OWN_WORDS);
        words.ends_here()
    }

    /// A label `pixels` beside a position: left if negative, right if positive. It reserves margin at the plot's edge.
    #[must_use]
    pub fn beside(text: impl Into<Both<String>>, at: impl Into<Along>, pixels: f64) -> Self {
        let text = Self::text(text, at.into().by(pixels)).in_margin(2.0);
        if pixels < 0.0 { text.ends_here() } else { text }
    }

    /// A column of texts near the heights of their positions, at least `line` pixels apart, within two heights.
    #[must_use]
    pub fn apart(texts: impl IntoIterator<Item = Self>, line: f64, within: (Along, Along)) -> Self {
        let texts = texts.into_iter().filter_map(Self::into_words).collect();
        let form = Form::Apart { texts, line, within };
        Self::new(form, Ink::WORDS)
    }

    /// Sets the vertical position, instead of the row's.
    #[must_use]
    pub fn y(self, y: impl Into<Along>) -> Self {
        self.at_height(y.into())
    }

    fn at_height(mut self, y: Along) -> Self {
        match &mut self.form {
            Form::Line { from, to, .. } => {
                for end in [from, to] {
                    end.1 = y.by(end.1.by);
                }
            }
            Form::Dot { at, .. } | Form::Cross { at, .. } => at.1 = y,
            Form::Text(words) => words.at.1 = y,
            Form::Path { .. } | Form::Area { .. } | Form::Apart { .. } => {}
        }
        self
    }

    /// Sets the ink.
    #[must_use]
    pub fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self.of_words(|words| words.ink = ink)
    }

    /// Sets the subject that the mark represents.
    #[must_use]
    pub fn about(mut self, subject: impl Into<Rc<Subject>>) -> Self {
        self.about = Some(subject.into());
        self
    }

    /// Sets the line width, the radius or the font size, in pixels.
    #[must_use]
    pub fn size(self, pixels: impl Into<Both<f64>>) -> Self {
        self.sized(pixels.into())
    }

    fn sized(mut self, pixels: Both<f64>) -> Self {
        match &mut self.form {
            Form::Line { width, .. } | Form::Path { width, .. } => *width = pixels,
            Form::Dot { radius, .. } => *radius = pixels,
            Form::Cross { arm, .. } => *arm = pixels,
            Form::Text(words) => words.size = Some(pixels),
            Form::Area { .. } | Form::Apart { .. } => {}
        }
        self
    }

    /// Stacks a dot around the middle of its row with the dots that it would overlap.
    #[must_use]
    pub fn stacked(mut self) -> Self {
        if let Form::Dot { is_stacked, .. } = &mut self.form {
            *is_stacked = true;
        }
        self
    }

    fn of_words(mut self, change: impl FnOnce(&mut Words)) -> Self {
        if let Form::Text(words) = &mut self.form {
            change(words);
        }
        self
    }

    /// Makes a text bold.
    #[must_use]
    pub fn bold(self) -> Self {
        self.of_words(|words| words.bold = true)
    }

    /// Centres a text on its position.
    #[must_use]
    pub fn centred(self) -> Self {
        self.of_words(|words| words.anchor = Anchor::Middle)
    }

    /// Ends a text at its position.
    #[must_use]
    pub fn ends_here(self) -> Self {
        self.of_words(|words| words.anchor = Anchor::End)
    }

    /// Puts a text in the margin, which reserves its width plus `gap`.
    #[must_use]
    pub fn in_margin(self, gap: f64) -> Self {
        let most = f64::INFINITY;
        self.of_words(|words| words.margin = Some(Margin { gap, most }))
    }

    /// Shortens a text to end here.
    #[must_use]
    pub fn shortened_to(self, end: Along) -> Self {
        self.of_words(|words| words.fit = Fit::Shortened(end))
    }

    /// Draws a text only if it fits between these positions.
    #[must_use]
    pub fn within(self, from: Along, to: Along) -> Self {
        self.of_words(|words| words.fit = Fit::Within(from, to))
    }

    /// Puts a text beside a dot of this radius, on a side free of other marks and texts, shortened to `longest` pixels.
    /// It is omitted if neither side is free.
    #[must_use]
    pub fn where_free(self, radius: impl Into<Both<f64>>, longest: impl Into<Both<f64>>) -> Self {
        let (radius, longest) = (radius.into(), longest.into());
        self.of_words(|words| words.fit = Fit::Free { radius, longest })
    }

    /// Adds a suffix to a text that is kept if the text is shortened.
    #[must_use]
    pub fn suffix(self, suffix: impl Into<String>) -> Self {
        let suffix = suffix.into();
        self.of_words(|words| words.suffix = suffix)
    }

    /// Adds another text after this one, or before it if it ends at its position, `pixels` away.
    #[must_use]
    pub fn then(self, pixels: f64, next: Self) -> Self {
        self.of_words(|words| {
            if let Form::Text(next) = next.form {
                words.then = Some((pixels, next));
            }
        })
    }

    /// Adds alternatives that are drawn if there is no room for the text.
    #[must_use]
    pub fn or(self, others: impl IntoIterator<Item = Self>) -> Self {
        let others = others.into_iter().filter_map(Self::into_words);
        self.of_words(|words| words.instead.extend(others))
    }

    /// In a column of texts: adds a leader line from this position.
    #[must_use]
    pub fn led_from(self, x: impl Into<Along>, y: impl Into<Along>, ink: Ink) -> Self {
        let from = (x.into(), y.into());
        self.of_words(|words| words.led_from = Some((from, ink)))
    }

    /// In a column of texts: keeps its position while the others move.
    #[must_use]
    pub fn pinned(self) -> Self {
        self.of_words(|words| words.is_pinned = true)
    }

    fn into_words(self) -> Option<Words> {
        match self.form {
            Form::Text(words) => Some(*words),
            _ => None,
        }
    }

    /// Its ends or its middle, which axes are scaled to. Texts have none.
    pub(super) fn positions(&self) -> impl Iterator<Item = Position> {
        let positions = match self.form {
            Form::Line { from, to, .. } => [Some(from), Some(to)],
            Form::Dot { at, .. } | Form::Cross { at, .. } => [Some(at), None],
            Form::Path { .. } | Form::Area { .. } | Form::Text(_) | Form::Apart { .. } => [None, None],
        };
        positions.into_iter().flatten()
    }

    /// The mark with its numbers along the horizontal axis replaced by their places on another scale.
    pub(super) fn over(mut self, place: &dyn Fn(f64) -> f64) -> Self {
        match &mut self.form {
            Form::Line { from, to, .. } => {
                for end in [from, to] {
                    end.0 = end.0.on(place);
                }
            }
            Form::Dot { at, .. } | Form::Cross { at, .. } => at.0 = at.0.on(place),
            Form::Text(words) => words.over(place),
            Form::Path { .. } | Form::Area { .. } | Form::Apart { .. } => {}
        }
        self
    }

    /// The mark in a row, with the row's subject if it has none of its own. Texts have no subject.
    pub(super) fn in_row(mut self, row: usize, subject: Option<&Rc<Subject>>) -> Self {
        match &mut self.form {
            Form::Line { from, to, .. } => {
                for position in [from, to] {
                    position.1 = position.1.in_row(row);
                }
            }
            Form::Dot { at, .. } | Form::Cross { at, .. } => at.1 = at.1.in_row(row),
            Form::Text(words) => {
                words.go_to(row);
                return self;
            }
            Form::Path { .. } | Form::Area { .. } | Form::Apart { .. } => {}
        }
        self.about = self.about.or_else(|| subject.cloned());
        self
    }
}

impl Words {
    /// Its font size in a picture of this width; `of_plot` is the plot's.
    pub(super) fn letters(&self, width: Width, of_plot: f64) -> f64 {
        self.size.map_or(of_plot, |size| *size.of(width))
    }

    /// Its width in a picture of this width; `letters` is the plot's font size.
    pub(super) fn width(&self, width: Width, letters: f64) -> f64 {
        let size = self.letters(width, letters);
        let text = text::width(self.text.of(width), size, self.bold);
        text + text::width(&self.suffix, size, self.bold)
    }

    /// Replaces its numbers along the horizontal axis with their places on another scale.
    fn over(&mut self, place: &dyn Fn(f64) -> f64) {
        self.at.0 = self.at.0.on(place);
        match &mut self.fit {
            Fit::Shortened(end) => *end = end.on(place),
            Fit::Within(from, to) => {
                for end in [from, to] {
                    *end = end.on(place);
                }
            }
            Fit::Whole | Fit::Free { .. } => {}
        }
        for other in &mut self.instead {
            other.over(place);
        }
    }

    fn go_to(&mut self, row: usize) {
        self.at.1 = self.at.1.in_row(row);
        if let Some((_, next)) = &mut self.then {
            next.go_to(row);
        }
        for other in &mut self.instead {
            other.go_to(row);
        }
    }
}
