//! The lines of a trend from the analyses of its years.

use std::rc::Rc;

use records::model::{Basis, Extent, Library};
use records::terms::order::{sorted, sorted_by_key};
use records::terms::{AcademicYear, Area, Figure, Focus, Group, Region};

use crate::judgement::Eligible;
use crate::{
    Analysis, Exclusion, IntervalBasis, IntervalChoices, Level, Measured, Precision, Reason, RegionalRule, Rules,
    Scope, Status, TrustFigures,
};

use super::schools::Behind;
use super::{
    Absence, Change, LeftOut, MeasuredYears, Trend, TrendError, TrendLine, TrendPoint, TrendSubject, TrendYear,
    YearKind,
};

impl Trend {
    /// The trend of the rules' measure and group over the years of a library: see [`MeasuredYears::new`].
    ///
    /// # Errors
    /// When fewer than two years with exams allow it, or like-for-like schools are asked of trusts as published.
    ///
    /// ```
    /// use method::{IntervalChoices, Movement, Rules, Trend};
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// let mut library = Library::default();
    /// for (name, share) in [("mats_2018-19.csv", 20), ("mats_2022-23.csv", 40)] {
    ///     let csv = format!(
    ///         "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///          PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,800,25%,{share}%\n"
    ///     );
    ///     library.add(read_file(name, csv.as_bytes()).unwrap());
    /// }
    /// let trend = Trend::new(&library, &Rules::default(), &IntervalChoices::default(), false).unwrap();
    /// // 2018/19, two years without exams, one of which there is no file, 2022/23.
    /// assert_eq!((trend.years.len(), trend.first, trend.last), (5, 0, 4));
    /// let change = trend.trusts[0].change.unwrap();
    /// assert_eq!((change.difference.number(), change.movement), (20.0, Movement::Better));
    /// ```
    pub fn new(
        library: &Library,
        rules: &Rules,
        interval_choices: &IntervalChoices,
        like_for_like: bool,
    ) -> Result<Self, TrendError> {
        MeasuredYears::new(library, rules, like_for_like)?.trend(rules.focus, rules.regional, interval_choices)
    }
}

impl MeasuredYears {
    /// The trend of a group or the gap under a regional rule.
    ///
    /// # Errors
    /// When fewer than two years with exams allow it.
    pub fn trend(
        &self,
        focus: Focus,
        regional: RegionalRule,
        interval_choices: &IntervalChoices,
    ) -> Result<Trend, TrendError> {
        self.trend_with_areas(focus, regional, &[], interval_choices)
    }

