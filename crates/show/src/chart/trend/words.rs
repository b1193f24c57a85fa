//! Figures over the years: the finding, what is shown, and each line.

/// Cautions above a trend.
mod cautions {
    use method::{IntervalBasis, Trend, YearKind};
    use records::model::Basis;
    use records::terms::listed;

    use crate::chart::words::PUPIL_SAMPLING_ONLY;
    use crate::chart::{in_short, level_in_words};

    /// The cautions above every picture and table of a trend: a snapshot of memberships, like-for-like schools,
    /// years without results, and what the intervals are.
    #[must_use]
    pub fn trend_cautions(trend: &Trend) -> Vec<String> {
        let mut said = Vec::new();
        if trend.is_snapshot {
            said.push(
        "The group links are a snapshot of current members. A school that has since moved is shown in its new trust in \
         every year, because its earlier membership is not recorded."
            .to_owned(),
    );
        }
        if trend.like_for_like {
            said.push(
        "Like for like: only schools that count in the same trust in every year with exams, and trusts with enough \
         such schools."
            .to_owned(),
    );
        } else if trend.basis == Basis::Published {
            said.push(
                "Trust files do not say which schools a trust has, so only a change in their number can be seen."
                    .to_owned(),
            );
        }
        said.extend(of_years(trend));
        said.push(intervals(trend));
        said
    }

    /// The years that have no results of exams, kind by kind.
    fn of_years(trend: &Trend) -> Vec<String> {
        let of_kind = |kind: &YearKind| {
            let years = trend.years.iter().filter(|year| year.kind == *kind);
            let years: Vec<String> = years.map(|year| year.year.to_string()).collect();
            let names: Vec<&str> = years.iter().map(String::as_str).collect();
            (!names.is_empty()).then(|| listed(&names))
        };
        let mut said = Vec::new();
        if let Some(years) = of_kind(&YearKind::NoExams) {
            said.push(format!("There were no exams in {years}, so no line crosses them."));
        }
        if let Some(years) = of_kind(&YearKind::TeacherAssessed) {
            said.push(format!(
        "Results were teacher-assessed (TA) in {years}, because there were no exams. Crosses without lines show them. \
         They cannot be compared with other years."
    ));
        }
        if let Some(years) = of_kind(&YearKind::NoFile) {
            said.push(format!("There is no file for {years}."));
        }
        for year in &trend.years {
            if let YearKind::LeftOut(reason) = &year.kind {
                said.push(format!("{} is left out: {reason}.", year.year));
            }
        }
        said
    }

    fn intervals(trend: &Trend) -> String {
        let level = level_in_words(trend.level);
        if trend.ground == IntervalBasis::Nothing {
            return "No intervals: it is not known how much pupils\u{2019} scores differ.".to_owned();
        }
        let mut words = format!(
            "Thin lines are {level} intervals ({PUPIL_SAMPLING_ONLY} for regions). The interval of a change treats the \
     pupils of both years as independent. Filled dots mean that the change, taken by itself, is distinguishable from chance."
        );
        if let IntervalBasis::Assumed(sd) = trend.ground {
            words.push_str(&format!(
        " The intervals assume a standard deviation of {} points between pupils\u{2019} scores: this project\u{2019}s \
         assumption, which you can change.",
        in_short(sd)
    ));
        }
        if trend.is_upper_bound {
            words.push_str(" The true intervals are wider, because trust files do not say how pupils are spread over schools and years.");
        }
        words
    }
}

/// The picture of a trend.
pub(crate) mod drawing {
    use method::{LeftOut, YearKind};
    use records::terms::{Measure, Unit};

    /// The name of the vertical axis.
    pub(crate) fn axis_name(measure: Measure, is_gap: bool) -> String {
        let name = measure.short_name();
        match (is_gap, measure.unit()) {
            (true, Unit::Percent) => format!("{name}: gap, percentage points"),
            (true, _) => format!("{name}: gap"),
            (false, _) => name.to_owned(),
        }
    }

