//! A table of memberships of multi-academy trusts, kept by column.

use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::terms::{AcademicYear, Date, SchoolType, Urn};

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

/// What a table of memberships consists of: columns of equal length, a row for each membership, and
/// the trusts that they name.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct MembershipColumns {
    /// The schools.
    pub urns: Vec<Urn>,
    /// The trusts, by their places in the list below.
    pub trusts: Vec<u32>,
    /// Since when the schools are in them.
    pub tenures: Vec<Tenure>,
    /// The days on which the trusts were closed.
    pub closed: Vec<Option<Date>>,
    /// The schools' types.
    pub types: Vec<SchoolType>,
    /// The codes of the schools' authorities, where the file has them.
    pub authorities: Vec<Option<u16>>,
    /// Whether the schools teach at key stage 4, as far as the file gives their phase.
    pub secondary: Vec<Option<bool>>,
    /// The schools' names; blank where the file has none.
    pub schools: Vec<Rc<str>>,
    /// The lines in the file, counted from 1.
    pub lines: Vec<u32>,
    /// The years of the results that they are told with; nothing in group links, which are of no year.
    pub years: Vec<Option<AcademicYear>>,
    /// Each number and name of a trust once, in the order in which they come.
    pub named: Vec<LinkedTrust>,
}

/// Memberships of multi-academy trusts, kept by column; a trust's name once, however many schools it
/// has.
///
/// ```
/// use trust_gap::layout::read_file;
/// let csv = "URN,Group UID,Group Name,Group Type,Joined date\n\
///            136572,5,THE ROSELAND MAT,Multi-academy trust,01-09-2018\n";
/// let links = read_file("links.csv", csv.as_bytes()).unwrap().records.memberships;
/// let membership = links.get(0).unwrap();
/// assert_eq!((membership.urn.to_string(), membership.trust_name()), ("136572".to_owned(), "THE ROSELAND MAT"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Memberships(MembershipColumns);

impl Memberships {
    /// A table of columns; nothing where they are not equally long or one names a trust that is not
    /// there.
    ///
    /// ```
    /// use trust_gap::layout::Memberships;
    /// let mut columns = Memberships::default().into_columns();
    /// assert!(Memberships::from_columns(columns.clone()).is_some());
    /// columns.trusts.push(0);
    /// assert!(Memberships::from_columns(columns).is_none());
    /// ```
    #[must_use]
    pub fn from_columns(columns: MembershipColumns) -> Option<Self> {
        let rows = columns.urns.len();
        let lengths = [
            columns.trusts.len(),
            columns.tenures.len(),
            columns.closed.len(),
            columns.types.len(),
            columns.authorities.len(),
            columns.secondary.len(),
            columns.schools.len(),
            columns.lines.len(),
            columns.years.len(),
        ];
        let is_named = |trust: &u32| (*trust as usize) < columns.named.len();
        let fits =
            lengths.into_iter().all(|length| length == rows) && columns.trusts.iter().all(is_named);
        fits.then_some(Self(columns))
    }

    /// The columns.
    #[must_use]
    pub const fn columns(&self) -> &MembershipColumns {
        &self.0
    }

    /// The columns themselves.
    #[must_use]
    pub fn into_columns(self) -> MembershipColumns {
        self.0
    }

    /// How many memberships there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.urns.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.urns.is_empty()
    }

    /// The membership of a row, counted from 0.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<Membership<'_>> {
        let columns = &self.0;
        Some(Membership {
            line: u64::from(*columns.lines.get(row)?),
            urn: *columns.urns.get(row)?,
            year: *columns.years.get(row)?,
            trust: columns.named.get(*columns.trusts.get(row)? as usize)?,
            tenure: *columns.tenures.get(row)?,
            closed: *columns.closed.get(row)?,
            school_type: *columns.types.get(row)?,
            authority: *columns.authorities.get(row)?,
            is_secondary: *columns.secondary.get(row)?,
            school: columns.schools.get(row)?,
        })
    }

    /// Every membership, in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = Membership<'_>> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    /// The memberships told with a year, or those of none. A table that has no others, as most have,
    /// is given up for them and left empty; another keeps what it has.
    #[must_use]
    pub(crate) fn take_year(&mut self, year: Option<AcademicYear>) -> Self {
        if self.0.years.iter().all(|of| *of == year) {
            return std::mem::take(self);
        }
        let mut taken = MembershipReader::default();
        for membership in self.iter().filter(|membership| membership.year == year) {
            taken.push(&MembershipRecord {
                line: membership.line,
                urn: membership.urn,
                year,
                uid: membership.trust.uid.as_str(),
                trust_name: membership.trust_name(),
                tenure: membership.tenure,
                closed: membership.closed,
                school_type: membership.school_type,
                authority: membership.authority,
                is_secondary: membership.is_secondary,
                school: membership.school,
            });
        }
        taken.finish()
    }
}