    /// [`Self::trend`] with user-defined areas beside the regions.
    ///
    /// # Errors
    /// As [`Self::trend`].
    pub fn trend_with_areas(
        &self,
        focus: Focus,
        regional: RegionalRule,
        areas: &[Area],
        interval_choices: &IntervalChoices,
    ) -> Result<Trend, TrendError> {
        let areas = match self.basis {
            Basis::Computed => areas,
            Basis::Published => &[],
        };
        let found: Vec<(AcademicYear, Result<Read<'_>, LeftOut>)> = self
            .years
            .iter()
            .map(|year| {
                let measured = year.measured.as_deref().map_err(Clone::clone);
                let read = measured.and_then(|measured| Read::new(measured, focus, regional, areas, interval_choices));
                (year.year, read)
            })
            .collect();
        let years = every_year(&found);
        let with_exams = |year: &&TrendYear| year.kind == YearKind::Exams;
        let first = years.iter().position(|year| with_exams(&year));
        let last = years.iter().rposition(|year| with_exams(&year));
        let (Some(first), Some(last)) = (first, last.filter(|last| Some(*last) != first)) else {
            return Err(too_few(&years));
        };
        let of_year = |year: &TrendYear| {
            let mut found = found.iter().filter(|(of, _)| *of == year.year);
            found.find_map(|(_, read)| read.as_ref().ok())
        };
        let newest = years.get(last).and_then(of_year);
        let maker = Maker {
            rules: Rules {
                focus,
                regional,
                ..self.rules
            },
            reads: years.iter().map(of_year).collect(),
            first,
            last,
            interval_choices,
        };
        let trusts = maker.in_order(maker.trusts());
        let mut read = maker.reads.iter().flatten();
        let is_part = read.any(|read| read.analysis.coverage.extent == Extent::Part);
        Ok(Trend {
            of_part: is_part.then_some(trusts.len()),
            rules: maker.rules,
            basis: self.basis,
            adjusted: self.adjusted,
            level: interval_choices.level,
            ground: newest.map_or(IntervalBasis::Nothing, |read| read.analysis.intervals.ground),
            is_upper_bound: newest.is_some_and(|read| read.analysis.intervals.is_upper_bound),
            like_for_like: self.like_for_like,
            is_snapshot: self.is_snapshot,
            all: maker.part(TrendSubject::All, Scope::All),
            areas: maker.areas(areas),
            regions: maker.in_order(maker.regions()),
            trusts,
            years,
            first,
            last,
        })
    }
}

/// Every academic year from the first to the last with files.
fn every_year(found: &[(AcademicYear, Result<Read<'_>, LeftOut>)]) -> Vec<TrendYear> {
    let (Some((first, _)), Some((last, _))) = (found.first(), found.last()) else {
        return Vec::new();
    };
    (first.ends()..=last.ends())
        .filter_map(AcademicYear::ending)
        .map(|year| {
            let read = found.iter().find(|(of, _)| *of == year);
            let kind = match read.map(|(_, read)| read) {
                Some(Ok(_)) if year.had_exams() => YearKind::Exams,
                Some(Ok(_)) => YearKind::TeacherAssessed,
                Some(Err(reason)) => YearKind::LeftOut(reason.clone()),
                None if year.had_exams() => YearKind::NoFile,
                None => YearKind::NoExams,
            };
            TrendYear { year, kind }
        })
        .collect()
}

fn too_few(years: &[TrendYear]) -> TrendError {
    let with_exams = years.iter().filter(|year| year.kind == YearKind::Exams);
    TrendError::TooFewYears {
        years: with_exams.map(|year| year.year).collect(),
        left_out: years
            .iter()
            .filter_map(|year| match &year.kind {
                YearKind::LeftOut(reason) => Some((year.year, reason.clone())),
                _ => None,
            })
            .collect(),
    }
}

/// A year's analysis.
struct Read<'a> {
    measured: &'a Measured,
    analysis: Analysis,
    /// Disadvantaged and all pupils of each trust of the analysis, where both are counted.
    pupils: Vec<Option<(f64, f64)>>,
}

impl<'a> Read<'a> {
    fn new(
        measured: &'a Measured,
        focus: Focus,
        regional: RegionalRule,
        areas: &[Area],
        interval_choices: &IntervalChoices,
    ) -> Result<Self, LeftOut> {
        let analysis = measured.analysis(focus, regional, areas, interval_choices);
        let analysis = analysis.map_err(LeftOut::NoAnalysis)?;
        let pupils = pupils(measured, &analysis);
        Ok(Self {
            measured,
            analysis,
            pupils,
        })
    }

    /// The trust with this index in the analysis, in this year.
    fn trust(&self, index: usize) -> Option<(TrendPoint, Behind<'_>)> {
        let trust = self.analysis.trusts.get(index)?;
        let judgement = self.measured.judgement();
        let behind = Behind::trust(&judgement.data, judgement.basis, trust);
        let figure = match trust.status {
            Status::Published { figure, .. } => Ok(figure),
            Status::Missing(reason) => Err(Absence::Missing(reason)),
        };
        let share = share(self.pupils.get(index).copied().flatten().into_iter());
        Some(point(figure, trust.precision, share, behind))
    }

    /// A part of the country in this year.
    fn part<'r>(&'r self, scope: Scope<'r>) -> (TrendPoint, Behind<'r>) {
        let figure = self.analysis.figure_of(scope).ok_or(Absence::NoFigure);
        let precision = self.analysis.precision_of(scope);
        let data = &self.measured.judgement().data;
        let trusts = self.analysis.trusts.iter().zip(&self.pupils);
        let here = trusts.filter(|(trust, _)| scope.is_of(trust));
        let share = share(here.filter_map(|(_, pupils)| *pupils));
        point(figure, precision, share, Behind::part(data, &self.analysis, scope))
    }

    /// Why trusts are not eligible, by their numbers.
    fn exclusions(&self) -> Vec<&Exclusion> {
        let excluded = self.analysis.excluded.iter();
        let trusts = excluded.filter(|exclusion| exclusion.level == Level::Trust);
        sorted(trusts.collect(), |one, two| one.uid.cmp(&two.uid))
    }
}

fn point(
    figure: Result<Figure, Absence>,
    precision: Option<Precision>,
    disadvantaged_share: Option<f64>,
    behind: Behind<'_>,
) -> (TrendPoint, Behind<'_>) {
    let point = TrendPoint {
        figure,
        precision,
        schools: behind.count(),
        disadvantaged_share,
    };
    (point, behind)
}

/// Disadvantaged and all pupils of each trust of an analysis, where both are counted.
fn pupils(measured: &Measured, analysis: &Analysis) -> Vec<Option<(f64, f64)>> {
    let eligible = &measured.judgement().eligible;
    let by_index = sorted(eligible.iter().collect(), |one: &&Eligible, two| {
        one.index.cmp(&two.index)
    });
    let trusts = analysis.trusts.iter();
    let pupils = trusts.map(|trust| {
        let found = by_index.binary_search_by_key(&trust.index, |of| of.index);
        let of = by_index.get(found.ok()?)?;
        Some(((*of.group_pupils.get(Group::Disadvantaged))?, of.pupils?))
    });
    pupils.collect()
}

/// The share of the first in the second, all together, in per cent.
fn share(pupils: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (mut disadvantaged, mut all) = (0.0, 0.0);
    for (these, of) in pupils {
        disadvantaged += these;
        all += of;
    }
    (all > 0.0).then(|| 100.0 * disadvantaged / all)
}

/// The data for lines.
struct Maker<'a> {
    rules: Rules,
    /// The analysis of each year with one.
    reads: Vec<Option<&'a Read<'a>>>,
    first: usize,
    last: usize,
    interval_choices: &'a IntervalChoices,
}

