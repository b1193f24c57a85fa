//! A user's mapping of columns to fields: guessed, checked, applied.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::source::{ColumnIndex, Header};
use crate::terms::letters::{has_part, in_small};
use crate::terms::{AcademicYear, Authority, Date, Group, Measure, Region, Urn};

use super::{Field, cell};

/// Which of a file's columns holds what. A column is named as the file names it.
///
/// ```
/// use trust_gap::layout::{Field, Mapping, MappingError};
/// use trust_gap::source::open;
/// let text = open(b"School number,Pass 5+\n136572,33%\n").unwrap();
/// let mut mapping = Mapping::default();
/// mapping.set(Field::Urn, Some("school NUMBER"));
/// assert_eq!(mapping.check(text.header()), Err(MappingError::NoFigure));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Mapping {
    columns: Vec<(Field, String)>,
    /// The year of the results, where no column tells it.
    pub year: Option<AcademicYear>,
}

/// A table that the user has explained: the next one with the same columns is read in the same way.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Explained {
    /// The file's name.
    pub file: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// What they are.
    pub mapping: Mapping,
}

impl Explained {
    /// Whether a table with this header has the same columns.
    #[must_use]
    pub fn fits(&self, header: &Header) -> bool {
        header.names().eq(self.columns.iter().map(String::as_str))
    }
}

/// Why a mapping cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MappingError {
    /// The file has no column of this name.
    NoSuchColumn {
        /// What it should be.
        field: String,
        /// The name.
        column: String,
    },
    /// One column is said to be two things.
    UsedTwice {
        /// The column.
        column: String,
        /// The first thing.
        one: String,
        /// The second.
        two: String,
    },
    /// No column names what the rows are about.
    NoSubject,
    /// Rows are about trusts, and no column has their regions.
    NoRegion,
    /// No column holds a figure.
    NoFigure,
}

impl std::error::Error for MappingError {}

impl Mapping {
    /// The name of a field's column.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        self.columns
            .iter()
            .find(|(known, _)| *known == field)
            .map(|(_, column)| column.as_str())
    }

    /// Says which column a field is, or that none is.
    pub fn set(&mut self, field: Field, column: Option<&str>) {
        self.columns.retain(|(known, _)| *known != field);
        if let Some(column) = column {
            self.columns.push((field, column.trim().to_owned()));
        }
    }

    /// The fields that have a column, in the order in which they are offered, own measures last.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let has = |field: &Field| self.get(*field).is_some();
        let mut fields: Vec<Field> = Field::all().into_iter().filter(has).collect();
        for (field, _) in &self.columns {
            if !fields.contains(field) {
                fields.push(*field);
            }
        }
        fields
    }

    /// Whether the rows are about schools; else about trusts.
    #[must_use]
    pub(crate) fn is_of_schools(&self) -> bool {
        self.get(Field::Urn).is_some()
    }

    /// Whether the file can be read by it.
    ///
    /// # Errors
    /// When a column is not there or is two things at once, or when something that is needed has no
    /// column.
    pub fn check(&self, header: &Header) -> Result<(), MappingError> {
        let mut seen: Vec<(ColumnIndex, Field)> = Vec::new();
        for (field, column) in &self.columns {
            let Some(index) = header.find(column) else {
                return Err(MappingError::NoSuchColumn {
                    field: field.label(),
                    column: column.clone(),
                });
            };
            if let Some((_, former)) = seen.iter().find(|(known, _)| *known == index) {
                return Err(MappingError::UsedTwice {
                    column: column.clone(),
                    one: former.label(),
                    two: field.label(),
                });
            }
            seen.push((index, *field));
        }
        let has = |field| self.get(field).is_some();
        if !self.is_of_schools() {
            if !has(Field::Trust) && !has(Field::TrustUid) {
                return Err(MappingError::NoSubject);
            }
            if !has(Field::Region) {
                return Err(MappingError::NoRegion);
            }
        }
        let is_figure = |(field, _): &(Field, String)| matches!(field, Field::Figure(..));
        if self.columns.iter().any(is_figure) {
            Ok(())
        } else {
            Err(MappingError::NoFigure)
        }
    }

    /// The template's own names, as far as the file has them.
    pub(super) fn of_template(header: &Header) -> Self {
        let mut mapping = Self::default();
        for field in Field::all() {
            let key = field.key();
            if header.has(&key) {
                mapping.set(field, Some(&key));
            }
        }
        mapping
    }

    /// The best guess by the columns' names and by what stands in their first rows. A column is
    /// taken once, by the field whose words fit it best.
    #[must_use]
    pub fn guess(header: &Header, samples: &[(ColumnIndex, Vec<&str>)]) -> Self {
        let mut scored: Vec<(u32, Field, ColumnIndex)> = Vec::new();
        for field in Field::all() {
            for (column, values) in samples {
                let score = likeness(field, header.name(*column));
                if score > 0 && values_fit(field, values) {
                    scored.push((score, field, *column));
                }
            }
        }
        let scored = crate::terms::order::sorted_by_key(scored, |(score, _, _)| -i64::from(*score));
        let mut mapping = Self::default();
        let mut used: Vec<ColumnIndex> = Vec::new();
        for (_, field, column) in scored {
            if mapping.get(field).is_none() && !used.contains(&column) {
                mapping.set(field, Some(header.name(column)));
                used.push(column);
            }
        }
        mapping
    }
}

