//! Which schools a figure is based on, and how they changed between two years.

use std::rc::Rc;

use records::TrustRecord;
use records::model::{Basis, DataSet};
use records::terms::Urn;
use records::terms::order::sorted;

use crate::{Analysis, RegionalRule, SchoolFigures, Scope, TrustFigures};

/// A school that joined or left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedSchool {
    /// Its number.
    pub urn: Urn,
    /// Its name as published.
    pub name: Rc<str>,
}

/// Changes in the schools that count, from the first year of a trend to the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchoolsChange {
    /// Schools are known by their numbers.
    Known {
        /// Those that count in the last year and not in the first, by their numbers.
        joined: Vec<ChangedSchool>,
        /// Those that count in the first year and not in the last.
        left: Vec<ChangedSchool>,
    },
    /// Only how many there are is known.
    Counted {
        /// In the first year.
        first: usize,
        /// In the last.
        last: usize,
    },
    /// One of the years does not state it.
    NotTold,
}

impl SchoolsChange {
    /// Whether schools changed; `None` if that is not known. As many schools need not be the same
    /// ones.
    #[must_use]
    pub const fn has_changed(&self) -> Option<bool> {
        match self {
            Self::Known { joined, left } => Some(!joined.is_empty() || !left.is_empty()),
            Self::Counted { first, last } if *first != *last => Some(true),
            Self::Counted { .. } | Self::NotTold => None,
        }
    }
}

/// The schools behind a figure of one year.
#[derive(Debug, Clone)]
pub(super) enum Behind<'a> {
    /// The schools, by their numbers.
    Schools(Vec<&'a SchoolFigures>),
    /// The number of them, if the files state it.
    Count(Option<usize>),
}

impl<'a> Behind<'a> {
    /// Those behind a trust's figure.
    pub(super) fn trust(data: &DataSet, basis: Basis, trust: &'a TrustFigures) -> Self {
        match basis {
            Basis::Computed => Self::of(trust.schools.iter()),
            Basis::Published => Self::Count(published(data, trust)),
        }
    }

    /// Those behind the figure of a part of the country: under the rule by school, the schools
    /// there; else the schools of the trusts that belong there.
    pub(super) fn part(data: &DataSet, analysis: &'a Analysis, scope: Scope<'a>) -> Self {
        let by_school = analysis.rules.regional == RegionalRule::BySchool;
        let trusts = || {
            let trusts = analysis.trusts.iter();
            trusts.filter(move |trust| by_school || scope.is_of(trust))
        };
        match analysis.basis {
            Basis::Computed => {
                let schools = trusts().flat_map(|trust| trust.schools.iter());
                Self::of(schools.filter(|school| !by_school || scope.has_school(school)))
            }
            Basis::Published => Self::Count(trusts().map(|trust| published(data, trust)).sum()),
        }
    }

    fn of(schools: impl Iterator<Item = &'a SchoolFigures>) -> Self {
        Self::Schools(sorted(schools.collect(), |one, two| one.urn.cmp(&two.urn)))
    }

    /// The number of them.
    pub(super) fn count(&self) -> Option<usize> {
        match self {
            Self::Schools(schools) => Some(schools.len()),
            Self::Count(count) => *count,
        }
    }

    /// The changes from one year to a later one.
    pub(super) fn changed(first: Option<&Self>, last: Option<&Self>) -> SchoolsChange {
        match (first, last) {
            (Some(Self::Schools(first)), Some(Self::Schools(last))) => SchoolsChange::Known {
                joined: missing_from(first, last),
                left: missing_from(last, first),
            },
            (Some(first), Some(last)) => match (first.count(), last.count()) {
                (Some(first), Some(last)) => SchoolsChange::Counted { first, last },
                _ => SchoolsChange::NotTold,
            },
            _ => SchoolsChange::NotTold,
        }
    }
}

/// How many schools a file of trusts has counted for one.
fn published(data: &DataSet, trust: &TrustFigures) -> Option<usize> {
    let record: &TrustRecord = data.trusts().get(trust.index)?;
    record.schools.ok().map(|schools| schools as usize)
}

/// The schools of one list that another, by number too, does not have.
fn missing_from(others: &[&SchoolFigures], schools: &[&SchoolFigures]) -> Vec<ChangedSchool> {
    let is_known = |urn: Urn| others.binary_search_by_key(&urn, |other| other.urn).is_ok();
    let missing = schools.iter().filter(|school| !is_known(school.urn));
    missing
        .map(|school| ChangedSchool {
            urn: school.urn,
            name: Rc::clone(&school.name),
        })
        .collect()
}
