//! The layout: collects the room that marks need, then converts every position to pixels.

use std::rc::Rc;

use super::along::{Along, At};
use super::axis::{self, Axis, Coord, Labels, Scale};
use super::draw::Drawing;
use super::ink::Ink;
use super::mark::{Fit, Form, Margin, Mark, Words};
use super::picture::{Picture, Subject};
use super::text;
use super::width::{Both, Width};

/// The height of an axis's numbers above rows, and the room below them.
const AXIS_ABOVE: f64 = 28.0;
const AXIS_ROOM: f64 = 8.0;

/// The middle height of the axis's numbers above rows.
const NUMBERS_ABOVE: f64 = 20.4;

/// The middle height of its numbers, and of its names, below a plane.
const NUMBERS_BELOW: f64 = 12.0;
const NAMES_BELOW: f64 = 13.0;

/// The most numbers along a vertical axis, and along a horizontal axis of a narrow and a wide picture.
const NUMBERS_UPWARDS: usize = 7;
const NUMBERS_ACROSS: [usize; 2] = [5, 7];

/// The heights of a facet's heading and rows, the indent of row names, their font size, and the gap after them.
const FACET_HEADING: f64 = 24.0;
const FACET_ROW: f64 = 17.0;
const FACET_INDENT: f64 = 8.0;
const FACET_LETTERS: [f64; 2] = [11.5, 13.0];
const AFTER_FACET_NAME: f64 = 10.0;

/// The heights of the words of a row that are above its marks, and of the numbers of rows over an axis of their own.
const ROW_WORDS: f64 = 20.0;
const ROW_NUMBERS: f64 = 18.0;

/// Room below rows.
const BELOW_ROWS: f64 = 4.0;

/// The gaps between the numbers of a vertical axis and the plot, and left of the numbers.
const AFTER_NUMBERS: f64 = 6.0;
const BEFORE_NUMBERS: f64 = 10.0;

/// Room beside the plot for names above its marks.
const BESIDE_MARKS: f64 = 20.0;

/// How much wider than its reserved room a name may be before it is shortened.
const MORE_FOR_NAME: f64 = 2.0;

/// The least gap after a shortened row name.
const AFTER_NAME: f64 = 12.0;

/// The layout of named rows. Lengths are in pixels, for narrow and wide pictures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rows {
    /// The height of a row.
    pub height: [f64; 2],
    /// The font size of names and words.
    pub letters: [f64; 2],
    /// The least room for names.
    pub least_names: [f64; 2],
    /// The most room for names.
    pub most_names: [f64; 2],
    /// The gap between the names and the plot.
    pub after: f64,
    /// The least margin right of the plot.
    pub right: [f64; 2],
    /// The least room for marks on both sides of the plot.
    pub beside: [f64; 2],
    /// Whether names and words in a narrow picture are above their row's marks, which take the full width.
    pub words_above: bool,
}

impl Default for Rows {
    fn default() -> Self {
        Self {
            height: [26.0; 2],
            letters: [12.0, 14.0],
            least_names: [0.0; 2],
            most_names: [f64::INFINITY; 2],
            after: 14.0,
            right: [12.0; 2],
            beside: [0.0; 2],
            words_above: false,
        }
    }
}

/// A plot: two axes and marks.
pub struct Plot {
    width: Width,
    x: Axis,
    y: Axis,
    kind: Kind,
    letters: f64,
    /// The number of rows.
    count: usize,
    marks: Vec<Mark>,
    /// The height of the facets below a plane.
    facets: f64,
    /// Extra room beside the plot.
    more: Rooms,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Rows(Rows),
    Plane { height: f64, top: f64, bottom: f64 },
}

/// The layout of a plot in pixels, for the marks added so far.
#[derive(Clone)]
pub struct Frame {
    pub(super) x: Coord,
    pub(super) y: Coord,
    pub(super) width: Width,
    pub(super) height: f64,
    pub(super) letters: f64,
}

impl Frame {
    /// The horizontal pixel of a position.
    #[must_use]
    pub fn x(&self, along: impl Into<Along>) -> f64 {
        self.x.pixel(along.into())
    }

    /// The vertical pixel of a position.
    #[must_use]
    pub fn y(&self, along: impl Into<Along>) -> f64 {
        self.y.pixel(along.into())
    }

    /// The width of a band of the horizontal axis, or the distance between consecutive numbers.
    #[must_use]
    pub fn step(&self) -> f64 {
        self.x.step()
    }
}

