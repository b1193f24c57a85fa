//! A trend in words: the finding, what is shown, and each line.

use crate::chart::bounds::{Bounds, level_in_words};
use crate::chart::finding::with_unit;
use crate::chart::part::area_id;
use crate::chart::trust::{figure_in_sentence, shown_under};
use crate::method::{
    Change, Movement, SchoolsChange, Trend, TrendLine, TrendPoint, TrendSubject, YearKind,
};
use crate::model::Basis;
use crate::terms::decimals::with_decimals;
use crate::terms::letters::{in_small, with_capital};
use crate::terms::{Figure, Focus, counted, grouped, listed, readable_name};

use super::cautions::trend_cautions;
use super::table::{change_bounds, is_trust};
use super::{Dot, Line, Look};

/// From so many lines on, how many of them chance alone would make distinguishable is said.
const MANY: usize = 10;

/// At most so many regions with a change beyond chance are named in the finding, whose names are short.
const NAMED_REGIONS: usize = 3;

/// At most so many trusts.
const NAMED_TRUSTS: usize = 1;

/// What the change of a figure is worth: "closing", "widening" for gaps, "improving", "worsening" else, "not
/// distinguishable" or "no interval".
#[must_use]
pub(crate) const fn verdict_in_words(focus: Focus, movement: Movement) -> &'static str {
    match (movement, focus) {
        (Movement::Better, Focus::Gap) => "closing",
        (Movement::Worse, Focus::Gap) => "widening",
        (Movement::Better, _) => "improving",
        (Movement::Worse, _) => "worsening",
        (Movement::NotDistinguishable, _) => "not distinguishable",
        (Movement::NoInterval, _) => "no interval",
    }
}

/// How schools changed, in a few words: "schools: 2 joined, 1 left".
pub(super) fn schools_in_words(schools: &SchoolsChange) -> String {
    match schools {
        SchoolsChange::Known { joined, left } if joined.is_empty() && left.is_empty() => {
            "same schools".to_owned()
        }
        SchoolsChange::Known { joined, left } => {
            let (joined, left) = (grouped(joined.len()), grouped(left.len()));
            format!("schools: {joined} joined, {left} left")
        }
        SchoolsChange::Counted { first, last } if first == last => {
            format!("{} both years, perhaps others", counted(*first, "school"))
        }
        SchoolsChange::Counted { first, last } => {
            format!("schools: from {} to {}", grouped(*first), grouped(*last))
        }
        SchoolsChange::NotTold => "schools not told".to_owned(),
    }
}

/// What became of the figures of a trend's lines, in a sentence without its full stop.
#[must_use]
pub fn trend_in_words(trend: &Trend, lines: &[&TrendLine]) -> String {
    if let [only] = lines {
        return of_one(trend, only);
    }
    let found = trend.movements(lines);
    let noun = noun(lines);
    if found.compared == 0 {
        let years = ends_in_words(trend);
        return format!("No {noun} has figures of both ends of the years {years}");
    }
    // A gap that falls closes; a measure of which less is better falls for the better too.
    let (rises, falls) = if trend.rules.smaller_is_better() {
        (found.worse, found.better)
    } else {
        (found.better, found.worse)
    };
    let [first, second] = match trend.rules.focus {
        Focus::Gap => [("closed", falls), ("widened", rises)],
        _ => [("rose", rises), ("fell", falls)],
    };
    format!(
        "{} {}{}",
        subject(trend),
        how_many([first, second], found.compared, noun),
        beyond_chance(trend, lines)
    )
}

/// "closed in 3 of 9 regions and widened in 6", "closed in all 9 regions".
fn how_many([first, second]: [(&str, usize); 2], all: usize, noun: &str) -> String {
    let (first, second) = if first.1 == 0 {
        (second, first)
    } else {
        (first, second)
    };
    let (verb, count) = first;
    if count == all {
        return match all {
            1 => format!("{verb} in the one {noun} that has figures of both ends"),
            2 => format!("{verb} in both {noun}s that have figures of both ends"),
            _ => format!("{verb} in all {}", counted(all, noun)),
        };
    }
    let others = match second {
        (verb, 0) => format!("{verb} in none"),
        (verb, count) => format!("{verb} in {}", grouped(count)),
    };
    format!(
        "{verb} in {} of {} and {others}",
        grouped(count),
        counted(all, noun)
    )
}

