//! A trend in words: its subtitle, lines and dots.

use method::{Change, Movement, Trend, TrendLine, TrendPoint, TrendSubject, YearKind};
use records::terms::{Figure, Focus, readable_name};

use crate::chart::bounds::Bounds;
use crate::chart::finding::with_unit;
use crate::chart::trust::words::adjusted;
use crate::chart::trust::{figure_in_sentence, shown_under};
use crate::chart::{ALL_TRUSTS, area_id, of_trust};

use super::table::{basis_of, change_bounds, is_trust};
use super::{Dot, Line, Look, verdict_in_words, words};

/// What is shown, with the cautions that belong above it.
pub(super) fn subtitle(trend: &Trend, lines: &[&TrendLine]) -> String {
    let shown = shown_under(&trend.rules);
    let shown = if trend.adjusted.is_empty() {
        shown
    } else {
        adjusted(&shown)
    };
    words::subtitle(
        trend,
        &shown,
        !lines.iter().all(|line| is_trust(line)),
        lines.iter().any(|line| is_marked(line)),
    )
}

/// Whether it is a trust whose schools changed.
fn is_marked(line: &TrendLine) -> bool {
    is_trust(line) && line.schools.has_changed() == Some(true)
}

/// A trend's lines, and all trusts after them.
pub(super) fn with_all<'a>(trend: &'a Trend, lines: &[&'a TrendLine]) -> Vec<&'a TrendLine> {
    [lines, &[&trend.all]].concat()
}

/// A line as it is drawn.
pub(super) fn line(trend: &Trend, line: &TrendLine) -> Line {
    let (id, name) = match &line.subject {
        TrendSubject::All => (ALL_TRUSTS.to_owned(), words::ALL_TRUSTS.to_owned()),
        TrendSubject::Region(region) => (region.slug().to_owned(), region.short_name().to_owned()),
        TrendSubject::Area { index, name } => (area_id(*index), name.clone()),
        TrendSubject::Trust { uid, name, .. } => (format!("trust-{uid}"), readable_name(name)),
    };
    let movement = line.change.map(|change| change.movement);
    let look = match (&line.subject, movement) {
        (TrendSubject::All, _) => Look::All,
        (_, Some(Movement::Better | Movement::Worse)) => Look::Strong,
        _ => Look::Plain,
    };
    let mut dots = Vec::new();
    for (index, (point, year)) in line.points.iter().zip(&trend.years).enumerate() {
        let Ok(figure) = point.figure else { continue };
        let change = line.change.filter(|_| index == trend.last);
        let change = change.map(|change| self::change(trend, line, change));
        let point_words = self::point(trend, line, figure, point);
        dots.push(Dot {
            id: format!("{id}-{}", year.year.ends()),
            year: index,
            figure,
            shown: of_trust(figure, basis_of(trend, line)),
            interval: point.precision.map(|precision| precision.interval),
            of_exams: year.kind == YearKind::Exams,
            words: words::dot(line, year.year, &point_words, change.as_deref()),
        });
    }
    Line {
        name,
        is_marked: is_marked(line),
        look,
        dots,
    }
}

/// "37.2% (35.1% to 39.3%), 41 schools".
fn point(trend: &Trend, line: &TrendLine, figure: Figure, point: &TrendPoint) -> String {
    let bounds = Bounds::new(Some(figure), basis_of(trend, line), point.precision);
    let bounds = bounds.map(Bounds::in_sentence);
    let figure = self::figure(trend, line, figure);
    let words = words::point(&figure, bounds.as_deref(), point.schools);
    match point.disadvantaged_share {
        Some(share) => format!("{words}, {}", super::words::disadvantaged(share)),
        None => words,
    }
}

fn figure(trend: &Trend, line: &TrendLine, figure: Figure) -> String {
    let focus = trend.rules.focus;
    if is_trust(line) && focus != Focus::Gap {
        figure_in_sentence(figure, trend.basis)
    } else {
        with_unit(figure, focus)
    }
}

/// "Change from 2018/19: −2.1 percentage points (−4.0 to −0.2), closing; schools: 2 joined, 1 left".
fn change(trend: &Trend, line: &TrendLine, change: Change) -> String {
    let first = trend.ends().map(|(first, _)| first.to_string());
    words::change(
        &first.unwrap_or_default(),
        change.difference,
        change_bounds(line).map(|bounds| (bounds.low, bounds.high)),
        verdict_in_words(trend.rules.focus, change.movement),
        &line.schools,
    )
}

/// A line from year to year.
pub(in crate::chart) fn line_in_words(trend: &Trend, line: &TrendLine) -> String {
    let mut points = Vec::new();
    for (point, year) in line.points.iter().zip(&trend.years) {
        if year.kind.has_results() {
            let figure = match &point.figure {
                Ok(figure) => self::figure(trend, line, *figure),
                Err(absence) => absence.to_string(),
            };
            points.push((year.year, figure));
        }
    }
    let change = line.change.map(|change| self::change(trend, line, change));
    words::line(line, &points, change.as_deref())
}
