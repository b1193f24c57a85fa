//! The picture of the funnel.

use crate::stats::funnel::{Bands, Place};
use crate::terms::order::sorted_by_key;
use crate::terms::{Unit, grouped};
use crate::words::chart::funnel as words;
use crate::words::chart::precision_words::effective_pupils;

use crate::chart::Chart;
use crate::chart::canvas::{Canvas, Lettering, range, round_numbers};
use crate::chart::gap::{axis_label, is_narrow};
use crate::chart::labels::{Area, Labels};
use crate::chart::picture::{Anchor, Ink, Picture, Subject};
use crate::chart::plane::{Plane, Scale};

use super::{Dot, FunnelChart};

/// The height of the words at the right end of a limit.
const LINE: f64 = 13.0;

/// At most so many numbers along the axis upwards.
const NUMBERS_UPWARDS: usize = 8;

/// What depends on whether the picture is wide.
#[derive(Debug, Clone, Copy)]
struct Measures {
    height: u32,
    right: u32,
    radius: f64,
    name: f64,
    longest_name: f64,
    numbers_across: usize,
}

const NARROW: Measures = Measures {
    height: 400,
    right: 62,
    radius: 2.6,
    name: 10.5,
    longest_name: 96.0,
    numbers_across: 4,
};

const WIDE: Measures = Measures {
    height: 540,
    right: 122,
    radius: 3.4,
    name: 11.0,
    longest_name: 210.0,
    numbers_across: 9,
};

fn measures(width: u32) -> Measures {
    if is_narrow(width) { NARROW } else { WIDE }
}

/// A limit: how to find it among those of a size, how wide its line is and what it is called.
struct Line {
    of: fn(Bands) -> f64,
    width: f64,
    name: &'static str,
}

/// The upper limits and the lower ones, outwards from the middle.
const UPPER: [Line; 2] = [
    Line {
        of: |bands| bands.inner.high(),
        width: 1.0,
        name: "95%",
    },
    Line {
        of: |bands| bands.outer.high(),
        width: 1.8,
        name: "99.8%",
    },
];

const LOWER: [Line; 2] = [
    Line {
        of: |bands| bands.inner.low(),
        width: 1.0,
        name: "95%",
    },
    Line {
        of: |bands| bands.outer.low(),
        width: 1.8,
        name: "99.8%",
    },
];

pub(super) fn draw(chart: &FunnelChart, width: u32) -> Picture {
    let plane = plane(chart, width);
    let canvas = plane.canvas();
    let unit = chart.measure.unit();
    plane.grid(
        &canvas,
        &Scale {
            most: measures(width).numbers_across,
            format: &|number| grouped(number as usize),
        },
        &Scale {
            most: NUMBERS_UPWARDS,
            format: &|number| axis_label(number, unit),
        },
    );
    name_axes(chart, plane, &canvas);
    // About every other pixel has a point of each limit.
    let curve = chart.funnel.curve(plane.across.1, width / 2);
    let mut taken = draw_limits(&curve, plane, &canvas);
    let target = plane.y(chart.funnel.target.number());
    canvas.line(
        (f64::from(plane.left), target),
        (plane.end(), target),
        1.8,
        Ink::Mean,
    );
    if let Some((_, bands)) = curve.last() {
        taken.extend(name_limits(chart, *bands, plane, &canvas));
    }
    let radius = measures(width).radius;
    // What is looked at lies above the rest, and what lies far out above what does not.
    let dots: Vec<&Dot> = chart.dots.iter().collect();
    let dots = sorted_by_key(dots, |dot| {
        i64::from(dot.stands_out) * 3 + i64::from(level(dot.point.verdict))
    });
    for dot in dots {
        let at = place(dot, plane);
        canvas.about(Some(Subject {
            id: dot.uid.to_string(),
            words: chart.words_of(dot),
        }));
        canvas.circle(at, size(dot, radius), ink(dot));
        taken.push(Area::around(at, size(dot, radius)));
    }
    canvas.about(None);
    name_far_out(chart, plane, &canvas, taken);
    canvas.finish(chart.title().to_owned(), chart.description())
}

fn plane(chart: &FunnelChart, width: u32) -> Plane {
    let Measures { height, right, .. } = measures(width);
    let points = &chart.funnel.points;
    let most = points
        .iter()
        .map(|point| point.effective_pupils)
        .fold(1.0, f64::max);
    // The limits at the right end have their names there, so they belong to the picture.
    let narrowest = points
        .iter()
        .filter(|point| point.effective_pupils >= most)
        .flat_map(|point| [point.limits.outer.low(), point.limits.outer.high()]);
    let figures = points.iter().map(|point| point.figure.number());
    let numbers = figures
        .chain(narrowest)
        .chain([chart.funnel.target.number()]);
    let unit = chart.measure.unit();
    let up = range(numbers, unit.range());
    let longest = round_numbers(up.0, up.1, NUMBERS_UPWARDS)
        .into_iter()
        .map(|number| Lettering::of_axis(Anchor::End).width_of(&axis_label(number, unit)))
        .fold(0.0, f64::max);
    Plane {
        width,
        height,
        left: longest.ceil() as u32 + 10,
        right,
        top: 30,
        bottom: 44,
        across: (0.0, (most * 1.04).ceil()),
        up,
    }
}

