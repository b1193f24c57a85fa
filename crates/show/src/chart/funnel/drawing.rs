//! The picture of the funnel.

use plot::{Along, Axis, Ink, Mark, Plot, Subject, Width};
use records::terms::{Figure, Focus, Unit, grouped};
use stats::funnel::{Bands, FunnelZone};

use crate::chart::key::{KeyItem, Sign, words as key_words};
use crate::chart::precision::words::effective_pupils;
use crate::chart::{inks, scale};

use super::{Dot, FunnelChart, words};

/// From one text at the right end of the limits to the next, in pixels.
const LINE: f64 = 13.0;

/// A limit: how to find it among those of a size, how wide its line is and what it is called.
struct Limit {
    of: fn(Bands) -> f64,
    width: f64,
    name: &'static str,
}

/// The limits from above.
const LIMITS: [Limit; 4] = [
    Limit::new(|bands| bands.outer.high(), 1.8, "99.8%"),
    Limit::new(|bands| bands.inner.high(), 1.0, "95%"),
    Limit::new(|bands| bands.inner.low(), 1.0, "95%"),
    Limit::new(|bands| bands.outer.low(), 1.8, "99.8%"),
];

impl Limit {
    const fn new(of: fn(Bands) -> f64, width: f64, name: &'static str) -> Self {
        Self { of, width, name }
    }
}

pub(super) fn plot(chart: &FunnelChart, width: Width) -> Plot {
    let unit = chart.measure.unit();
    let points = &chart.funnel.points;
    let target = chart.funnel.target;
    let pupils = points.iter().map(|point| point.effective_pupils);
    let most = pupils.fold(1.0, f64::max);
    let largest = (most * 1.04).ceil();
    let across = Axis::numbers(0.0, largest);
    let across = across.labels(|number| grouped(number as usize));
    let mut up = scale::figures(unit, Focus::All);
    // The limits at the right end have their names there, so they belong to the picture.
    for point in points.iter().filter(|of| of.effective_pupils >= most) {
        up = up.with(point.limits.outer.low()).with(point.limits.outer.high());
    }
    let mut plot = Plot::plane(width, [across, up], [400.0, 540.0], [30.0, 44.0]);
    plot.ask_right([68.0, 128.0]);
    let pupils = effective_pupils(chart.funnel.is_upper_bound);
    let pupils = Mark::text(pupils, Along::TO).y(Along::TO.by(32.0)).ends_here();
    plot.mark(pupils.ink(Ink::QUIET));
    let measure = Mark::text(chart.measure.short_name(), Along::START);
    plot.mark(measure.y(Along::START.by(10.0)).ink(Ink::QUIET));
    // About every other pixel has a point of each limit.
    let curve = chart.funnel.curve(largest, width.pixels() as u32 / 2);
    // The shade ends at the inner limits, so that the colours of dots outside them are distinguishable.
    let within = curve.iter().map(|(size, bands)| {
        let limits = [bands.inner.low(), bands.inner.high()];
        (*size, limits.map(Along::number))
    });
    plot.mark(Mark::area(within));
    for limit in &LIMITS {
        let points = curve.iter().map(|(size, bands)| (*size, (limit.of)(*bands)));
        plot.mark(Mark::path(points).size(limit.width).ink(inks::LIMIT));
    }
    plot.mark(Mark::horizontal(target.number()).size(1.8).ink(inks::MEAN));
    if let Some((_, bands)) = curve.last() {
        let names = names_of_limits(target, *bands, width);
        plot.mark(Mark::apart(names, LINE, (Along::FROM, Along::TO)));
    }
    // Highlighted dots are drawn over the others, and dots far outside over those within. What was found is on top.
    for height in 0..9 {
        let lights = |dot: &Dot| u8::from(dot.stands_out) + u8::from(dot.is_found);
        let here = |dot: &&Dot| lights(dot) * 3 + level(dot.point.verdict) == height;
        for dot in chart.dots.iter().filter(here) {
            let mark = Mark::dot(dot.point.effective_pupils).y(dot.point.figure.number());
            let mark = mark.size(radius_of(dot)).ink(ink(dot));
            plot.mark(mark.about(Subject::new(&*dot.trust.of.uid, chart.words_of(dot))));
        }
    }
    // What was found comes first, then the farthest out.
    let found = chart.dots.iter().filter(|dot| dot.is_found);
    let far_out = |dot: &&Dot| dot.stands_out && !dot.is_found && level(dot.point.verdict) == 2;
    for dot in found.chain(chart.dots.iter().filter(far_out)) {
        let name = Mark::text(dot.trust.readable_name(), dot.point.effective_pupils);
        let name = name.y(dot.point.figure.number()).size(12.0);
        let name = if dot.is_found { name.bold() } else { name };
        plot.mark(name.where_free(radius_of(dot), [96.0, 210.0]));
    }
    plot
}

