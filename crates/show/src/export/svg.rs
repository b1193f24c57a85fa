//! A picture as a self-contained SVG file, with its title, source and colours and without external references.

pub use records::terms::decimals::tenths;

use std::fmt::Write as _;

use plot::{Anchor, DrawnMark, Filling, Ink, Picture, Shape};

use crate::export::words::svg::made_on;

use super::sheet::{FOOT_COLOR, Frame, LETTERS, MARGIN, PAPER, TITLE_COLOR};

/// The picture with its title above and its source below, on white.
///
/// ```
/// use plot::Picture;
/// use show::export::svg::standalone;
/// let picture = Picture {
///     width: 300, height: 100, title: "A < B".into(), description: "Nothing".into(), marks: vec![],
/// };
/// let svg = standalone(&picture, "Source: DfE");
/// assert!(svg.starts_with("<svg ") && svg.contains("A &lt; B"));
/// ```
#[must_use]
pub fn standalone(picture: &Picture, source: &str) -> String {
    let foot = Foot {
        source,
        ..Foot::default()
    };
    with_foot(picture, &foot)
}

/// The footer of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Foot<'a> {
    /// Where the figures come from and how they were made.
    pub source: &'a str,
    /// The rules in force, unless the source names them.
    pub rules: &'a str,
    /// The date of making, in words; `None` if not known.
    pub made_on: &'a str,
}

impl Foot<'_> {
    /// The footer as one text.
    pub(super) fn words(&self) -> String {
        let mut words = self.source.trim_end().to_owned();
        let rules = self.rules.trim_end_matches('.');
        if !rules.is_empty() && !words.contains(rules) {
            words.push_str(&format!(" {rules}."));
        }
        if !self.made_on.is_empty() {
            words.push_str(&format!(" {}", made_on(self.made_on)));
        }
        words
    }
}

/// The picture with its title above, and the source, rules and date of making below.
///
/// ```
/// use plot::Picture;
/// use show::export::svg::{Foot, with_foot};
/// let picture = Picture {
///     width: 600, height: 100, title: "A".into(), description: "Nothing".into(), marks: vec![],
/// };
/// let foot = Foot { source: "Source: DfE.", rules: "Simple mean of trusts", made_on: "25 November 2026" };
/// let svg = with_foot(&picture, &foot);
/// assert!(svg.contains("Source: DfE. Simple mean of trusts. Made on 25 November 2026"));
/// ```
#[must_use]
pub fn with_foot(picture: &Picture, foot: &Foot<'_>) -> String {
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = write_svg(&mut svg, picture, &foot.words());
    svg
}

fn write_svg(svg: &mut String, picture: &Picture, source: &str) -> std::fmt::Result {
    let frame = Frame::new(picture, source);
    let (width, height) = (tenths(frame.width), tenths(frame.height));
    let left = tenths(MARGIN);
    writeln!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="{LETTERS}" role="img">"#
    )?;
    writeln!(svg, "<title>{}</title>", escaped(&picture.title))?;
    writeln!(svg, "<desc>{}</desc>", escaped(&picture.description))?;
    writeln!(svg, r#"<rect width="{width}" height="{height}" fill="{PAPER}"/>"#)?;
    for (y, line) in &frame.title {
        writeln!(
            svg,
            r#"<text x="{left}" y="{}" font-size="17" font-weight="bold" fill="{TITLE_COLOR}">{}</text>"#,
            tenths(*y),
            escaped(line)
        )?;
    }
    writeln!(svg, r#"<g transform="translate({left} {})">"#, tenths(frame.top))?;
    for mark in &picture.marks {
        write_mark(svg, mark)?;
    }
    writeln!(svg, "</g>")?;
    for (y, line) in &frame.foot {
        writeln!(
            svg,
            r#"<text x="{left}" y="{}" font-size="12" fill="{FOOT_COLOR}">{}</text>"#,
            tenths(*y),
            escaped(line)
        )?;
    }
    writeln!(svg, "</svg>")
}

fn write_mark(svg: &mut String, mark: &DrawnMark) -> std::fmt::Result {
    let color = mark.ink.color;
    let title = mark.about.as_ref().map_or_else(String::new, |subject| {
        format!("<title>{}</title>", escaped(&subject.words))
    });
    match &mark.shape {
        Shape::Line { from, to, width } => writeln!(
            svg,
            r#"<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{color}" stroke-width="{}">{title}</line>"#,
            tenths(from.0),
            tenths(from.1),
            tenths(to.0),
            tenths(to.1),
            tenths(*width)
        ),
        Shape::Path { points, width } => writeln!(
            svg,
            r#"<polyline points="{}" fill="none" stroke="{color}" stroke-width="{}">{title}</polyline>"#,
            points_attribute(points),
            tenths(*width)
        ),
        Shape::Area { corners } => writeln!(
            svg,
            r#"<polygon points="{}" {}>{title}</polygon>"#,
            points_attribute(corners),
            attributes(mark.ink)
        ),
        Shape::Circle { centre, radius } => writeln!(
            svg,
            r#"<circle cx="{}" cy="{}" r="{}" {}>{title}</circle>"#,
            tenths(centre.0),
            tenths(centre.1),
            tenths(*radius),
            attributes(mark.ink)
        ),
        Shape::Text {
            at,
            size,
            anchor,
            bold,
            text,
        } => writeln!(
            svg,
            r#"<text x="{}" y="{}" font-size="{}" text-anchor="{}" font-weight="{}" fill="{color}">{}</text>"#,
            tenths(at.0),
            tenths(at.1),
            tenths(*size),
            anchor_word(*anchor),
            if *bold { "bold" } else { "normal" },
            escaped(text)
        ),
    }
}

/// Points in the notation of a polyline.
#[must_use]
pub fn points_attribute(points: &[(f64, f64)]) -> String {
    let points: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("{},{}", tenths(*x), tenths(*y)))
        .collect();
    points.join(" ")
}

/// What a dot or an area is filled with, how much that covers, and its edge with the width.
pub(super) const fn filling(ink: Ink) -> (&'static str, f64, Option<(&'static str, f64)>) {
    match ink.filling {
        Filling::Full => (ink.color, 1.0, None),
        Filling::SeeThrough => (ink.color, 0.6, None),
        Filling::Edged => (ink.color, 1.0, Some((PAPER, 1.0))),
        Filling::Hollow => (PAPER, 1.0, Some((ink.color, 1.5))),
        Filling::Faint => (ink.color, 0.1, None),
    }
}

/// The same as attributes of an element.
fn attributes(ink: Ink) -> String {
    let (fill, opacity, edge) = filling(ink);
    let edge = edge.map_or_else(String::new, |(color, width)| {
        format!(r#" stroke="{color}" stroke-width="{}""#, tenths(width))
    });
    let opacity = match ink.filling {
        // An edge says what is covered.
        Filling::Hollow => String::new(),
        _ => format!(r#" fill-opacity="{}""#, tenths(opacity)),
    };
    format!(r#"fill="{fill}"{opacity}{edge}"#)
}

/// The SVG name of an anchor.
#[must_use]
pub const fn anchor_word(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

/// A text as XML may hold it. Control characters, which a file's names can hold, are in no XML, not even escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(letter),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(letter),
        }
    }
    escaped
}