    /// That memberships are a snapshot.
    pub(crate) const fn snapshot(is_narrow: bool) -> &'static str {
        if is_narrow {
            "Snapshot: current members in every year"
        } else {
            "Memberships are a snapshot: schools are in their current trusts in every year"
        }
    }

    /// The label above years without exam results: on one line, and on two in narrow pictures.
    pub(crate) const fn without_exams(kind: &YearKind) -> Option<(&'static str, [&'static str; 2])> {
        match kind {
            YearKind::Exams => None,
            YearKind::TeacherAssessed => Some(("teacher-assessed", ["TA", ""])),
            YearKind::NoExams => Some(("no exams", ["no", "exams"])),
            YearKind::NoFile => Some(("no file", ["no", "file"])),
            YearKind::LeftOut(LeftOut::NotAdjusted(_)) => Some(("not adjusted", ["not", "adjusted"])),
            YearKind::LeftOut(_) => Some(("left out", ["left", "out"])),
        }
    }

    /// The suffix of a line's name: its figure at the end.
    pub(crate) fn after_name(figure: Option<&str>) -> String {
        match figure {
            Some(figure) => format!(" {figure}"),
            None => ": no figure".to_owned(),
        }
    }
}

/// A trend as a table.
pub(crate) mod table {
    /// The column heading for what a line is.
    pub(crate) const fn line(has_trusts: bool, has_areas: bool) -> &'static str {
        match (has_trusts, has_areas) {
            (true, _) => "Trust",
            (false, true) => "Region or area",
            (false, false) => "Region",
        }
    }

    pub(crate) const CHANGE: &str = "Change";

    pub(crate) const VERDICT: &str = "Verdict";

    pub(crate) const SCHOOLS_CHANGED: &str = "Schools changed";
}

pub use cautions::trend_cautions;

use method::words::adjusted::parts_in_sentence;
use method::{AdjustParts, Movement, SchoolsChange, Trend, TrendLine, TrendSubject};
use records::terms::decimals::with_decimals;
use records::terms::letters::with_capital;
use records::terms::{AcademicYear, Figure, Focus, counted, grouped, listed, readable_name};

use crate::chart::coverage::words::not_of_the_country;
use crate::chart::{is_trust, level_in_words, of_loaded};

/// With at least this many lines, the number expected to be distinguishable by chance is given.
const MANY: usize = 10;

/// The most regions with a distinguishable change that the finding names.
const NAMED_REGIONS: usize = 3;

/// The most trusts that it names.
const NAMED_TRUSTS: usize = 1;

/// The verdict on a change: "closing", "widening" for gaps, "improving", "worsening" else, "not
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
        SchoolsChange::Known { joined, left } if joined.is_empty() && left.is_empty() => "same schools".to_owned(),
        SchoolsChange::Known { joined, left } => {
            let (joined, left) = (grouped(joined.len()), grouped(left.len()));
            format!("schools: {joined} joined, {left} left")
        }
        SchoolsChange::Counted { first, last } if first == last => {
            format!("{} in both years, perhaps not the same ones", counted(*first, "school"))
        }
        SchoolsChange::Counted { first, last } => {
            format!("schools: from {} to {}", grouped(*first), grouped(*last))
        }
        SchoolsChange::NotTold => "schools not known".to_owned(),
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
        return format!("No {noun} has figures at both ends of the period {years}");
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
    let (first, second) = if first.1 == 0 { (second, first) } else { (first, second) };
    let (verb, count) = first;
    if count == all {
        return match all {
            1 => format!("{verb} in the one {noun} that has figures at both ends"),
            2 => format!("{verb} in both {noun}s that have figures at both ends"),
            _ => format!("{verb} in all {}", counted(all, noun)),
        };
    }
    let others = match second {
        (verb, 0) => format!("{verb} in none"),
        (verb, count) => format!("{verb} in {}", grouped(count)),
    };
    format!("{verb} in {} of {} and {others}", grouped(count), counted(all, noun))
}

