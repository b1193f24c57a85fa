//! Tells of a trend: what is shown, and each line with its dots.

use crate::chart::bounds::Bounds;
use crate::chart::finding::with_unit;
use crate::chart::part::area_id;
use crate::chart::trust::{figure_in_sentence, shown_under};
use crate::method::{Change, Movement, Trend, TrendLine, TrendPoint, TrendSubject, YearKind};
use crate::model::Basis;
use crate::terms::{Figure, Focus, readable_name};
use crate::words::chart::trend as words;

use super::table::{change_bounds, is_trust};
use super::{Dot, Line, Look, verdict_in_words};

/// What is shown, with the cautions that belong above it.
pub(super) fn subtitle(trend: &Trend, lines: &[&TrendLine]) -> String {
    words::subtitle(
        trend,
        &shown_under(&trend.rules),
        !lines.iter().all(|line| is_trust(line)),
        lines.iter().any(|line| is_marked(line)),
    )
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
            TrendSubject::All => (
                crate::chart::ALL_TRUSTS.to_owned(),
                words::ALL_TRUSTS.to_owned(),
            ),
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
        let point_words = self.point(line, figure, point);
        let change = line.change.filter(|_| place == self.trend.last);
        let change = change.map(|change| self.change(line, change));
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
            words: words::dot(line, year.year, &point_words, change.as_deref()),
        })
    }

    /// "37.2% (35.1% to 39.3%), 41 schools".
    fn point(&self, line: &TrendLine, figure: Figure, point: &TrendPoint) -> String {
        let bounds = point.precision.and_then(|precision| {
            if is_trust(line) {
                Bounds::of_trust(figure, self.trend.basis, precision)
            } else {
                Bounds::computed(figure, precision)
            }
        });
        let bounds = bounds.map(Bounds::in_sentence);
        let figure = self.figure(line, figure);
        words::point(&figure, bounds.as_deref(), point.schools)
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
        words::change(
            &first,
            change.difference,
            change_bounds(line).map(|bounds| (bounds.low, bounds.high)),
            verdict_in_words(self.trend.rules.focus, change.movement),
            &line.schools,
        )
    }

    /// Every line, and all trusts, from year to year.
    pub(super) fn lines_in_words(&self, lines: &[&TrendLine]) -> String {
        let all = std::iter::once(&self.trend.all);
        let lines = lines.iter().copied().chain(all).map(|line| {
            let points = line.points.iter().zip(&self.trend.years);
            let points = points.filter(|(_, year)| year.kind.has_results());
            let points: Vec<_> = points
                .map(|(point, year)| {
                    let figure = point.figure.as_ref().map_or_else(
                        |absence| absence.to_string(),
                        |figure| self.figure(line, *figure),
                    );
                    (year.year, figure)
                })
                .collect();
            let change = line.change.map(|change| self.change(line, change));
            words::line(line, &points, change.as_deref())
        });
        lines.collect::<Vec<_>>().join(" ")
    }
}