impl Maker<'_> {
    /// A line of its points and the schools behind them, year by year.
    fn line(&self, subject: TrendSubject, years: Vec<(TrendPoint, Option<Behind<'_>>)>) -> TrendLine {
        let (points, behind): (Vec<TrendPoint>, Vec<Option<Behind<'_>>>) = years.into_iter().unzip();
        let end = |index: usize| {
            let point = points.get(index)?;
            Some((*point.figure.as_ref().ok()?, point.precision))
        };
        let smaller_is_better = self.rules.smaller_is_better();
        let ends = end(self.first).zip(end(self.last));
        let change =
            ends.and_then(|(first, last)| Change::between(first, last, self.interval_choices.level, smaller_is_better));
        let behind = |index: usize| behind.get(index).and_then(Option::as_ref);
        TrendLine {
            subject,
            change,
            schools: Behind::changed(behind(self.first), behind(self.last)),
            points,
        }
    }

    /// The line of a part of the country.
    fn part(&self, subject: TrendSubject, scope: Scope<'_>) -> TrendLine {
        let years = self.reads.iter().map(|read| match read {
            Some(read) => {
                let (point, behind) = read.part(scope);
                (point, Some(behind))
            }
            None => (without(Absence::NoResults), None),
        });
        self.line(subject, years.collect())
    }

    /// The regions that have an eligible trust, or a figure, in some year.
    fn regions(&self) -> Vec<TrendLine> {
        let is_there = |region: &Region| {
            let mut reads = self.reads.iter().flatten();
            reads.any(|read| read.analysis.regions.iter().any(|of| of.region == *region))
        };
        let regions = Region::ALL.into_iter().filter(is_there);
        regions
            .map(|region| self.part(TrendSubject::Region(region), Scope::Region(region)))
            .collect()
    }

    /// The areas, as they were given.
    fn areas(&self, areas: &[Area]) -> Vec<TrendLine> {
        let line = |(index, area): (usize, &Area)| {
            let name = area.name.clone();
            self.part(TrendSubject::Area { index, name }, Scope::Area(area))
        };
        areas.iter().enumerate().map(line).collect()
    }

    /// The trusts that are eligible in some year, by name.
    fn trusts(&self) -> Vec<TrendLine> {
        let found: Vec<Found<'_>> = self
            .reads
            .iter()
            .enumerate()
            .filter_map(|(year, read)| Some((year, (*read)?)))
            .flat_map(|(year, read)| {
                let trusts = read.analysis.trusts.iter().enumerate();
                trusts.map(move |(index, trust)| Found { trust, year, index })
            })
            .collect();
        let found = sorted(found, |one, two| {
            (&one.trust.uid, one.year).cmp(&(&two.trust.uid, two.year))
        });
        let excluded: Vec<Vec<&Exclusion>> = self
            .reads
            .iter()
            .map(|read| read.map_or_else(Vec::new, Read::exclusions))
            .collect();
        let trusts = found.chunk_by(|one, two| one.trust.uid == two.trust.uid);
        let lines = trusts.filter_map(|found| self.trust(found, &excluded));
        sorted(lines.collect(), |one: &TrendLine, two: &TrendLine| {
            name_of(one).cmp(&name_of(two))
        })
    }

    /// The line of a trust, found in these years.
    fn trust(&self, found: &[Found<'_>], excluded: &[Vec<&Exclusion>]) -> Option<TrendLine> {
        let newest = found.last()?.trust;
        let years = self.reads.iter().zip(excluded).enumerate();
        let years = years.map(|(year, (read, excluded))| {
            let found = found.iter().find(|found| found.year == year);
            match (read, found) {
                (Some(read), Some(found)) => read.trust(found.index).map_or_else(
                    || (without(Absence::NoFigure), None),
                    |(point, behind)| (point, Some(behind)),
                ),
                (Some(_), None) => (without(Absence::NotEligible(reason(excluded, newest))), None),
                (None, _) => (without(Absence::NoResults), None),
            }
        });
        let subject = TrendSubject::Trust {
            uid: Rc::clone(&newest.uid),
            name: Rc::clone(&newest.name),
            region: newest.region,
        };
        Some(self.line(subject, years.collect()))
    }

    /// Those that change for the better most first, those without a change last; ties keep their
    /// order.
    fn in_order(&self, lines: Vec<TrendLine>) -> Vec<TrendLine> {
        let sign = if self.rules.smaller_is_better() { 1 } else { -1 };
        sorted_by_key(lines, |line| {
            line.change.map_or(i64::MAX, |change| sign * change.difference.steps())
        })
    }
}

/// A trust in a year, with its index in that year's analysis.
struct Found<'a> {
    trust: &'a TrustFigures,
    year: usize,
    index: usize,
}

const fn without(absence: Absence) -> TrendPoint {
    TrendPoint {
        figure: Err(absence),
        precision: None,
        schools: None,
        disadvantaged_share: None,
    }
}

fn reason(excluded: &[&Exclusion], trust: &TrustFigures) -> Option<Reason> {
    let uid = Some(&trust.uid);
    let index = excluded.binary_search_by(|exclusion| exclusion.uid.as_ref().cmp(&uid));
    let exclusion = excluded.get(index.ok()?)?;
    Some(exclusion.reason.clone())
}

fn name_of(line: &TrendLine) -> Option<(&Rc<str>, &Rc<str>)> {
    match &line.subject {
        TrendSubject::Trust { uid, name, .. } => Some((name, uid)),
        TrendSubject::All | TrendSubject::Region(_) | TrendSubject::Area { .. } => None,
    }
}