/// The names of the target and the limits at their right ends: the target's keeps its height.
fn names_of_limits(target: Figure, bands: Bands, width: Width) -> Vec<Mark> {
    let text = |text: [String; 2], figure: f64, down: f64| {
        let at = Mark::text(text, Along::TO.by(6.0)).y(Along::number(figure).by(down));
        at.size(12.0)
    };
    let figure = match target.unit() {
        Unit::Percent => target.in_sentence(),
        _ => target.plain(),
    };
    let of_target = |words: &str, down| {
        let words = text([words, words].map(str::to_owned), target.number(), down);
        words.bold().pinned()
    };
    let mut names = Vec::new();
    for (index, limit) in LIMITS.iter().enumerate() {
        // The target is in the middle.
        if index == LIMITS.len() / 2 {
            if width.is_narrow() {
                names.push(of_target(words::ALL_TRUSTS, -LINE / 2.0));
                names.push(of_target(&figure, LINE / 2.0));
            } else {
                names.push(of_target(&words::all_trusts_at(&figure), 0.0));
            }
        }
        let name = [limit.name.to_owned(), words::limit(limit.name)];
        names.push(text(name, (limit.of)(bands), 0.0).ink(inks::LIMIT));
    }
    names
}

/// 0 within the limits, 1 beyond those of 95%, 2 beyond those of 99.8%.
const fn level(verdict: FunnelZone) -> u8 {
    match verdict {
        FunnelZone::Within => 0,
        FunnelZone::Above | FunnelZone::Below => 1,
        FunnelZone::FarAbove | FunnelZone::FarBelow => 2,
    }
}

/// Dots are larger the farther outside they are, and smaller in the background, so that colour is never the only sign.
fn radius_of(dot: &Dot) -> [f64; 2] {
    let by_level = match level(dot.point.verdict) {
        0 => 1.0,
        1 => 1.25,
        _ => 1.6,
    };
    let by_level = match dot.stands_out {
        _ if dot.is_found => 2.2,
        true => by_level,
        false => by_level * 0.7,
    };
    [2.6, 3.4].map(|radius| radius * by_level)
}

const fn ink(dot: &Dot) -> Ink {
    match level(dot.point.verdict) {
        _ if !dot.stands_out => inks::BEHIND,
        0 => inks::TRUST,
        1 => inks::OUTSIDE,
        _ => inks::FAR_OUTSIDE,
    }
}

/// Dots by where they are, and what lines and shade mean; the trusts of a part of the country may stand out.
pub(super) fn key(is_highlighted: bool) -> Vec<KeyItem> {
    let mut items = vec![
        KeyItem::new(Sign::Dot(3.4), inks::TRUST, key_words::WITHIN),
        KeyItem::new(Sign::Dot(4.2), inks::OUTSIDE, key_words::OUTSIDE),
        KeyItem::new(Sign::Dot(5.4), inks::FAR_OUTSIDE, key_words::FAR_OUTSIDE),
    ];
    if is_highlighted {
        items.push(KeyItem::new(Sign::Dot(2.4), inks::BEHIND, key_words::ELSEWHERE));
    }
    items.extend([
        KeyItem::new(Sign::Line(1.4), inks::LIMIT, key_words::LIMITS),
        KeyItem::new(Sign::Area, Ink::SHADE, key_words::WHERE_CHANCE_PUTS_THEM),
        KeyItem::new(Sign::Line(1.8), inks::MEAN, key_words::ALL_TRUSTS),
    ]);
    items
}
