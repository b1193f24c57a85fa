//! The picture of a trend: years across, figures upwards, names at the lines' ends.

use crate::chart::{inks, scale};
use crate::method::{TrendYear, YearKind};
use crate::plot::{self, Along, Axis, Ink, Mark, Plot, Subject, Width};
use crate::terms::Focus;
use crate::words::chart::trend::drawing as words;

use super::{Dot, Line, Look, TrendChart};

/// Room around the years, in years.
const BESIDE: f64 = 0.4;

/// How far names stand from the dots, for the lines between them, in pixels.
const LEADER: f64 = 12.0;

/// The height of the words above years without results, in pixels.
const WORDS_ABOVE: f64 = 26.0;

pub(super) fn plot(chart: &TrendChart, width: Width) -> Plot {
    let dots = || chart.lines.iter().flat_map(|line| &line.dots);
    let intervals = dots().filter_map(|dot| dot.interval);
    let ends = intervals.flat_map(|interval| [interval.low(), interval.high()]);
    let numbers = dots().map(|dot| dot.figure.number()).chain(ends);
    let (unit, focus) = (
        chart.measure.unit(),
        if chart.is_gap { Focus::Gap } else { Focus::All },
    );
    let up = scale::figures(numbers, unit, focus);
    let up = up.labels(scale::written_of(unit, chart.is_gap));
    let last = chart.years.len().saturating_sub(1) as f64;
    let across = Axis::numbers(-BESIDE, last + BESIDE);
    let across = across.names(chart.years.iter().map(|year| {
        let name = year.year.to_string();
        // 22/23 for 2022/23.
        let short = name.get(2..).unwrap_or(&name).to_owned();
        [name, short]
    }));
    let (top, bottom) = (if chart.is_snapshot { 46.0 } else { 30.0 }, 30.0);
    let sheet = Sheet { chart, width, top };
    let names = (chart.lines.len() as f64 * sheet.line()).ceil() + top + bottom;
    let height = width.either(400.0_f64, 480.0).max(names);
    let mut plot = Plot::plane(width, [across, up], height, [top, bottom]);
    plot.ask_right(sheet.room_for_names());
    plot.marks(sheet.head());
    for (start, end, kind) in spans(&chart.years) {
        plot.marks(sheet.span(start, end, kind));
    }
    for (place, line) in chart.lines.iter().enumerate() {
        plot.marks(sheet.marks(place, line));
    }
    if let Some(names) = sheet.first_names() {
        // The words above years without results stay clear.
        let heights = (Along::FROM.by(WORDS_ABOVE), Along::TO);
        plot.mark(Mark::apart(names, sheet.line(), heights));
    }
    let heights = (Along::FROM, Along::TO);
    plot.mark(Mark::apart(sheet.last_names(), sheet.line(), heights));
    plot
}

/// A chart that is drawn in a width.
struct Sheet<'a> {
    chart: &'a TrendChart,
    width: Width,
    /// The room above the plot.
    top: f64,
}

