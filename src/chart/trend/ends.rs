//! The names at the ends of a trend's lines.

use crate::chart::canvas::{Canvas, Lettering};
use crate::chart::picture::{Anchor, Ink};
use crate::chart::text;
use crate::method::TrendYear;
use crate::words::chart::trend::ends as words;

use super::apart::apart;
use super::drawing::Sheet;
use super::{Dot, Line, Look, TrendChart};

/// A line's name beside one of its dots.
struct Name {
    text: String,
    dot: (f64, f64),
    /// Whether a thin line leads to it from the dot.
    is_led_to: bool,
    look: Look,
}

/// How far names stand from the dots, for the lines between them, in pixels.
const LEADER: f64 = 12.0;

/// The height of the words above years without results, in pixels.
const WORDS_ABOVE: f64 = 26.0;

/// The name at the end of a line with its figure there, as long as there is room; nothing where the line has no figure
/// at all.
pub(super) fn end_label(chart: &TrendChart, line: &Line, room: f64, size: f64) -> Option<String> {
    let last = line.dots.last()?;
    let figure = is_at_end(chart, last).then_some(last.shown.as_str());
    let figure = words::after_name(figure);
    let room = room - text::width(&figure, size, true);
    let name = marked_name(line, room, size).unwrap_or_default();
    Some(format!("{name}{figure}"))
}

/// The name, or as much of it as fits, with the sign for schools that changed.
fn marked_name(line: &Line, room: f64, size: f64) -> Option<String> {
    let mark = if line.is_marked { "*" } else { "" };
    let room = room - text::width(mark, size, true);
    let name = text::shortened(&line.name, room, size, true)?;
    Some(format!("{name}{mark}"))
}

/// Whether a dot is of the last year that has results.
fn is_at_end(chart: &TrendChart, dot: &Dot) -> bool {
    let last = chart.years.iter().rposition(|year| year.kind.has_results());
    last == Some(dot.year)
}

impl Sheet<'_> {
    /// Names beside the last dots before years without results: from there on no line leads to the names at the right.
    pub(super) fn name_first(&self, canvas: &Canvas) {
        let has_results = |year: &TrendYear| year.kind.has_results();
        let years = &self.chart.years;
        let Some(first) = years.iter().position(has_results) else {
            return;
        };
        let after = years
            .iter()
            .skip(first)
            .take_while(|year| has_results(year));
        let last = first + after.count() - 1;
        let next = years.iter().skip(last + 1).position(has_results);
        let Some(next) = next.filter(|next| *next > 0).map(|next| last + 1 + next) else {
            return;
        };
        let outermost = self.aside(self.chart.lines.len().saturating_sub(1));
        let reach = outermost + self.measures.radius;
        let from = self.plane.x(last as f64) + reach + LEADER;
        let room = self.plane.x(next as f64) - reach - 6.0 - from;
        let at_end = |dot: &&Dot| dot.year == last;
        let names = self
            .chart
            .lines
            .iter()
            .enumerate()
            .filter_map(|(place, line)| {
                let dot = line.dots.iter().find(at_end)?;
                let size = self.measures.name;
                Some(Name {
                    text: marked_name(line, room, size)?,
                    dot: self.place(place, dot),
                    is_led_to: true,
                    look: line.look,
                })
            });
        // The words above years without results stay clear.
        let top = f64::from(self.plane.top) + WORDS_ABOVE;
        self.name(canvas, (from, top), names.collect());
    }

    /// Names with figures at the right end.
    pub(super) fn name_last(&self, canvas: &Canvas) {
        let from = self.plane.end() + 4.0;
        let room = f64::from(self.plane.width) - from - 1.0;
        let lines = self.chart.lines.iter().enumerate();
        let names = lines.filter_map(|(place, line)| {
            let dot = line.dots.last()?;
            Some(Name {
                text: end_label(self.chart, line, room, self.measures.name)?,
                dot: self.place(place, dot),
                // Across years without a figure nothing leads to a name.
                is_led_to: is_at_end(self.chart, dot),
                look: line.look,
            })
        });
        self.name(canvas, (from, f64::from(self.plane.top)), names.collect());
    }

    /// Writes names below one another near their dots, from there on and no higher, each with a thin line to its own.
    fn name(&self, canvas: &Canvas, (from, top): (f64, f64), names: Vec<Name>) {
        let wanted: Vec<f64> = names.iter().map(|name| name.dot.1).collect();
        let half = self.measures.line / 2.0;
        let bounds = (top + half, self.plane.floor() - half);
        let heights = apart(&wanted, self.measures.line, bounds);
        for (name, height) in names.into_iter().zip(heights) {
            let start = (name.dot.0 + self.measures.radius + 2.0, name.dot.1);
            if name.is_led_to {
                canvas.line(start, (from - 2.0, height), 0.75, Ink::Limit);
            }
            let lettering = Lettering {
                size: self.measures.name,
                bold: name.look != Look::Plain,
                ink: Ink::Words,
                anchor: Anchor::Start,
            };
            canvas.text(&name.text, (from, height), lettering);
        }
    }
}
