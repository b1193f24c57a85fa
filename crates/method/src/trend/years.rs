//! Every year's values under the same rules, used for trends of any group.

use std::rc::Rc;

use records::model::{Basis, DataSet, Library};
use records::terms::order::sorted;
use records::terms::{AcademicYear, Urn};

use crate::judgement::{Judgement, basis_of};
use crate::schools::{Members, judge};
use crate::words::trend::NOT_ALIKE;
use crate::{AdjustParts, AnalysisError, Exclusion, Level, Measured, Rules};

use super::{LeftOut, TrendError};

/// The values of a measure in every year that files have. Each year is judged once, for any number
/// of trends.
#[derive(Debug)]
pub struct MeasuredYears {
    pub(super) rules: Rules,
    pub(super) basis: Basis,
    pub(super) like_for_like: bool,
    pub(super) is_snapshot: bool,
    /// What the values are adjusted for; no part if they are as the files have them.
    pub(super) adjusted: AdjustParts,
    /// The oldest first.
    pub(super) years: Vec<MeasuredYear>,
}

/// A year's values, or why they are missing.
#[derive(Debug, Clone)]
pub(super) struct MeasuredYear {
    pub(super) year: AcademicYear,
    pub(super) measured: Result<Rc<Measured>, LeftOut>,
}

/// A year with its files, before it is judged.
struct Candidate<'a> {
    year: AcademicYear,
    data: &'a DataSet,
}

impl MeasuredYears {
    /// The values of the rules' measure in every year of a library that states it. All years are on
    /// one basis: the one asked for, else the one that most of them have, or computed figures if
    /// both are equally frequent.
    ///
    /// Like for like, a school counts where it counts in the same trust in every year with exams;
    /// eligibility depends only on those schools.
    ///
    /// # Errors
    /// When like-for-like schools are asked of trusts as published.
    pub fn new(library: &Library, rules: &Rules, like_for_like: bool) -> Result<Self, TrendError> {
        let mut candidates: Vec<Candidate<'_>> = library
            .data_sets()
            .filter_map(|data| Some(Candidate { year: data.year?, data }))
            .collect();
        // The library has the newest first.
        candidates.reverse();
        let basis = match rules.basis {
            Some(basis) => basis,
            None if like_for_like => Basis::Computed,
            None => usual_basis(&candidates),
        };
        let has_schools = basis == Basis::Computed && count(&candidates, Basis::Computed) > 0;
        if like_for_like && !has_schools {
            return Err(TrendError::LikeForLikeNeedsSchools);
        }
        let rules = Rules {
            basis: Some(basis),
            ..*rules
        };
        let years = if like_for_like {
            alike(&candidates, &rules)
        } else {
            let years = candidates
                .iter()
                .map(|candidate| candidate.measured(&rules, |data| Judgement::new(data, &rules)));
            years.collect()
        };
        Ok(Self {
            is_snapshot: basis == Basis::Computed && is_snapshot(&candidates),
            rules,
            basis,
            like_for_like,
            adjusted: AdjustParts::NONE,
            years,
        })
    }
}

impl Candidate<'_> {
    /// `None` if the year's files have the basis and the measure, else why not.
    fn reason_against(&self, rules: &Rules) -> Option<LeftOut> {
        let basis = rules.basis?;
        if !self.data.bases().contains(&basis) {
            return Some(LeftOut::NoBasis(basis));
        }
        if let Err(error) = basis_of(self.data, rules) {
            return Some(LeftOut::NoAnalysis(error));
        }
        let (measure, offered) = (rules.measure, self.data.measures(basis));
        let is_offered = offered.contains(&measure);
        (!is_offered).then_some(LeftOut::NoAnalysis(AnalysisError::MeasureNotOffered {
            measure,
            offered,
        }))
    }

    fn measured(
        &self,
        rules: &Rules,
        judged: impl FnOnce(&DataSet) -> Result<Judgement, AnalysisError>,
    ) -> MeasuredYear {
        let measured = match self.reason_against(rules) {
            Some(reason) => Err(reason),
            None => judged(self.data)
                .and_then(|judgement| Measured::new(&Rc::new(judgement), rules.measure))
                .map(Rc::new)
                .map_err(LeftOut::NoAnalysis),
        };
        MeasuredYear {
            year: self.year,
            measured,
        }
    }
}