/// What the numbers of each axis are.
fn name_axes(chart: &FunnelChart, plane: Plane, canvas: &Canvas) {
    let across = effective_pupils(chart.funnel.is_upper_bound);
    let at = (plane.end(), plane.floor() + 32.0);
    canvas.text(across, at, Lettering::of_axis(Anchor::End));
    let lettering = Lettering::of_axis(Anchor::Start);
    canvas.text(chart.measure.short_name(), (0.0, 10.0), lettering);
}

/// Draws the limits; gives what they take of the picture, point by point.
fn draw_limits(curve: &[(f64, Bands)], plane: Plane, canvas: &Canvas) -> Vec<Area> {
    let mut taken = Vec::new();
    for line in UPPER.iter().chain(&LOWER) {
        let points = curve.iter().map(|(size, bands)| (*size, (line.of)(*bands)));
        let points: Vec<(f64, f64)> = points.collect();
        for part in plane.within(&points) {
            canvas.path(&part, line.width, Ink::Limit);
            taken.extend(part.into_iter().map(|at| Area::around(at, 1.0)));
        }
    }
    taken
}

/// Names the target and the limits at their right ends, one above the other; gives what the names take.
fn name_limits(chart: &FunnelChart, bands: Bands, plane: Plane, canvas: &Canvas) -> Vec<Area> {
    let x = plane.end() + 6.0;
    let quiet = Lettering {
        size: 11.0,
        bold: false,
        ink: Ink::Limit,
        anchor: Anchor::Start,
    };
    let strong = Lettering {
        bold: true,
        ink: Ink::Words,
        ..quiet
    };
    let target = chart.funnel.target;
    let middle = plane.y(target.number());
    let mut names = Vec::new();
    let figure = match target.unit() {
        Unit::Percent => target.in_sentence(),
        _ => target.plain(),
    };
    let half = if is_narrow(plane.width) {
        names.push((words::ALL_TRUSTS.to_owned(), middle - LINE / 2.0, strong));
        names.push((figure, middle + LINE / 2.0, strong));
        LINE
    } else {
        names.push((words::all_trusts_at(&figure), middle, strong));
        LINE / 2.0
    };
    for (lines, side) in [(UPPER, -1.0), (LOWER, 1.0)] {
        let mut nearest = middle + side * (half + LINE / 2.0);
        for line in lines {
            let y = plane.y((line.of)(bands));
            let y = if side < 0.0 {
                y.min(nearest)
            } else {
                y.max(nearest)
            };
            let name = if is_narrow(plane.width) {
                line.name.to_owned()
            } else {
                words::limit(line.name)
            };
            names.push((name, y, quiet));
            nearest = y + side * LINE;
        }
    }
    let mut taken = Vec::new();
    for (text, y, lettering) in names {
        canvas.text(&text, (x, y), lettering);
        let Lettering {
            size, bold, anchor, ..
        } = lettering;
        taken.push(Area::of_text(&text, (x, y), size, bold, anchor));
    }
    taken
}

/// Names the trusts beyond the outer limits, the farthest out first, where there is room.
fn name_far_out(chart: &FunnelChart, plane: Plane, canvas: &Canvas, taken: Vec<Area>) {
    let Measures {
        radius,
        name,
        longest_name,
        ..
    } = measures(plane.width);
    let room = Area {
        left: f64::from(plane.left) + 2.0,
        top: f64::from(plane.top) - 8.0,
        right: f64::from(plane.width),
        bottom: plane.floor(),
    };
    let mut labels = Labels::new(room, taken);
    let far_out = |dot: &&Dot| dot.stands_out && level(dot.point.verdict) == 2;
    for dot in chart.dots.iter().filter(far_out) {
        let (at, reach) = (place(dot, plane), size(dot, radius));
        let Some(label) = labels.beside(&dot.name, at, reach, name, longest_name) else {
            continue;
        };
        let lettering = Lettering {
            size: name,
            bold: false,
            ink: Ink::Words,
            anchor: label.anchor,
        };
        canvas.text(&label.text, label.at, lettering);
    }
}

fn place(dot: &Dot, plane: Plane) -> (f64, f64) {
    let point = dot.point;
    (
        plane.x(point.effective_pupils),
        plane.y(point.figure.number()),
    )
}

/// 0 within the limits, 1 beyond those of 95%, 2 beyond those of 99.8%.
const fn level(verdict: Place) -> u8 {
    match verdict {
        Place::Within => 0,
        Place::Above | Place::Below => 1,
        Place::FarAbove | Place::FarBelow => 2,
    }
}

/// Dots are larger the farther out they lie, and smaller where they stand behind others, so that their colour is never
/// the only sign.
fn size(dot: &Dot, radius: f64) -> f64 {
    let by_level = match level(dot.point.verdict) {
        0 => 1.0,
        1 => 1.25,
        _ => 1.6,
    };
    radius * by_level * if dot.stands_out { 1.0 } else { 0.7 }
}

const fn ink(dot: &Dot) -> Ink {
    match level(dot.point.verdict) {
        _ if !dot.stands_out => Ink::Behind,
        0 => Ink::Trust,
        1 => Ink::Outside,
        _ => Ink::FarOutside,
    }
}
