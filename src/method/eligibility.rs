//! Which trusts are eligible, and why the others are not.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::layout::{TrustKind, TrustRecord};

use super::Rules;

/// What is excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A whole trust.
    Trust,
    /// One school of a trust.
    School,
}

/// Why a trust is not eligible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It is another kind of trust.
    NotMultiAcademy {
        /// The kind in the file's words.
        kind: String,
    },
    /// Its lead region is not one of the nine.
    NoLeadRegion,
    /// Too few of its schools count.
    TooFewSchools {
        /// Schools that count.
        schools: u32,
        /// Schools that the rule asks for.
        needed: u32,
    },
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotMultiAcademy { kind } => {
                write!(f, "not a multi-academy trust but: {kind}")
            }
            Self::NoLeadRegion => f.write_str("its lead region is not one of England's nine"),
            Self::TooFewSchools { schools, needed } => write!(
                f,
                "too few schools: {schools} counted where the rule asks for {needed}"
            ),
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
    pub uid: Option<String>,
    /// The school's number.
    pub urn: Option<String>,
    /// The name as published.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// Nothing where a trust is eligible, else the first rule that leaves it out.
///
/// A file that does not say how many schools it counted lists eligible trusts alone.
pub(super) fn reason_against(trust: &TrustRecord, rules: &Rules) -> Option<Reason> {
    if let TrustKind::Another(kind) = &trust.kind {
        return Some(Reason::NotMultiAcademy { kind: kind.clone() });
    }
    if trust.region.is_none() {
        return Some(Reason::NoLeadRegion);
    }
    let schools = trust.schools.ok()? as u32;
    (schools < rules.min_schools).then_some(Reason::TooFewSchools {
        schools,
        needed: rules.min_schools,
    })
}
