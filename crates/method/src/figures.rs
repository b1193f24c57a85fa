//! The contents of an analysis, and its orders.

use std::rc::Rc;

use records::ByGroup;
use records::model::{Basis, Coverage, Extent};
use records::terms::order::sorted_by_key;
use records::terms::{AcademicYear, Area, Figure, Focus, Missing, Region, Value};
use stats::Level as Confidence;

use super::regional::Pair;
use super::{Adjustment, Exclusion, Intervals, Location, Part, Precision, Rank, Rules, SchoolFigures};

/// An analysis: everything that a screen, a chart or a file shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The year of the results.
    pub year: Option<AcademicYear>,
    /// The rules used.
    pub rules: Rules,
    /// Whether trusts' figures are computed or published.
    pub basis: Basis,
    /// How much of the country its files cover.
    pub coverage: Coverage,
    /// The other basis that the files allow, with how much of the country its files cover.
    pub other_coverage: Option<(Basis, Coverage)>,
    /// The settings and the ground of its intervals.
    pub intervals: Intervals,
    /// All eligible trusts together.
    pub all: AreaFigures,
    /// Each region that has an eligible trust, in the order of their names.
    pub regions: Vec<RegionFigures>,
    /// The requested areas; empty if no file says where the trusts' schools are. A trust file does not, but the group
    /// links do.
    pub areas: Vec<LocalArea>,
    /// The Department's figures for England's schools, shown next to those of trusts.
    pub england: England,
    /// What its figures are adjusted for; `None` for those of the files.
    pub adjustment: Option<Rc<Adjustment>>,
    /// Every eligible trust: the best first, those without a published figure last.
    pub trusts: Vec<TrustFigures>,
    /// What is not eligible, and why.
    pub excluded: Rc<[Exclusion]>,
}

/// The figures of a region or of all trusts.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaFigures {
    /// Eligible trusts.
    pub eligible: usize,
    /// Eligible trusts with a published figure.
    pub published: usize,
    /// Schools that count, of eligible trusts, by where the school is; empty if the figures are as
    /// published.
    pub schools: usize,
    /// The figure of the focus; `None` if no trust has one.
    pub figure: Option<Figure>,
    /// The precision of the figure: sampling of pupils only.
    pub precision: Option<Precision>,
    /// The precision that counts, too, which trusts there happen to be; only of adjusted figures.
    pub wider: Option<Precision>,
    /// Both ends of the gap, over the trusts that have both.
    pub pair: Option<Pair>,
    /// The number of trusts with both ends published, whether or not the rule can weight them.
    pub with_both: usize,
    /// Trusts left out of a weighted figure because the file gives no pupils for them.
    pub without_weight: usize,
}

/// An area's figures, and the Department's for its authorities.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalArea {
    /// The area.
    pub area: Area,
    /// Its figures. A trust belongs to the area if more of its weight is inside it than outside.
    /// Under the rule by school, its schools count wherever their trust belongs.
    pub figures: AreaFigures,
    /// Each authority's own total, if the school file has one: all its schools, not trusts. Empty without a school
    /// file.
    pub authorities: Vec<(u16, Option<ByGroup<Value>>)>,
    /// The ranks of its trusts among themselves, by the trusts' indices in their file or the links.
    pub(super) ranks: Vec<(usize, Rank)>,
}

/// The Department's totals for England's schools, not trusts; never mixed with other figures.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct England {
    /// State-funded schools (`RECTYPE` 7).
    pub state_funded: Option<ByGroup<Value>>,
    /// All schools (`RECTYPE` 5).
    pub all_schools: Option<ByGroup<Value>>,
}

/// A region's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionFigures {
    /// The lead region of its trusts.
    pub region: Region,
    /// Its figures.
    pub area: AreaFigures,
}

/// Whether a trust has a figure for the focus.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Status {
    /// It has a figure, with its ranks.
    Published {
        /// The figure.
        figure: Figure,
        /// The rank among all eligible trusts.
        rank: Rank,
        /// The rank among the eligible trusts of its region; `None` if that is not known.
        regional_rank: Option<Rank>,
    },
    /// It has no figure, for this reason.
    Missing(Missing),
}

impl Status {
    /// The rank among all eligible trusts.
    #[must_use]
    pub const fn rank(self) -> Option<Rank> {
        match self {
            Self::Published { rank, .. } => Some(rank),
            Self::Missing(_) => None,
        }
    }
}

