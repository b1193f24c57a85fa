//! The grammar of charts: each test is a plot in a few lines and its picture.
//!
//! After an intended change, look at the new pictures and run `INSTA_UPDATE=always cargo test -p trust-gap --test
//! engine -- plot`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::prelude::*;

use crate::support::pictures::{assert_inside, bounds};
use trust_gap::export::svg::standalone;
use trust_gap::plot::{
    Along, Anchor, Axis, Both, DrawnMark, Filling, Ink, Mark, Picture, Plot, Rows, Shape, Subject, Width, width,
};

const DOT: Ink = Ink::new("ink-dot", "#12436d", Filling::SeeThrough);

/// Names with the ends of their ranges.
const DATA: [(&str, f64, f64); 3] = [
    ("Apples", 12.0, 31.5),
    ("Pears and quinces", 18.0, 24.0),
    ("Figs", 25.0, 58.0),
];

fn hundred() -> Axis {
    Axis::numbers(0.0, 100.0).labels(|number| format!("{number}%"))
}

/// The usual picture: names, ranges, dots, a rule and words at the right.
fn usual(pixels: u32) -> Picture {
    let rows = Rows {
        words_above: true,
        ..Rows::default()
    };
    let mut plot = Plot::rows(Width::new(pixels), hundred(), rows);
    plot.head("Highest");
    plot.mark(Mark::vertical(40.0).ink(Ink::QUIET));
    for (name, low, high) in DATA {
        let about = Subject::new(name, format!("{name}: {low} to {high}"));
        let words = Mark::at_right(high.to_string()).in_margin(24.0);
        let range = Mark::range(low, high).size(2.0);
        let dot = Mark::dot(high).ink(DOT);
        plot.row(Some(about), [Mark::name(name), words, range, dot]);
    }
    plot.draw("Fruit", "Three kinds of fruit.")
}

fn texts(picture: &Picture) -> Vec<(String, (f64, f64), Anchor)> {
    let marks = picture.marks.iter();
    let texts = marks.filter_map(|mark| match &mark.shape {
        Shape::Text { text, at, anchor, .. } => Some((text.clone(), *at, *anchor)),
        _ => None,
    });
    texts.collect()
}

fn at(picture: &Picture, words: &str) -> (f64, f64) {
    let texts = texts(picture);
    let found = texts.iter().find(|(text, ..)| text == words);
    found.unwrap().1
}

fn circles(picture: &Picture) -> Vec<((f64, f64), f64)> {
    let marks = picture.marks.iter();
    let circles = marks.filter_map(|mark| match mark.shape {
        Shape::Circle { centre, radius } => Some((centre, radius)),
        _ => None,
    });
    circles.collect()
}

#[test]
fn rows_look_as_they_did() {
    insta::assert_snapshot!("rows-wide", standalone(usual(640), ""));
    insta::assert_snapshot!("rows-narrow", standalone(usual(320), ""));
}

#[test]
fn names_and_words_get_the_room_that_they_ask_for() {
    let picture = usual(640);
    let dots = circles(&picture);
    let left = width("Pears and quinces", 14.0, false).ceil() + 14.0;
    let right = 640.0 - width("31.5", 14.0, false).ceil() - 24.0;
    for ((_, _, high), ((x, _), radius)) in DATA.iter().zip(dots) {
        let expected = left + high / 100.0 * (right - left);
        assert!((x - expected).abs() <= 0.1, "{x} for {expected}");
        assert!((radius - 4.5).abs() < 1e-9);
    }
}

#[test]
fn on_a_narrow_picture_words_are_above_marks_which_have_the_width() {
    let picture = usual(320);
    for ((name, ..), ((_, y), _)) in DATA.iter().zip(circles(&picture)) {
        assert!(at(&picture, name).1 < y - 4.0);
    }
    let (x, _) = at(&picture, "100%");
    assert!((x - 300.0).abs() <= 0.1, "{x}");
}

