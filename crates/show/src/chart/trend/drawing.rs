//! The picture of a trend: years on the horizontal axis, figures on the vertical axis, names at the ends of lines.

use method::{TrendYear, YearKind};
use plot::{self, Along, Axis, Ink, Mark, Plot, Subject, Width};

use crate::chart::key::{KeyItem, Sign, words as key_words};
use crate::chart::{inks, level_in_words, scale};

use super::words::drawing as words;
use super::{Dot, Line, Look, TrendChart, breaks};

/// Room around the years, in years.
const BESIDE: f64 = 0.4;

/// The gap between dots and names, for leader lines, in pixels.
const LEADER: f64 = 12.0;

/// The height of the words above years without results, in pixels.
const WORDS_ABOVE: f64 = 26.0;

/// The room for the years' names below the plot, in pixels.
const YEARS_BELOW: f64 = 30.0;

pub(super) fn plot(chart: &TrendChart, width: Width) -> Plot {
    let up = scale::differences(chart.measure.unit(), chart.is_gap);
    let last = chart.years.len().saturating_sub(1) as f64;
    let across = Axis::numbers(-BESIDE, last + BESIDE);
    let across = across.names(chart.years.iter().map(|year| {
        let name = year.year.to_string();
        // 22/23 for 2022/23.
        let short = name.get(2..).unwrap_or(&name).to_owned();
        [name, short]
    }));
    let sentences = breaks::room(&chart.breaks, width);
    let (top, bottom) = (if chart.is_snapshot { 46.0 } else { 30.0 }, YEARS_BELOW + sentences);
    let [radius, letters, line] = width.either([3.0, 10.5, 12.5], [4.0, 12.0, 15.0]);
    let sheet = Sheet {
        chart,
        width,
        radius,
        letters,
    };
    let names = (chart.lines.len() as f64 * line).ceil() + top + bottom;
    let height = (width.either(400.0_f64, 480.0) + sentences).max(names);
    let mut plot = Plot::plane(width, [across, up], height, [top, bottom]);
    plot.ask_right(sheet.room_for_names());
    let head = |words: [&str; 2], y: f64| {
        let text = Mark::text(words, Along::START).y(Along::START.by(y));
        text.ink(Ink::QUIET)
    };
    let axis = words::axis_name(chart.measure, chart.is_gap);
    plot.mark(head([&axis; 2], top - 20.0));
    if chart.is_snapshot {
        // It may be downloaded without its subtitle.
        plot.mark(head([true, false].map(words::snapshot), 8.0).size(12.0));
    }
    for (start, end, kind) in spans(&chart.years) {
        plot.marks(span(start, end, kind));
    }
    plot.marks(breaks::marks(&chart.breaks, width, YEARS_BELOW + 6.0));
    for (index, line) in chart.lines.iter().enumerate() {
        plot.marks(sheet.marks(index, line));
    }
    if let Some(names) = sheet.first_names() {
        // The words above years without results stay clear.
        let heights = (Along::FROM.by(WORDS_ABOVE), Along::TO);
        plot.mark(Mark::apart(names, line, heights));
    }
    let heights = (Along::FROM, Along::TO);
    plot.mark(Mark::apart(sheet.last_names(), line, heights));
    plot
}

/// An area behind years without results of exams, and what they are.
fn span(start: usize, end: usize, kind: &YearKind) -> Vec<Mark> {
    let (start, end) = (start as f64 - 0.44, end as f64 + 0.44);
    let text = |words: &str, line: f64| {
        let y = Along::FROM.by(8.0 + 12.0 * line);
        let text = Mark::text(words, f64::midpoint(start, end)).y(y).centred();
        text.size(12.0).ink(Ink::QUIET)
    };
    let mut marks = vec![Mark::area([start, end].map(|x| (x, [Along::FROM, Along::TO])))];
    if let Some((long, [first, second])) = words::without_exams(kind) {
        let mut short = vec![text(first, 0.0)];
        if !second.is_empty() {
            short.push(text(second, 1.0));
        }
        let (start, end) = (Along::number(start), Along::number(end));
        marks.push(text(long, 0.0).within(start, end).or(short));
    }
    marks
}

/// A chart that is drawn in a width.
struct Sheet<'a> {
    chart: &'a TrendChart,
    width: Width,
    radius: f64,
    /// The size of the letters of names.
    letters: f64,
}

