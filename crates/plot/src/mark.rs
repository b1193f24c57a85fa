//! The marks of a plot, each with its channels: where it is, its ink, what it says, what it stands for.

use std::rc::Rc;

use super::along::Along;
use super::ink::Ink;
use super::picture::{Anchor, Subject};
use super::text;
use super::width::{Both, Width};

/// A position in a plot: along its horizontal axis and along its upright one.
pub(super) type Position = (Along, Along);

/// A mark before it has its position in a picture. Without another position upwards it is in the row to which it is added.
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
    /// A line through points in the numbers of both axes, drawn as far as it is within the plot.
    Path {
        points: Vec<(f64, f64)>,
        width: Both<f64>,
    },
    /// What is between two heights at each of these numbers, as far as it is within the plot.
    Area {
        between: Vec<(f64, [Along; 2])>,
    },
    Dot {
        at: Position,
        radius: Both<f64>,
        /// Whether it makes way for the other dots of its row.
        is_stacked: bool,
    },
    Cross {
        at: Position,
        arm: Both<f64>,
    },
    Text(Box<Words>),
    /// Texts near their positions, none on another.
    Apart {
        texts: Vec<Words>,
        /// From one to the next, in pixels.
        line: f64,
        /// Between these heights.
        within: (Along, Along),
    },
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Words {
    pub(super) text: Both<String>,
    /// What follows it and is not shortened.
    pub(super) suffix: String,
    pub(super) at: Position,
    /// The size of its letters; that of the plot's where it has none.
    pub(super) size: Option<Both<f64>>,
    pub(super) bold: bool,
    pub(super) ink: Ink,
    pub(super) anchor: Anchor,
    pub(super) fit: Fit,
    pub(super) margin: Option<Margin>,
    /// What is written after it, so many pixels further in its direction.
    pub(super) then: Option<(f64, Box<Words>)>,
    /// What is drawn instead where there is no room for it.
    pub(super) instead: Vec<Words>,
    /// In a column of texts: where a thin line comes from that leads to it.
    pub(super) led_from: Option<(Position, Ink)>,
    /// In a column of texts: whether it keeps its position, and the others move.
    pub(super) is_pinned: bool,
}

/// What is done where there is little room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fit {
    /// It is written as it is.
    Whole,
    /// It is shortened to end here.
    Shortened(Along),
    /// It is written only where it is between these positions.
    Within(Along, Along),
    /// It is written beside a dot of this radius, on the side that is free, shortened to so many pixels; or not at all.
    Free {
        radius: Both<f64>,
        longest: Both<f64>,
    },
}

/// The room that a text in the margin asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Margin {
    /// Between it and the plot.
    pub(super) gap: f64,
    /// What it asks for at most.
    pub(super) most: f64,
}

impl Mark {
    const fn new(form: Form, ink: Ink) -> Self {
        Self {
            form,
            ink,
            about: None,
        }
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

    /// An upright line through the whole plot.
    #[must_use]
    pub fn upright(at: impl Into<Along>) -> Self {
        let at = at.into();
        Self::line((at, Along::FROM), (at, Along::TO))
    }

    /// A level line through the whole plot.
    #[must_use]
    pub fn level(at: impl Into<Along>) -> Self {
        let at = at.into();
        Self::line((Along::FROM, at), (Along::TO, at))
    }

    /// A short upright line across its row: so many pixels up and down.
    #[must_use]
    pub fn tick(at: impl Into<Along>, half: f64) -> Self {
        let at = at.into();
        Self::line((at, Along::OWN.by(-half)), (at, Along::OWN.by(half)))
    }

    /// A line through points in the numbers of both axes, as far as it is within the plot.
    #[must_use]
    pub fn path(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let (points, width) = (points.into_iter().collect(), 1.0.into());
        Self::new(Form::Path { points, width }, Ink::WORDS)
    }

    /// A filled area: at each of these numbers of the horizontal axis between two heights, as far as it is within the plot.
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

    /// Two lines that cross.
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

    /// The name of a row, at the left; above its marks where these have all the width.
    #[must_use]
    pub fn name(name: impl Into<Both<String>>) -> Self {
        Self::text(name, Along::START).y(Along::OWN_WORDS)
    }

    /// What is said of a row at the right; above its marks where these have all the width.
    #[must_use]
    pub fn at_right(words: impl Into<Both<String>>) -> Self {
        let words = Self::text(words, Along::END).y(Along::OWN_WORDS);
        words.ends_here()
    }

    /// A number or a word beside a position, on its left or right by the sign, which asks for the room that it takes where
    /// that position is at the edge of the plot.
    #[must_use]
    pub fn beside(text: impl Into<Both<String>>, at: impl Into<Along>, pixels: f64) -> Self {
        let text = Self::text(text, at.into().by(pixels)).in_margin(2.0);
        if pixels < 0.0 { text.ends_here() } else { text }
    }

    /// Texts in a column, near the heights of their positions but no closer than this to each other, within two heights.
    #[must_use]
    pub fn apart(texts: impl IntoIterator<Item = Self>, line: f64, within: (Along, Along)) -> Self {
        let texts = texts.into_iter().filter_map(Self::into_words).collect();
        let form = Form::Apart {
            texts,
            line,
            within,
        };
        Self::new(form, Ink::WORDS)
    }

    /// At another height than its row's.
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

    /// Drawn with this ink.
    #[must_use]
    pub fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self.of_words(|words| words.ink = ink)
    }