#[test]
fn marks_of_a_row_are_one_stop_and_texts_none() {
    let picture = usual(640);
    let stops = picture.stops();
    let words: Vec<&str> = stops.iter().map(|stop| stop.subject.words.as_str()).collect();
    assert_eq!(
        words,
        ["Apples: 12 to 31.5", "Pears and quinces: 18 to 24", "Figs: 25 to 58"]
    );
    let is_text = |mark: &&DrawnMark| matches!(mark.shape, Shape::Text { .. });
    let mut of_texts = picture.marks.iter().filter(is_text);
    assert!(of_texts.all(|mark| mark.about.is_none()));
}

#[test]
fn a_long_name_is_shortened_before_the_plot_and_a_mark_beside_the_edge_has_room() {
    let rows = Rows {
        most_names: [90.0; 2],
        ..Rows::default()
    };
    let mut plot = Plot::rows(Width::new(640), hundred(), rows);
    plot.row(
        None,
        [
            Mark::name("A name that is far too long for ninety pixels"),
            Mark::beside("0.0", 0.0, -12.0),
            Mark::beside("100.0", 100.0, 12.0),
        ],
    );
    plot.row(None, [Mark::dot(0.0)]);
    let picture = plot.draw("", "");
    assert_inside(&picture, "beside");
    let texts = texts(&picture);
    let (name, ..) = texts.iter().find(|(text, ..)| text.ends_with('…')).unwrap();
    assert!(width(name, 14.0, false) <= 92.0, "{name}");
    let (left, _) = at(&picture, "0.0");
    assert!(left - width("0.0", 14.0, false) >= 90.0 + 14.0);
}

#[test]
fn lines_and_words_between_rows_are_in_the_middle_whatever_the_width() {
    for pixels in [300, 700] {
        let rows = Rows {
            height: [40.0; 2],
            words_above: true,
            ..Rows::default()
        };
        let mut plot = Plot::rows(Width::new(pixels), hundred(), rows);
        plot.row(None, [Mark::name("One"), Mark::dot(10.0)]);
        plot.line_between();
        let long = "Between one and the other row, and longer than any picture is wide".repeat(3);
        let words = Mark::text(long, Along::START).y(Along::MIDDLE);
        plot.row(None, [words.shortened_to(Along::END)]);
        let picture = plot.draw("", "");
        let lines = picture.marks.iter().filter_map(|mark| match mark.shape {
            Shape::Line { from, to, .. } if mark.ink == Ink::GRID && from.1 == to.1 => Some(from.1),
            _ => None,
        });
        let between = lines.max_by(f64::total_cmp).unwrap();
        let texts = texts(&picture);
        let (words, (_, y), _) = texts.iter().find(|(text, ..)| text.ends_with('…')).unwrap();
        assert!(width(words, 14.0, false) <= f64::from(pixels) * 14.0 / 12.0);
        // The base line of a text is a good third of its size below its middle.
        assert!((y - between - 20.0 - 0.35 * 13.0).abs() < 1.0, "{y} {between}");
    }
}

#[test]
fn more_room_at_the_left_is_kept() {
    let plot = |more: f64| {
        let mut plot = Plot::rows(Width::new(600), hundred(), Rows::default());
        plot.ask_left(more);
        plot.frame().x(0.0)
    };
    assert!((plot(30.0) - plot(0.0) - 30.0).abs() <= 0.1);
}

#[test]
fn numbers_of_an_axis_are_as_many_as_can_be_told_apart() {
    let numbers = |pixels| {
        let plot = Plot::rows(Width::new(pixels), hundred(), Rows::default());
        texts(&plot.draw("", "")).len()
    };
    assert!(numbers(600) > numbers(90), "{} {}", numbers(600), numbers(90));
}

#[test]
fn dots_that_would_meet_are_stacked() {
    let mut plot = Plot::rows(Width::new(600), hundred(), Rows::default());
    let values = [50.0, 50.0, 50.1, 80.0];
    plot.row(None, values.map(|value| Mark::dot(value).size(3.0).stacked()));
    let dots = circles(&plot.draw("", ""));
    for (place, ((x, y), radius)) in dots.iter().enumerate() {
        for ((other_x, other_y), _) in &dots[place + 1..] {
            let apart = (x - other_x).hypot(y - other_y);
            assert!(apart >= 2.0 * radius, "{apart}");
        }
    }
}