/// A trust's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustFigures {
    /// The trust's index among those of its file or of the links, whatever the rules.
    pub(super) index: usize,
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The name as people read it, for sentences and labels.
    pub readable_name: Rc<str>,
    /// The lead region.
    pub region: Option<Region>,
    /// Pupils at the end of key stage 4.
    pub pupils: Option<f64>,
    /// Pupils of the focus's group; disadvantaged pupils for the gap.
    pub group_pupils: Option<f64>,
    /// The disadvantaged pupils' figure.
    pub disadvantaged: Value,
    /// The other pupils' figure.
    pub other: Value,
    /// Other minus disadvantaged.
    pub gap: Option<Figure>,
    /// The figure of the focus with its ranks, or why it is missing.
    pub status: Status,
    /// The precision of the figure of the focus.
    pub precision: Option<Precision>,
    /// Its schools that count; empty if the figures are as published.
    pub schools: Rc<[SchoolFigures]>,
    /// Where its schools are.
    pub location: Location,
}

impl TrustFigures {
    /// The value of the focus.
    #[must_use]
    pub const fn value(&self) -> Value {
        match self.status {
            Status::Published { figure, .. } => Value::Published(figure),
            Status::Missing(reason) => Value::Missing(reason),
        }
    }

    /// Each school that counts, with its part in the figure of the focus and its share of the
    /// weight, from 0 to 1. The shares add up to 1. For a gap, it is the part in the disadvantaged
    /// pupils' figure.
    pub fn school_shares(&self, focus: Focus) -> impl Iterator<Item = (&SchoolFigures, &Part, Option<f64>)> {
        let group = focus.weighing_group();
        let total: f64 = self
            .schools
            .iter()
            .filter_map(|school| school.parts.get(group).weight)
            .sum();
        self.schools.iter().map(move |school| {
            let part = school.parts.get(group);
            let share = part.weight.map(|weight| weight / total);
            (school, part, share.filter(|share| share.is_finite()))
        })
    }

    /// The figure of the focus.
    #[must_use]
    pub const fn figure(&self) -> Option<Figure> {
        match self.status {
            Status::Published { figure, .. } => Some(figure),
            Status::Missing(_) => None,
        }
    }

    /// The rank among all eligible trusts.
    #[must_use]
    pub const fn rank(&self) -> Option<Rank> {
        self.status.rank()
    }

    /// The rank among the eligible trusts of its region.
    #[must_use]
    pub const fn regional_rank(&self) -> Option<Rank> {
        match self.status {
            Status::Published { regional_rank, .. } => regional_rank,
            Status::Missing(_) => None,
        }
    }
}

impl Analysis {
    /// The level of its intervals.
    #[must_use]
    pub const fn level(&self) -> Confidence {
        self.intervals.choices.level
    }

    /// The number of trusts in its figures, if these cover only part of the country.
    #[must_use]
    pub fn trusts_of_part(&self) -> Option<usize> {
        (self.coverage.extent == Extent::Part).then_some(self.all.eligible)
    }

    /// The eligible trusts of a region, the best first.
    pub fn trusts_of(&self, region: Region) -> impl Iterator<Item = &TrustFigures> {
        self.trusts.iter().filter(move |trust| trust.region == Some(region))
    }

    /// A region's top ten: every trust whose regional rank is at most 10.
    pub fn top_ten(&self, region: Region) -> impl Iterator<Item = &TrustFigures> {
        self.trusts_of(region)
            .filter(|trust| trust.regional_rank().is_some_and(Rank::is_top_ten))
    }

    /// The regions that have a figure, the best first: highest, or for gaps smallest.
    #[must_use]
    pub fn regions_best_first(&self) -> Vec<(&RegionFigures, Figure)> {
        let sign = if self.rules.smaller_is_better() { 1 } else { -1 };
        let regions: Vec<_> = self
            .regions
            .iter()
            .filter_map(|region| Some((region, region.area.figure?)))
            .collect();
        sorted_by_key(regions, |(_, figure)| figure.steps() * sign)
    }

    /// Every region: those with a figure from best to last, then those without.
    #[must_use]
    pub fn regions_in_order(&self) -> Vec<&RegionFigures> {
        let without = self.regions.iter().filter(|region| region.area.figure.is_none());
        self.regions_best_first()
            .into_iter()
            .map(|(region, _)| region)
            .chain(without)
            .collect()
    }

    /// What is missing if no trust has a figure, but would have one with equal weights: the pupils
    /// or the years in the trust that schools are weighted by.
    #[must_use]
    pub fn lacks_weight(&self) -> Option<Missing> {
        let is_weight = |reason: &Missing| matches!(reason, Missing::PupilsNotKnown | Missing::YearsNotKnown);
        let mut reasons = self.unpublished().map(|(_, reason)| reason);
        (self.all.published == 0).then(|| reasons.find(is_weight)).flatten()
    }

    /// Eligible trusts without a published figure.
    pub fn unpublished(&self) -> impl Iterator<Item = (&TrustFigures, Missing)> {
        self.trusts.iter().filter_map(|trust| match trust.status {
            Status::Missing(reason) => Some((trust, reason)),
            Status::Published { .. } => None,
        })
    }
}