fn usual_basis(candidates: &[Candidate<'_>]) -> Basis {
    let computed = count(candidates, Basis::Computed);
    let published = count(candidates, Basis::Published);
    // Schools of a part of the country give way to trusts as published, as in a single year.
    let gives_way = candidates.iter().any(|candidate| {
        let bases = candidate.data.bases();
        bases.len() > 1 && bases.first() == Some(&Basis::Published)
    });
    if computed > published || computed == published && !gives_way {
        Basis::Computed
    } else {
        Basis::Published
    }
}

/// The number of years with a basis.
fn count(candidates: &[Candidate<'_>], basis: Basis) -> usize {
    let has = |candidate: &&Candidate<'_>| candidate.data.bases().contains(&basis);
    candidates.iter().filter(has).count()
}

/// Whether two years have the same table of memberships.
fn is_snapshot(candidates: &[Candidate<'_>]) -> bool {
    let links = |candidate: &Candidate<'_>| {
        let links = candidate.data.links_as_read();
        links.filter(|_| candidate.data.schools.is_some()).map(Rc::as_ptr)
    };
    let tables: Vec<_> = candidates.iter().filter_map(links).collect();
    let mut indices = tables.iter().enumerate();
    indices.any(|(index, table)| tables.iter().skip(index + 1).any(|other| other == table))
}

/// Every year's values of the schools that count in the same trust in every year with exams.
fn alike(candidates: &[Candidate<'_>], rules: &Rules) -> Vec<MeasuredYear> {
    let mut judged: Vec<Vec<Members>> = candidates
        .iter()
        .map(|candidate| match candidate.reason_against(rules) {
            Some(_) => Vec::new(),
            None => judge(candidate.data, rules).0,
        })
        .collect();
    let with_exams = candidates
        .iter()
        .zip(&judged)
        .filter(|(candidate, _)| candidate.year.had_exams() && candidate.reason_against(rules).is_none());
    let common = in_all(with_exams.map(|(_, trusts)| indices(trusts)));
    for trusts in judged.iter_mut().flatten() {
        let uid = trusts.uid.clone();
        trusts.keep(NOT_ALIKE, |school| is_in(&common, &(uid.clone(), school.urn)));
    }
    let years = candidates.iter().zip(judged);
    years
        .map(|(candidate, trusts)| candidate.measured(rules, |data| Ok(judgement(data, rules, &trusts))))
        .collect()
}

/// A trust's number with that of one of its schools.
type SchoolInTrust = (Rc<str>, Urn);

/// Which school counts in which trust, in order.
fn indices(trusts: &[Members]) -> Vec<SchoolInTrust> {
    let indices = trusts.iter().flat_map(|trust| {
        let schools = trust.counting.iter();
        schools.map(|school| (Rc::clone(&trust.uid), school.urn))
    });
    sorted(indices.collect(), Ord::cmp)
}

fn is_in(indices: &[SchoolInTrust], index: &SchoolInTrust) -> bool {
    indices.binary_search(index).is_ok()
}

fn in_all(mut years: impl Iterator<Item = Vec<SchoolInTrust>>) -> Vec<SchoolInTrust> {
    let mut common = years.next().unwrap_or_default();
    for year in years {
        common.retain(|index| is_in(&year, index));
    }
    common
}

/// The judgement of schools that were chosen, with the trusts that have too few of them.
fn judgement(data: &DataSet, rules: &Rules, trusts: &[Members]) -> Judgement {
    let excluded = trusts.iter().filter_map(|trust| {
        Some(Exclusion {
            level: Level::Trust,
            uid: Some(Rc::clone(&trust.uid)),
            urn: None,
            name: Rc::clone(&trust.name),
            reason: trust.reason_against(rules)?,
        })
    });
    let mut judgement = Judgement::of_members(data, rules, trusts);
    judgement.excluded = excluded.collect();
    judgement
}