impl Sheet<'_> {
    fn radius(&self) -> f64 {
        self.width.either(3.0, 4.0)
    }

    /// The size of the letters of names.
    fn letters(&self) -> f64 {
        self.width.either(10.5, 12.0)
    }

    /// From a name to the next below it.
    fn line(&self) -> f64 {
        self.width.either(12.5, 15.0)
    }

    /// A year's place for a line: the lines of a year stand side by side.
    fn x(&self, line: usize, year: usize) -> Along {
        Along::number(year as f64).aside(line, self.chart.lines.len())
    }

    /// Names at the right end ask for the width of the longest as if all were bold, so that it does not hang on what is
    /// distinguishable.
    fn room_for_names(&self) -> f64 {
        let lines = self.chart.lines.iter();
        let names = lines.filter_map(|line| {
            let name = format!("{}{}", line.name, self.end_of_name(line)?);
            Some(plot::width(&name, self.letters(), true))
        });
        let longest = names.fold(0.0, f64::max);
        longest.min(self.width.either(104.0, 230.0)).ceil() + 8.0
    }

    /// What the axis upwards counts, and that memberships are a snapshot where they are.
    fn head(&self) -> Vec<Mark> {
        let chart = self.chart;
        let text = |words: [&str; 2], y: f64| {
            let text = Mark::text(words, Along::START).y(Along::START.by(y));
            text.ink(Ink::QUIET)
        };
        let axis = words::axis_name(chart.measure, chart.is_gap);
        let mut head = vec![text([axis.as_str(); 2], self.top - 20.0)];
        if chart.is_snapshot {
            head.push(text([true, false].map(words::snapshot), 8.0).size(11.0));
        }
        head
    }

    /// Two upright lines around years without results of exams, and what they are.
    fn span(&self, start: usize, end: usize, kind: &YearKind) -> Vec<Mark> {
        let (start, end) = (start as f64 - 0.44, end as f64 + 0.44);
        let text = |words: &str, line: usize| {
            let y = Along::FROM.by(8.0 + 12.0 * line as f64);
            let text = Mark::text(words, f64::midpoint(start, end)).y(y).centred();
            text.size(10.5).ink(Ink::QUIET)
        };
        let said = words::without_exams(kind).map(|(long, short)| {
            let short = short.iter().filter(|word| !word.is_empty()).enumerate();
            let short = short.map(|(line, word)| text(word, line));
            let within = (Along::number(start), Along::number(end));
            text(long, 0).within(within.0, within.1).or(short)
        });
        let around = [start, end].map(Mark::upright);
        around.into_iter().chain(said).collect()
    }

    /// The intervals, then the line from year to next year, then the dots.
    fn marks(&self, place: usize, line: &Line) -> Vec<Mark> {
        let (ink, width) = match line.look {
            Look::Strong => (inks::SOLID, 2.5),
            Look::Plain => (inks::SOLID, 1.2),
            Look::All => (inks::MEAN, 2.0),
        };
        let at = |dot: &Dot| {
            let y = Along::number(dot.figure.number());
            (self.x(place, dot.year), y)
        };
        let mut marks = Vec::new();
        for dot in &line.dots {
            marks.extend(dot.interval.map(|interval| {
                let (x, _) = at(dot);
                let (low, high) = (
                    Along::number(interval.low()),
                    Along::number(interval.high()),
                );
                Mark::line((x, low), (x, high)).ink(inks::CONNECTOR)
            }));
        }
        for (one, two) in line.dots.iter().zip(line.dots.iter().skip(1)) {
            // No line across a year without results, nor to what teachers assessed.
            if one.of_exams && two.of_exams && one.year + 1 == two.year {
                marks.push(Mark::line(at(one), at(two)).size(width).ink(ink));
            }
        }
        for dot in &line.dots {
            let (x, y) = at(dot);
            let mark = if !dot.of_exams {
                Mark::cross(x, self.radius()).ink(ink)
            } else if line.look == Look::Plain {
                Mark::dot(x).size(self.radius()).ink(inks::HOLLOW)
            } else {
                Mark::dot(x).size(self.radius()).ink(ink)
            };
            marks.push(mark.y(y).about(Subject::new(&dot.id, &dot.words)));
        }
        marks
    }

    /// A line's name beside one of its dots, shortened to a place.
    fn name(&self, place: usize, dot: &Dot, from: Along, to: Along) -> Mark {
        let Some(line) = self.chart.lines.get(place) else {
            return Mark::text("", from);
        };
        let name = Mark::text(&line.name, from).y(dot.figure.number());
        let name = name.size(self.letters()).shortened_to(to);
        match line.look {
            Look::Plain => name,
            Look::Strong | Look::All => name.bold(),
        }
    }

    /// The same, with a thin line from the dot.
    fn led_to(&self, place: usize, dot: &Dot, name: Mark) -> Mark {
        let x = self.x(place, dot.year).by(self.radius() + 2.0);
        name.led_from(x, dot.figure.number(), inks::LIMIT)
    }

    /// What follows a name at the right end: a sign for schools that changed, and the figure there; nothing where the line
    /// has no figure at all.
    fn end_of_name(&self, line: &Line) -> Option<String> {
        let last = line.dots.last()?;
        let figure = self.is_at_end(last).then_some(last.shown.as_str());
        let figure = words::after_name(figure);
        Some(format!("{}{figure}", sign(line)))
    }

    /// Whether a dot is of the last year that has results.
    fn is_at_end(&self, dot: &Dot) -> bool {
        let mut years = self.chart.years.iter();
        years.rposition(|year| year.kind.has_results()) == Some(dot.year)
    }

    /// Names beside the last dots before years without results: from there on no line leads to the names at the right.
    fn first_names(&self) -> Option<Vec<Mark>> {
        let has_results = |year: &TrendYear| year.kind.has_results();
        let years = &self.chart.years;
        let first = years.iter().position(has_results)?;
        let mut after = years.iter().enumerate().skip(first);
        let gap = after.find(|(_, year)| !has_results(year))?.0;
        let next = after.find(|(_, year)| has_results(year))?.0;
        let last = gap - 1;
        let outermost = self.chart.lines.len().saturating_sub(1);
        let from = self.x(outermost, last).by(self.radius() + LEADER);
        let to = self.x(0, next).by(-self.radius() - 6.0);
        let lines = self.chart.lines.iter().enumerate();
        let names = lines.filter_map(|(place, line)| {
            let dot = line.dots.iter().find(|dot| dot.year == last)?;
            let name = self.name(place, dot, from, to).suffix(sign(line));
            Some(self.led_to(place, dot, name))
        });
        Some(names.collect())
    }

    /// Names with figures at the right end.
    fn last_names(&self) -> Vec<Mark> {
        let lines = self.chart.lines.iter().enumerate();
        let names = lines.filter_map(|(place, line)| {
            let dot = line.dots.last()?;
            let name = self.name(place, dot, Along::TO.by(4.0), Along::END.by(-1.0));
            let name = name.suffix(self.end_of_name(line)?);
            // Across years without a figure nothing leads to a name.
            Some(if self.is_at_end(dot) {
                self.led_to(place, dot, name)
            } else {
                name
            })
        });
        names.collect()
    }
}

/// The sign of a line whose schools changed.
const fn sign(line: &Line) -> &'static str {
    if line.is_marked { "*" } else { "" }
}

/// Years of one kind that follow each other: the places of the first and the last, and the kind.
fn spans(years: &[TrendYear]) -> Vec<(usize, usize, &YearKind)> {
    let mut spans: Vec<(usize, usize, &YearKind)> = Vec::new();
    for (place, year) in years.iter().enumerate() {
        match spans.last_mut() {
            Some((_, end, kind)) if **kind == year.kind => *end = place,
            _ => spans.push((place, place, &year.kind)),
        }
    }
    spans.retain(|(_, _, kind)| **kind != YearKind::Exams);
    spans
}