/// Words that name a field in column names, each group of which one has to be there. The first
/// alternative counts most.
fn words_of(field: Field) -> Vec<&'static [&'static str]> {
    match field {
        Field::Urn => vec![&[
            "urn",
            "school number",
            "school no",
            "unique reference",
            "school id",
        ]],
        Field::School => vec![&[
            "school name",
            "schname",
            "school",
            "establishment",
            "academy",
        ]],
        Field::SchoolType => vec![&["school type", "nftype", "type of establishment", "type"]],
        Field::Authority => vec![&["la code", "lea", "authority code", "local authority code"]],
        Field::Region => vec![&["region"]],
        Field::TrustUid => vec![
            &["trust", "mat", "group"],
            &["uid", "id", "number", "no", "code"],
        ],
        Field::Trust => vec![&["academy trust", "trust name", "trust", "mat", "group name"]],
        Field::Joined => vec![&["join", "joined", "date joined", "since"]],
        Field::Years => vec![&["years", "yrs"]],
        Field::Year => vec![&["academic year", "time period", "year"]],
        Field::Schools => vec![&["schools", "number of schools"]],
        Field::Pupils(group) => vec![
            &[
                "pupils",
                "cohort",
                "pupil count",
                "number of pupils",
                "students",
            ],
            words_of_group(group),
        ],
        Field::ProgressPupils(group) => vec![
            &["progress 8", "p8", "progress8"],
            &["pupils", "cohort", "count"],
            words_of_group(group),
        ],
        Field::Figure(measure, group) => {
            let mut words = words_of_measure(measure);
            words.push(words_of_group(group));
            words
        }
    }
}

fn words_of_measure(measure: Measure) -> Vec<&'static [&'static str]> {
    match measure {
        Measure::Attainment8 => vec![&["attainment 8", "att8", "a8", "attainment8"]],
        Measure::Progress8 => vec![&["progress 8", "p8", "progress8"]],
        Measure::Grade5EnglishMaths => vec![
            &["em5", "english", "basics", "em", "eng"],
            &["em5", "5", "95", "strong"],
        ],
        Measure::Grade4EnglishMaths => vec![
            &["em4", "english", "basics", "em", "eng"],
            &["em4", "4", "94", "standard"],
        ],
        Measure::EbaccEntry => vec![&["ebacc"], &["entry", "entered", "entering"]],
        Measure::Ebacc5 => vec![&["ebacc5", "ebacc"], &["ebacc5", "5", "95"]],
        Measure::Ebacc4 => vec![&["ebacc4", "ebacc"], &["ebacc4", "4", "94"]],
        Measure::EbaccAps => vec![&["ebacc"], &["aps", "point", "points"]],
        Measure::Own(_) => vec![&[]],
    }
}

