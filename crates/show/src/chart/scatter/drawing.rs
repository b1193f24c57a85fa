//! The picture of the scatter.

use plot::{Along, Axis, Ink, Mark, Plot, Subject, Width};
use records::terms::{Focus, Unit};

use crate::chart::key::{KeyItem, Sign, words as key_words};
use crate::chart::{inks, level_in_words, scale};

use super::{Dot, Light, ScatterChart};

/// From one name to the next, in pixels.
const LINE: f64 = 14.0;

/// From the middle of a dot to the line that leads to its name, in pixels.
const LED_FROM: f64 = 8.0;

/// From how far left to how far right the line goes, in steps of this many.
const STEPS: usize = 60;

/// Between the outermost dots and the edges of the plot, in pixels.
const ROOM: f64 = 8.0;

pub(super) fn plot(chart: &ScatterChart, width: Width) -> Plot {
    let unit = chart.part.unit();
    let across = match unit {
        Unit::Percent => scale::figures(unit, Focus::All),
        _ => Axis::around(unit_range(chart)).labels(|number| number.to_string()),
    };
    let across = across.inset(ROOM);
    let up = scale::figures(chart.measure.unit(), chart.focus).inset(ROOM);
    let mut plot = Plot::plane(width, [across, up], [380.0, 500.0], [30.0, 44.0]);
    let quiet = |text: Mark| text.ink(Ink::QUIET);
    let part = Mark::text([short_name(chart, true), short_name(chart, false)], Along::TO);
    plot.mark(quiet(part.y(Along::TO.by(32.0)).ends_here()));
    let measure = Mark::text(chart.measure.short_name(), Along::START);
    plot.mark(quiet(measure.y(Along::START.by(10.0))));
    if let Ok(line) = &chart.line {
        let known = || chart.dots.iter().map(|dot| dot.point.context.number());
        let (from, to) = (
            known().fold(f64::INFINITY, f64::min),
            known().fold(f64::NEG_INFINITY, f64::max),
        );
        let steps = (0..=STEPS).map(|step| from + (to - from) * step as f64 / STEPS as f64);
        let along: Vec<_> = steps.filter_map(|at| Some((at, line.at(at)?))).collect();
        let band = along
            .iter()
            .map(|(at, (_, band))| (*at, [band.low(), band.high()].map(Along::number)));
        plot.mark(Mark::area(band));
        let line = along.iter().map(|(at, (expected, _))| (*at, *expected));
        plot.mark(Mark::path(line).size(1.8).ink(inks::MEAN));
    }
    // Highlighted dots are drawn over the others.
    for light in [Light::Behind, Light::Usual, Light::Named] {
        for dot in chart.dots.iter().filter(|dot| dot.light == light) {
            let mark = Mark::dot(dot.point.context.number()).y(dot.point.figure.number());
            let mark = mark.size(radius_of(dot)).ink(ink(dot));
            plot.mark(mark.about(Subject::new(&*dot.trust.of.uid, chart.words_of(dot))));
        }
    }
    // The names of those found are at the right, where no dot is behind them.
    if chart.named().next().is_some() {
        plot.ask_right([96.0, 200.0]);
    }
    let names = chart.named().map(|dot| {
        let (context, figure) = (dot.point.context.number(), dot.point.figure.number());
        let name = Mark::text(dot.trust.readable_name(), Along::TO.by(6.0)).y(figure);
        let name = name.size(12.0).bold().shortened_to(Along::END);
        name.led_from(Along::number(context).by(LED_FROM), figure, inks::LIMIT)
    });
    plot.mark(Mark::apart(names, LINE, (Along::FROM, Along::TO)));
    plot
}

/// The part's name under its axis.
fn short_name(chart: &ScatterChart, is_narrow: bool) -> String {
    let name = chart.part.name();
    let short = name.split(" (").next().unwrap_or(name);
    if is_narrow { short } else { name }.to_owned()
}

/// Around the part's scores.
fn unit_range(chart: &ScatterChart) -> (i32, i32) {
    chart.part.unit().range()
}

/// Dots are larger the more they stand out, so that colour is never the only sign.
fn radius_of(dot: &Dot) -> [f64; 2] {
    let by = match dot.light {
        Light::Behind => 0.7,
        Light::Usual => 1.0,
        Light::Named => 1.8,
    };
    [2.6, 3.6].map(|radius| radius * by)
}

const fn ink(dot: &Dot) -> Ink {
    match dot.light {
        Light::Behind => inks::BEHIND,
        Light::Usual => inks::TRUST,
        Light::Named => inks::FAR_OUTSIDE,
    }
}

/// Dots by how much they stand out, and the line with its interval.
pub(super) fn key(chart: &ScatterChart) -> Vec<KeyItem> {
    let has = |light: Light| chart.dots.iter().any(|dot| dot.light == light);
    let dot = |radius, ink, words| KeyItem::new(Sign::Dot(radius), ink, words);
    let mut items = vec![dot(3.6, inks::TRUST, key_words::TRUST)];
    if has(Light::Behind) {
        items.push(dot(2.5, inks::BEHIND, key_words::ELSEWHERE));
    }
    if has(Light::Named) {
        items.push(dot(6.0, inks::FAR_OUTSIDE, key_words::FOUND));
    }
    if chart.line.is_ok() {
        let interval = key_words::of_line(&level_in_words(chart.level));
        items.extend([
            KeyItem::new(Sign::Line(1.8), inks::MEAN, key_words::EXPECTED),
            KeyItem::new(Sign::Area, Ink::SHADE, interval),
        ]);
    }
    items
}
