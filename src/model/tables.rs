//! What files hold of a year, as tables that never change once they are made.

use std::rc::Rc;

use crate::layout::{
    MembershipRecord, SchoolRecord, Tenure, TotalOf, TotalRecord, TrustRecord, TrustUid,
};
use crate::source::Problem;
use crate::terms::order::{order, sorted};
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
    pub schools: Vec<SchoolRecord>,
    /// The totals: authorities and England, as published.
    pub totals: Vec<TotalRecord>,
    /// The measures and groups of which the file has a column.
    pub columns: Vec<(Measure, Group)>,
}

impl SchoolTable {
    /// A table; nothing where there is no school.
    pub(super) fn new(
        file: &Rc<SourceFile>,
        schools: Vec<SchoolRecord>,
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

/// A trust that memberships name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedTrust {
    /// The Department's number.
    pub uid: TrustUid,
    /// The name.
    pub name: String,
}

/// Memberships of multi-academy trusts, by school.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkTable {
    /// Their file.
    pub file: Rc<SourceFile>,
    /// In the order of their numbers.
    trusts: Vec<LinkedTrust>,
    /// Each with the place of its trust; sorted by school, then by trust.
    memberships: Vec<(usize, MembershipRecord)>,
}

impl LinkTable {
    /// A table of memberships in any order.
    #[must_use]
    pub fn new(file: Rc<SourceFile>, memberships: Vec<MembershipRecord>) -> Self {
        let by_trust = order(memberships.len(), &|one, two| {
            let uid = |place: usize| memberships.get(place).map(|of| &of.trust);
            uid(one).cmp(&uid(two))
        });
        let mut trusts: Vec<LinkedTrust> = Vec::new();
        for membership in by_trust.iter().filter_map(|&place| memberships.get(place)) {
            if trusts
                .last()
                .is_none_or(|last| last.uid != membership.trust)
            {
                trusts.push(LinkedTrust {
                    uid: membership.trust.clone(),
                    name: membership.trust_name.clone(),
                });
            }
        }
        let placed = memberships
            .into_iter()
            .map(|membership| {
                let place = trusts.partition_point(|trust| trust.uid < membership.trust);
                (place, membership)
            })
            .collect();
        let memberships = sorted(
            placed,
            |(trust, one): &(usize, MembershipRecord), (other, two)| {
                one.urn.cmp(&two.urn).then(trust.cmp(other))
            },
        );
        Self {
            file,
            trusts,
            memberships,
        }
    }

    /// Whether years in a trust are to be counted from days of joining.
    #[must_use]
    pub fn has_join_dates(&self) -> bool {
        self.memberships
            .iter()
            .any(|(_, membership)| matches!(membership.tenure, Tenure::Joined(_)))
    }

    /// Every trust, in the order of their numbers.
    #[must_use]
    pub fn trusts(&self) -> &[LinkedTrust] {
        &self.trusts
    }

    /// Every membership with the place of its trust among [`LinkTable::trusts`], by school.
    #[must_use]
    pub fn memberships(&self) -> &[(usize, MembershipRecord)] {
        &self.memberships
    }

    /// A school's memberships, each with the place of its trust.
    #[must_use]
    pub fn of(&self, urn: Urn) -> &[(usize, MembershipRecord)] {
        let start = self
            .memberships
            .partition_point(|(_, other)| other.urn < urn);
        let end = self
            .memberships
            .partition_point(|(_, other)| other.urn <= urn);
        self.memberships.get(start..end).unwrap_or_default()
    }
}
