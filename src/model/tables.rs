//! What files hold of a year, as tables that never change once they are made.

use std::rc::Rc;

use crate::layout::{
    LinkedTrust, Membership, Memberships, School, Schools, Tenure, TotalOf, TotalRecord,
    TrustRecord,
};
use crate::source::Problem;
use crate::terms::order::{by_number, order};
use crate::terms::{Group, Measure, Urn};

/// A file; one that is about several years belongs to the data set of each.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceFile {
    /// The file's name.
    pub name: String,
    /// What it was recognised as.
    pub layout: &'static str,
    /// Whether it is a spreadsheet of the user's own.
    pub is_own: bool,
    /// How its letters were written.
    pub encoding: &'static str,
    /// Rows below the header.
    pub rows: usize,
    /// What is wrong in the file, with its place.
    pub problems: Vec<Problem>,
    /// How many further problems it has.
    pub more_problems: usize,
}

impl SourceFile {
    /// How many problems the file has.
    #[must_use]
    pub fn problem_count(&self) -> usize {
        self.problems.len() + self.more_problems
    }
}

/// Trusts of one year, as published.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustTable {
    /// Their file.
    pub file: Rc<SourceFile>,
    /// The trusts.
    pub trusts: Vec<TrustRecord>,
    /// The measures and groups of which the file has a column.
    pub columns: Vec<(Measure, Group)>,
}

impl TrustTable {
    /// A table; nothing where there is no trust.
    pub(super) fn new(
        file: &Rc<SourceFile>,
        trusts: Vec<TrustRecord>,
        columns: &[(Measure, Group)],
    ) -> Option<Rc<Self>> {
        let table = Self {
            file: Rc::clone(file),
            trusts,
            columns: columns.to_vec(),
        };
        (!table.trusts.is_empty()).then(|| Rc::new(table))
    }
}

/// Schools of one year, with the totals that stand among them.
#[derive(Debug, Clone, PartialEq)]
pub struct SchoolTable {
    /// Their file.
    pub file: Rc<SourceFile>,
    /// The schools.
    pub schools: Schools,
    /// The totals: authorities and England, as published.
    pub totals: Vec<TotalRecord>,
    /// The measures and groups of which the file has a column.
    pub columns: Vec<(Measure, Group)>,
}

impl SchoolTable {
    /// A table; nothing where there is no school.
    pub(super) fn new(
        file: &Rc<SourceFile>,
        schools: Schools,
        totals: Vec<TotalRecord>,
        columns: &[(Measure, Group)],
    ) -> Option<Rc<Self>> {
        let table = Self {
            file: Rc::clone(file),
            schools,
            totals,
            columns: columns.to_vec(),
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
    /// In the order of their numbers.
    trusts: Vec<LinkedTrust>,
    /// In the order of the file.
    memberships: Memberships,
    /// Each membership's place among the trusts.
    places: Vec<u32>,
    /// The memberships by school, then by trust, with the schools' numbers beside them.
    by_school: Vec<usize>,
    urns: Vec<Urn>,
}

impl LinkTable {
    /// A table of memberships in any order.
    #[must_use]
    pub fn new(file: Rc<SourceFile>, memberships: Memberships) -> Self {
        let columns = memberships.columns();
        let (trusts, place_of) = by_uid(&columns.named);
        let places: Vec<u32> = columns
            .trusts
            .iter()
            .map(|&trust| place_of.get(trust as usize).copied().unwrap_or(u32::MAX))
            .collect();
        let number = |row: usize| columns.urns.get(row).map_or(0, |urn| urn.number());
        let rows = (0..memberships.len()).collect();
        let by_trust = by_number(rows, &|row| places.get(row).copied().unwrap_or(0));
        let by_school = by_number(by_trust, &number);
        let urns = by_school.iter().filter_map(|&row| columns.urns.get(row));
        Self {
            file,
            trusts,
            urns: urns.copied().collect(),
            by_school,
            places,
            memberships,
        }
    }

    /// Whether years in a trust are to be counted from days of joining.
    #[must_use]
    pub fn has_join_dates(&self) -> bool {
        let mut tenures = self.memberships.columns().tenures.iter();
        tenures.any(|tenure| matches!(tenure, Tenure::Joined(_)))
    }

    /// Every trust, in the order of their numbers.
    #[must_use]
    pub fn trusts(&self) -> &[LinkedTrust] {
        &self.trusts
    }

    /// Every membership, in the order of the file.
    #[must_use]
    pub const fn memberships(&self) -> &Memberships {
        &self.memberships
    }

    /// Every school with its memberships, in the order of the schools' rows. Both are gone through
    /// once, side by side.
    pub fn join<'a>(&'a self, schools: &'a Schools) -> impl Iterator<Item = Joined<'a>> {
        let urns = &schools.columns().urns;
        let number = |row: usize| urns.get(row).map_or(0, |urn| urn.number());
        let by_urn = by_number((0..urns.len()).collect(), &number);
        let mut starts = vec![0; urns.len()];
        let mut start = 0;
        for row in by_urn {
            if let (Some(urn), Some(slot)) = (urns.get(row), starts.get_mut(row)) {
                while self.urns.get(start).is_some_and(|other| other < urn) {
                    start += 1;
                }
                *slot = start;
            }
        }
        let schools = schools.iter().zip(starts);
        schools.map(|(school, start)| Joined {
            school,
            links: self,
            start,
        })
    }
}

/// A school with its memberships.
#[derive(Debug, Clone, Copy)]
pub struct Joined<'a> {
    /// The school.
    pub school: School<'a>,
    links: &'a LinkTable,
    start: usize,
}

impl<'a> Joined<'a> {
    /// Its memberships by the places of their trusts among [`LinkTable::trusts`], each with that
    /// place.
    pub fn memberships(self) -> impl Iterator<Item = (usize, Membership<'a>)> {
        let links = self.links;
        let urns = links.urns.get(self.start..).unwrap_or_default();
        let rows = links.by_school.get(self.start..).unwrap_or_default();
        urns.iter()
            .zip(rows)
            .take_while(move |(urn, _)| **urn == self.school.urn())
            .filter_map(move |(_, &row)| {
                let place = *links.places.get(row)? as usize;
                Some((place, links.memberships.get(row)?))
            })
    }
}

/// The trusts in the order of their numbers, each number once with its first name; and for each of
/// those named its place among them.
fn by_uid(named: &[LinkedTrust]) -> (Vec<LinkedTrust>, Vec<u32>) {
    let uid = |place: usize| named.get(place).map(|trust| &trust.uid);
    let mut trusts: Vec<LinkedTrust> = Vec::with_capacity(named.len());
    let mut places = vec![0; named.len()];
    for place in order(named.len(), &|one, two| uid(one).cmp(&uid(two))) {
        let (Some(trust), Some(slot)) = (named.get(place), places.get_mut(place)) else {
            continue;
        };
        if trusts.last().is_none_or(|last| last.uid != trust.uid) {
            trusts.push(trust.clone());
        }
        *slot = u32::try_from(trusts.len() - 1).unwrap_or(u32::MAX);
    }
    (trusts, places)
}
