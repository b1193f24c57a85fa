//! Which schools count, in which trust and for how many years (method, section 2).

use std::rc::Rc;

use records::model::{DataSet, Link, LinkTable};
use records::terms::order::sorted;
use records::terms::{Date, DayOfYear, Group, Missing, SchoolType, Urn};
use records::words::school_of_number;
use records::{School, Schools, Tenure};

use super::judgement::CountedSchool;
use super::weighting::years_in_trust;
use super::{Exclusion, Level, Reason, Rules};

/// A trust with its schools that count, and the number and reasons of those that do not.
#[derive(Debug)]
pub(super) struct Members {
    /// The trust's index among those of the links.
    pub(super) index: usize,
    pub(super) uid: Rc<str>,
    pub(super) name: Rc<str>,
    pub(super) counting: Vec<CountedSchool>,
    /// The kinds of reasons why schools do not count, each with the number of schools.
    left_out: Vec<(&'static str, u32)>,
}

impl Members {
    /// `None` if enough schools count.
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

    /// Leaves out schools for a reason of this kind.
    pub(super) fn keep(&mut self, sort: &'static str, keeps: impl Fn(&CountedSchool) -> bool) {
        let before = std::mem::take(&mut self.counting);
        for school in before {
            if keeps(&school) {
                self.counting.push(school);
            } else {
                self.leave_out(sort);
            }
        }
    }

    fn leave_out(&mut self, sort: &'static str) {
        match self.left_out.iter_mut().find(|(known, _)| *known == sort) {
            Some((_, count)) => *count += 1,
            None => self.left_out.push((sort, 1)),
        }
    }

    /// The number of schools left out, and their most frequent reason.
    fn chief_sort(&self) -> Option<(u32, &'static str)> {
        let (chief, _) = self.left_out.iter().max_by_key(|(_, count)| *count)?;
        Some((self.left_out.iter().map(|(_, count)| count).sum(), chief))
    }
}

/// Every trust of the links with its schools, in the order of the trusts' numbers, and every school
/// that does not count with its reason.
pub(super) fn judge(data: &DataSet, rules: &Rules) -> (Vec<Members>, Vec<Exclusion>) {
    let Some(table) = data.schools.as_deref() else {
        return (Vec::new(), Vec::new());
    };
    let schools = &table.schools;
    let Some(links) = data.links.as_deref() else {
        let without_trust = schools.iter();
        let excluded =
            without_trust.map(|school| excluded_school(school.urn(), school.shared_name(), None, Reason::NoLinks));
        return (Vec::new(), excluded.collect());
    };
    let judge = Judge {
        rules,
        links,
        cut_off: data.year.map(|year| rules.cut_off.of(year.ends())),
        results_end: data.year.map(|year| year.ends()),
        // A user's own spreadsheet may be about some pupils alone, whatever columns it has.
        has_all: schools.iter().any(|school| school.has_any(Group::All)),
        counts_all: schools.iter().any(|school| school.pupils(Group::All).is_ok()),
    };
    let mut trusts = without_schools(links);
    let mut excluded = Vec::with_capacity(schools.len());
    for (school, memberships) in links.join(schools) {
        let (trust, verdict) = judge.verdict(school, memberships);
        let members = trust.and_then(|index| trusts.get_mut(index));
        match (verdict, members) {
            (Ok(found), Some(members)) => {
                members.counting.push(CountedSchool::new(school, found, rules));
            }
            (Err(reason), members) => {
                let uid = members.map(|members| {
                    members.leave_out(reason.sort());
                    Rc::clone(&members.uid)
                });
                let of = excluded_school(school.urn(), school.shared_name(), uid, reason);
                excluded.push(match memberships.first() {
                    Some(link) => of.since(link.since, judge.joined_later(link)),
                    None => of,
                });
            }
            (Ok(_), None) => {}
        }
    }
    excluded.extend(judge.not_in_file(&trusts, schools));
    (trusts, excluded)
}

/// Every trust of the links, before schools are judged.
fn without_schools(links: &LinkTable) -> Vec<Members> {
    let trusts = links.trusts().iter();
    trusts
        .enumerate()
        .map(|(index, trust)| Members {
            index,
            uid: trust.uid.shared(),
            name: Rc::clone(&trust.name),
            counting: Vec::new(),
            left_out: Vec::new(),
        })
        .collect()
}

/// A school that does not count, with its trust if known.
pub(super) fn excluded_school(urn: Urn, name: Rc<str>, uid: Option<Rc<str>>, reason: Reason) -> Exclusion {
    Exclusion {
        level: Level::School,
        uid,
        urn: Some(urn),
        name,
        reason,
    }
}

/// The schools whose trust is not given by any file, because group links are missing.
#[must_use]
pub fn schools_without_trust(data: &DataSet, rules: &Rules) -> Vec<Exclusion> {
    judge(data, rules).1
}

/// The trust of a school on the cut-off day.
enum Found<'m> {
    Member(&'m Link),
    /// It joined its present trust on this later day.
    Later(Date, &'m Link),
    None,
}

/// A school that counts: its years in the trust if known, its type, its authority's code from the
/// links, and its current number if its results are under an earlier one.
pub(super) type Membership = (Option<u32>, SchoolType, Option<u16>, Option<Urn>);

struct Judge<'a> {
    rules: &'a Rules,
    links: &'a LinkTable,
    /// The cut-off day of the results' year, if the year is known.
    cut_off: Option<Date>,
    results_end: Option<u16>,
    /// At least one school has results for all pupils.
    has_all: bool,
    /// At least one school's pupils are all counted.
    counts_all: bool,
}

impl Judge<'_> {
    /// The index of the school's trust, and its years there and type or why it does not count.
    fn verdict(&self, school: School<'_>, memberships: &[Link]) -> (Option<usize>, Result<Membership, Reason>) {
        match self.membership(memberships) {
            Found::Member(link) => (Some(link.trust()), self.counts(school, link)),
            Found::Later(joined, link) => {
                let name = self.links.trust_name(link);
                let trust = name.map_or_else(|| Rc::from(""), Rc::clone);
                (Some(link.trust()), Err(Reason::JoinedAfter { joined, trust }))
            }
            Found::None => (None, Err(Reason::NoTrust)),
        }
    }

