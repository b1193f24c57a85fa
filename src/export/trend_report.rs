//! Figures over the years, as one document.

use std::rc::Rc;

use serde::Serialize;

use crate::chart::{trend_cautions, trend_in_words, verdict_in_words};
use crate::method::{
    Change, ChangedSchool, SchoolsChange, Trend, TrendLine, TrendPoint, TrendSubject, TrendYear,
    YearKind,
};
use crate::terms::{Figure, Focus, Region, Urn};
use crate::words::chart::trend::ALL_TRUSTS;

/// The document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrendReport {
    /// The measure's key.
    pub measure: &'static str,
    /// `computed` from schools or as `published` for trusts.
    pub basis: &'static str,
    /// The regional rule's key.
    pub regional: &'static str,
    /// The level of the intervals in percent.
    pub level: f64,
    /// Whether only schools count that count in the same trust in every year with exams.
    pub like_for_like: bool,
    /// Whether the memberships of several years are one snapshot of current members.
    pub snapshot: bool,
    /// The group asked for, then the gap where the files have it.
    pub trends: Vec<GroupTrend>,
}

/// A year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearRow {
    /// The academic year.
    pub year: String,
    /// `exams`, `teacher-assessed`, `no-exams`, `no-file` or `left-out`.
    pub kind: &'static str,
    /// Why its files are left out.
    pub reason: Option<String>,
}

/// The figures of a group, or the gap, over the years.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupTrend {
    /// `disadvantaged`, `other`, `all` or `gap`.
    pub group: Focus,
    /// What has to be said above it.
    pub cautions: Vec<String>,
    /// Every academic year from the first to the last. Files may have a group in fewer years than another.
    pub years: Vec<YearRow>,
    /// The first year with exams, where every change starts.
    pub from: Option<String>,
    /// The last, where every change ends.
    pub to: Option<String>,
    /// What became of the regions, in a sentence.
    pub regions_finding: String,
    /// What became of the trusts.
    pub trusts_finding: String,
    /// All eligible trusts together.
    pub all: LineRow,
    /// The regions: those that change for the better most first.
    pub regions: Vec<LineRow>,
    /// The areas asked for, as they were given.
    pub areas: Vec<LineRow>,
    /// The trusts: those that change for the better most first.
    pub trusts: Vec<LineRow>,
}

/// The figures of a trust, a region or all trusts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineRow {
    /// The Department's number, of a trust.
    pub uid: Option<Rc<str>>,
    /// The trust's name as published; of regions and areas their own.
    pub name: Rc<str>,
    /// The lead region, of a trust.
    pub region: Option<&'static str>,
    /// One for each year.
    pub points: Vec<PointRow>,
    /// The last figure less the first; nothing where either is missing.
    pub change: Option<Figure>,
    /// Its standard error.
    pub change_se: Option<f64>,
    /// The lower end of its interval.
    pub change_low: Option<f64>,
    /// The upper end.
    pub change_high: Option<f64>,
    /// What it is worth: `closing`, `widening`, `improving`, `worsening`, `not distinguishable` or `no interval`.
    pub verdict: Option<&'static str>,
    /// Whether its schools changed between the two years; nothing where the files do not tell.
    pub schools_changed: Option<bool>,
    /// Those that count in the last year alone, where files tell schools.
    pub schools_joined: Option<Vec<SchoolRow>>,
    /// Those that count in the first year alone.
    pub schools_left: Option<Vec<SchoolRow>>,
}

/// A figure of a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PointRow {
    /// The academic year.
    pub year: String,
    /// The figure.
    pub figure: Option<Figure>,
    /// The lower end of its interval.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// How many schools it rests on.
    pub schools: Option<usize>,
    /// Why there is no figure.
    pub missing: Option<String>,
}

/// A school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchoolRow {
    /// Its number.
    pub urn: Urn,
    /// Its name as published.
    pub name: Rc<str>,
}

