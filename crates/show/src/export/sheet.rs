//! A picture as a sheet for export: what it shows above, its source below or all words beside it, every shape with its
//! coordinates and colours.
//!
//! An SVG file is written from its frame and its marks. A canvas, which has neither marks nor style sheets, is painted
//! shape by shape.

use plot::{self, Anchor, DrawnMark, Picture, Shape};

use crate::chart::{Chart, KeyItem};
use crate::export::words::svg as words;

use super::svg::{Around, filling, tenths};

/// Room around the chart, and between its parts.
pub(super) const MARGIN: f64 = 16.0;
const BLANK: f64 = 8.0;

/// Between a sign of the key and its words, and between entries.
const AFTER_SIGN: f64 = 7.0;
const BETWEEN: f64 = 18.0;

/// The font of all exports.
pub(super) const LETTERS: &str = "system-ui, sans-serif";

/// The colours of the title, of other words and of the background.
const TITLE_COLOR: &str = "#0b0c0c";
const QUIET_COLOR: &str = "#505a5f";
pub(super) const PAPER: &str = "#ffffff";

/// Letters of words around a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Letters {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) color: &'static str,
    /// The height of a line, and the part of it above the base line.
    line: f64,
    above: f64,
}

const TITLE: Letters = Letters {
    size: 17.0,
    bold: true,
    color: TITLE_COLOR,
    line: 24.0,
    above: 0.75,
};
const SUBTITLE: Letters = Letters {
    size: 13.0,
    bold: false,
    color: QUIET_COLOR,
    line: 18.0,
    above: 0.75,
};
const KEY: Letters = Letters {
    size: 12.0,
    bold: false,
    color: TITLE_COLOR,
    line: 18.0,
    above: 0.72,
};
const FOOT: Letters = Letters {
    size: 12.0,
    bold: false,
    color: QUIET_COLOR,
    line: 20.0,
    above: 0.8,
};

/// What a picture is for, which decides its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// A page: 760 pixels wide.
    #[default]
    Page,
    /// A slide of 16 to 9: 1280 by 720 pixels, with large letters.
    Slide,
    /// A phone: 375 pixels wide.
    Phone,
}

impl Size {
    /// All sizes, the usual one first.
    pub const ALL: [Self; 3] = [Self::Page, Self::Slide, Self::Phone];

    /// Its key, and what the name of a picture of this size ends with unless it is the usual one.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Slide => "slide",
            Self::Phone => "phone",
        }
    }

    /// The name of a picture of this size: "regional-gap-slide".
    ///
    /// ```
    /// use show::export::sheet::Size;
    /// assert_eq!(Size::Page.name_of("gap"), "gap");
    /// assert_eq!(Size::Slide.name_of("gap"), "gap-slide");
    /// ```
    #[must_use]
    pub fn name_of(self, picture: &str) -> String {
        match self {
            Self::Page => picture.to_owned(),
            _ => format!("{picture}-{}", self.key()),
        }
    }

    /// Its name in a list.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        words::size(self)
    }
}

/// The width of a picture for a page or a phone, and the sides of a slide, in pixels.
const PAGE: u32 = 760;
const PHONE: u32 = 375;
const SLIDE: (f64, f64) = (1280.0, 720.0);

/// The widths in which a slide's words are laid out, of which the first that has room for all is used: the smaller it
/// is, the larger are the letters. The words take this share of it.
const SLIDE_WIDTHS: [f64; 7] = [900.0, 1000.0, 1120.0, 1280.0, 1500.0, 1800.0, 2400.0];
const WORDS_OF_SLIDE: f64 = 0.31;

/// A slide's picture is drawn larger and made smaller by this factor until it fits.
const SMALLER: f64 = 0.94;

/// A picture with what is said around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub(super) picture: Picture,
    pub(super) frame: Frame,
}

impl Sheet {
    /// A picture with the words above and below it.
    #[must_use]
    pub fn of(picture: Picture, around: &Around<'_>) -> Self {
        let frame = Frame::below(&picture, around);
        Self { picture, frame }
    }