impl Plot {
    /// A plot of rows below a horizontal axis.
    #[must_use]
    pub fn rows(width: Width, x: Axis, rows: Rows) -> Self {
        Self {
            width,
            x,
            y: Axis::bands(0),
            letters: width.of(rows.letters),
            kind: Kind::Rows(rows),
            count: 0,
            marks: Vec::new(),
            facets: 0.0,
            more: Rooms::NONE,
        }
    }

    /// A plot of two axes, with the picture's height for narrow and wide pictures, and the room above and below.
    #[must_use]
    pub fn plane(width: Width, [x, y]: [Axis; 2], height: impl Into<Both<f64>>, [top, bottom]: [f64; 2]) -> Self {
        Self {
            width,
            x,
            y,
            kind: Kind::Plane {
                height: *height.into().of(width),
                top,
                bottom,
            },
            letters: axis::LETTERS,
            count: 0,
            marks: Vec::new(),
            facets: 0.0,
            more: Rooms::NONE,
        }
    }

    /// Adds a mark, drawn over the existing ones.
    pub fn mark(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    /// Adds marks, drawn over the existing ones.
    pub fn marks(&mut self, marks: impl IntoIterator<Item = Mark>) {
        self.marks.extend(marks);
    }

    /// Adds a row with its marks below the existing rows. The marks represent the subject, except texts and marks with
    /// a subject of their own.
    pub fn row(&mut self, about: Option<Subject>, marks: impl IntoIterator<Item = Mark>) {
        self.add_row(about, marks.into_iter().collect());
    }

    fn add_row(&mut self, about: Option<Subject>, marks: Vec<Mark>) {
        let (row, about) = (self.count, about.map(Rc::new));
        self.count += 1;
        self.y = Axis::bands(self.count);
        let start = self.marks.len();
        for mark in marks {
            self.marks.push(mark.in_row(row, about.as_ref()));
        }
        self.make_room_for_names(start);
    }

    /// Adds rows over a horizontal axis of their own, with its numbers at the top of the first of them, below its words
    /// in a narrow picture. The plot's own axis must go from 0 to 1. The marks have subjects of their own.
    pub fn rows_over(&mut self, x: &Axis, rows: Vec<Vec<Mark>>) {
        let Kind::Rows(Rows { height, .. }) = self.kind else {
            return;
        };
        let scale = x.scale(&rows.concat(), |(x, _)| x);
        let (from, to) = scale.ends();
        let place = move |number: f64| (number - from) / (to - from);
        let half = self.width.of(height) / 2.0;
        let middle = |row: usize| Along::at(At::Middle(row));
        let top = middle(self.count).by(-half);
        let floor = middle((self.count + rows.len()).saturating_sub(1)).by(half - BELOW_ROWS);
        let numbers = if self.has_words_above() {
            ROW_WORDS + ROW_NUMBERS
        } else {
            ROW_NUMBERS
        };
        let [narrow, wide] = NUMBERS_ACROSS;
        for (number, text) in x.round_numbers(&scale, self.width.either(narrow, wide), None) {
            let at = Along::number(place(number));
            let label = Mark::text(text, at).y(top.by(numbers - ROW_NUMBERS / 2.0)).centred();
            self.mark(Mark::line((at, top.by(numbers)), (at, floor)));
            self.mark(label.ink(Ink::QUIET).size(axis::LETTERS));
        }
        for marks in rows {
            let marks = marks.into_iter().map(|mark| mark.over(&place));
            self.row(None, marks);
        }
    }

    /// Reserves room for a row's name and shortens it to end before the plot or, above the marks, before the words on
    /// the right.
    fn make_room_for_names(&mut self, start: usize) {
        let Kind::Rows(rows) = self.kind else { return };
        let has_words_above = self.has_words_above();
        let most = self.width.of(rows.most_names);
        let own = self.marks.get_mut(start..).unwrap_or_default();
        let at_right = own.iter().find_map(|mark| match &mark.form {
            Form::Text(words) if words.at.0.at == At::End => Some(words.width(self.width, self.letters) + AFTER_NAME),
            _ => None,
        });
        for mark in own {
            let Form::Text(words) = &mut mark.form else {
                continue;
            };
            if words.at.0 != Along::START || !matches!(words.at.1.at, At::Words(_)) {
                continue;
            }
            let gap = rows.after;
            words.margin = Some(Margin { gap, most });
            words.fit = if has_words_above {
                Fit::Shortened(Along::END.by(-at_right.unwrap_or_default()))
            } else if most.is_finite() {
                Fit::Shortened(Along::START.by(most + MORE_FOR_NAME))
            } else {
                Fit::Whole
            };
        }
    }

    /// Room on both sides of marks that are below their words: at least [`BESIDE_MARKS`], or more if the rows need it.
    fn beside_marks(&self) -> (f64, f64) {
        let needed = match self.kind {
            Kind::Rows(rows) => self.width.of(rows.beside),
            Kind::Plane { .. } => 0.0,
        };
        let beside = BESIDE_MARKS.max(needed);
        (beside, beside)
    }

    /// Whether names and words are above their row's marks.
    fn has_words_above(&self) -> bool {
        let is_asked = matches!(self.kind, Kind::Rows(rows) if rows.words_above);
        is_asked && self.width.either(true, false)
    }

    /// Adds a facet below the existing ones: a small plot over the same horizontal axis, with a heading and a
    /// horizontal line for each name. Returns the heights of the lines, for marks in the facet.
    pub fn facet(&mut self, heading: &str, names: impl IntoIterator<Item = Both<String>>) -> Vec<Along> {
        let names = names.into_iter().collect();
        self.add_facet(heading, names)
    }

    fn add_facet(&mut self, heading: &str, names: Vec<Both<String>>) -> Vec<Along> {
        let text = |words: Both<String>, x: f64, y: Along| {
            let text = Mark::text(words, Along::START.by(x)).y(y);
            text.size(FACET_LETTERS).in_margin(AFTER_FACET_NAME)
        };
        let top = Along::TO.by(self.facets);
        let heading = text(heading.into(), 0.0, top.by(FACET_HEADING / 2.0 + 2.0));
        self.marks.push(heading.bold());
        let mut y = top.by(FACET_HEADING + FACET_ROW / 2.0);
        let mut lines = Vec::new();
        for name in names {
            self.marks.push(text(name, FACET_INDENT, y));
            self.marks.push(Mark::horizontal(y));
            lines.push(y);
            y = y.by(FACET_ROW);
        }
        self.facets += FACET_HEADING + lines.len() as f64 * FACET_ROW;
        lines
    }

    /// Adds a line between the existing rows and those added next.
    pub fn line_between(&mut self) {
        let Kind::Rows(rows) = self.kind else { return };
        let middle = Along::at(At::Middle(self.count));
        let y = middle.by(-self.width.of(rows.height) / 2.0);
        self.mark(Mark::line((Along::START, y), (Along::END, y)));
    }

    /// Adds a heading for the words on the right of the rows, unless they are above the marks.
    pub fn head(&mut self, head: &str) {
        if self.has_words_above() {
            return;
        }
        let head = Mark::at_right(head).y(Along::START.by(NUMBERS_ABOVE));
        self.mark(head.ink(Ink::QUIET).size(axis::LETTERS));
    }

    /// Adds room on the left of the plot.
    pub fn ask_left(&mut self, pixels: f64) {
        self.more.left += pixels;
    }

    /// Sets the least room on the right of the plot.
    pub fn ask_right(&mut self, pixels: impl Into<Both<f64>>) {
        self.more.right = *pixels.into().of(self.width);
    }

    /// The layout of the marks added so far.
    #[must_use]
    pub fn frame(&self) -> Frame {
        let width = self.width.pixels();
        let has_words_above = self.has_words_above();
        let across = self.x.scale(&self.marks, |(x, _)| x);
        let upwards = self.y.scale(&self.marks, |(_, y)| y);
        let (left, right) = if has_words_above {
            self.beside_marks()
        } else {
            self.rooms(&upwards)
        };
        let (height, top, bottom) = match self.kind {
            Kind::Rows(rows) => {
                let top = AXIS_ABOVE + AXIS_ROOM;
                let height = top + self.count as f64 * self.width.of(rows.height) + BELOW_ROWS;
                (height, top, BELOW_ROWS)
            }
            Kind::Plane { height, top, bottom } => {
                let whole = (height + self.facets).ceil();
                (whole, top, bottom + whole - height)
            }
        };
        let floor = (height - bottom).max(0.0);
        let ends = match self.kind {
            // Rows go downwards, numbers upwards.
            Kind::Rows(_) => (top, floor),
            Kind::Plane { .. } => (floor, top),
        };
        let end = left + (width - left - right).max(0.0);
        let y = self.y.laid_out(upwards, ends, height);
        Frame {
            x: self.x.laid_out(across, (left, end), width),
            y: if has_words_above { y.with_words_above() } else { y },
            width: self.width,
            height,
            letters: self.letters,
        }
    }

    /// The room that the marks and the vertical axis need on the left and on the right.
    fn rooms(&self, upwards: &Scale) -> (f64, f64) {
        let mut rooms = Rooms {
            right: self.more.right,
            ..Rooms::NONE
        };
        for (_, label) in self.y.round_numbers(upwards, NUMBERS_UPWARDS, None) {
            let width = text::width(&label, axis::LETTERS, false);
            rooms.left = rooms.left.max(width.ceil() + BEFORE_NUMBERS);
        }
        if let Kind::Rows(rows) = self.kind {
            rooms.left = self.width.of(rows.least_names) + rows.after;
            rooms.right = rooms.right.max(self.width.of(rows.right));
            rooms.beside = self.width.of(rows.beside);
        }
        for mark in &self.marks {
            match &mark.form {
                Form::Text(words) => rooms.ask(words, self.width, self.letters),
                Form::Apart { texts, .. } => {
                    for words in texts {
                        rooms.ask(words, self.width, self.letters);
                    }
                }
                _ => {}
            }
        }
        let left = rooms.left + rooms.beside + self.more.left;
        (left, rooms.right.max(rooms.beside))
    }

    /// Draws the plot: the axes, then the marks in the order in which they were added.
    #[must_use]
    pub fn draw(&self, title: impl Into<String>, description: impl Into<String>) -> Picture {
        let frame = self.frame();
        let axes = self.axes(&frame);
        let mut drawing = Drawing::new(frame);
        drawing.draw_axes(&axes);
        drawing.draw(&self.marks);
        drawing.finish(title.into(), description.into())
    }

    /// The grid lines, then the numbers and names of the axes.
    fn axes(&self, frame: &Frame) -> Vec<Mark> {
        let label = |text: String, x: Along, y: Along| {
            let text = Mark::text(text, x).y(y).ink(Ink::QUIET);
            text.size(axis::LETTERS)
        };
        let (mut lines, mut labels) = (Vec::new(), Vec::new());
        let [narrow, wide] = NUMBERS_ACROSS;
        let most = self.width.either(narrow, wide);
        // Above rows, below a plane.
        let (top, middle) = match self.kind {
            Kind::Rows(_) => (Along::FROM.by(-AXIS_ROOM), Along::START.by(NUMBERS_ABOVE)),
            Kind::Plane { .. } => (Along::FROM, Along::TO.by(NUMBERS_BELOW)),
        };
        let across = &frame.x;
        for (number, text) in self.x.round_numbers(&across.scale, most, Some(across)) {
            let x = Along::number(number);
            lines.push(Mark::line((x, Along::TO), (x, top)));
            let label = label(text, x, middle).centred();
            labels.push(label.within(Along::START, Along::END));
        }
        let upwards = &frame.y.scale;
        for (number, text) in self.y.round_numbers(upwards, NUMBERS_UPWARDS, None) {
            let y = Along::number(number);
            lines.push(Mark::horizontal(y));
            labels.push(label(text, Along::FROM.by(-AFTER_NUMBERS), y).ends_here());
        }
        labels.extend(self.names_below(frame));
        lines.extend(labels);
        lines
    }

    /// The names of a horizontal axis: abbreviated if the full ones do not fit, and as many as there is room for,
    /// counted from the last.
    fn names_below(&self, frame: &Frame) -> Vec<Mark> {
        let Labels::Names(names) = &self.x.labels else {
            return Vec::new();
        };
        let size = self.width.either(10.5, axis::LETTERS);
        let (mut long, mut short) = (0.0_f64, 0.0_f64);
        for [name, short_name] in names {
            long = long.max(text::width(name, size, false));
            short = short.max(text::width(short_name, size, false));
        }
        let step = frame.step();
        let is_long = long + 4.0 <= step;
        let every = ((short + 3.0) / step).ceil().max(1.0) as usize;
        let mut marks = Vec::new();
        for (index, [name, short_name]) in names.iter().enumerate() {
            if (names.len() - 1 - index).is_multiple_of(every) {
                let name = if is_long { name } else { short_name };
                let text = Mark::text(name, index as f64).y(Along::TO.by(NAMES_BELOW));
                marks.push(text.ink(Ink::QUIET).size(size).centred());
            }
        }
        marks
    }
}

/// The room that marks need beside the plot: in the margins, and for labels at the plot's very edge.
#[derive(Debug, Clone, Copy)]
struct Rooms {
    left: f64,
    right: f64,
    beside: f64,
}

impl Rooms {
    const NONE: Self = Self {
        left: 0.0,
        right: 0.0,
        beside: 0.0,
    };

    fn ask(&mut self, words: &Words, width: Width, letters: f64) {
        let Some(Margin { gap, most }) = words.margin else {
            return;
        };
        let width = words.width(width, letters);
        let by = words.at.0.by.abs();
        match words.at.0.at {
            At::Start => self.left = self.left.max((by + width).min(most).ceil() + gap),
            At::End | At::To => self.right = self.right.max(width.min(most).ceil() + gap),
            _ => self.beside = self.beside.max(width.ceil() + by + gap),
        }
    }
}
