//! Which schools count, in which trust and for how many years (method, section 2).

use std::rc::Rc;

use crate::layout::{Membership, School, Tenure};
use crate::model::{DataSet, LinkTable};
use crate::terms::{Date, Group, Missing, SchoolType};

use super::weighting::years_in_trust;
use super::{Exclusion, Level, Reason, Rules};

/// A school that counts in its trust's figures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counting<'a> {
    pub(super) school: School<'a>,
    /// Years in the trust; nothing where no file tells and no rule asks.
    pub(super) years: Option<u32>,
}

/// A trust with its schools that count, and how many do not and why.
#[derive(Debug)]
pub(super) struct Members<'a> {
    pub(super) uid: Rc<str>,
    pub(super) name: Rc<str>,
    pub(super) counting: Vec<Counting<'a>>,
    /// The sorts of reason why schools do not count, each with how many they are.
    left_out: Vec<(&'static str, u32)>,
}

impl Members<'_> {
    /// Nothing where enough schools count.
    pub(super) fn reason_against(&self, rules: &Rules) -> Option<Reason> {
        let schools = u32::try_from(self.counting.len()).unwrap_or(u32::MAX);
        if schools >= rules.min_schools.max(1) {
            return None;
        }
        if self.counting.is_empty() && self.left_out.is_empty() {
            return Some(Reason::NoSchoolInFile);
        }
        Some(Reason::TooFewSchools {
            schools,
            needed: rules.min_schools.max(1),
            left_out: self.chief_sort(),
        })
    }

    fn leave_out(&mut self, sort: &'static str) {
        match self.left_out.iter_mut().find(|(known, _)| *known == sort) {
            Some((_, count)) => *count += 1,
            None => self.left_out.push((sort, 1)),
        }
    }

    /// How many schools are left out, and the sort of reason that most of them have.
    fn chief_sort(&self) -> Option<(u32, &'static str)> {
        let (chief, _) = self.left_out.iter().max_by_key(|(_, count)| *count)?;
        Some((self.left_out.iter().map(|(_, count)| count).sum(), chief))
    }
}

/// Every trust of the links with its schools, in the order of the trusts' numbers, and every school
/// that does not count with its reason.
pub(super) fn judge<'a>(data: &'a DataSet, rules: &Rules) -> (Vec<Members<'a>>, Vec<Exclusion>) {
    let Some(table) = data.schools.as_deref() else {
        return (Vec::new(), Vec::new());
    };
    let schools = &table.schools;
    let Some(links) = data.links.as_deref() else {
        let unplaced = schools.iter();
        let excluded = unplaced.map(|school| excluded_school(school, None, Reason::NoLinks));
        return (Vec::new(), excluded.collect());
    };
    let judge = Judge {
        rules,
        cut_off: data.year.map(|year| rules.cut_off.of(year.ends())),
        results_end: data.year.map(|year| year.ends()),
        // A spreadsheet of one's own may be about some pupils alone, whatever columns it has.
        has_all: schools.iter().any(|school| school.has_any(Group::All)),
        counts_all: schools
            .iter()
            .any(|school| school.pupils(Group::All).is_ok()),
    };
    let mut trusts = without_schools(links);
    let mut excluded = Vec::with_capacity(schools.len());
    for joined in links.join(schools) {
        let school = joined.school;
        let (trust, verdict) = judge.verdict(school, joined.memberships());
        let members = trust.and_then(|place| trusts.get_mut(place));
        match (verdict, members) {
            (Ok(years), Some(members)) => members.counting.push(Counting { school, years }),
            (Err(reason), members) => {
                let uid = members.map(|members| {
                    members.leave_out(reason.sort());
                    Rc::clone(&members.uid)
                });
                excluded.push(excluded_school(school, uid, reason));
            }
            (Ok(_), None) => {}
        }
    }
    (trusts, excluded)
}

/// Every trust of the links, no school judged yet.
fn without_schools<'a>(links: &LinkTable) -> Vec<Members<'a>> {
    let trusts = links.trusts().iter();
    trusts
        .map(|trust| Members {
            uid: trust.uid.shared(),
            name: Rc::clone(&trust.name),
            counting: Vec::new(),
            left_out: Vec::new(),
        })
        .collect()
}

/// A school that does not count, perhaps of a trust.
pub(super) fn excluded_school(
    school: School<'_>,
    uid: Option<Rc<str>>,
    reason: Reason,
) -> Exclusion {
    Exclusion {
        level: Level::School,
        uid,
        urn: Some(school.urn()),
        name: school.shared_name(),
        reason,
    }
}

/// The schools that no file places in a trust, where group links are missing.
#[must_use]
pub fn unplaced_schools(data: &DataSet, rules: &Rules) -> Vec<Exclusion> {
    judge(data, rules).1
}

