//! Which trusts are eligible and which schools count, and why the others do not.

use std::fmt;
use std::rc::Rc;

use serde::{Serialize, Serializer};

use crate::terms::{Date, SchoolType, Urn};

/// What is excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A whole trust.
    Trust,
    /// One school.
    School,
}

/// Why a trust is not eligible, or a school does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The trust is another kind of trust.
    NotMultiAcademy {
        /// The kind in the file's words.
        kind: String,
    },
    /// The trust's lead region is not one of the nine.
    NoLeadRegion,
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
    /// The school itself would count, but its trust is not eligible.
    TrustNotEligible {
        /// The trust.
        trust: Rc<str>,
    },
}

impl Reason {
    /// The reason's sort in a few words: "too few years".
    #[must_use]
    pub const fn sort(&self) -> &'static str {
        match self {
            Self::NotMultiAcademy { .. } => "not a multi-academy trust",
            Self::NoLeadRegion => "no lead region",
            Self::TooFewSchools { .. } => "too few schools",
            Self::NoSchoolInFile | Self::NoResults => "no results",
            Self::NoLinks => "no group links",
            Self::NoTrust => "in no multi-academy trust",
            Self::JoinedAfter { .. } => "joined after the cut-off",
            Self::TypeDoesNotCount(_) => "type",
            Self::NoJoinDate => "no join date",
            Self::TooFewYears { .. } => "too few years",
            Self::NoPupils => "no pupils",
            Self::TrustNotEligible { .. } => "trust not eligible",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotMultiAcademy { kind } => {
                write!(f, "not a multi-academy trust but: {kind}")
            }
            Self::NoLeadRegion => f.write_str("its lead region is not one of England's nine"),
            Self::TooFewSchools {
                schools,
                needed,
                left_out,
            } => {
                write!(
                    f,
                    "too few schools: {schools} counted where the rule asks for {needed}"
                )?;
                match left_out {
                    Some((count, sort)) => write!(f, " ({count} left out: {sort})"),
                    None => Ok(()),
                }
            }
            Self::NoSchoolInFile => {
                f.write_str("no results: the school file has none of its schools")
            }
            Self::NoLinks => f.write_str("no file says which trust it is in: add the group links"),
            Self::NoTrust => f.write_str("in no multi-academy trust"),
            Self::JoinedAfter { joined, trust } => write!(
                f,
                "joined {trust} on {joined}, after the cut-off; where it was before is unknown"
            ),
            Self::TypeDoesNotCount(school_type) => {
                write!(f, "type: {} does not count", school_type.in_sentence())
            }
            Self::NoJoinDate => f.write_str("no file says when it joined its trust"),
            Self::TooFewYears { years, needed } => write!(
                f,
                "too few years: {years} in the trust where the rule asks for {needed}"
            ),
            Self::NoPupils => {
                f.write_str("no pupils at the end of key stage 4, or their number is not published")
            }
            Self::NoResults => f.write_str("no results: none published for all pupils"),
            Self::TrustNotEligible { trust } => {
                write!(f, "it would count, but its trust is not eligible: {trust}")
            }
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Something left out of an analysis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
