//! How much of the country a data set's files cover.

use crate::model::words::coverage as words;
use crate::terms::keyed::keyed;
use crate::terms::order::sorted;
use crate::terms::{AcademicYear, DayOfYear, SchoolType};
use crate::{Choices, Doubt, DoubtKind, Doubts, Evidence, Grounds, Question, Reading, Tenure, TrustKind};

use super::{Link, LinkTable, SchoolTable, TrustTable};

/// Whether files are about the whole country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// The whole country, as far as the loaded files show.
    Whole,
    /// Part of it: regional figures and ranks are about the loaded trusts only.
    Part,
}

keyed!(Extent {
    Whole => "whole",
    Part => "part",
});

/// What the files of a basis were compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferenceList {
    /// The trusts of a trust file.
    TrustFile,
    /// The trusts that the group links name.
    GroupLinks,
    /// No other file says which trusts there should be.
    Nothing,
}

impl ReferenceList {
    /// The word used in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TrustFile => "trust-file",
            Self::GroupLinks => "group-links",
            Self::Nothing => "nothing",
        }
    }
}

/// How much of the country the files of a basis cover, with the evidence.
///
/// School files are compared with the trust file of their year if that has more trusts. Otherwise they are compared
/// with the trusts in the group links that have an open mainstream secondary academy that had joined by the results.
/// They cover the country if they have a school of at least three quarters of those trusts. Some trusts are missing
/// from any file because of mergers, conversions and links of another year, but no region has a fifth of them. Group
/// links without schools' phases include primary schools, so a quarter is then enough.
///
/// A trust file is compared with the trusts in the links that have at least three such schools. It needs half of them,
/// because not all are eligible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// What is assumed about the files, or what the user chose.
    pub extent: Extent,
    /// Whether the user chose it.
    pub is_chosen: bool,
    /// The number of trusts in the files.
    pub trusts: usize,
    /// How many of the trusts in the reference the files have.
    pub covered: usize,
    /// The number of trusts in the reference.
    pub of: usize,
    /// The number of schools in the files; 0 for a trust file.
    pub schools: usize,
    /// What they were compared with.
    pub reference: ReferenceList,
}

/// The fewest schools for which the Department publishes a trust's figures.
const FEWEST_SCHOOLS: usize = 3;

/// The minimum share of a whole: numerator and denominator.
type Least = (usize, usize);

const OF_TRUST_FILE: Least = (3, 4);
const OF_LINKS: Least = (3, 4);
const OF_LINKS_WITHOUT_PHASES: Least = (1, 4);
const OF_TRUSTS_WITH_SCHOOLS: Least = (1, 2);

impl Default for Coverage {
    fn default() -> Self {
        Self::new(0, 0)
    }
}

impl Coverage {
    const fn new(trusts: usize, schools: usize) -> Self {
        Self {
            extent: Extent::Whole,
            is_chosen: false,
            trusts,
            covered: trusts,
            of: trusts,
            schools,
            reference: ReferenceList::Nothing,
        }
    }

    fn compared_with(self, reference: ReferenceList, (covered, of): (usize, usize), least: Least) -> Self {
        let is_part = covered * least.1 < of * least.0;
        Self {
            extent: if is_part { Extent::Part } else { Extent::Whole },
            covered,
            of,
            reference,
            ..self
        }
    }

    /// The coverage after the user's choice about files with this name, if there is one. Also returns the doubt: that
    /// the file covers part of the country, or the choice.
    pub(super) fn with_choice(self, choices: &Choices, file: &str) -> (Self, Option<Doubt>) {
        let (likeliest, other) = match self.extent {
            Extent::Whole => (Reading::WholeCountry, Reading::PartOfCountry),
            Extent::Part => (Reading::PartOfCountry, Reading::WholeCountry),
        };
        let mut doubts = Doubts::of(file, choices);
        let reading = doubts.decide(Question {
            kind: DoubtKind::Coverage,
            column: None,
            likeliest,
            others: vec![other],
            grounds: Grounds::Assumed,
            evidence: vec![Evidence {
                line: None,
                column: None,
                value: words::compared(&self),
            }],
            rows: self.schools.max(self.trusts),
            lines: Vec::new(),
        });
        let doubt = doubts.finish().pop();
        let is_chosen = doubt.as_ref().is_some_and(|doubt| doubt.grounds == Grounds::Chosen);
        let extent = match reading {
            Reading::PartOfCountry => Extent::Part,
            _ => Extent::Whole,
        };
        let is_in_doubt = is_chosen || extent == Extent::Part;
        let read = Self {
            extent,
            is_chosen,
            ..self
        };
        (read, doubt.filter(|_| is_in_doubt))
    }

