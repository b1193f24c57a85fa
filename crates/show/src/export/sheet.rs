//! A picture as a sheet for export: title above, footer below, every shape with its coordinates and colours.
//!
//! An SVG file is written from its frame and its marks. A canvas, which has neither marks nor style sheets, is painted
//! shape by shape.

use plot::{self, Anchor, DrawnMark, Picture, Shape};

use super::svg::{Foot, filling, tenths};

/// Room around the chart, and the height of its title's and source's lines.
pub(super) const MARGIN: f64 = 16.0;
const TITLE_LINE: f64 = 24.0;
const SOURCE_LINE: f64 = 20.0;

/// The font sizes of the title and the source.
const TITLE_SIZE: f64 = 17.0;
const SOURCE_SIZE: f64 = 12.0;

/// The font of all exports.
pub(super) const LETTERS: &str = "system-ui, sans-serif";

/// The colours of the title, the footer and the background.
pub(super) const TITLE_COLOR: &str = "#0b0c0c";
pub(super) const FOOT_COLOR: &str = "#505a5f";
pub(super) const PAPER: &str = "#ffffff";

/// The positions of the title and the footer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The picture's upper edge.
    pub(super) top: f64,
    /// The title's lines with the heights of their baselines.
    pub(super) title: Vec<(f64, String)>,
    /// The footer's lines with the heights of their baselines.
    pub(super) foot: Vec<(f64, String)>,
}

impl Frame {
    pub(super) fn new(picture: &Picture, foot: &str) -> Self {
        let room = f64::from(picture.width);
        let title = lines(&picture.title, room, TITLE_SIZE, true);
        let top = MARGIN + title.len() as f64 * TITLE_LINE + 8.0;
        let bottom = top + f64::from(picture.height);
        let foot = lines(foot, room, SOURCE_SIZE, false);
        Self {
            width: room + 2.0 * MARGIN,
            height: bottom + foot.len() as f64 * SOURCE_LINE + MARGIN,
            top,
            title: with_base_lines(title, |index| MARGIN + (index + 0.75) * TITLE_LINE),
            foot: with_base_lines(foot, |index| bottom + (index + 0.8) * SOURCE_LINE),
        }
    }
}

fn with_base_lines(lines: Vec<String>, base: impl Fn(f64) -> f64) -> Vec<(f64, String)> {
    let lines = lines.into_iter().enumerate();
    lines.map(|(index, line)| (base(index as f64), line)).collect()
}

/// Breaks a text of this font size into lines of at most this width.
fn lines(text: &str, room: f64, size: f64, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if plot::width(&format!("{line} {word}"), size, bold) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
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
    /// The sheet of a picture.
    ///
    /// ```
    /// use plot::Picture;
    /// use show::export::sheet::StandalonePicture;
    /// use show::export::svg::Foot;
    /// let picture = Picture {
    ///     width: 600, height: 100, title: "A".into(), description: "Nothing".into(), marks: vec![],
    /// };
    /// let sheet = StandalonePicture::new(&picture, &Foot { source: "Source: DfE.", ..Foot::default() });
    /// assert_eq!((sheet.width, sheet.height), (632, 184));
    /// // The background, the title and the footer.
    /// assert_eq!(sheet.strokes.len(), 3);
    /// ```
    #[must_use]
    pub fn new(picture: &Picture, foot: &Foot<'_>) -> Self {
        let frame = Frame::new(picture, &foot.words());
        let (width, height) = (frame.width as u32, frame.height as u32);
        let mut strokes = vec![Stroke::Outline {
            path: format!("M0,0H{width}V{height}H0Z"),
            fill: Some(PAPER),
            opacity: 1.0,
            edge: None,
        }];
        let line = |(base, text): &(f64, String), size, bold, color| Stroke::Words {
            at: (MARGIN, *base),
            font: font(size, bold),
            anchor: Anchor::Start,
            color,
            text: text.clone(),
        };
        let title = frame.title.iter();
        strokes.extend(title.map(|of| line(of, TITLE_SIZE, true, TITLE_COLOR)));
        let marks = picture.marks.iter();
        strokes.extend(marks.map(|mark| stroke(mark, (MARGIN, frame.top))));
        let foot = frame.foot.iter();
        strokes.extend(foot.map(|of| line(of, SOURCE_SIZE, false, FOOT_COLOR)));
        Self { width, height, strokes }
    }
}

fn font(size: f64, bold: bool) -> String {
    let weight = if bold { "bold " } else { "" };
    format!("{weight}{}px {LETTERS}", tenths(size))
}

/// A mark, moved by an offset.
fn stroke(mark: &DrawnMark, by: (f64, f64)) -> Stroke {
    let ink = mark.ink.color;
    let moved = |(x, y): (f64, f64)| (x + by.0, y + by.1);
    let drawn = |points: &[(f64, f64)], width: f64| Stroke::Outline {
        path: path(points.iter().map(|point| moved(*point))),
        fill: None,
        opacity: 1.0,
        edge: Some((ink, width)),
    };
    let filled = |path: String| {
        let (fill, opacity, edge) = filling(mark.ink);
        Stroke::Outline {
            path,
            fill: Some(fill),
            opacity,
            edge,
        }
    };
    match &mark.shape {
        Shape::Line { from, to, width } => drawn(&[*from, *to], *width),
        Shape::Path { points, width } => drawn(points, *width),
        Shape::Area { corners } => {
            let outline = path(corners.iter().map(|corner| moved(*corner)));
            filled(format!("{outline}Z"))
        }
        Shape::Circle { centre, radius } => filled(circle(moved(*centre), *radius)),
        Shape::Text {
            at,
            size,
            anchor,
            bold,
            text,
        } => Stroke::Words {
            at: moved(*at),
            font: font(*size, *bold),
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