/// A plane with these marks.
fn plane(marks: impl IntoIterator<Item = Mark>) -> Picture {
    let up = Axis::numbers(0.0, 10.0).labels(|number| number.to_string());
    let mut plot = Plot::plane(Width::new(400), [hundred(), up], 300.0, [20.0, 40.0]);
    plot.ask_right(60.0);
    plot.marks(marks);
    plot.draw("Plane", "A plane.")
}

#[test]
fn a_plane_looks_as_it_did() {
    let curve = (1..=20).map(|step| f64::from(step) * 5.0);
    let names = [("upper", 6.0), ("lower", 5.9)].map(|(name, y)| {
        let name = Mark::text(name, Along::TO.by(6.0)).y(y);
        name.led_from(95.0, y, Ink::QUIET)
    });
    let picture = plane([
        Mark::path(curve.map(|x| (x, 200.0 / x))),
        Mark::horizontal(5.0).size(2.0),
        Mark::dot(30.0).y(4.0).ink(DOT).about(Subject::new("one", "One")),
        Mark::cross(60.0, 3.0).y(8.0).ink(DOT).about(Subject::new("two", "Two")),
        Mark::apart(names, 14.0, (Along::FROM, Along::TO)),
    ]);
    insta::assert_snapshot!("plane", standalone(picture.clone(), ""));
}

#[test]
fn an_area_looks_as_it_did_and_ends_where_the_plot_does() {
    let between = (1..=10).map(|step| {
        let x = f64::from(step) * 10.0;
        (x, [5.0 - 100.0 / x, 5.0 + 100.0 / x].map(Along::number))
    });
    let years = [30.0, 50.0].map(|x| (x, [Along::FROM, Along::TO]));
    let about = Subject::new("years", "From 30 to 50");
    let picture = plane([Mark::area(between), Mark::area(years).about(about)]);
    insta::assert_snapshot!("area", standalone(picture.clone(), ""));
    let areas = picture.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Area { .. } => Some(bounds(&mark.shape)),
        _ => None,
    });
    // The plot is from 20 to 260 pixels down.
    for [left, top, right, bottom] in areas {
        assert!(left < right && (top, bottom) == (20.0, 260.0));
    }
    let stops = picture.stops();
    let at: Vec<_> = stops.iter().map(|stop| (&*stop.subject.id, stop.at.1)).collect();
    assert_eq!(at, [("years", 140.0)]);
}

#[test]
fn facets_share_the_axis_and_are_as_high_as_their_lines() {
    let drawn = |facets: usize| {
        let axes = [Axis::bands(3).widest(60.0), Axis::numbers(0.0, 10.0)];
        let mut plot = Plot::plane(Width::new(400), axes, 200.0, [20.0, 14.0]);
        for heading in ["Colour", "Size"].into_iter().take(facets) {
            let lines = plot.facet(heading, ["first", "second"].map(Both::from));
            let marks = lines.into_iter().enumerate();
            plot.marks(marks.map(|(band, y)| Mark::tick(Along::band(band), 5.0).y(y).ink(DOT)));
        }
        plot.mark(Mark::dot(Along::band(1)).y(4.0).ink(DOT));
        plot.draw("Facets", "A plot with two facets.")
    };
    insta::assert_snapshot!("facets", standalone(drawn(2), ""));
    let heights = [0, 1, 2].map(|facets| drawn(facets).height);
    assert_eq!(heights[1] - heights[0], heights[2] - heights[1]);
    // Marks of a band are below each other in the plot and in every facet.
    let picture = drawn(2);
    let (dot, _) = circles(&picture)[0];
    let ticks = picture.marks.iter().filter_map(|mark| match mark.shape {
        Shape::Line { from, .. } if mark.ink == DOT && from.0 == dot.0 => Some(from.1),
        _ => None,
    });
    assert_eq!(ticks.filter(|y| *y > dot.1).count(), 2);
    assert_inside(&picture, "facets");
}

