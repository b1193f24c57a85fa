//! A trend as one document.

use method::{
    ChangedSchool, SchoolsChange, SeriesBreak, Trend, TrendLine, TrendPoint, TrendSubject, TrendYear, YearKind,
};

use records::terms::AcademicYear;

use crate::chart::trend::words::ALL_TRUSTS;
use crate::chart::{Cell, Record, trend_cautions, trend_in_words, verdict_in_words};

/// The document of a trend, and of that of the gap where there is another.
#[must_use]
pub fn trend_report(trend: &Trend, gap: Option<&Trend>) -> Record {
    let trends = std::iter::once(trend).chain(gap).map(of_group);
    let adjusted = trend.adjusted.iter().map(|part| Cell::words(part.key()));
    let adjusted: Vec<Cell> = adjusted.collect();
    let report = Record::from([
        ("measure", trend.rules.measure.key().into()),
        // `computed` from schools or as `published` for trusts.
        ("basis", trend.basis.key().into()),
        ("regional", trend.rules.regional.key().into()),
        // Of the intervals, in percent.
        ("level", trend.level.percent().into()),
        // Whether only schools count that count in the same trust in every year with exams.
        ("like_for_like", trend.like_for_like.into()),
        // Whether the memberships of several years are one snapshot of current members.
        ("snapshot", trend.is_snapshot.into()),
        // The group asked for, then the gap where the files have it.
        ("trends", Cell::Records(trends.collect())),
    ]);
    // What every year is adjusted for, by its own context.
    match adjusted.as_slice() {
        [] => report,
        _ => report.and([("adjusted_for", Cell::List(adjusted))]),
    }
}

fn year_record(year: &TrendYear) -> Record {
    let (kind, reason) = match &year.kind {
        YearKind::Exams => ("exams", None),
        YearKind::TeacherAssessed => ("teacher-assessed", None),
        YearKind::NoExams => ("no-exams", None),
        YearKind::NoFile => ("no-file", None),
        YearKind::LeftOut(reason) => ("left-out", Some(reason.to_string())),
    };
    Record::from([
        ("year", year.year.to_string().into()),
        ("kind", kind.into()),
        // Why its files are left out.
        ("reason", Cell::known(reason)),
    ])
}

fn break_record(of: &SeriesBreak) -> Record {
    let year = |year: Option<AcademicYear>| Cell::known(year.map(|year| year.to_string()));
    Record::from([
        ("kind", of.kind.key().into()),
        // The first year that it touches, and the last; null for all from then on.
        ("from", year(of.from())),
        ("to", year(of.to())),
        ("reason", of.to_string().into()),
    ])
}

/// The figures of a group, or the gap, over the years.
fn of_group(trend: &Trend) -> Record {
    let rows = |lines: &[TrendLine]| {
        let rows = lines.iter().map(|of| line(trend, of));
        Cell::Records(rows.collect())
    };
    let finding = |lines: &[TrendLine]| {
        let lines: Vec<&TrendLine> = lines.iter().collect();
        Cell::Words(trend_in_words(trend, &lines))
    };
    let (from, to) = trend.ends().unzip();
    let cautions = trend_cautions(trend).into_iter();
    Record::from([
        // `disadvantaged`, `other`, `all` or `gap`.
        ("group", trend.rules.focus.key().into()),
        // What has to be said above it.
        ("cautions", Cell::List(cautions.map(Cell::Words).collect())),
        // Every academic year from the first to the last. Files may have a group in fewer years than another.
        ("years", Cell::Records(trend.years.iter().map(year_record).collect())),
        // Where figures before and after are not alike.
        (
            "breaks",
            Cell::Records(trend.breaks().map(|of| break_record(&of)).collect()),
        ),
        // The first year with exams, where every change starts, and the last.
        ("from", Cell::known(from.map(|year| year.to_string()))),
        ("to", Cell::known(to.map(|year| year.to_string()))),
        ("regions_finding", finding(&trend.regions)),
        ("trusts_finding", finding(&trend.trusts)),
        // All eligible trusts together.
        ("all", line(trend, &trend.all).into()),
        // Those that change for the better most first; the areas as they were given.
        ("regions", rows(&trend.regions)),
        ("areas", rows(&trend.areas)),
        ("trusts", rows(&trend.trusts)),
    ])
}

/// The figures of a trust, a region or all trusts.
fn line(trend: &Trend, line: &TrendLine) -> Record {
    let (uid, name, region) = match &line.subject {
        TrendSubject::All => (None, ALL_TRUSTS, None),
        TrendSubject::Region(region) => (None, region.name(), None),
        TrendSubject::Area { name, .. } => (None, name.as_str(), None),
        TrendSubject::Trust { uid, name, region } => (Some(&**uid), &**name, *region),
    };
    let (joined, left) = match &line.schools {
        SchoolsChange::Known { joined, left } => (schools(joined), schools(left)),
        SchoolsChange::Counted { .. } | SchoolsChange::NotTold => (Cell::none(), Cell::none()),
    };
    let change = line.change;
    let interval = change.and_then(|change| change.interval);
    let points = line.points.iter().zip(&trend.years);
    let points = points.map(|(of, year)| point(of, year));
    let verdict = change.map(|change| verdict_in_words(trend.rules.focus, change.movement));
    Record::from([
        ("uid", Cell::known(uid)),
        ("name", name.into()),
        ("region", Cell::Region(region)),
        ("points", Cell::Records(points.collect())),
        // The last figure minus the first; null if either is missing.
        ("change", change.map(|change| change.difference).into()),
        ("change_se", Cell::known(change.and_then(|change| change.error))),
        ("change_low", Cell::known(interval.map(|of| of.low()))),
        ("change_high", Cell::known(interval.map(|of| of.high()))),
        ("verdict", Cell::known(verdict)),
        // Between the two years; null if not known.
        ("schools_changed", Cell::known(line.schools.has_changed())),
        // Those that count only in the last year, then only in the first, if the files list schools.
        ("schools_joined", joined),
        ("schools_left", left),
    ])
}

/// A figure of a year.
fn point(point: &TrendPoint, year: &TrendYear) -> Record {
    let interval = point.precision.map(|precision| precision.interval);
    let missing = point.figure.as_ref().err();
    Record::from([
        ("year", year.year.to_string().into()),
        ("figure", point.figure.as_ref().ok().copied().into()),
        ("low", Cell::known(interval.map(|of| of.low()))),
        ("high", Cell::known(interval.map(|of| of.high()))),
        // How many schools it is based on.
        ("schools", Cell::known(point.schools)),
        // Of pupils at the end of key stage 4, in percent.
        ("disadvantaged_share", Cell::known(point.disadvantaged_share)),
        // Why there is no figure.
        ("missing", Cell::known(missing.map(ToString::to_string))),
    ])
}

fn schools(changed: &[ChangedSchool]) -> Cell {
    let schools = changed.iter().map(|school| {
        Record::from([
            ("urn", school.urn.to_string().into()),
            ("name", Cell::name(&school.name)),
        ])
    });
    Cell::Records(schools.collect())
}