impl TrendReport {
    /// The document of a trend, and of that of the gap where there is another.
    #[must_use]
    pub fn new(trend: &Trend, gap: Option<&Trend>) -> Self {
        Self {
            measure: trend.rules.measure.key(),
            basis: trend.basis.key(),
            regional: trend.rules.regional.key(),
            level: trend.level.percent(),
            like_for_like: trend.like_for_like,
            snapshot: trend.is_snapshot,
            trends: std::iter::once(trend)
                .chain(gap)
                .map(GroupTrend::new)
                .collect(),
        }
    }
}

impl YearRow {
    fn new(year: &TrendYear) -> Self {
        let (kind, reason) = match &year.kind {
            YearKind::Exams => ("exams", None),
            YearKind::TeacherAssessed => ("teacher-assessed", None),
            YearKind::NoExams => ("no-exams", None),
            YearKind::NoFile => ("no-file", None),
            YearKind::LeftOut(reason) => ("left-out", Some(reason.to_string())),
        };
        Self {
            year: year.year.to_string(),
            kind,
            reason,
        }
    }
}

impl GroupTrend {
    fn new(trend: &Trend) -> Self {
        let rows =
            |lines: &[TrendLine]| lines.iter().map(|line| LineRow::new(trend, line)).collect();
        let finding = |lines: &[TrendLine]| {
            let lines: Vec<&TrendLine> = lines.iter().collect();
            trend_in_words(trend, &lines)
        };
        let ends = trend.ends();
        Self {
            group: trend.rules.focus,
            cautions: trend_cautions(trend),
            years: trend.years.iter().map(YearRow::new).collect(),
            from: ends.map(|(from, _)| from.to_string()),
            to: ends.map(|(_, to)| to.to_string()),
            regions_finding: finding(&trend.regions),
            trusts_finding: finding(&trend.trusts),
            all: LineRow::new(trend, &trend.all),
            regions: rows(&trend.regions),
            areas: rows(&trend.areas),
            trusts: rows(&trend.trusts),
        }
    }
}

impl LineRow {
    fn new(trend: &Trend, line: &TrendLine) -> Self {
        let (uid, name, region) = match &line.subject {
            TrendSubject::All => (None, Rc::from(ALL_TRUSTS), None),
            TrendSubject::Region(region) => (None, Rc::from(region.name()), None),
            TrendSubject::Area { name, .. } => (None, Rc::from(name.as_str()), None),
            TrendSubject::Trust { uid, name, region } => (
                Some(Rc::clone(uid)),
                Rc::clone(name),
                region.map(Region::name),
            ),
        };
        let (joined, left) = match &line.schools {
            SchoolsChange::Known { joined, left } => (Some(schools(joined)), Some(schools(left))),
            SchoolsChange::Counted { .. } | SchoolsChange::NotTold => (None, None),
        };
        let change: Option<Change> = line.change;
        let interval = change.and_then(|change| change.interval);
        let points = line.points.iter().zip(&trend.years);
        Self {
            uid,
            name,
            region,
            points: points
                .map(|(point, year)| PointRow::new(point, year))
                .collect(),
            change: change.map(|change| change.difference),
            change_se: change.and_then(|change| change.error),
            change_low: interval.map(|interval| interval.low()),
            change_high: interval.map(|interval| interval.high()),
            verdict: change.map(|change| verdict_in_words(trend.rules.focus, change.movement)),
            schools_changed: line.schools.has_changed(),
            schools_joined: joined,
            schools_left: left,
        }
    }
}

impl PointRow {
    fn new(point: &TrendPoint, year: &TrendYear) -> Self {
        let interval = point.precision.map(|precision| precision.interval);
        Self {
            year: year.year.to_string(),
            figure: point.figure.as_ref().ok().copied(),
            low: interval.map(|interval| interval.low()),
            high: interval.map(|interval| interval.high()),
            schools: point.schools,
            missing: point.figure.as_ref().err().map(ToString::to_string),
        }
    }
}

fn schools(changed: &[ChangedSchool]) -> Vec<SchoolRow> {
    let row = |school: &ChangedSchool| SchoolRow {
        urn: school.urn,
        name: Rc::clone(&school.name),
    };
    changed.iter().map(row).collect()
}
