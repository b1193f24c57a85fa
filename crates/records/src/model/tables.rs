//! The tables of a year, which never change.

use std::borrow::Cow;
use std::rc::Rc;

pub use crate::Membership as Link;
use crate::terms::order::{by_number, order, sorted};
use crate::terms::{Group, Measure, Urn};
use crate::{
    Doubt, Fingerprint, LinkedTrust, Memberships, Problem, School, Schools, Succession, Tenure, TotalOf, TotalRecord,
    TrustRecord,
};

/// A file. If it is about several years, it belongs to the data set of each.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceFile {
    /// The file's name.
    pub name: String,
    /// The layout it was recognised as.
    pub layout: Cow<'static, str>,
    /// Whether it is a user's own spreadsheet.
    pub is_own: bool,
    /// Whether figures about few pupils have been removed from it, before it leaves the page.
    pub is_withheld: bool,
    /// Its encoding.
    pub encoding: &'static str,
    /// Rows below the header.
    pub rows: usize,
    /// The problems of the file, with line and column.
    pub problems: Vec<Problem>,
    /// The number of further problems.
    pub more_problems: usize,
    /// The decisions where it can be read in several ways.
    pub doubts: Vec<Doubt>,
    /// The fingerprint of its bytes; `None` for made-up data.
    pub fingerprint: Option<Fingerprint>,
    /// Its source and licence, if the host of the page offered it instead of the user opening it.
    pub credit: Option<Rc<str>>,
}

impl SourceFile {
    /// The number of problems that the file has.
    #[must_use]
    pub fn problem_count(&self) -> usize {
        self.problems.len() + self.more_problems
    }
}

/// The credits of files that a host offered, each once.
#[must_use]
pub fn credits<'a>(files: &[&'a Rc<SourceFile>]) -> Vec<&'a str> {
    let mut credits = Vec::new();
    for credit in files.iter().filter_map(|file| file.credit.as_deref()) {
        if !credits.contains(&credit) {
            credits.push(credit);
        }
    }
    credits
}

/// Trusts of one year, as published.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustTable {
    /// Their file.
    pub file: Rc<SourceFile>,
    /// The trusts.
    pub trusts: Vec<TrustRecord>,
    /// The measures and groups that the file has a column for.
    pub columns: Vec<(Measure, Group)>,
    /// The standard deviation of pupils' Progress 8 scores, computed from the file's intervals.
    pub progress_sd: Option<f64>,
}

impl TrustTable {
    /// A table; `None` if there are no trusts.
    pub(super) fn new(
        file: &Rc<SourceFile>,
        trusts: Vec<TrustRecord>,
        columns: &[(Measure, Group)],
        progress_sd: Option<f64>,
    ) -> Option<Rc<Self>> {
        let table = Self {
            file: Rc::clone(file),
            trusts,
            columns: columns.to_vec(),
            progress_sd,
        };
        (!table.trusts.is_empty()).then(|| Rc::new(table))
    }
}

/// Schools of one year, with the published totals.
#[derive(Debug, Clone, PartialEq)]
pub struct SchoolTable {
    /// Their file.
    pub file: Rc<SourceFile>,
    /// The schools.
    pub schools: Schools,
    /// The totals: authorities and England, as published.
    pub totals: Vec<TotalRecord>,
    /// The measures and groups that the file has a column for.
    pub columns: Vec<(Measure, Group)>,
    /// The standard deviation of pupils' Progress 8 scores, computed from the file's intervals.
    pub progress_sd: Option<f64>,
}

impl SchoolTable {
    /// A table; `None` if there are no schools.
    pub(super) fn new(
        file: &Rc<SourceFile>,
        schools: Schools,
        totals: Vec<TotalRecord>,
        columns: &[(Measure, Group)],
        progress_sd: Option<f64>,
    ) -> Option<Rc<Self>> {
        let table = Self {
            file: Rc::clone(file),
            schools,
            totals,
            columns: columns.to_vec(),
            progress_sd,
        };
        (!table.schools.is_empty()).then(|| Rc::new(table))
    }

    /// The total published for an authority or for England.
    #[must_use]
    pub fn total(&self, of: TotalOf) -> Option<&TotalRecord> {
        self.totals.iter().find(|total| total.of == of)
    }
}