    /// The coverage of school files with memberships.
    pub(super) fn of_schools(
        year: Option<AcademicYear>,
        schools: &SchoolTable,
        links: &LinkTable,
        published: Option<&TrustTable>,
    ) -> Self {
        let in_file = links_in_file(schools, links);
        let mut has_school = vec![false; links.trusts().len()];
        for link in in_file {
            if let Some(slot) = has_school.get_mut(link.trust()) {
                *slot = true;
            }
        }
        let count = |keeps: &dyn Fn(usize) -> bool| {
            let indices = has_school.iter().enumerate();
            indices.filter(|(index, has)| **has && keeps(*index)).count()
        };
        let found = Self::new(count(&|_| true), schools.schools.len());
        if let Some(published) = published {
            let trusts = sorted(multi_academy(published).collect(), Ord::cmp);
            let is_published = |index: usize| {
                let trust = links.trusts().get(index);
                trust.is_some_and(|trust| trusts.binary_search(&trust.uid.as_str()).is_ok())
            };
            // If the school files have more trusts than the trust file, they are not part of what it covers.
            if found.trusts < trusts.len() {
                let counts = (count(&is_published), trusts.len());
                return found.compared_with(ReferenceList::TrustFile, counts, OF_TRUST_FILE);
            }
        }
        let named = secondary_schools(year, links);
        let is_named = |index: usize| named.get(index).is_some_and(|schools| *schools > 0);
        let of = (0..named.len()).filter(|index| is_named(*index)).count();
        let least = if has_phases(links) {
            OF_LINKS
        } else {
            OF_LINKS_WITHOUT_PHASES
        };
        found.compared_with(ReferenceList::GroupLinks, (count(&is_named), of), least)
    }

    /// The coverage of a trust file, compared with group links that have schools' phases.
    pub(super) fn of_trusts(year: Option<AcademicYear>, published: &TrustTable, links: Option<&LinkTable>) -> Self {
        let trusts = multi_academy(published).count();
        let found = Self::new(trusts, 0);
        let Some(links) = links.filter(|links| has_phases(links)) else {
            return found;
        };
        let named = secondary_schools(year, links);
        let named = named.iter().filter(|schools| **schools >= FEWEST_SCHOOLS);
        let counts = (trusts, named.count());
        found.compared_with(ReferenceList::GroupLinks, counts, OF_TRUSTS_WITH_SCHOOLS)
    }
}

fn multi_academy(published: &TrustTable) -> impl Iterator<Item = &str> {
    let trusts = published.trusts.iter();
    let trusts = trusts.filter(|trust| trust.kind == TrustKind::MultiAcademy);
    trusts.map(|trust| trust.uid.as_str())
}

fn has_phases(links: &LinkTable) -> bool {
    let mut links = links.links().iter();
    links.any(|link| link.is_secondary.is_some())
}

/// The memberships of schools that are in the school file.
fn links_in_file<'a>(schools: &'a SchoolTable, links: &'a LinkTable) -> impl Iterator<Item = &'a Link> {
    links
        .join(&schools.schools)
        .flat_map(|(_, memberships)| memberships)
        .filter(|link| link.closed.is_none())
}

/// For each trust: the number of mainstream secondary academies that are in it and had joined by the results.
fn secondary_schools(year: Option<AcademicYear>, links: &LinkTable) -> Vec<usize> {
    let cut_off = year.map(|year| DayOfYear::SEPTEMBER_14.of(year.ends()));
    let mut counts = vec![0; links.trusts().len()];
    let open = links.links().iter().filter(|link| link.closed.is_none());
    let of_type = open.filter(|link| link.is_secondary != Some(false) && is_mainstream(link));
    let in_time = of_type.filter(|link| match (link.tenure, cut_off) {
        (Tenure::Joined(joined), Some(cut_off)) => joined <= cut_off,
        _ => true,
    });
    for link in in_time {
        if let Some(count) = counts.get_mut(link.trust()) {
            *count += 1;
        }
    }
    counts
}

const fn is_mainstream(link: &Link) -> bool {
    !matches!(
        link.school_type,
        SchoolType::Special
            | SchoolType::Alternative
            | SchoolType::Independent
            | SchoolType::College
            | SchoolType::Maintained
    )
}
