//! Figures over the years: each trust's, each region's and all trusts', and how they changed (method, sections 2 and
//! 4).

mod adjusting;
mod breaks;
mod change;
mod lines;
mod schools;
mod words;
mod years;

pub use adjusting::AdjustingYears;
pub use breaks::{BreakKind, SeriesBreak};
pub use change::{Change, Movement, Movements};
pub use schools::{ChangedSchool, SchoolsChange};
pub use years::MeasuredYears;

use std::rc::Rc;

use records::model::Basis;
use records::terms::{AcademicYear, Figure, Missing, Region};
use stats::Level as Confidence;

use super::{AdjustParts, AnalysisError, IntervalBasis, NotAdjusted, Precision, Reason, Rules};

/// Figures over the years under one set of rules.
///
/// A change runs from the first year with exams to the last, the same two years for every line, so
/// that changes can be compared. Results assessed by teachers are shown but never used as an end of
/// a change.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// The rules, the same for every year; the basis is the one below.
    pub rules: Rules,
    /// Whether the trusts' figures are computed or published, in every year.
    pub basis: Basis,
    /// What every year's figures are adjusted for, by the context of that year; no part if they are not.
    pub adjusted: AdjustParts,
    /// The level of the intervals.
    pub level: Confidence,
    /// The ground of the intervals of the last year.
    pub ground: IntervalBasis,
    /// Whether the intervals are too narrow: see
    /// [`Intervals::is_upper_bound`](super::Intervals::is_upper_bound).
    pub is_upper_bound: bool,
    /// Whether only schools count that count in the same trust in every year with exams.
    pub like_for_like: bool,
    /// Whether the memberships of several years are one snapshot of current members: a school that has since moved is
    /// in its new trust in all of them (method, section 2).
    pub is_snapshot: bool,
    /// The number of trusts in it, if the files of some year cover only part of the country.
    pub of_part: Option<usize>,
    /// Every academic year from the first of which there are files to the last, whether or not there are results of it.
    pub years: Vec<TrendYear>,
    /// The index of the first year with exams among the years.
    pub first: usize,
    /// The last one.
    pub last: usize,
    /// All eligible trusts together.
    pub all: TrendLine,
    /// Each region that has an eligible trust in some year: those that change for the better most first, those without
    /// a change last.
    pub regions: Vec<TrendLine>,
    /// Each requested area, in the given order; empty if the figures are as published, which do not
    /// say where schools are.
    pub areas: Vec<TrendLine>,
    /// Each trust that is eligible in some year, in that order.
    pub trusts: Vec<TrendLine>,
}

/// An academic year of a trend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendYear {
    /// The year.
    pub year: AcademicYear,
    /// The kind of the year.
    pub kind: YearKind,
}

/// The kind of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YearKind {
    /// Results of exams.
    Exams,
    /// Results that teachers assessed, which cannot be compared with those of exams.
    TeacherAssessed,
    /// Missing: there were no exams.
    NoExams,
    /// Missing: there is no file for it.
    NoFile,
    /// Files that do not allow the request.
    LeftOut(LeftOut),
}

impl YearKind {
    /// Whether lines have points in such a year.
    #[must_use]
    pub const fn has_results(&self) -> bool {
        matches!(self, Self::Exams | Self::TeacherAssessed)
    }
}

/// Why the files of a year are not in a trend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// They do not have figures on the basis of the trend.
    NoBasis(Basis),
    /// They cannot be analysed.
    NoAnalysis(AnalysisError),
    /// Their figures cannot be adjusted for the context that all years are adjusted for.
    NotAdjusted(NotAdjusted),
}

/// The subject of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrendSubject {
    /// All eligible trusts together.
    All,
    /// A region.
    Region(Region),
    /// A user-defined area.
    Area {
        /// Its index among the areas asked for.
        index: usize,
        /// Its name.
        name: String,
    },
    /// A trust.
    Trust {
        /// The Department's number.
        uid: Rc<str>,
        /// The name in the last year in which it is eligible.
        name: Rc<str>,
        /// The lead region in that year.
        region: Option<Region>,
    },
}

/// The figures of a trust, a part of the country or all trusts over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendLine {
    /// Their subject.
    pub subject: TrendSubject,
    /// One for each year of the trend.
    pub points: Vec<TrendPoint>,
    /// The change from the trend's first year to its last; `None` if either has no figure.
    pub change: Option<Change>,
    /// Which schools joined and left between those years.
    pub schools: SchoolsChange,
}

/// A figure of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// The figure, or why it is missing.
    pub figure: Result<Figure, Absence>,
    /// Its precision; for regions and all trusts, pupil sampling only.
    pub precision: Option<Precision>,
    /// The number of schools behind it, if files state it.
    pub schools: Option<usize>,
    /// The share of disadvantaged pupils among those at the end of key stage 4, in per cent; of a part of the country,
    /// among those of its eligible trusts. `None` where files do not count both.
    pub disadvantaged_share: Option<f64>,
}

/// Why a year has no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absence {
    /// The year has no results: [`TrendYear::kind`] says why.
    NoResults,
    /// The trust is not eligible in that year, for this reason where the files have the trust.
    NotEligible(Option<Reason>),
    /// The trust's figure is missing.
    Missing(Missing),
    /// No trust of the region has a figure, or none can be weighted.
    NoFigure,
}

/// Why there is no trend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrendError {
    /// Fewer than two years have results of exams.
    TooFewYears {
        /// The years that have exams.
        years: Vec<AcademicYear>,
        /// The years whose files do not allow the request, and why.
        left_out: Vec<(AcademicYear, LeftOut)>,
    },
    /// Files of trusts do not say which schools each trust has.
    LikeForLikeNeedsSchools,
}

impl std::error::Error for TrendError {}

impl TrendLine {
    /// The figure of the year with this index.
    #[must_use]
    pub fn figure(&self, index: usize) -> Option<Figure> {
        self.points.get(index)?.figure.as_ref().ok().copied()
    }
}

impl Trend {
    /// The line of a trust.
    #[must_use]
    pub fn trust(&self, wanted: &str) -> Option<&TrendLine> {
        self.trusts
            .iter()
            .find(|line| matches!(&line.subject, TrendSubject::Trust { uid, .. } if &**uid == wanted))
    }

    /// The first year with exams and the last: the ends of every change.
    #[must_use]
    pub fn ends(&self) -> Option<(AcademicYear, AcademicYear)> {
        let year = |index: usize| Some(self.years.get(index)?.year);
        Some((year(self.first)?, year(self.last)?))
    }
}