/// What follows how many lines moved which way.
fn beyond_chance(trend: &Trend, lines: &[&TrendLine]) -> String {
    let found = trend.movements(lines);
    if found.with_interval == 0 {
        return ". Without intervals, change cannot be distinguished from chance".to_owned();
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
        0 => {
            format!(". The change is not distinguishable from chance at {level} in any of them")
        }
        count if count <= named => {
            format!(
                ". The change is distinguishable from chance at {level} only in {}",
                listed(&names)
            )
        }
        count => format!(". The change is distinguishable from chance at {level} in {count}"),
    };
    if found.with_interval >= MANY {
        let by_chance = with_decimals(found.by_chance, 1);
        words.push_str(&format!(", against about {by_chance} by chance alone"));
    }
    words
}

fn of_one(trend: &Trend, line: &TrendLine) -> String {
    let name = name_in_sentence(line);
    let years = ends_in_words(trend);
    let Some(change) = line.change else {
        return format!(
            "{} does not have figures at both ends of the period {years}",
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
        Movement::NoInterval => "without an interval to distinguish it from chance".to_owned(),
    };
    let by = size(change.difference).map_or_else(String::new, Figure::as_difference);
    format!("{} {verb} by {by} in {name} {years}, {explained}", subject(trend))
}

/// A difference without its direction.
fn size(difference: Figure) -> Option<Figure> {
    Figure::new(difference.number().abs(), difference.unit())
}

/// What moved.
fn subject(trend: &Trend) -> String {
    match (trend.rules.focus.group(), trend.adjusted.is_empty()) {
        (Some(group), true) => format!("Figures of {}", group.pupils()),
        (Some(group), false) => format!("Adjusted figures of {}", group.pupils()),
        (None, true) => "The gap".to_owned(),
        (None, false) => "The adjusted gap".to_owned(),
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

/// The name of a line in a sentence.
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
    ends.map_or_else(String::new, |(first, last)| format!("from {first} to {last}"))
}

/// What is shown, with the cautions that belong above it: `shown` says what a figure is, and the schools of some
/// trusts may have changed.
pub(crate) fn subtitle(trend: &Trend, shown: &str, has_regions: bool, has_changed_schools: bool) -> String {
    let mut words = format!("{} by year", with_capital(shown));
    if has_regions {
        words.push_str(&format!(
            ". Regional figures: {}",
            trend.rules.regional.name().to_ascii_lowercase()
        ));
    }
    words.push('.');
    let mut sentences = trend_cautions(trend);
    sentences.extend(trend.of_part.map(not_of_the_country));
    if has_changed_schools {
        sentences.push(format!(
            "* The trust\u{2019}s schools changed {}.",
            ends_in_words(trend)
        ));
    }
    for sentence in sentences {
        words.push(' ');
        words.push_str(&sentence);
    }
    words
}

pub(crate) const ALL_TRUSTS: &str = "All trusts";

/// The noun for the lines that it is ranked among.
pub(crate) const LINE: &str = "line";

/// A dot in words: its point, and the change at the end of the line.
pub(crate) fn dot(line: &TrendLine, year: AcademicYear, point: &str, change: Option<&str>) -> String {
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
pub(crate) fn line(line: &TrendLine, points: &[(AcademicYear, String)], change: Option<&str>) -> String {
    let points: Vec<String> = points.iter().map(|(year, figure)| format!("{year} {figure}")).collect();
    let name = with_capital(&name_in_sentence(line));
    let words = format!("{name}: {}.", points.join(", "));
    match change {
        Some(change) => format!("{words} {change}."),
        None => words,
    }
}

/// A break with the number that it has in the picture.
pub(super) fn numbered(number: usize, sentence: &str) -> String {
    format!("Break {number}: {sentence}")
}

/// The heading of the share of disadvantaged pupils in a year.
pub(super) fn disadvantaged_in(year: AcademicYear) -> String {
    format!("Disadvantaged pupils {year}, %")
}

/// That share beside a year's figure: "27.4% of pupils disadvantaged".
pub(super) fn disadvantaged(share: f64) -> String {
    format!("{}% of pupils disadvantaged", with_decimals(share, 1))
}

pub(super) const NOT_COUNTED: &str = "not counted";

/// What the figures of every year are adjusted for.
pub(super) fn adjusted_for(parts: AdjustParts) -> String {
    format!(
        "Adjusted for {}. Each year is adjusted by the files of that year, to the average context of that year.",
        parts_in_sentence(parts)
    )
}
