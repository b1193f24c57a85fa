//! Which trusts are eligible and which schools count, and why the others do not.

use std::rc::Rc;

use records::terms::{Admissions, Date, SchoolType, Urn};

/// The level of an exclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A whole trust.
    Trust,
    /// One school.
    School,
}

/// Why a trust is not eligible, or a school does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The trust is another kind of trust.
    NotMultiAcademy {
        /// The kind in the file's words.
        kind: String,
    },
    /// Too few of the trust's schools count.
    TooFewSchools {
        /// Schools that count.
        schools: u32,
        /// Schools that the rule needs.
        needed: u32,
        /// The number of its schools that do not count, and the most frequent reason.
        left_out: Option<(u32, &'static str)>,
    },
    /// The files have no results of any of the trust's schools.
    NoSchoolInFile,
    /// No file says which trust the school is in.
    NoLinks,
    /// The school is in no multi-academy trust.
    NoTrust,
    /// The school joined its present trust after the cut-off; its trust before then is not known.
    JoinedAfter {
        /// The date of joining.
        joined: Date,
        /// The present trust.
        trust: Rc<str>,
    },
    /// Schools that admit pupils as this one does do not count.
    Selection(Admissions),
    /// The school's type does not count.
    TypeDoesNotCount(SchoolType),
    /// No file says when the school joined.
    NoJoinDate,
    /// The school has been in the trust for too few years.
    TooFewYears {
        /// Its years in the trust.
        years: u32,
        /// Years that the rule needs.
        needed: u32,
    },
    /// The school has no pupil at the end of key stage 4.
    NoPupils,
    /// The school has no published result for all pupils.
    NoResults,
    /// The school is in the trust but not in the school file.
    NotInFile {
        /// The date of joining, if that was after the results.
        joined_later: Option<Date>,
    },
    /// The school has no results, and those under its earlier number do not count.
    UnderEarlierNumber {
        /// The earlier number.
        earlier: Urn,
        /// The date of joining the trust, if that was after the results.
        joined_later: Option<Date>,
        /// Why they do not count.
        reason: Box<Reason>,
    },
    /// The school itself would count, but its trust is not eligible.
    TrustNotEligible {
        /// The trust.
        trust: Rc<str>,
    },
}

/// A trust or school that is left out of an analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// Trust or school.
    pub level: Level,
    /// The trust's number.
    pub uid: Option<Rc<str>>,
    /// The school's number.
    pub urn: Option<Urn>,
    /// The name as published.
    pub name: Rc<str>,
    /// The reason.
    pub reason: Reason,
}

impl Exclusion {
    /// The same for a school with a newer number than its results, if it has one.
    pub(super) fn since(self, since: Option<Urn>, joined_later: Option<Date>) -> Self {
        let (Some(since), Some(earlier)) = (since, self.urn) else {
            return self;
        };
        let reason = Box::new(self.reason);
        Self {
            urn: Some(since),
            reason: Reason::UnderEarlierNumber {
                earlier,
                joined_later: joined_later.filter(|_| !matches!(*reason, Reason::JoinedAfter { .. })),
                reason,
            },
            ..self
        }
    }

    /// The school's number in the school file.
    pub(super) const fn urn_in_file(&self) -> Option<Urn> {
        match self.reason {
            Reason::UnderEarlierNumber { earlier, .. } => Some(earlier),
            _ => self.urn,
        }
    }
}