/// What follows how many lines moved which way.
fn beyond_chance(trend: &Trend, lines: &[&TrendLine]) -> String {
    let found = trend.movements(lines);
    if found.with_interval == 0 {
        return "; without intervals nothing tells change from chance".to_owned();
    }
    let level = level_in_words(trend.level);
    let is_sure = |line: &&&TrendLine| {
        let movement = line.change.map(|change| change.movement);
        matches!(movement, Some(Movement::Better | Movement::Worse))
    };
    let names: Vec<String> = lines
        .iter()
        .filter(is_sure)
        .map(|line| name_in_sentence(line))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let named = if lines.iter().any(|line| is_trust(line)) {
        NAMED_TRUSTS
    } else {
        NAMED_REGIONS
    };
    let mut words = match names.len() {
        0 => format!("; in none is the change distinguishable from chance at {level}"),
        count if count <= named => {
            format!(
                "; the change is distinguishable from chance at {level} in {} alone",
                listed(&names)
            )
        }
        count => format!("; the change is distinguishable from chance at {level} in {count}"),
    };
    if found.with_interval >= MANY {
        let by_chance = with_decimals(found.by_chance, 1);
        words.push_str(&format!(
            ", where chance alone would make about {by_chance} so"
        ));
    }
    words
}

fn of_one(trend: &Trend, line: &TrendLine) -> String {
    let name = name_in_sentence(line);
    let years = ends_in_words(trend);
    let Some(change) = line.change else {
        return format!(
            "{} has no figures of both ends of the years {years}",
            with_capital(&name)
        );
    };
    let steps = change.difference.steps();
    if steps == 0 {
        return format!("{} did not change in {name} {years}", subject(trend));
    }
    let verb = match (trend.rules.focus, steps < 0) {
        (Focus::Gap, true) => "closed",
        (Focus::Gap, false) => "widened",
        (_, true) => "fell",
        (_, false) => "rose",
    };
    let level = level_in_words(trend.level);
    let explained = match change.movement {
        Movement::Better | Movement::Worse => format!("more than chance explains at {level}"),
        Movement::NotDistinguishable => format!("not distinguishable from chance at {level}"),
        Movement::NoInterval => "without an interval to tell it from chance".to_owned(),
    };
    let by = size(change.difference).map_or_else(String::new, Figure::as_difference);
    format!(
        "{} {verb} by {by} in {name} {years}, {explained}",
        subject(trend)
    )
}

/// A difference without its direction.
fn size(difference: Figure) -> Option<Figure> {
    Figure::new(difference.number().abs(), difference.unit())
}

/// What moved.
fn subject(trend: &Trend) -> String {
    match trend.rules.focus.group() {
        Some(group) => format!("Figures of {}", group.pupils()),
        None => "The gap".to_owned(),
    }
}

fn noun(lines: &[&TrendLine]) -> &'static str {
    let trusts = lines.iter().filter(|line| is_trust(line)).count();
    match (trusts, lines.len()) {
        (0, _) => "region",
        (trusts, all) if trusts == all => "trust",
        _ => "line",
    }
}

fn name_in_sentence(line: &TrendLine) -> String {
    match &line.subject {
        TrendSubject::All => "all trusts".to_owned(),
        TrendSubject::Region(region) => region.in_sentence().to_owned(),
        TrendSubject::Area { name, .. } => name.clone(),
        TrendSubject::Trust { name, .. } => readable_name(name),
    }
}

/// "from 2018/19 to 2022/23".
fn ends_in_words(trend: &Trend) -> String {
    let ends = trend.ends();
    ends.map_or_else(String::new, |(first, last)| {
        format!("from {first} to {last}")
    })
}

/// What is shown, with the cautions that belong above it.
pub(super) fn subtitle(trend: &Trend, lines: &[&TrendLine]) -> String {
    let mut words = format!("{} by year", with_capital(&shown_under(&trend.rules)));
    if !lines.iter().all(|line| is_trust(line)) {
        words.push_str(&format!(
            "; regions: {}",
            in_small(trend.rules.regional.name())
        ));
    }
    words.push('.');
    let mut sentences = trend_cautions(trend);
    if lines.iter().any(|line| is_marked(line)) {
        sentences.push(format!("* Its schools changed {}.", ends_in_words(trend)));
    }
    for sentence in sentences {
        words.push(' ');
        words.push_str(&sentence);
    }
    words
}

/// Whether it is a trust whose schools changed.
fn is_marked(line: &TrendLine) -> bool {
    is_trust(line) && line.schools.has_changed() == Some(true)
}

/// Tells of a trend's lines.
pub(super) struct Teller<'a> {
    trend: &'a Trend,
}

impl<'a> Teller<'a> {
    pub(super) const fn new(trend: &'a Trend) -> Self {
        Self { trend }
    }

