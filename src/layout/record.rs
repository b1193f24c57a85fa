//! What is read from files: plain records, every value published or missing for a reason.

use std::fmt;

use crate::source::{Encoding, Problem};
use crate::terms::{AcademicYear, Group, Measure, Missing, Region, Value};

/// A count or a share, or the reason why a file gives none.
pub type Amount = Result<f64, Missing>;

/// The Department's number of a trust (`TRUST_UID`, `Group UID`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrustUid(String);

impl TrustUid {
    /// The number as the file has it; nothing where it is blank.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let trimmed = text.trim();
        (!trimmed.is_empty()).then(|| Self(trimmed.to_owned()))
    }

    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TrustUid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Every measure for every group.
#[derive(Debug, Clone, PartialEq)]
pub struct Attainment {
    values: [[Value; Group::ALL.len()]; Measure::COUNT],
}

impl Attainment {
    /// Nothing published, for one reason.
    #[must_use]
    pub const fn missing(reason: Missing) -> Self {
        Self {
            values: [[Value::Missing(reason); Group::ALL.len()]; Measure::COUNT],
        }
    }

    /// The value of a measure for a group.
    #[must_use]
    pub fn value(&self, measure: Measure, group: Group) -> Value {
        self.values
            .get(measure.index())
            .and_then(|groups| groups.get(group as usize))
            .copied()
            .unwrap_or(Value::Missing(Missing::NoColumn))
    }

    /// Puts a value in.
    pub fn set(&mut self, measure: Measure, group: Group, value: Value) {
        let place = self
            .values
            .get_mut(measure.index())
            .and_then(|groups| groups.get_mut(group as usize));
        if let Some(place) = place {
            *place = value;
        }
    }
}

/// What kind of trust a record is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrustKind {
    /// A multi-academy trust, or a file that does not say.
    MultiAcademy,
    /// Another kind, in the file's words.
    Another(String),
}

/// A trust in a year, as published: already weighted, never to be weighted again.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustRecord {
    /// The line in its file.
    pub line: u64,
    /// The Department's number.
    pub uid: TrustUid,
    /// The name as published.
    pub name: String,
    /// The kind of trust.
    pub kind: TrustKind,
    /// The year of the results; nothing where neither file nor file name tells.
    pub year: Option<AcademicYear>,
    /// The lead region; nothing where the file's is not one of the nine.
    pub region: Option<Region>,
    /// Schools included in the figures.
    pub schools: Amount,
    /// Pupils at the end of key stage 4 in those schools.
    pub pupils: Amount,
    /// Share of them who are disadvantaged, 0 to 100.
    pub disadvantaged_share: Amount,
    /// Share of them who are not, 0 to 100.
    pub other_share: Amount,
    /// The published figures.
    pub attainment: Attainment,
}

/// How many of a file's problems are kept: a file of the wrong kind can have one in every cell.
pub const PROBLEMS_KEPT: usize = 1_000;

/// What a layout reads from a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Records {
    /// Rows below the header, the unusable ones included.
    pub rows: usize,
    /// Trusts, at most one for each number and year.
    pub trusts: Vec<TrustRecord>,
    /// The measures and groups of which the file has a column.
    pub columns: Vec<(Measure, Group)>,
    /// What is wrong, with its place; at most [`PROBLEMS_KEPT`].
    pub problems: Vec<Problem>,
    /// How many further problems there are.
    pub more_problems: usize,
}

/// A file that was recognised and read.
#[derive(Debug, Clone, PartialEq)]
pub struct Recognised {
    /// The file's name.
    pub file: String,
    /// What it is: the layout's name.
    pub layout: &'static str,
    /// How its letters were written.
    pub encoding: Encoding,
    /// What was read.
    pub records: Records,
}