    /// A chart as a picture of this size. Words wrap, and nothing is cut.
    #[must_use]
    pub fn sized(chart: &dyn Chart, around: &Around<'_>, size: Size) -> Self {
        let column = |width: u32| Self::of(chart.draw(width - 2 * MARGIN as u32), around);
        match size {
            Size::Page => column(PAGE),
            Size::Phone => column(PHONE),
            Size::Slide => Self::slide(chart, around),
        }
    }

    /// Words at the left, as large as they can be, and the picture at the right.
    fn slide(chart: &dyn Chart, around: &Around<'_>) -> Self {
        let mut frame = Frame::default();
        for width in SLIDE_WIDTHS {
            frame = Frame::beside(chart.title(), around, width);
            if frame.height <= width * SLIDE.1 / SLIDE.0 {
                break;
            }
        }
        // Still too high, it gets room at the sides.
        frame.width = frame.width.max(frame.height * SLIDE.0 / SLIDE.1);
        frame.height = frame.width * SLIDE.1 / SLIDE.0;
        frame.scale = SLIDE.0 / frame.width;
        let room = (frame.width - frame.at.0 - MARGIN, frame.height - 2.0 * MARGIN);
        loop {
            let picture = chart.draw((room.0 / frame.of_picture) as u32);
            let is_whole = f64::from(picture.height) * frame.of_picture <= room.1;
            // A picture whose height grows with its width would never fit.
            if is_whole || frame.of_picture < 0.1 {
                return Self { picture, frame };
            }
            frame.of_picture *= SMALLER;
        }
    }

    /// Its width and its height in whole pixels.
    #[must_use]
    pub fn pixels(&self) -> (u32, u32) {
        let Frame {
            width, height, scale, ..
        } = self.frame;
        ((width * scale).round() as u32, (height * scale).round() as u32)
    }
}

/// The positions of a picture and of what is said around it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    /// Pixels of the file for each of these.
    pub(super) scale: f64,
    /// The picture's upper left corner, and how large its own pixels are.
    pub(super) at: (f64, f64),
    pub(super) of_picture: f64,
    /// The title, what is shown and the key.
    pub(super) heads: Vec<Line>,
    /// The source, the rules and the date.
    pub(super) foot: Vec<Line>,
    /// The signs of the key.
    pub(super) signs: Vec<DrawnMark>,
}

/// A line of text, at the start of its base line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) at: (f64, f64),
    pub(super) letters: Letters,
    pub(super) text: String,
}

impl Frame {
    /// Words above and below a picture.
    fn below(picture: &Picture, around: &Around<'_>) -> Self {
        let (width, height) = (f64::from(picture.width), f64::from(picture.height));
        let mut column = Column::new(width);
        column.heads(&picture.title, around);
        let heads = std::mem::take(&mut column.lines);
        let top = column.down + BLANK;
        column.down = top + height;
        column.text(&around.foot(), FOOT);
        Self {
            width: width + 2.0 * MARGIN,
            height: column.down + MARGIN,
            scale: 1.0,
            at: (MARGIN, top),
            of_picture: 1.0,
            heads,
            foot: column.lines,
            signs: column.signs,
        }
    }

    /// Words of a slide of this width, left of its picture, for which no room is made.
    fn beside(title: &str, around: &Around<'_>, width: f64) -> Self {
        let room = (width * WORDS_OF_SLIDE).round();
        let mut column = Column::new(room);
        column.heads(title, around);
        let heads = std::mem::take(&mut column.lines);
        column.down += BLANK;
        column.text(&around.foot(), FOOT);
        Self {
            width,
            height: column.down + MARGIN,
            scale: 1.0,
            at: (2.0 * MARGIN + room, MARGIN),
            of_picture: 1.0,
            heads,
            foot: column.lines,
            signs: column.signs,
        }
    }
}

/// Words from above, one part below the other.
struct Column {
    room: f64,
    /// The height at which the next part begins.
    down: f64,
    lines: Vec<Line>,
    signs: Vec<DrawnMark>,
}