/// A row of a table of memberships: a school's membership of a multi-academy trust.
#[derive(Debug, Clone, Copy)]
pub struct Membership<'a> {
    /// The line in its file.
    pub line: u64,
    /// The school.
    pub urn: Urn,
    /// The year of the results that it is told with; nothing in group links, which are of no year.
    pub year: Option<AcademicYear>,
    /// The trust.
    pub trust: &'a LinkedTrust,
    /// Since when.
    pub tenure: Tenure,
    /// The day on which the trust was closed.
    pub closed: Option<Date>,
    /// The school's type.
    pub school_type: SchoolType,
    /// The code of its authority, where the file has it.
    pub authority: Option<u16>,
    /// Whether it teaches at key stage 4, as far as the file gives its phase.
    pub is_secondary: Option<bool>,
    /// The school's name; blank where the file has none.
    pub school: &'a Rc<str>,
}

impl<'a> Membership<'a> {
    /// The trust's name.
    #[must_use]
    pub fn trust_name(self) -> &'a str {
        &self.trust.name
    }
}

/// A row to be put into a table of memberships.
pub(crate) struct MembershipRecord<'a> {
    pub(crate) line: u64,
    pub(crate) urn: Urn,
    pub(crate) year: Option<AcademicYear>,
    pub(crate) uid: &'a str,
    pub(crate) trust_name: &'a str,
    pub(crate) tenure: Tenure,
    pub(crate) closed: Option<Date>,
    pub(crate) school_type: SchoolType,
    pub(crate) authority: Option<u16>,
    pub(crate) is_secondary: Option<bool>,
    pub(crate) school: &'a str,
}

/// A row to be put into a table of memberships, its trust being in the list.
pub(super) struct Placed<'a> {
    pub(super) line: u64,
    pub(super) urn: Urn,
    pub(super) year: Option<AcademicYear>,
    /// The trust's place in the list.
    pub(super) trust: usize,
    pub(super) tenure: Tenure,
    pub(super) closed: Option<Date>,
    pub(super) school_type: SchoolType,
    pub(super) authority: Option<u16>,
    pub(super) is_secondary: Option<bool>,
    pub(super) school: &'a str,
}

/// Rows to a table of memberships.
#[derive(Debug, Default)]
pub(crate) struct MembershipReader {
    columns: MembershipColumns,
    seen: Seen,
}

impl MembershipReader {
    /// Takes room for so many memberships.
    pub(crate) fn reserve(&mut self, rows: usize) {
        let columns = &mut self.columns;
        columns.urns.reserve(rows);
        columns.trusts.reserve(rows);
        columns.tenures.reserve(rows);
        columns.closed.reserve(rows);
        columns.types.reserve(rows);
        columns.authorities.reserve(rows);
        columns.secondary.reserve(rows);
        columns.schools.reserve(rows);
        columns.lines.reserve(rows);
        columns.years.reserve(rows);
    }

    /// Puts a membership below the others.
    pub(crate) fn push(&mut self, membership: &MembershipRecord<'_>) {
        let trust = self.place_of(membership.uid, membership.trust_name);
        self.push_placed(&Placed {
            line: membership.line,
            urn: membership.urn,
            year: membership.year,
            trust,
            tenure: membership.tenure,
            closed: membership.closed,
            school_type: membership.school_type,
            authority: membership.authority,
            is_secondary: membership.is_secondary,
            school: membership.school,
        });
    }

    /// Puts a membership of a trust in the list below the others.
    pub(super) fn push_placed(&mut self, membership: &Placed<'_>) {
        let columns = &mut self.columns;
        columns.urns.push(membership.urn);
        let trust = u32::try_from(membership.trust).unwrap_or(u32::MAX);
        columns.trusts.push(trust);
        columns.tenures.push(membership.tenure);
        columns.closed.push(membership.closed);
        columns.types.push(membership.school_type);
        columns.authorities.push(membership.authority);
        columns.secondary.push(membership.is_secondary);
        columns.schools.push(Rc::from(membership.school));
        let line = u32::try_from(membership.line).unwrap_or(u32::MAX);
        columns.lines.push(line);
        columns.years.push(membership.year);
    }

    /// The place of a trust in the list, where it is put if it is new.
    pub(super) fn place_of(&mut self, uid: &str, name: &str) -> usize {
        let hash = hash_of_text(uid, None) ^ hash_of_text(name, None).rotate_left(16);
        let named = &mut self.columns.named;
        let is_same = |place: usize| {
            let known: Option<&LinkedTrust> = named.get(place);
            known.is_some_and(|known| known.uid.as_str() == uid && *known.name == *name)
        };
        if let Some(place) = self.seen.find(hash, &is_same) {
            return place;
        }
        self.seen.note(hash, named.len());
        named.push(LinkedTrust {
            uid: TrustUid::of(uid),
            name: Rc::from(name),
        });
        named.len() - 1
    }

    /// The table.
    pub(crate) fn finish(self) -> Memberships {
        Memberships(self.columns)
    }
}