    /// Standing for this.
    #[must_use]
    pub fn about(mut self, subject: impl Into<Rc<Subject>>) -> Self {
        self.about = Some(subject.into());
        self
    }

    /// A line so wide, a dot of so large a radius, letters of this size: in pixels.
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

    /// A dot that makes way for the other dots of its row: those that would meet are stacked around its middle.
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

    /// A text in bold letters.
    #[must_use]
    pub fn bold(self) -> Self {
        self.of_words(|words| words.bold = true)
    }

    /// A text whose middle is at its position.
    #[must_use]
    pub fn centred(self) -> Self {
        self.of_words(|words| words.anchor = Anchor::Middle)
    }

    /// A text that ends at its position.
    #[must_use]
    pub fn ends_here(self) -> Self {
        self.of_words(|words| words.anchor = Anchor::End)
    }

    /// A text in the margin that asks for its width, and so much more.
    #[must_use]
    pub fn in_margin(self, gap: f64) -> Self {
        let most = f64::INFINITY;
        self.of_words(|words| words.margin = Some(Margin { gap, most }))
    }

    /// A text that is shortened to end here.
    #[must_use]
    pub fn shortened_to(self, end: Along) -> Self {
        self.of_words(|words| words.fit = Fit::Shortened(end))
    }

    /// A text that is written only where it is between these positions.
    #[must_use]
    pub fn within(self, from: Along, to: Along) -> Self {
        self.of_words(|words| words.fit = Fit::Within(from, to))
    }

    /// A text beside a dot of this radius at its position, on the side that is free of other marks and texts, shortened to so
    /// many pixels; not written where neither side is free.
    #[must_use]
    pub fn where_free(self, radius: impl Into<Both<f64>>, longest: impl Into<Both<f64>>) -> Self {
        let (radius, longest) = (radius.into(), longest.into());
        self.of_words(|words| words.fit = Fit::Free { radius, longest })
    }

    /// A text with something after it that stays where it is shortened.
    #[must_use]
    pub fn suffix(self, suffix: impl Into<String>) -> Self {
        let suffix = suffix.into();
        self.of_words(|words| words.suffix = suffix)
    }

    /// A text with another after it, or before it where it ends at its position, so many pixels away.
    #[must_use]
    pub fn then(self, pixels: f64, next: Self) -> Self {
        self.of_words(|words| {
            if let Form::Text(next) = next.form {
                words.then = Some((pixels, next));
            }
        })
    }

    /// A text with others that are written instead where there is no room for it.
    #[must_use]
    pub fn or(self, others: impl IntoIterator<Item = Self>) -> Self {
        let others = others.into_iter().filter_map(Self::into_words);
        self.of_words(|words| words.instead.extend(others))
    }

    /// In a column of texts: a thin line leads to it from this position.
    #[must_use]
    pub fn led_from(self, x: impl Into<Along>, y: impl Into<Along>, ink: Ink) -> Self {
        let from = (x.into(), y.into());
        self.of_words(|words| words.led_from = Some((from, ink)))
    }

    /// In a column of texts: it keeps its position, and the others move.
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

    /// Where its ends are, or its middle, in what is measured by axes: a text is beside that.
    pub(super) fn positions(&self) -> impl Iterator<Item = Position> {
        let positions = match self.form {
            Form::Line { from, to, .. } => [Some(from), Some(to)],
            Form::Dot { at, .. } | Form::Cross { at, .. } => [Some(at), None],
            Form::Path { .. } | Form::Area { .. } | Form::Text(_) | Form::Apart { .. } => {
                [None, None]
            }
        };
        positions.into_iter().flatten()
    }

    /// The same in a row: there with its positions, and its subject where it has none of its own. Texts have none.
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
    /// The size of its letters in a picture of this width, those of the plot being so large.
    pub(super) fn letters(&self, width: Width, of_plot: f64) -> f64 {
        self.size.map_or(of_plot, |size| *size.of(width))
    }

    /// How wide it is in a picture of this width, the plot's letters being so large.
    pub(super) fn width(&self, width: Width, letters: f64) -> f64 {
        let size = self.letters(width, letters);
        let text = text::width(self.text.of(width), size, self.bold);
        text + text::width(&self.suffix, size, self.bold)
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