    /// A line as it is drawn.
    pub(super) fn line(&self, line: &TrendLine) -> Line {
        let (id, name) = match &line.subject {
            TrendSubject::All => ("all-trusts".to_owned(), "All trusts".to_owned()),
            TrendSubject::Region(region) => {
                (region.slug().to_owned(), region.short_name().to_owned())
            }
            TrendSubject::Area { place, name } => (area_id(*place), name.clone()),
            TrendSubject::Trust { uid, name, .. } => (format!("trust-{uid}"), readable_name(name)),
        };
        let movement = line.change.map(|change| change.movement);
        let look = match (&line.subject, movement) {
            (TrendSubject::All, _) => Look::All,
            (_, Some(Movement::Better | Movement::Worse)) => Look::Strong,
            _ => Look::Plain,
        };
        let points = line.points.iter().enumerate();
        let dots = points.filter_map(|(place, point)| self.dot(line, &id, place, point));
        Line {
            name,
            is_marked: is_marked(line),
            look,
            dots: dots.collect(),
        }
    }

    fn dot(&self, line: &TrendLine, id: &str, place: usize, point: &TrendPoint) -> Option<Dot> {
        let figure = *point.figure.as_ref().ok()?;
        let year = self.trend.years.get(place)?;
        let mut words = format!(
            "{}, {}: {}",
            with_capital(&name_in_sentence(line)),
            year.year,
            self.point(line, figure, point)
        );
        if place == self.trend.last
            && let Some(change) = line.change
        {
            words.push_str(&format!(". {}", self.change(line, change)));
        }
        Some(Dot {
            id: format!("{id}-{}", year.year.ends()),
            year: place,
            figure,
            shown: if is_trust(line) && self.trend.basis == Basis::Published {
                figure.as_published()
            } else {
                figure.plain()
            },
            interval: point.precision.map(|precision| precision.interval),
            of_exams: year.kind == YearKind::Exams,
            words,
        })
    }

    /// "37.2% (35.1% to 39.3%), 41 schools".
    fn point(&self, line: &TrendLine, figure: Figure, point: &TrendPoint) -> String {
        let mut words = self.figure(line, figure);
        let bounds = point.precision.and_then(|precision| {
            if is_trust(line) {
                Bounds::of_trust(figure, self.trend.basis, precision)
            } else {
                Bounds::computed(figure, precision)
            }
        });
        if let Some(bounds) = bounds {
            words.push_str(&format!(" ({})", bounds.in_sentence()));
        }
        if let Some(schools) = point.schools {
            words.push_str(&format!(", {}", counted(schools, "school")));
        }
        words
    }

    fn figure(&self, line: &TrendLine, figure: Figure) -> String {
        let focus = self.trend.rules.focus;
        match focus {
            Focus::Gap => with_unit(figure, focus),
            _ if is_trust(line) => figure_in_sentence(figure, self.trend.basis),
            _ => with_unit(figure, focus),
        }
    }

    /// "Change from 2018/19: −2.1 percentage points (−4.0 to −0.2), closing; schools: 2 joined, 1 left".
    fn change(&self, line: &TrendLine, change: Change) -> String {
        let first = self
            .trend
            .ends()
            .map_or_else(String::new, |(first, _)| first.to_string());
        let mut words = format!("Change from {first}: {}", change.difference.as_difference());
        if let Some(bounds) = change_bounds(line) {
            words.push_str(&format!(
                " ({} to {})",
                bounds.low.plain(),
                bounds.high.plain()
            ));
        }
        let verdict = verdict_in_words(self.trend.rules.focus, change.movement);
        words.push_str(&format!(", {verdict}"));
        if line.schools != SchoolsChange::NotTold {
            words.push_str(&format!("; {}", schools_in_words(&line.schools)));
        }
        words
    }

    /// Every line, and all trusts, from year to year.
    pub(super) fn lines_in_words(&self, lines: &[&TrendLine]) -> String {
        let all = std::iter::once(&self.trend.all);
        let lines = lines.iter().copied().chain(all).map(|line| {
            let points = line.points.iter().zip(&self.trend.years);
            let points = points.filter(|(_, year)| year.kind.has_results());
            let points: Vec<String> = points
                .map(|(point, year)| match &point.figure {
                    Ok(figure) => format!("{} {}", year.year, self.figure(line, *figure)),
                    Err(absence) => format!("{} {absence}", year.year),
                })
                .collect();
            let mut words = format!(
                "{}: {}.",
                with_capital(&name_in_sentence(line)),
                points.join(", ")
            );
            if let Some(change) = line.change {
                words.push_str(&format!(" {}.", self.change(line, change)));
            }
            words
        });
        lines.collect::<Vec<_>>().join(" ")
    }
}
