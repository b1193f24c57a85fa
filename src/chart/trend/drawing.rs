//! The picture of a trend: years across, figures upwards, names at the lines' ends.

use crate::chart::Chart;
use crate::chart::canvas::{Canvas, Lettering, range, round_numbers};
use crate::chart::gap::{axis_label, is_narrow};
use crate::chart::picture::{Anchor, Ink, Picture, Subject};
use crate::chart::plane::{Plane, Scale};
use crate::chart::text;
use crate::chart::trust::bounds_of;
use crate::method::{TrendYear, YearKind};
use crate::terms::Focus;
use crate::words::chart::trend::drawing as words;

use super::ends::end_label;
use super::{Dot, Line, Look, TrendChart};

/// At most so many numbers along the axis upwards.
const NUMBERS_UPWARDS: usize = 8;

/// Room around the years, in years.
const BESIDE: f64 = 0.4;

/// The lines of one year stand side by side within this part of it, so that their intervals can be told apart.
const SPREAD: f64 = 0.45;

/// At most so far from one line to the next, in pixels.
const STEP: f64 = 8.0;

/// What depends on whether the picture is wide.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    height: u32,
    /// Letters of names.
    pub(super) name: f64,
    /// From a name to the next below it.
    pub(super) line: f64,
    longest_name: f64,
    pub(super) radius: f64,
}

const NARROW: Measures = Measures {
    height: 400,
    name: 10.5,
    line: 12.5,
    longest_name: 104.0,
    radius: 3.0,
};

const WIDE: Measures = Measures {
    height: 480,
    name: 12.0,
    line: 15.0,
    longest_name: 230.0,
    radius: 4.0,
};

fn measures(width: u32) -> Measures {
    if is_narrow(width) { NARROW } else { WIDE }
}

pub(super) fn draw(chart: &TrendChart, width: u32) -> Picture {
    let sheet = Sheet {
        chart,
        plane: plane(chart, width),
        measures: measures(width),
    };
    let canvas = sheet.plane.canvas();
    let format = |number| axis_number(chart, number);
    sheet.plane.levels(
        &canvas,
        &Scale {
            most: NUMBERS_UPWARDS,
            format: &format,
        },
    );
    sheet.draw_head(&canvas);
    sheet.draw_years(&canvas);
    for (place, line) in chart.lines.iter().enumerate() {
        sheet.draw_line(&canvas, place, line);
    }
    sheet.name_first(&canvas);
    sheet.name_last(&canvas);
    canvas.finish(chart.title().to_owned(), chart.description())
}

fn plane(chart: &TrendChart, width: u32) -> Plane {
    let measures = measures(width);
    let unit = chart.measure.unit();
    let dots = chart.lines.iter().flat_map(|line| &line.dots);
    let numbers = dots.flat_map(|dot| {
        let ends = dot
            .interval
            .map(|interval| [interval.low(), interval.high()]);
        std::iter::once(dot.figure.number()).chain(ends.into_iter().flatten())
    });
    let focus = if chart.is_gap { Focus::Gap } else { Focus::All };
    let up = range(numbers, bounds_of(unit, focus));
    let axis = Lettering::of_axis(Anchor::End);
    let longest_number = round_numbers(up.0, up.1, NUMBERS_UPWARDS)
        .into_iter()
        .map(|number| axis.width_of(&axis_number(chart, number)))
        .fold(0.0, f64::max);
    let longest_name = chart
        .lines
        .iter()
        .filter_map(|line| end_label(chart, line, f64::INFINITY, measures.name))
        .map(|label| text::width(&label, measures.name, true))
        .fold(0.0, f64::max);
    let (top, bottom) = (if chart.is_snapshot { 46 } else { 30 }, 30);
    let names = (chart.lines.len() as f64 * measures.line).ceil() as u32 + top + bottom;
    Plane {
        width,
        height: measures.height.max(names),
        left: longest_number.ceil() as u32 + 10,
        right: longest_name.min(measures.longest_name).ceil() as u32 + 8,
        top,
        bottom,
        across: (-BESIDE, chart.years.len().saturating_sub(1) as f64 + BESIDE),
        up,
    }
}

/// A gap of two percentages is no percentage.
fn axis_number(chart: &TrendChart, number: f64) -> String {
    let label = axis_label(number, chart.measure.unit());
    match label.strip_suffix('%') {
        Some(number) if chart.is_gap => number.to_owned(),
        _ => label,
    }
}

/// A chart with the frame in which it is drawn.
pub(super) struct Sheet<'a> {
    pub(super) chart: &'a TrendChart,
    pub(super) plane: Plane,
    pub(super) measures: Measures,
}