#[test]
fn a_text_that_does_not_fit_gives_way() {
    let place = |low: f64, high: f64| {
        let text = Mark::text("between the two", f64::midpoint(low, high)).y(5.0);
        let within = (Along::number(low), Along::number(high));
        let other = Mark::text("short", low).y(5.0);
        let text = text.centred().within(within.0, within.1).or([other]);
        texts(&plane([text]))
            .into_iter()
            .map(|(text, ..)| text)
            .filter(|text| text.starts_with(['b', 's']))
            .collect::<Vec<_>>()
    };
    assert_eq!(place(10.0, 90.0), ["between the two"]);
    assert_eq!(place(40.0, 50.0), ["short"]);
}

#[test]
fn a_text_follows_another_on_its_side() {
    let number = || Mark::text("12.5", 50.0).y(5.0).bold();
    let after = Mark::text("after", 50.0).y(5.0);
    let right = plane([number().then(6.0, after.clone())]);
    let start = at(&right, "12.5").0 + width("12.5", 12.0, true) + 6.0;
    assert!((at(&right, "after").0 - start).abs() <= 0.1);
    let left = plane([number().ends_here().then(6.0, after.ends_here())]);
    let end = at(&left, "12.5").0 - width("12.5", 12.0, true) - 6.0;
    assert!((at(&left, "after").0 - end).abs() <= 0.1);
}

#[test]
fn marks_side_by_side_are_around_their_number() {
    let marks = (0..3).map(|turn| Mark::dot(Along::number(50.0).aside(turn, 3)).y(5.0));
    let dots = circles(&plane(marks));
    let xs: Vec<f64> = dots.iter().map(|((x, _), _)| *x).collect();
    assert!(xs[0] < xs[1] && xs[1] < xs[2]);
    assert!((xs[0] + xs[2] - 2.0 * xs[1]).abs() <= 0.2, "{xs:?}");
}

#[test]
fn names_below_are_short_or_fewer_where_room_is_short_and_the_last_is_always_there() {
    let names = |pixels| {
        let across = Axis::numbers(-0.4, 9.4);
        let years = (2013..2023).map(|year| [format!("{year}/{}", year - 1999), format!("{year}")]);
        let up = Axis::numbers(0.0, 1.0);
        let plot = Plot::plane(Width::new(pixels), [across.names(years), up], 200.0, [10.0, 30.0]);
        let picture = plot.draw("", "");
        let texts = texts(&picture).into_iter();
        texts.map(|(text, ..)| text).collect::<Vec<String>>()
    };
    assert_eq!(names(900).len(), 10);
    assert_eq!(names(900).last().unwrap(), "2022/23");
    assert_eq!(names(400).len(), 10);
    assert_eq!(names(400).last().unwrap(), "2022");
    assert!(names(200).len() < 10);
    assert_eq!(names(200).last().unwrap(), "2022");
}

#[test]
fn no_two_numbers_of_an_axis_are_written_alike() {
    let written = |from: f64, to: f64| {
        let x = Axis::numbers(from, to).labels(|number| format!("{number:.1}"));
        let plot = Plot::rows(Width::new(900), x, Rows::default());
        let texts = texts(&plot.draw("", "")).into_iter();
        texts.map(|(text, ..)| text).collect::<Vec<String>>()
    };
    assert_eq!(written(0.0, 0.22), ["0.0", "0.1", "0.2"]);
    assert_eq!(written(0.31, 0.32).len(), 1);
    assert_eq!(written(5.0, 5.0 + 1e-12).len(), 1);
    assert!(written(0.0, f64::INFINITY).is_empty());
}

#[test]
fn a_narrow_picture_and_a_wide_one_have_each_their_own_length_and_words() {
    let drawn = |pixels| {
        let mut plot = Plot::rows(Width::new(pixels), hundred(), Rows::default());
        let name = Mark::name(["Long", "Long words"]);
        plot.row(None, [name, Mark::dot(50.0).size([2.0, 5.0])]);
        let picture = plot.draw("", "");
        let has = |words: &str| texts(&picture).iter().any(|(text, ..)| text == words);
        (circles(&picture)[0].1, has("Long words"), has("Long"))
    };
    assert_eq!(drawn(559), (2.0, false, true));
    assert_eq!(drawn(560), (5.0, true, false));
}

