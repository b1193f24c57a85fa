//! Figures over the years: the finding, what is shown, and each line.

mod cautions;
pub(crate) mod drawing;
pub(crate) mod table;

use crate::chart::{is_trust, level_in_words, of_loaded};
use crate::method::{Movement, SchoolsChange, Trend, TrendLine, TrendSubject};
use crate::terms::decimals::with_decimals;
use crate::terms::letters::with_capital;
use crate::terms::{AcademicYear, Figure, Focus, counted, grouped, listed, readable_name};
use crate::words::chart::coverage::not_of_the_country;

pub use cautions::trend_cautions;

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
pub(crate) fn schools_in_words(schools: &SchoolsChange) -> String {
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
    of_loaded(trend.of_part, found(trend, lines))
}

fn found(trend: &Trend, lines: &[&TrendLine]) -> String {
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
    if first.1 == 0 && second.1 == 0 {
        return format!("changed in none of {}", counted(all, noun));
    }
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

/// The name of a line as it stands in a sentence.
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

/// What is shown, with the cautions that belong above it: `shown` says what a figure is, and the schools of some trusts
/// may have changed.
pub(crate) fn subtitle(
    trend: &Trend,
    shown: &str,
    has_regions: bool,
    has_changed_schools: bool,
) -> String {
    let mut words = format!("{} by year", with_capital(shown));
    if has_regions {
        words.push_str(&format!(
            "; regions: {}",
            trend.rules.regional.name().to_ascii_lowercase()
        ));
    }
    words.push('.');
    let mut sentences = trend_cautions(trend);
    sentences.extend(trend.of_part.map(not_of_the_country));
    if has_changed_schools {
        sentences.push(format!("* Its schools changed {}.", ends_in_words(trend)));
    }
    for sentence in sentences {
        words.push(' ');
        words.push_str(&sentence);
    }
    words
}

pub(crate) const ALL_TRUSTS: &str = "All trusts";

/// What a line's place among the others is told of.
pub(crate) const LINE: &str = "line";

/// What is said of a dot: what is known of its point, and of the change at the line's end.
pub(crate) fn dot(
    line: &TrendLine,
    year: AcademicYear,
    point: &str,
    change: Option<&str>,
) -> String {
    let name = with_capital(&name_in_sentence(line));
    let words = format!("{name}, {year}: {point}");
    match change {
        Some(change) => format!("{words}. {change}"),
        None => words,
    }
}

/// "37.2% (35.1% to 39.3%), 41 schools".
pub(crate) fn point(figure: &str, bounds: Option<&str>, schools: Option<usize>) -> String {
    let mut words = figure.to_owned();
    if let Some(bounds) = bounds {
        words.push_str(&format!(" ({bounds})"));
    }
    if let Some(schools) = schools {
        words.push_str(&format!(", {}", counted(schools, "school")));
    }
    words
}

/// "Change from 2018/19: −2.1 percentage points (−4.0 to −0.2), closing; schools: 2 joined, 1 left".
pub(crate) fn change(
    first: &str,
    difference: Figure,
    bounds: Option<(Figure, Figure)>,
    verdict: &str,
    schools: &SchoolsChange,
) -> String {
    let mut words = format!("Change from {first}: {}", difference.as_difference());
    if let Some((low, high)) = bounds {
        words.push_str(&format!(" ({} to {})", low.plain(), high.plain()));
    }
    words.push_str(&format!(", {verdict}"));
    if *schools != SchoolsChange::NotTold {
        words.push_str(&format!("; {}", schools_in_words(schools)));
    }
    words
}

/// A line from year to year: each year with its figure, or why there is none; and the change, where there is one.
pub(crate) fn line(
    line: &TrendLine,
    points: &[(AcademicYear, String)],
    change: Option<&str>,
) -> String {
    let points: Vec<String> = points
        .iter()
        .map(|(year, figure)| format!("{year} {figure}"))
        .collect();
    let name = with_capital(&name_in_sentence(line));
    let words = format!("{name}: {}.", points.join(", "));
    match change {
        Some(change) => format!("{words} {change}."),
        None => words,
    }
}