impl Column {
    const fn new(room: f64) -> Self {
        Self {
            room,
            down: MARGIN,
            lines: Vec::new(),
            signs: Vec::new(),
        }
    }

    /// The title, what is shown, and the key.
    fn heads(&mut self, title: &str, around: &Around<'_>) {
        self.text(title, TITLE);
        self.text(around.subtitle, SUBTITLE);
        if !around.key.is_empty() {
            self.down += BLANK;
            self.key(around.key);
        }
    }

    fn text(&mut self, text: &str, letters: Letters) {
        for line in lines(text, self.room, letters) {
            self.line(MARGIN, line, letters);
            self.down += letters.line;
        }
    }

    fn line(&mut self, left: f64, text: String, letters: Letters) {
        self.lines.push(Line {
            at: (left, self.down + letters.above * letters.line),
            letters,
            text,
        });
    }

    /// Entries side by side, as many as there is room for.
    fn key(&mut self, key: &[KeyItem]) {
        let before = KeyItem::SIGN.0 + AFTER_SIGN;
        let (mut left, mut lines_here) = (0.0, 0);
        for item in key {
            let said = lines(&item.words, self.room - before, KEY);
            let widths = said.iter().map(|line| plot::width(line, KEY.size, KEY.bold));
            let width = before + widths.fold(0.0, f64::max);
            if left > 0.0 && left + width > self.room {
                self.down += KEY.line * f64::from(lines_here);
                (left, lines_here) = (0.0, 0);
            }
            let top = self.down;
            let sign_top = top + (KEY.line - KeyItem::SIGN.1) / 2.0;
            self.signs.extend(item.marks((MARGIN + left, sign_top)));
            let mut count = 0;
            for line in said {
                self.line(MARGIN + left + before, line, KEY);
                self.down += KEY.line;
                count += 1;
            }
            self.down = top;
            lines_here = lines_here.max(count);
            left += width + BETWEEN;
        }
        self.down += KEY.line * f64::from(lines_here);
    }
}

/// Breaks a text into lines of at most this width. A word that is longer than a line is broken, too.
fn lines(text: &str, room: f64, letters: Letters) -> Vec<String> {
    let width = |text: &str| plot::width(text, letters.size, letters.bold);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}")) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(String::new()),
        }
        let Some(line) = lines.last_mut().filter(|line| line.is_empty()) else {
            continue;
        };
        if width(word) <= room {
            line.push_str(word);
            continue;
        }
        for letter in word.chars() {
            match lines.last_mut() {
                Some(line) if line.is_empty() || width(&format!("{line}{letter}")) <= room => line.push(letter),
                _ => lines.push(letter.to_string()),
            }
        }
    }
    lines
}

/// A sheet: a picture with its title above and its footer below, on white.
#[derive(Debug, Clone, PartialEq)]
pub struct StandalonePicture {
    /// The width in whole pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Pixels for each unit of the items' positions.
    pub scale: f64,
    /// The items to paint, in order.
    pub strokes: Vec<Stroke>,
}