fn words_of_group(group: Group) -> &'static [&'static str] {
    match group {
        Group::Disadvantaged => &[
            "disadvantaged",
            "fsm6",
            "fsm",
            "pp",
            "pupil premium",
            "disadv",
        ],
        Group::Other => &[
            "not disadvantaged",
            "non disadvantaged",
            "other",
            "nfsm6",
            "non fsm",
            "non pp",
        ],
        // All pupils are meant where nothing else is said.
        Group::All => &["all", "total", ""],
    }
}

/// How well a field's words fit a column's name, 0 for not at all.
fn likeness(field: Field, column: &str) -> u32 {
    let name = folded(column);
    if name == folded(&field.key()) || name == folded(&field.label()) {
        return 1_000;
    }
    let speaks_of = |group: Group| {
        words_of_group(group)
            .iter()
            .any(|word| !word.is_empty() && has_word(&name, word))
    };
    // "Not disadvantaged" has the word "disadvantaged" in it.
    let is_of_another_group = match group_of(field) {
        Some(Group::Disadvantaged) => speaks_of(Group::Other),
        Some(Group::All) => speaks_of(Group::Other) || speaks_of(Group::Disadvantaged),
        Some(Group::Other) | None => false,
    };
    if is_of_another_group {
        return 0;
    }
    let mut score = 0;
    for alternatives in words_of(field) {
        let best = alternatives
            .iter()
            .filter(|word| has_word(&name, word))
            .map(|word| 1 + 10 * u32::try_from(word.len()).unwrap_or_default())
            .max();
        match best {
            Some(best) => score += best,
            None => return 0,
        }
    }
    score
}

const fn group_of(field: Field) -> Option<Group> {
    match field {
        Field::Pupils(group) | Field::ProgressPupils(group) | Field::Figure(_, group) => {
            Some(group)
        }
        _ => None,
    }
}

/// A name in small letters, its signs as single blanks, a blank at either end.
fn folded(name: &str) -> String {
    let mut folded = String::from(" ");
    for letter in in_small(name).chars() {
        if letter.is_ascii_alphanumeric() {
            folded.push(letter);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
    folded
}

/// Whether a folded name has the word, or words, whole; the empty word is in all.
fn has_word(name: &str, word: &str) -> bool {
    word.is_empty() || has_part(name, &format!(" {word} "))
}

/// Whether most of a column's first values can be what a field holds: one that is misspelt is for the
/// user to see, not for the guess to fail by. A column without any can.
fn values_fit(field: Field, values: &[&str]) -> bool {
    let filled = || values.iter().filter(|value| !value.is_empty());
    let most = |fits: &dyn Fn(&str) -> bool| {
        2 * filled().filter(|value| fits(value)).count() >= filled().count()
    };
    match field {
        Field::Urn => most(&|value| Urn::parse(value).is_some()),
        Field::Authority => most(&|value| {
            Authority::parse_code(value)
                .and_then(Authority::of_code)
                .is_some()
        }),
        Field::Region => most(&|value| Region::parse(value).is_some()),
        Field::Joined => most(&|value| Date::parse(value).is_some()),
        Field::Year => most(&|value| AcademicYear::parse(value).is_some()),
        Field::Years | Field::Schools | Field::Pupils(_) | Field::ProgressPupils(_) => {
            most(&|value| cell::count(value, cell::Style::PUBLISHED).1.is_none())
        }
        Field::Figure(measure, _) => most(&|value| cell::figure(value, measure).1.is_none()),
        Field::School | Field::SchoolType | Field::Trust => {
            // A name is no number.
            !most(&|value| Urn::parse(value).is_some()) || filled().next().is_none()
        }
        Field::TrustUid => true,
    }
}
