//! Which trusts are eligible and which schools count, and why the others do not.

use std::rc::Rc;

use records::terms::{Date, SchoolType, Urn};

/// What is excluded.
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
        /// Schools that the rule asks for.
        needed: u32,
        /// How many of its schools do not count, and why most of these do not.
        left_out: Option<(u32, &'static str)>,
    },
    /// The files have no results of any of the trust's schools.
    NoSchoolInFile,
    /// No file says which trust the school is in.
    NoLinks,
    /// The school is in no multi-academy trust.
    NoTrust,
    /// The school joined its present trust after the cut-off; where it was before is unknown.
    JoinedAfter {
        /// When it joined.
        joined: Date,
        /// The present trust.
        trust: Rc<str>,
    },
    /// The school's type does not count.
    TypeDoesNotCount(SchoolType),
    /// No file says when the school joined.
    NoJoinDate,
    /// The school has been in the trust for too few years.
    TooFewYears {
        /// Its years.
        years: u32,
        /// Years that the rule asks for.
        needed: u32,
    },
    /// The school has no pupil at the end of key stage 4.
    NoPupils,
    /// The school has no published result for all pupils.
    NoResults,
    /// The school is in the trust, and the school file does not have it.
    NotInFile {
        /// When it joined, where that was after the results were made.
        joined_later: Option<Date>,
    },
    /// The school has no results of its own, and those of its number before do not count.
    UnderEarlierNumber {
        /// The number before.
        earlier: Urn,
        /// When the school joined its trust, where that was after the results were made.
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

/// Something left out of an analysis.
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
    /// Why.
    pub reason: Reason,
}

impl Exclusion {
    /// The same of a school that has had another number since its results were made, where it has.
    pub(super) fn since(self, since: Option<Urn>, joined_later: Option<Date>) -> Self {
        let (Some(since), Some(earlier)) = (since, self.urn) else {
            return self;
        };
        let reason = Box::new(self.reason);
        Self {
            urn: Some(since),
            reason: Reason::UnderEarlierNumber {
                earlier,
                joined_later: joined_later
                    .filter(|_| !matches!(*reason, Reason::JoinedAfter { .. })),
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