/// An item to paint.
#[derive(Debug, Clone, PartialEq)]
pub enum Stroke {
    /// An SVG path, filled and then stroked.
    Outline {
        /// The path: `M0,0H10`.
        path: String,
        /// The fill colour; `None` for no fill.
        fill: Option<&'static str>,
        /// The opacity of the fill, 0 to 1.
        opacity: f64,
        /// The colour and width of the stroke; `None` for no stroke.
        edge: Option<(&'static str, f64)>,
    },
    /// A line of text.
    Words {
        /// The position of its anchor, on the baseline.
        at: (f64, f64),
        /// The font in CSS notation: `bold 17px sans-serif`.
        font: String,
        /// The point of the text at the position.
        anchor: Anchor,
        /// The colour.
        color: &'static str,
        /// The text.
        text: String,
    },
}

impl StandalonePicture {
    /// What there is to paint of a sheet.
    ///
    /// ```
    /// use plot::Picture;
    /// use show::export::sheet::{Sheet, StandalonePicture};
    /// use show::export::svg::Around;
    /// let picture = Picture {
    ///     width: 600, height: 100, title: "A".into(), description: "Nothing".into(), marks: vec![],
    /// };
    /// let around = Around { source: "Source: DfE.", ..Around::default() };
    /// let sheet = StandalonePicture::new(&Sheet::of(picture, &around));
    /// assert_eq!((sheet.width, sheet.height), (632, 184));
    /// // The background, the title and the footer.
    /// assert_eq!(sheet.strokes.len(), 3);
    /// ```
    #[must_use]
    pub fn new(sheet: &Sheet) -> Self {
        let Sheet { picture, frame } = sheet;
        let (width, height) = sheet.pixels();
        let mut strokes = vec![Stroke::Outline {
            path: format!("M0,0H{}V{}H0Z", tenths(frame.width), tenths(frame.height)),
            fill: Some(PAPER),
            opacity: 1.0,
            edge: None,
        }];
        let words = |line: &Line| Stroke::Words {
            at: line.at,
            font: font(line.letters.size, line.letters.bold),
            anchor: Anchor::Start,
            color: line.letters.color,
            text: line.text.clone(),
        };
        strokes.extend(frame.heads.iter().map(words));
        let signs = frame.signs.iter();
        strokes.extend(signs.map(|mark| stroke(mark, (0.0, 0.0), 1.0)));
        let marks = picture.marks.iter();
        strokes.extend(marks.map(|mark| stroke(mark, frame.at, frame.of_picture)));
        strokes.extend(frame.foot.iter().map(words));
        Self {
            width,
            height,
            scale: frame.scale,
            strokes,
        }
    }
}

fn font(size: f64, bold: bool) -> String {
    let weight = if bold { "bold " } else { "" };
    format!("{weight}{}px {LETTERS}", tenths(size))
}

/// A mark, made larger or smaller and moved by an offset.
fn stroke(mark: &DrawnMark, by: (f64, f64), scale: f64) -> Stroke {
    let ink = mark.ink.color;
    let moved = |(x, y): (f64, f64)| (x * scale + by.0, y * scale + by.1);
    let drawn = |points: &[(f64, f64)], width: f64| Stroke::Outline {
        path: path(points.iter().map(|point| moved(*point))),
        fill: None,
        opacity: 1.0,
        edge: Some((ink, width * scale)),
    };
    let filled = |path: String| {
        let (fill, opacity, edge) = filling(mark.ink);
        Stroke::Outline {
            path,
            fill: Some(fill),
            opacity,
            edge: edge.map(|(color, width)| (color, width * scale)),
        }
    };
    match &mark.shape {
        Shape::Line { from, to, width } => drawn(&[*from, *to], *width),
        Shape::Path { points, width } => drawn(points, *width),
        Shape::Area { corners } => {
            let outline = path(corners.iter().map(|corner| moved(*corner)));
            filled(format!("{outline}Z"))
        }
        Shape::Circle { centre, radius } => filled(circle(moved(*centre), radius * scale)),
        Shape::Text {
            at,
            size,
            anchor,
            bold,
            text,
        } => Stroke::Words {
            at: moved(*at),
            font: font(size * scale, *bold),
            anchor: *anchor,
            color: ink,
            text: text.clone(),
        },
    }
}

/// A line from point to point.
fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let points: Vec<String> = points.map(|(x, y)| format!("{},{}", tenths(x), tenths(y))).collect();
    format!("M{}", points.join("L"))
}

/// A circle as two halves.
fn circle(centre: (f64, f64), radius: f64) -> String {
    let (left, y) = (tenths(centre.0 - radius), tenths(centre.1));
    let (radius, across) = (tenths(radius), tenths(2.0 * radius));
    format!("M{left},{y}a{radius},{radius} 0 1 0 {across},0a{radius},{radius} 0 1 0 -{across},0Z")
}