impl Sheet<'_> {
    /// The width of a year.
    fn year_width(&self) -> f64 {
        self.plane.x(1.0) - self.plane.x(0.0)
    }

    /// How far right of its year's middle a line's dots stand: the lines of a year stand side by side.
    pub(super) fn aside(&self, line: usize) -> f64 {
        let lines = self.chart.lines.len().max(1) as f64;
        let step = (self.year_width() * SPREAD / lines).min(STEP);
        (line as f64 - (lines - 1.0) / 2.0) * step
    }

    /// A dot's place.
    pub(super) fn place(&self, line: usize, dot: &Dot) -> (f64, f64) {
        (
            self.plane.x(dot.year as f64) + self.aside(line),
            self.plane.y(dot.figure.number()),
        )
    }

    /// What the axis upwards counts, and that memberships are a snapshot where they are.
    fn draw_head(&self, canvas: &Canvas) {
        let lettering = Lettering::of_axis(Anchor::Start);
        let at = (0.0, f64::from(self.plane.top) - 20.0);
        let axis = words::axis_name(self.chart.measure, self.chart.is_gap);
        canvas.text(&axis, at, lettering);
        if self.chart.is_snapshot {
            let said = words::snapshot(is_narrow(self.plane.width));
            let lettering = Lettering {
                size: 11.0,
                ..lettering
            };
            canvas.text(said, (0.0, 8.0), lettering);
        }
    }

    /// The years' names below, as many as there is room for; and what is said of years without results of exams.
    fn draw_years(&self, canvas: &Canvas) {
        let years = &self.chart.years;
        let lettering = Lettering {
            size: if is_narrow(self.plane.width) {
                10.5
            } else {
                12.0
            },
            ..Lettering::of_axis(Anchor::Middle)
        };
        let longest = lettering.width_of("2022/23");
        let is_short = longest + 4.0 > self.year_width();
        let name = |year: &TrendYear| {
            let name = year.year.to_string();
            // 22/23 for 2022/23.
            match name.get(2..) {
                Some(short) if is_short => short.to_owned(),
                _ => name,
            }
        };
        let room = lettering.width_of("22/23") + 3.0;
        let every = (room / self.year_width()).ceil().max(1.0) as usize;
        let floor = self.plane.floor();
        for (place, year) in years.iter().enumerate() {
            // Counted from the last, which always has its name.
            if (years.len() - 1 - place).is_multiple_of(every) {
                let x = self.plane.x(place as f64);
                canvas.text(&name(year), (x, floor + 13.0), lettering);
            }
        }
        for (start, end, kind) in spans(years) {
            self.draw_span(canvas, (start, end), kind);
        }
    }

    /// Two upright lines around years without results of exams, and what they are.
    fn draw_span(&self, canvas: &Canvas, (start, end): (usize, usize), kind: &YearKind) {
        let (left, right) = (
            self.plane.x(start as f64 - 0.5 + 0.06),
            self.plane.x(end as f64 + 0.5 - 0.06),
        );
        let top = f64::from(self.plane.top);
        for x in [left, right] {
            canvas.line((x, self.plane.floor()), (x, top), 1.0, Ink::Grid);
        }
        let lettering = Lettering {
            size: 10.5,
            ..Lettering::of_axis(Anchor::Middle)
        };
        let Some((long, short)) = words::without_exams(kind) else {
            return;
        };
        let middle = f64::midpoint(left, right);
        if lettering.width_of(long) <= right - left {
            canvas.text(long, (middle, top + 8.0), lettering);
            return;
        }
        for (place, word) in short
            .into_iter()
            .filter(|word| !word.is_empty())
            .enumerate()
        {
            let y = top + 8.0 + 12.0 * place as f64;
            canvas.text(word, (middle, y), lettering);
        }
    }

    /// The intervals, then the line from year to next year, then the dots.
    fn draw_line(&self, canvas: &Canvas, place: usize, line: &Line) {
        let (ink, width) = match line.look {
            Look::Strong => (Ink::Solid, 2.5),
            Look::Plain => (Ink::Solid, 1.2),
            Look::All => (Ink::Mean, 2.0),
        };
        for dot in &line.dots {
            let (x, _) = self.place(place, dot);
            if let Some(interval) = dot.interval {
                let ends = (self.plane.y(interval.low()), self.plane.y(interval.high()));
                canvas.line((x, ends.0), (x, ends.1), 1.0, Ink::Connector);
            }
        }
        for (one, two) in line.dots.iter().zip(line.dots.iter().skip(1)) {
            // No line across a year without results, nor to what teachers assessed.
            if one.of_exams && two.of_exams && one.year + 1 == two.year {
                canvas.line(self.place(place, one), self.place(place, two), width, ink);
            }
        }
        for dot in &line.dots {
            canvas.about(Some(Subject {
                id: dot.id.clone(),
                words: dot.words.clone(),
            }));
            self.draw_dot(canvas, self.place(place, dot), dot, line.look);
            canvas.about(None);
        }
    }

    fn draw_dot(&self, canvas: &Canvas, at: (f64, f64), dot: &Dot, look: Look) {
        let radius = self.measures.radius;
        let ink = match look {
            Look::Strong => Ink::Solid,
            Look::Plain => Ink::Hollow,
            Look::All => Ink::Mean,
        };
        if dot.of_exams {
            canvas.circle(at, radius, ink);
            return;
        }
        let ink = if ink == Ink::Hollow { Ink::Solid } else { ink };
        let (x, y) = at;
        canvas.line((x - radius, y - radius), (x + radius, y + radius), 1.5, ink);
        canvas.line((x - radius, y + radius), (x + radius, y - radius), 1.5, ink);
    }
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
