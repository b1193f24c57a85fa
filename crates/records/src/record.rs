//! Records read from files: plain data, in which every value is published or missing for a reason.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};
use stats::Interval;

use crate::terms::{AcademicYear, Admissions, Date, Group, Measure, Missing, Region, SchoolType, Sexes, Urn, Value};

use super::packed::{self, packed_by_column};
use super::{Doubt, Encoding, Fingerprint, Memberships, Problem, Schools, TrustContext};

/// A count or a share, or the reason why a file does not give it.
pub type Amount = Result<f64, Missing>;

/// The Department's number for a trust (`TRUST_UID`, `Group UID`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct TrustUid(Rc<str>);

impl TrustUid {
    /// The number as written in the file; `None` if it is blank.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let trimmed = text.trim();
        (!trimmed.is_empty()).then(|| Self::of(trimmed))
    }

    /// The number, from text that is not blank.
    pub fn of(text: &str) -> Self {
        Self(Rc::from(text))
    }

    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number, shared without copying its text.
    #[must_use]
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
    }
}

impl fmt::Display for TrustUid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One value for each group of pupils.
///
/// ```
/// use records::ByGroup;
/// use records::terms::Group;
/// let mut pupils = ByGroup::of(0);
/// pupils.set(Group::Other, 7);
/// assert_eq!((*pupils.get(Group::Other), *pupils.get(Group::All)), (7, 0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default, BorshSerialize, BorshDeserialize)]
pub struct ByGroup<T>([T; Group::ALL.len()]);

impl<T> ByGroup<T> {
    /// The same value for every group.
    #[must_use]
    pub fn of(value: T) -> Self
    where
        T: Copy,
    {
        Self([value; Group::ALL.len()])
    }

    /// A value for each group, in their order; `None` if one is missing.
    pub(crate) fn of_all(values: [Option<T>; Group::ALL.len()]) -> Option<Self> {
        let [one, two, three] = values;
        Some(Self([one?, two?, three?]))
    }

    /// The value that `make` returns for each group.
    #[must_use]
    pub fn make(make: impl FnMut(Group) -> T) -> Self {
        Self(Group::ALL.map(make))
    }

    /// The value of a group.
    #[must_use]
    pub const fn get(&self, group: Group) -> &T {
        let [disadvantaged, other, all] = &self.0;
        match group {
            Group::Disadvantaged => disadvantaged,
            Group::Other => other,
            Group::All => all,
        }
    }

    /// The value of a group, to change it.
    pub const fn get_mut(&mut self, group: Group) -> &mut T {
        let [disadvantaged, other, all] = &mut self.0;
        match group {
            Group::Disadvantaged => disadvantaged,
            Group::Other => other,
            Group::All => all,
        }
    }

    /// Sets the value of a group.
    pub fn set(&mut self, group: Group, value: T) {
        *self.get_mut(group) = value;
    }
}

/// Figures, each of a measure for a group.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Attainment(Vec<((Measure, Group), Value)>);

impl Attainment {
    /// The value of a measure for a group.
    #[must_use]
    pub fn value(&self, measure: Measure, group: Group) -> Value {
        let mut values = self.0.iter();
        let known = values.find(|(of, _)| *of == (measure, group));
        known.map_or(Value::Missing(Missing::NoColumn), |&(_, value)| value)
    }

    /// The measures and groups that have a value.
    pub(crate) fn figures(&self) -> impl Iterator<Item = (Measure, Group)> {
        self.0.iter().map(|&(of, _)| of)
    }

    /// Sets a value.
    pub fn set(&mut self, measure: Measure, group: Group, value: Value) {
        let of = (measure, group);
        match self.0.iter_mut().find(|(known, _)| *known == of) {
            Some((_, known)) => *known = value,
            None => self.0.push((of, value)),
        }
    }
}

/// The kind of trust in a record.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum TrustKind {
    /// A multi-academy trust, or a file that does not say.
    MultiAcademy,
    /// Another kind, in the file's words.
    Another(String),
}

/// A trust in a year, as published. It is already weighted, and is not weighted again.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct TrustRecord {
    /// The line in its file.
    pub line: u64,
    /// The Department's number.
    pub uid: TrustUid,
    /// The name as published.
    pub name: String,
    /// The kind of trust.
    pub kind: TrustKind,
    /// The year of the results; `None` if neither the file nor its name states it.
    pub year: Option<AcademicYear>,
    /// The lead region; `None` if the file's region is not one of the nine.
    pub region: Option<Region>,
    /// Schools included in the figures.
    pub schools: Amount,
    /// Pupils at the end of key stage 4 in those schools.
    pub pupils: Amount,
    /// The share of disadvantaged pupils, 0 to 100.
    pub disadvantaged_share: Amount,
    /// The share of other pupils, 0 to 100.
    pub other_share: Amount,
    /// The published figures.
    pub attainment: Attainment,
    /// The published interval of Progress 8, if the file gives both ends.
    pub progress_interval: ByGroup<Option<Interval>>,
    /// Its context: what else the file says about its pupils and schools.
    pub context: TrustContext,
}

packed_by_column!(TrustRecord {
    line,
    uid,
    name,
    kind,
    year,
    region,
    schools,
    pupils,
    disadvantaged_share,
    other_share,
    attainment,
    progress_interval,
    context,
});

