//! A table of memberships of multi-academy trusts.

use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::terms::{AcademicYear, Date, SchoolType, Urn};

use super::packed::{self, packed_by_column};
use super::seen::{Seen, hash_of_text};
use super::{Tenure, TrustUid};

/// A trust that memberships name.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct LinkedTrust {
    /// The Department's number.
    pub uid: TrustUid,
    /// The name.
    pub name: Rc<str>,
}

/// A school's membership of a multi-academy trust.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Membership {
    /// The school. In a data set, it is the number under which its results are published, which may be an earlier one.
    pub urn: Urn,
    /// Its number in the file, if its results are under an earlier one.
    pub since: Option<Urn>,
    /// The line in its file.
    pub line: u64,
    /// The year of the results given with it; `None` in group links, which have no year.
    pub year: Option<AcademicYear>,
    /// The date of joining.
    pub tenure: Tenure,
    /// The day on which the trust was closed.
    pub closed: Option<Date>,
    /// The school's type.
    pub school_type: SchoolType,
    /// The code of its authority, where the file has it.
    pub authority: Option<u16>,
    /// Whether it teaches at key stage 4, as far as the file gives its phase.
    pub is_secondary: Option<bool>,
    /// The school's name; blank if the file does not give it.
    pub school: Rc<str>,
    /// The index of the trust's number and name in this table.
    pub named: u32,
    /// The index of its trust among the trusts of a data set.
    pub trust: u32,
}

packed_by_column!(Membership {
    urn,
    since,
    line,
    year,
    tenure,
    closed,
    school_type,
    authority,
    is_secondary,
    school,
    named,
    trust,
});

impl Membership {
    /// The index of its trust in a data set.
    #[must_use]
    pub const fn trust(&self) -> usize {
        self.trust as usize
    }
}

/// Memberships of multi-academy trusts. A trust's name is stored once, however many schools it has.
///
/// ```
/// use read::layout::read_file;
/// let csv = "URN,Group UID,Group Name,Group Type,Joined date\n\
///            136572,5,THE ROSELAND MAT,Multi-academy trust,01-09-2018\n";
/// let links = read_file("links.csv", csv.as_bytes()).unwrap().records.memberships;
/// let membership = &links.rows()[0];
/// let trust = links.trust(membership).unwrap();
/// assert_eq!((membership.urn.to_string(), &*trust.name), ("136572".to_owned(), "THE ROSELAND MAT"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Memberships {
    #[borsh(serialize_with = "packed::write_rows", deserialize_with = "packed::read_rows")]
    rows: Vec<Membership>,
    /// Each number and name of a trust once, in file order.
    named: Vec<LinkedTrust>,
}

impl Memberships {
    /// Every membership, in file order.
    #[must_use]
    pub fn rows(&self) -> &[Membership] {
        &self.rows
    }

    /// Each number and name of a trust once.
    #[must_use]
    pub fn named(&self) -> &[LinkedTrust] {
        &self.named
    }

    /// The trust of a membership in this table.
    #[must_use]
    pub fn trust(&self, membership: &Membership) -> Option<&LinkedTrust> {
        self.named.get(membership.named as usize)
    }

    /// The memberships and their trusts.
    pub(crate) fn into_parts(self) -> (Vec<Membership>, Vec<LinkedTrust>) {
        (self.rows, self.named)
    }

    /// The memberships given with a year, or those without one. Most tables have no others: they are then moved out,
    /// and this table becomes empty. Otherwise they are copied, and this table stays as it is.
    #[must_use]
    pub(crate) fn take_year(&mut self, year: Option<AcademicYear>) -> Self {
        if self.rows.iter().all(|of| of.year == year) {
            return std::mem::take(self);
        }
        let mut taken = MembershipReader::default();
        for membership in self.rows.iter().filter(|of| of.year == year) {
            if let Some(trust) = self.trust(membership) {
                let named = taken.index_of(trust.uid.as_str(), &trust.name);
                taken.push(Membership {
                    named,
                    ..membership.clone()
                });
            }
        }
        taken.finish()
    }
}

/// Builds a table of memberships from rows.
#[derive(Debug, Default)]
pub struct MembershipReader {
    memberships: Memberships,
    seen: Seen,
}

impl MembershipReader {
    /// Reserves room for this many memberships.
    pub fn reserve(&mut self, rows: usize) {
        self.memberships.rows.reserve(rows);
    }

    /// Adds a membership.
    pub fn push(&mut self, membership: Membership) {
        self.memberships.rows.push(membership);
    }

    /// The index of a trust's number and name. New ones are added.
    pub fn index_of(&mut self, uid: &str, name: &str) -> u32 {
        let hash = hash_of_text(uid, None) ^ hash_of_text(name, None).rotate_left(16);
        let named = &mut self.memberships.named;
        let is_same = |index: usize| {
            let known: Option<&LinkedTrust> = named.get(index);
            known.is_some_and(|known| known.uid.as_str() == uid && *known.name == *name)
        };
        let index = self.seen.find(hash, &is_same).unwrap_or_else(|| {
            self.seen.note(hash, named.len());
            named.push(LinkedTrust {
                uid: TrustUid::of(uid),
                name: Rc::from(name),
            });
            named.len() - 1
        });
        u32::try_from(index).unwrap_or(u32::MAX)
    }

    /// The table.
    pub fn finish(self) -> Memberships {
        self.memberships
    }
}