/// Memberships of multi-academy trusts, by school.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkTable {
    /// Their file.
    pub file: Rc<SourceFile>,
    /// In order of their numbers.
    trusts: Vec<LinkedTrust>,
    /// Each number and name of a trust, as in the memberships.
    named: Vec<LinkedTrust>,
    /// By school, then by trust, so that a school's memberships are adjacent in memory.
    links: Vec<Link>,
}

impl LinkTable {
    /// A table of memberships in any order.
    #[must_use]
    pub fn new(file: Rc<SourceFile>, memberships: Memberships) -> Self {
        let (mut links, named) = memberships.into_parts();
        let (trusts, indices) = by_uid(&named);
        for link in &mut links {
            let index = indices.get(link.named as usize);
            link.trust = index.copied().unwrap_or_default();
        }
        Self {
            file,
            trusts,
            named,
            links: sorted(links, |one, two| (one.urn, one.trust).cmp(&(two.urn, two.trust))),
        }
    }

    /// The same memberships, with another file as their source.
    pub fn with_file(&self, file: &Rc<SourceFile>) -> Self {
        Self {
            file: Rc::clone(file),
            ..self.clone()
        }
    }

    /// The same memberships. Schools without results have an earlier number with results. `None` if there are no such
    /// schools.
    pub(super) fn with_earlier_numbers(&self, schools: &Schools, successions: &SuccessionTable) -> Option<Self> {
        let earlier = successions.of_members(&self.links, schools);
        if earlier.is_empty() {
            return None;
        }
        let mut links = self.links.clone();
        for link in &mut links {
            let index = earlier.binary_search_by_key(&link.urn, |of| of.urn).ok();
            if let Some(of) = index.and_then(|index| earlier.get(index)) {
                link.since = Some(of.urn);
                link.urn = of.earlier;
            }
        }
        Some(Self {
            links: sorted(links, |one, two| one.urn.cmp(&two.urn)),
            ..self.clone()
        })
    }

    /// Whether years in a trust are counted from joining days.
    #[must_use]
    pub fn has_join_dates(&self) -> bool {
        let mut links = self.links.iter();
        links.any(|link| matches!(link.tenure, Tenure::Joined(_)))
    }

    /// Every trust, in order of number.
    #[must_use]
    pub fn trusts(&self) -> &[LinkedTrust] {
        &self.trusts
    }

    /// Every membership, by school.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The trust's name in a membership. `None` if the membership belongs to another table.
    #[must_use]
    pub fn trust_name(&self, link: &Link) -> Option<&Rc<str>> {
        self.named.get(link.named as usize).map(|trust| &trust.name)
    }

    /// Every school with its memberships, by the indices of their trusts, in order of the schools' rows. Both tables
    /// are traversed once, in parallel.
    pub fn join<'a>(&'a self, schools: &'a Schools) -> impl Iterator<Item = (School<'a>, &'a [Link])> {
        let urn = |row: usize| schools.rows().get(row).map(|of| of.urn);
        let number = |row: usize| urn(row).map_or(0, |urn| urn.number().into());
        let by_urn = by_number((0..schools.len()).collect(), &number);
        let mut spans = vec![(0_u32, 0_u32); schools.len()];
        let mut start = 0;
        for row in by_urn {
            if let (Some(urn), Some(span)) = (urn(row), spans.get_mut(row)) {
                let rest = self.links.get(start..).unwrap_or_default();
                start += rest.iter().take_while(|link| link.urn < urn).count();
                let rest = self.links.get(start..).unwrap_or_default();
                let count = rest.iter().take_while(|link| link.urn == urn).count();
                *span = (start as u32, count as u32);
            }
        }
        schools.iter().zip(spans).map(|(school, (start, count))| {
            let links = self.links.get(start as usize..).unwrap_or_default();
            (school, links.get(..count as usize).unwrap_or_default())
        })
    }
}

/// Earlier numbers of schools.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SuccessionTable {
    /// Their file.
    pub(super) file: Rc<SourceFile>,
    /// By the current number, each pair once.
    successions: Vec<Succession>,
    /// By the earlier number.
    by_earlier: Vec<Succession>,
}

impl SuccessionTable {
    /// A table; `None` if no school had another number.
    pub(super) fn new(file: &Rc<SourceFile>, successions: Vec<Succession>) -> Option<Rc<Self>> {
        let mut successions = sorted(successions, Ord::cmp);
        successions.dedup();
        let by_earlier = sorted(successions.clone(), |one, two| one.earlier.cmp(&two.earlier));
        let table = Self {
            file: Rc::clone(file),
            successions,
            by_earlier,
        };
        (!table.successions.is_empty()).then(|| Rc::new(table))
    }