impl Sheet<'_> {
    /// The position of a year for a line: the lines of a year are side by side.
    fn x(&self, line: usize, year: usize) -> Along {
        Along::number(year as f64).aside(line, self.chart.lines.len())
    }

    /// Names at the right end reserve the width of the longest in bold, so that the layout does not depend on which
    /// changes are distinguishable.
    fn room_for_names(&self) -> f64 {
        let mut longest = 0.0_f64;
        for line in &self.chart.lines {
            if let Some(end) = self.end_of_name(line) {
                let name = format!("{}{end}", line.name);
                longest = longest.max(plot::width(&name, self.letters, true));
            }
        }
        longest.min(self.width.either(104.0, 230.0)).ceil() + 8.0
    }

    /// The intervals, then the line from year to next year, then the dots.
    fn marks(&self, index: usize, line: &Line) -> Vec<Mark> {
        let (ink, width) = match line.look {
            Look::Strong => (inks::SOLID, 2.5),
            Look::Plain => (inks::SOLID, 1.2),
            Look::All => (inks::MEAN, 2.0),
        };
        let at = |dot: &Dot, y: f64| (self.x(index, dot.year), Along::number(y));
        let (mut intervals, mut lines, mut dots) = (Vec::new(), Vec::new(), Vec::new());
        let mut last: Option<&Dot> = None;
        for dot in &line.dots {
            if let Some(of) = dot.interval {
                let interval = Mark::line(at(dot, of.low()), at(dot, of.high()));
                intervals.push(interval.ink(inks::CONNECTOR));
            }
            let here = at(dot, dot.figure.number());
            // No line across a year without results, nor to what teachers assessed.
            let before = last.filter(|of| of.of_exams && dot.of_exams && of.year + 1 == dot.year);
            if let Some(before) = before {
                let line = Mark::line(at(before, before.figure.number()), here);
                lines.push(line.size(width).ink(ink));
            }
            let mark = if !dot.of_exams {
                Mark::cross(here.0, self.radius).ink(ink)
            } else if line.look == Look::Plain {
                Mark::dot(here.0).size(self.radius).ink(inks::HOLLOW)
            } else {
                Mark::dot(here.0).size(self.radius).ink(ink)
            };
            let about = Subject::new(&dot.id, &dot.words);
            dots.push(mark.y(here.1).about(about));
            last = Some(dot);
        }
        intervals.append(&mut lines);
        intervals.append(&mut dots);
        intervals
    }

    /// A line's name beside one of its dots, shortened to end somewhere; a thin line may lead to it.
    fn name(&self, (index, line): (usize, &Line), dot: &Dot, (from, to): (Along, Along), is_led: bool) -> Mark {
        let y = dot.figure.number();
        let mut name = Mark::text(&line.name, from).y(y).size(self.letters);
        if line.look != Look::Plain {
            name = name.bold();
        }
        if is_led {
            let x = self.x(index, dot.year).by(self.radius + 2.0);
            name = name.led_from(x, y, inks::LIMIT);
        }
        name.shortened_to(to)
    }

    /// The suffix of a name at the right end: a sign for schools that changed, and the figure. `None` if the line has
    /// no figure at all.
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
        let from = self.x(outermost, last).by(self.radius + LEADER);
        let to = self.x(0, next).by(-self.radius - 6.0);
        let mut names = Vec::new();
        for line in self.chart.lines.iter().enumerate() {
            let dot = line.1.dots.iter().find(|dot| dot.year == last);
            let name = dot.map(|dot| self.name(line, dot, (from, to), true));
            names.extend(name.map(|name| name.suffix(sign(line.1))));
        }
        Some(names)
    }

    /// Names with figures at the right end.
    fn last_names(&self) -> Vec<Mark> {
        let room = (Along::TO.by(4.0), Along::END.by(-1.0));
        let mut names = Vec::new();
        for line in self.chart.lines.iter().enumerate() {
            let end = line.1.dots.last().zip(self.end_of_name(line.1));
            names.extend(end.map(|(dot, end)| {
                // No leader line crosses years without a figure.
                self.name(line, dot, room, self.is_at_end(dot)).suffix(end)
            }));
        }
        names
    }
}

/// The sign of a line whose schools changed.
const fn sign(line: &Line) -> &'static str {
    if line.is_marked { "*" } else { "" }
}

/// Years of one kind that follow each other: the indices of the first and the last, and the kind.
fn spans(years: &[TrendYear]) -> Vec<(usize, usize, &YearKind)> {
    let mut spans: Vec<(usize, usize, &YearKind)> = Vec::new();
    for (index, year) in years.iter().enumerate() {
        match spans.last_mut() {
            Some((_, end, kind)) if **kind == year.kind => *end = index,
            _ => spans.push((index, index, &year.kind)),
        }
    }
    spans.retain(|(_, _, kind)| **kind != YearKind::Exams);
    spans
}

/// The looks of lines, their intervals, and what is not a result of exams.
pub(super) fn key(chart: &TrendChart) -> Vec<KeyItem> {
    let is_there = |look: Look| chart.lines.iter().any(|line| line.look == look);
    let dots = || chart.lines.iter().flat_map(|line| &line.dots);
    let mut items = Vec::new();
    let mut add = |is_there: bool, sign, ink, words: &'static str| {
        if is_there {
            items.push(KeyItem::new(sign, ink, words));
        }
    };
    add(is_there(Look::Strong), Sign::Dot(4.0), inks::SOLID, key_words::CHANGED);
    add(
        is_there(Look::Plain),
        Sign::Dot(4.0),
        inks::HOLLOW,
        key_words::PERHAPS_CHANGED,
    );
    add(is_there(Look::All), Sign::Line(2.0), inks::MEAN, key_words::ALL_TRUSTS);
    add(
        dots().any(|dot| !dot.of_exams),
        Sign::Cross,
        inks::SOLID,
        key_words::TEACHER_ASSESSED,
    );
    add(
        !spans(&chart.years).is_empty(),
        Sign::Area,
        Ink::SHADE,
        key_words::WITHOUT_EXAMS,
    );
    add(!chart.breaks.is_empty(), Sign::Tick(1.0), inks::LIMIT, key_words::BREAK);
    if dots().any(|dot| dot.interval.is_some()) {
        let interval = key_words::interval(&level_in_words(chart.level));
        items.push(KeyItem::new(Sign::Tick(1.0), inks::CONNECTOR, interval));
    }
    items
}