/// A school in a year as published, without its numbers: a row of a table of schools.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct SchoolRecord {
    /// The line in its file.
    pub line: u64,
    /// The school's number.
    pub urn: Urn,
    /// The name as published.
    pub name: Rc<str>,
    /// The year of the results; `None` if neither the file nor its name states it.
    pub year: Option<AcademicYear>,
    /// The type, as far as the file states it.
    pub school_type: SchoolType,
    /// The code of its local authority.
    pub authority: Option<u16>,
    /// The region; `None` if the authority is unknown.
    pub region: Option<Region>,
    /// Whether it selects its pupils.
    pub admissions: Admissions,
    /// Whether it admits pupils of one sex or both.
    pub sexes: Sexes,
}

packed_by_column!(SchoolRecord {
    line,
    urn,
    name,
    year,
    school_type,
    authority,
    region,
    admissions,
    sexes,
});

/// What a total of a school file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum TotalOf {
    /// A local authority's schools (`RECTYPE` 4), by its code.
    Authority(u16),
    /// All schools of England (`RECTYPE` 5).
    AllSchools,
    /// The state-funded schools of England (`RECTYPE` 7).
    StateFunded,
}

/// A total that the Department publishes in a school file. It is shown beside figures and is never counted as a school.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct TotalRecord {
    /// The line in its file.
    pub line: u64,
    /// Its subject.
    pub of: TotalOf,
    /// The year of the results.
    pub year: Option<AcademicYear>,
    /// The published figures.
    pub attainment: Attainment,
}

packed_by_column!(TotalRecord {
    line,
    of,
    year,
    attainment,
});

/// A school's number and an earlier number of it, or of a school that it was formed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Succession {
    /// The current number.
    pub urn: Urn,
    /// The earlier number.
    pub earlier: Urn,
}

/// A year with the standard deviation of its pupils' Progress 8 scores, in grades.
pub type YearSpread = (Option<AcademicYear>, f64);

/// How long a school has been in a trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Tenure {
    /// Since this day.
    Joined(Date),
    /// For this many academic years, up to and including the year of the results.
    Years(u32),
    /// The file does not say.
    NotStated,
}

/// The most problems kept for a file. A file of the wrong kind can have one in every cell.
pub const PROBLEMS_KEPT: usize = 1_000;

/// The result of reading a file with a layout.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Records {
    /// Rows below the header, including unusable ones.
    pub rows: usize,
    /// Trusts, at most one for each number and year.
    #[borsh(serialize_with = "packed::write_rows", deserialize_with = "packed::read_rows")]
    pub trusts: Vec<TrustRecord>,
    /// Schools, at most one for each number and year.
    pub schools: Schools,
    /// Totals among the schools.
    #[borsh(serialize_with = "packed::write_rows", deserialize_with = "packed::read_rows")]
    pub totals: Vec<TotalRecord>,
    /// Memberships of multi-academy trusts.
    pub memberships: Memberships,
    /// Earlier numbers of schools.
    pub successions: Vec<Succession>,
    /// The measures and groups that the file has a column for.
    pub columns: Vec<(Measure, Group)>,
    /// The standard deviation of pupils' Progress 8 scores, for each year with published intervals.
    pub progress_spread: Vec<YearSpread>,
    /// The problems, with line and column. At most [`PROBLEMS_KEPT`].
    pub problems: Vec<Problem>,
    /// The number of further problems.
    pub more_problems: usize,
    /// The decisions where the file can be read in several ways.
    pub doubts: Vec<Doubt>,
}

impl Records {
    /// Whether there are no usable records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.trusts.is_empty()
            && self.schools.is_empty()
            && self.memberships.rows().is_empty()
            && self.successions.is_empty()
    }
}

/// A file that was recognised and read.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Recognised {
    /// The file's name.
    pub file: String,
    /// The layout's name.
    pub layout: Cow<'static, str>,
    /// Its encoding.
    pub encoding: Encoding,
    /// The records in it.
    pub records: Records,
    /// The table whose mapping by the user was used to read this one, if any.
    pub explained_by: Option<String>,
    /// The fingerprint of the file's bytes, unpacked if it was in an archive; `None` for made-up data.
    pub fingerprint: Option<Fingerprint>,
    /// Its source and licence, if the host of the page offered it instead of the user opening it.
    #[borsh(skip)]
    pub credit: Option<Rc<str>>,
}

impl Recognised {
    /// As bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory cannot fail.
        borsh::to_vec(self).unwrap_or_default()
    }

    /// Takes the first of several files from their bytes. Returns `None` if they are not valid.
    ///
    /// ```
    /// use read::layout::read_file;
    /// use records::Recognised;
    /// let [one, other] = ["40%", "50%"].map(|figure| {
    ///     let csv = format!("TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG\n1,ONE,London,{figure}\n");
    ///     read_file("mats_2022-23.csv", csv.as_bytes()).unwrap()
    /// });
    /// let bytes = [one.to_bytes(), other.to_bytes()].concat();
    /// let mut left = bytes.as_slice();
    /// assert_eq!(Recognised::take(&mut left), Some(one));
    /// assert_eq!(Recognised::take(&mut left), Some(other));
    /// assert_eq!(Recognised::take(&mut left), None);
    /// ```
    pub fn take(bytes: &mut &[u8]) -> Option<Self> {
        Self::deserialize(bytes).ok()
    }
}