    /// The multi-academy trust that the school was in on the cut-off day: if there are several, the
    /// one it joined last.
    fn membership<'m>(&self, memberships: &'m [Link]) -> Found<'m> {
        let is_open = |link: &&Link| match (link.closed, self.cut_off) {
            (Some(closed), Some(cut_off)) => closed > cut_off,
            (Some(_), None) => false,
            (None, _) => true,
        };
        let mut later = None;
        let mut found: Option<&Link> = None;
        for candidate in memberships.iter().filter(is_open) {
            match (candidate.tenure, self.cut_off) {
                (Tenure::Joined(joined), Some(cut_off)) if joined > cut_off => {
                    later = later.or(Some((joined, candidate)));
                }
                (tenure, _) if found.is_none_or(|former| since(former.tenure) < since(tenure)) => {
                    found = Some(candidate);
                }
                _ => {}
            }
        }
        match (found, later) {
            (Some(link), _) => Found::Member(link),
            (None, Some((joined, link))) => Found::Later(joined, link),
            (None, None) => Found::None,
        }
    }

    /// Members missing from the school file, in trusts with other members in it: secondary schools
    /// of types that count, as far as the links give phases and types.
    fn not_in_file(&self, trusts: &[Members], schools: &Schools) -> Vec<Exclusion> {
        let in_file = sorted(schools.iter().map(School::urn).collect(), Ord::cmp);
        let may_count = |link: &&Link| {
            let of_type = match link.school_type {
                SchoolType::NotStated => true,
                of => self.rules.types.count(of),
            };
            link.closed.is_none() && link.is_secondary != Some(false) && of_type
        };
        let links = self.links.links().iter();
        links
            .filter(may_count)
            .filter(|link| in_file.binary_search(&link.urn).is_err())
            .filter_map(|link| {
                let members = trusts.get(link.trust())?;
                let has_others = !members.counting.is_empty() || !members.left_out.is_empty();
                let joined_later = self.joined_later(link);
                let name = if link.school.is_empty() {
                    Rc::from(school_of_number(link.urn))
                } else {
                    Rc::clone(&link.school)
                };
                let uid = Some(Rc::clone(&members.uid));
                let reason = Reason::NotInFile { joined_later };
                has_others.then(|| excluded_school(link.urn, name, uid, reason))
            })
            .collect()
    }

    /// The date of joining, if that was after the year of the results.
    fn joined_later(&self, link: &Link) -> Option<Date> {
        let results_end = DayOfYear::new(8, 31)?.of(self.results_end?);
        match link.tenure {
            Tenure::Joined(joined) if joined > results_end => Some(joined),
            _ => None,
        }
    }

    /// The school's years in the trust and its type, or why it does not count there.
    fn counts(&self, school: School<'_>, membership: &Link) -> Result<Membership, Reason> {
        let school_type = type_of(school, membership);
        if !self.rules.types.count(school_type) {
            return Err(Reason::TypeDoesNotCount(school_type));
        }
        let admissions = school.admissions();
        if !self.rules.selective.counts(admissions) {
            return Err(Reason::Selection(admissions));
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
            Ok((years, school_type, membership.authority, membership.since))
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
fn type_of(school: School<'_>, membership: &Link) -> SchoolType {
    let of_school = school.school_type();
    let is_broad = matches!(
        of_school,
        SchoolType::Academy | SchoolType::Free | SchoolType::NotStated | SchoolType::Another
    );
    let is_stated = !matches!(membership.school_type, SchoolType::NotStated | SchoolType::Another);
    if is_broad && is_stated {
        membership.school_type
    } else {
        of_school
    }
}