/// A school's place on the cut-off day; trusts by their place among all.
enum Found<'m> {
    Member(usize, Membership<'m>),
    /// It joined its present trust on this later day.
    Later(usize, Date, Membership<'m>),
    None,
}

struct Judge<'a> {
    rules: &'a Rules,
    /// The cut-off day of the results' year, where the year is known.
    cut_off: Option<Date>,
    results_end: Option<u16>,
    /// Some school has results for all pupils.
    has_all: bool,
    /// Some school's pupils are counted, all of them.
    counts_all: bool,
}

impl Judge<'_> {
    /// The place of the school's trust, and its years there or why it does not count.
    fn verdict<'m>(
        &self,
        school: School<'_>,
        memberships: impl Iterator<Item = (usize, Membership<'m>)>,
    ) -> (Option<usize>, Result<Option<u32>, Reason>) {
        match self.membership(memberships) {
            Found::Member(trust, membership) => (Some(trust), self.counts(school, membership)),
            Found::Later(trust, joined, membership) => {
                let trust_name = Rc::clone(&membership.trust.name);
                let reason = Reason::JoinedAfter {
                    joined,
                    trust: trust_name,
                };
                (Some(trust), Err(reason))
            }
            Found::None => (None, Err(Reason::NoTrust)),
        }
    }

    /// The multi-academy trust that the school was in on the cut-off day: of several, the one it
    /// joined last.
    fn membership<'m>(
        &self,
        memberships: impl Iterator<Item = (usize, Membership<'m>)>,
    ) -> Found<'m> {
        let is_open = |membership: &Membership<'_>| match (membership.closed, self.cut_off) {
            (Some(closed), Some(cut_off)) => closed > cut_off,
            (Some(_), None) => false,
            (None, _) => true,
        };
        let mut later = None;
        let mut found: Option<(usize, Membership<'m>)> = None;
        for candidate in memberships.filter(|(_, membership)| is_open(membership)) {
            match (candidate.1.tenure, self.cut_off) {
                (Tenure::Joined(joined), Some(cut_off)) if joined > cut_off => {
                    later = later.or(Some((joined, candidate)));
                }
                (tenure, _)
                    if found.is_none_or(|(_, former)| since(former.tenure) < since(tenure)) =>
                {
                    found = Some(candidate);
                }
                _ => {}
            }
        }
        match (found, later) {
            (Some((trust, membership)), _) => Found::Member(trust, membership),
            (None, Some((joined, (trust, membership)))) => Found::Later(trust, joined, membership),
            (None, None) => Found::None,
        }
    }

    /// The school's years in the trust, or why it does not count there.
    fn counts(
        &self,
        school: School<'_>,
        membership: Membership<'_>,
    ) -> Result<Option<u32>, Reason> {
        let school_type = type_of(school, membership);
        if !self.rules.types.count(school_type) {
            return Err(Reason::TypeDoesNotCount(school_type));
        }
        let years = match membership.tenure {
            Tenure::Joined(joined) => self
                .results_end
                .map(|end| years_in_trust(end, joined, self.rules.cut_off)),
            Tenure::Years(years) => Some(years),
            Tenure::NotStated => None,
        };
        match years {
            None if self.rules.needs_years() => return Err(Reason::NoJoinDate),
            Some(years) if years < self.rules.min_years => {
                let needed = self.rules.min_years;
                return Err(Reason::TooFewYears { years, needed });
            }
            _ => {}
        }
        match school.pupils(Group::All) {
            Ok(pupils) if pupils >= 1.0 => {}
            Err(Missing::NoColumn | Missing::Blank) if !self.counts_all => {}
            _ => return Err(Reason::NoPupils),
        }
        let has_results = if self.has_all {
            school.has_any(Group::All)
        } else {
            Group::ALL.into_iter().any(|group| school.has_any(group))
        };
        if has_results {
            Ok(years)
        } else {
            Err(Reason::NoResults)
        }
    }
}

/// The day from which a tenure counts in choosing between several; those without one come first.
const fn since(tenure: Tenure) -> Option<Date> {
    match tenure {
        Tenure::Joined(joined) => Some(joined),
        Tenure::Years(_) | Tenure::NotStated => None,
    }
}

/// The school file's type, or where that is broad (the files from 2023/24 have "Academies" and "Free
/// schools" alone, special ones among them) the links'.
fn type_of(school: School<'_>, membership: Membership<'_>) -> SchoolType {
    let of_school = school.school_type();
    let is_broad = matches!(
        of_school,
        SchoolType::Academy | SchoolType::Free | SchoolType::NotStated | SchoolType::Another
    );
    let is_stated = !matches!(
        membership.school_type,
        SchoolType::NotStated | SchoolType::Another
    );
    if is_broad && is_stated {
        membership.school_type
    } else {
        of_school
    }
}
