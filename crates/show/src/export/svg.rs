//! A picture as a self-contained SVG file, with its title, source and colours and without external references.

pub use records::terms::decimals::tenths;

use std::fmt::Write as _;

use plot::{Anchor, DrawnMark, Filling, Ink, Picture, Shape};

use crate::chart::{Chart, KeyItem};
use crate::export::words::svg::made_on;

use super::sheet::{LETTERS, Line, PAPER, Sheet, Size};

/// The picture with its title above and its source below, on white.
///
/// ```
/// use plot::Picture;
/// use show::export::svg::standalone;
/// let picture = Picture {
///     width: 300, height: 100, title: "A < B".into(), description: "Nothing".into(), marks: vec![],
/// };
/// let svg = standalone(picture, "Source: DfE");
/// assert!(svg.starts_with("<svg ") && svg.contains("A &lt; B"));
/// ```
#[must_use]
pub fn standalone(picture: Picture, source: &str) -> String {
    let around = Around {
        source,
        ..Around::default()
    };
    with_words(&Sheet::of(picture, &around))
}

/// What is said around a picture, apart from its title.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Around<'a> {
    /// What is shown, of whom and when.
    pub subtitle: &'a str,
    /// What marks and inks mean.
    pub key: &'a [KeyItem],
    /// Where the figures come from and how they were made.
    pub source: &'a str,
    /// The rules in force, unless the source names them.
    pub rules: &'a str,
    /// The date of making, in words; `None` if not known.
    pub made_on: &'a str,
}

impl Around<'_> {
    /// Source, rules and date as one text.
    pub(super) fn foot(&self) -> String {
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

/// A sheet as an SVG file.
///
/// ```
/// use plot::Picture;
/// use show::export::sheet::Sheet;
/// use show::export::svg::{Around, with_words};
/// let picture = Picture {
///     width: 600, height: 100, title: "A".into(), description: "Nothing".into(), marks: vec![],
/// };
/// let around = Around {
///     source: "Source: DfE.",
///     rules: "Simple mean of trusts",
///     made_on: "25 November 2026",
///     ..Around::default()
/// };
/// let svg = with_words(&Sheet::of(picture, &around));
/// assert!(svg.contains("Source: DfE. Simple mean of trusts. Made on 25 November 2026"));
/// ```
#[must_use]
pub fn with_words(sheet: &Sheet) -> String {
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = write_svg(&mut svg, sheet);
    svg
}

/// A chart as a figure for any web page: its picture without a script or anything from elsewhere, and below it where
/// the figures come from.
#[must_use]
pub fn html_figure(chart: &dyn Chart, around: &Around<'_>) -> String {
    let above = Around {
        source: "",
        rules: "",
        made_on: "",
        ..*around
    };
    let sheet = Sheet::sized(chart, &above, Size::Page);
    let svg = with_words(&sheet).replacen("<svg ", "<svg style=\"max-width: 100%; height: auto\" ", 1);
    let source = escaped(&around.foot());
    format!("<figure style=\"margin: 0\">\n{svg}<figcaption>{source}</figcaption>\n</figure>\n")
}

/// A chart in words, for people who cannot see it: its finding, its figures and where they come from.
#[must_use]
pub fn alternative_text(chart: &dyn Chart, around: &Around<'_>) -> String {
    let (title, description, foot) = (chart.title(), chart.description(), around.foot());
    let title = title.trim_end_matches('.');
    format!("{title}. {} {foot}", description.trim_end())
}

fn write_svg(svg: &mut String, sheet: &Sheet) -> std::fmt::Result {
    let Sheet { picture, frame } = sheet;
    let (width, height) = sheet.pixels();
    let (across, down) = (tenths(frame.width), tenths(frame.height));
    writeln!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {across} {down}" font-family="{LETTERS}" role="img">"#
    )?;
    writeln!(svg, "<title>{}</title>", escaped(&picture.title))?;
    writeln!(svg, "<desc>{}</desc>", escaped(&picture.description))?;
    writeln!(svg, r#"<rect width="{across}" height="{down}" fill="{PAPER}"/>"#)?;
    write_lines(svg, &frame.heads)?;
    for mark in &frame.signs {
        write_mark(svg, mark)?;
    }
    let (left, top) = frame.at;
    let scale = match frame.of_picture {
        1.0 => String::new(),
        scale => format!(" scale({scale:.4})"),
    };
    writeln!(
        svg,
        r#"<g transform="translate({} {}){scale}">"#,
        tenths(left),
        tenths(top)
    )?;
    for mark in &picture.marks {
        write_mark(svg, mark)?;
    }
    writeln!(svg, "</g>")?;
    write_lines(svg, &frame.foot)?;
    writeln!(svg, "</svg>")
}

fn write_lines(svg: &mut String, lines: &[Line]) -> std::fmt::Result {
    for line in lines {
        let letters = line.letters;
        let weight = if letters.bold { r#" font-weight="bold""# } else { "" };
        writeln!(
            svg,
            r#"<text x="{}" y="{}" font-size="{}"{weight} fill="{}">{}</text>"#,
            tenths(line.at.0),
            tenths(line.at.1),
            tenths(letters.size),
            letters.color,
            escaped(&line.text)
        )?;
    }
    Ok(())
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