    /// The number of pairs.
    pub(super) const fn len(&self) -> usize {
        self.successions.len()
    }

    /// The earlier number whose results are used, for each member without results. It must be the member's
    /// only earlier number with results, however many numbers are between. None of these numbers may be in a trust
    /// itself, and no other school may have followed it.
    fn of_members(&self, links: &[Link], schools: &Schools) -> Vec<Succession> {
        let in_file = sorted(schools.iter().map(School::urn).collect(), Ord::cmp);
        let has_results = |urn: Urn| in_file.binary_search(&urn).is_ok();
        let is_member = |urn: Urn| links.binary_search_by_key(&urn, |link| link.urn).is_ok();
        let of_each = self.successions.chunk_by(|one, two| one.urn == two.urn);
        let members = of_each.filter_map(|of| of.first()).map(|of| of.urn);
        let members = members.filter(|&urn| is_member(urn) && !has_results(urn));
        let only = members.filter_map(|urn| {
            let before = self.numbers_before(urn, &has_results)?;
            let mut with_results = before.iter().filter(|of| has_results(of.earlier));
            let only = with_results.next()?;
            let is_only = with_results.next().is_none();
            let earlier = only.earlier;
            (is_only && self.leads_only_to_member(&before, only, &is_member)).then_some(Succession { urn, earlier })
        });
        only.collect()
    }

    /// The numbers before a number, each once, with the number that followed it, as far back as those with results.
    /// `None` if there are more than any school has had.
    fn numbers_before(&self, urn: Urn, has_results: &impl Fn(Urn) -> bool) -> Option<Vec<Succession>> {
        let mut before: Vec<Succession> = Vec::new();
        let mut later = urn;
        let mut index = 0;
        loop {
            let start = self.successions.partition_point(|of| of.urn < later);
            let rest = self.successions.get(start..).unwrap_or_default();
            for of in rest.iter().take_while(|of| of.urn == later) {
                // Numbers that follow each other in a circle are a fault in the file.
                if of.earlier != urn && before.iter().all(|known| known.earlier != of.earlier) {
                    before.push(*of);
                }
            }
            if before.len() > MOST_NUMBERS {
                return None;
            }
            let rest = before.get(index..).unwrap_or_default();
            let Some(next) = rest.iter().position(|of| !has_results(of.earlier)) else {
                return Some(before);
            };
            later = rest.get(next)?.earlier;
            index += next + 1;
        }
    }

    /// Whether a number, and those between it and the member, are in no trust, and were followed only by each other and
    /// the member.
    fn leads_only_to_member(&self, before: &[Succession], only: &Succession, is_member: &impl Fn(Urn) -> bool) -> bool {
        let mut of = Some(only);
        while let Some(Succession { urn, earlier }) = of {
            let start = self.by_earlier.partition_point(|of| of.earlier < *earlier);
            let rest = self.by_earlier.get(start..).unwrap_or_default();
            let mut later = rest.iter().take_while(|of| of.earlier == *earlier);
            let is_known = |later: Urn| before.iter().any(|of| [of.urn, of.earlier].contains(&later));
            if is_member(*earlier) || !later.all(|of| is_known(of.urn)) {
                return false;
            }
            of = before.iter().find(|of| of.earlier == *urn);
        }
        true
    }
}

/// More numbers than any school has had, including all schools it was formed from.
const MOST_NUMBERS: usize = 50;

/// The trusts in order of number, each number once with its first name. Also returns, for each of the named trusts, its
/// index among them.
fn by_uid(named: &[LinkedTrust]) -> (Vec<LinkedTrust>, Vec<u32>) {
    let uid = |index: usize| named.get(index).map(|trust| &trust.uid);
    let mut trusts: Vec<LinkedTrust> = Vec::with_capacity(named.len());
    let mut indices = vec![0; named.len()];
    for index in order(named.len(), &|one, two| uid(one).cmp(&uid(two))) {
        let (Some(trust), Some(slot)) = (named.get(index), indices.get_mut(index)) else {
            continue;
        };
        if trusts.last().is_none_or(|last| last.uid != trust.uid) {
            trusts.push(trust.clone());
        }
        *slot = u32::try_from(trusts.len() - 1).unwrap_or(u32::MAX);
    }
    (trusts, indices)
}