#[test]
fn an_axis_without_numbers_has_no_grid_and_numbers_far_beyond_it_stop_nothing() {
    let axis = || Axis::numbers(0.0, 1.0).labels(|number| number.to_string());
    let picture = |axis: Axis| {
        let mut plot = Plot::rows(Width::new(400), axis, Rows::default());
        let far = [1e300, -1e300, f64::INFINITY, f64::NAN];
        plot.row(None, far.map(Mark::dot));
        plot.draw("", "")
    };
    assert_eq!(picture(axis().without_labels()).marks.len(), 4);
    assert!(picture(axis()).marks.len() > 4);
    assert_inside(&picture(Axis::numbers(f64::NAN, 1.0)), "no axis");
}

#[test]
fn bands_side_by_side_are_no_wider_than_they_may_be() {
    let across = Axis::bands(2).widest(50.0);
    let up = Axis::numbers(0.0, 1.0).inset(18.0);
    let plot = Plot::plane(Width::new(600), [across, up], 200.0, [10.0, 30.0]);
    let frame = plot.frame();
    assert!((frame.step() - 50.0).abs() <= 0.1);
    assert!((frame.x(Along::band(1)) - frame.x(Along::band(0)) - 50.0).abs() <= 0.1);
    assert!((frame.y(0.0) - (170.0 - 18.0)).abs() <= 0.1);
    assert!((frame.y(1.0) - (10.0 + 18.0)).abs() <= 0.1);
}

proptest! {
    /// Texts beside dots are on no dot and on no other text; those in a column keep their distance.
    #[test]
    fn texts_keep_clear(points in prop::collection::vec((0.0..100.0_f64, 0.0..10.0_f64), 1..30)) {
        let dots = points.iter().map(|(x, y)| Mark::dot(*x).y(*y).size(3.0));
        let names = points.iter().enumerate().map(|(place, (x, y))| {
            Mark::text(format!("name {place}"), *x).y(*y).where_free(3.0, 60.0)
        });
        let picture = plane(dots.chain(names));
        let is_name = |mark: &&DrawnMark| {
            matches!(&mark.shape, Shape::Text { text, .. } if text.starts_with("name"))
        };
        let drawn: Vec<[f64; 4]> = picture
            .marks
            .iter()
            .filter(|mark| is_name(mark) || matches!(mark.shape, Shape::Circle { .. }))
            .map(|mark| bounds(&mark.shape))
            .collect();
        let names: Vec<[f64; 4]> =
            picture.marks.iter().filter(is_name).map(|mark| bounds(&mark.shape)).collect();
        for name in names {
            let covers = |other: &&[f64; 4]| {
                name[0] < other[2] && other[0] < name[2] && name[1] < other[3] && other[1] < name[3]
            };
            prop_assert_eq!(drawn.iter().filter(covers).count(), 1, "itself alone");
        }
        let column = points.iter().map(|(x, y)| Mark::text(format!("{x}"), Along::TO).y(*y));
        let picture = plane([Mark::apart(column.take(15), 12.0, (Along::FROM, Along::TO))]);
        let right = texts(&picture).into_iter().filter(|(_, (x, _), _)| *x > 330.0);
        let mut heights: Vec<f64> = right.map(|(_, (_, y), _)| y).collect();
        heights.sort_by(f64::total_cmp);
        prop_assert!(heights.windows(2).all(|two| two[1] - two[0] >= 11.8), "{:?}", heights);
    }

    /// Every picture of rows keeps to its edges, whatever its numbers and its width.
    #[test]
    fn rows_keep_to_their_picture(
        values in prop::collection::vec((-1e3..1e3_f64, 0.0..50.0_f64), 0..12),
        pixels in 260..1400_u32,
    ) {
        let x = Axis::around((-2000, 2000)).labels(|number| number.to_string());
        let rows = Rows { most_names: [80.0; 2], words_above: true, ..Rows::default() };
        let mut plot = Plot::rows(Width::new(pixels), x, rows);
        for (low, more) in &values {
            let range = Mark::range(*low, low + more);
            plot.row(None, [Mark::name("Name of the row"), range, Mark::dot(*low)]);
        }
        let picture = plot.draw("", "");
        prop_assert_eq!(picture.width, pixels);
        assert_inside(&picture, "rows");
    }
}
