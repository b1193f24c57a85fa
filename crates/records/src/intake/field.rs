//! The fields of a column in a user's own spreadsheet.

use crate::terms::{Group, Measure};
use borsh::{BorshDeserialize, BorshSerialize};

/// The field in a column.
///
/// ```
/// use records::intake::Field;
/// use records::terms::{Group, Measure};
/// let field = Field::Figure(Measure::Grade5EnglishMaths, Group::Disadvantaged);
/// assert_eq!(field.key(), "em5_disadvantaged");
/// assert_eq!(Field::from_key("em5_disadvantaged"), Some(field));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Field {
    /// A school's number. A sheet without it is one of trusts.
    Urn,
    /// A school's name.
    School,
    /// A school's type.
    SchoolType,
    /// The code of a school's local authority.
    Authority,
    /// The region: a school's, or a trust's lead region.
    Region,
    /// A trust's number.
    TrustUid,
    /// A trust's name.
    Trust,
    /// The day on which a school joined its trust.
    Joined,
    /// A school's academic years in its trust, up to and including that of the results.
    Years,
    /// The academic year of the results.
    Year,
    /// The number of schools in a trust's figures.
    Schools,
    /// Pupils at the end of key stage 4.
    Pupils(Group),
    /// The share of the pupils at the end of key stage 4 who are disadvantaged, instead of their number.
    DisadvantagedShare,
    /// Pupils included in Progress 8.
    ProgressPupils(Group),
    /// A figure.
    Figure(Measure, Group),
}

/// The names of the groups in the keys of columns.
const GROUP_KEYS: [(Group, &str); 3] = [
    (Group::All, "all"),
    (Group::Disadvantaged, "disadvantaged"),
    (Group::Other, "other"),
];

/// The fields whose key is the same for every measure and group.
const FIXED_KEYS: [(Field, &str); 11] = [
    (Field::Urn, "urn"),
    (Field::School, "school"),
    (Field::SchoolType, "school_type"),
    (Field::Authority, "authority_code"),
    (Field::Region, "region"),
    (Field::TrustUid, "trust_id"),
    (Field::Trust, "trust"),
    (Field::Joined, "joined"),
    (Field::Years, "years_in_trust"),
    (Field::Year, "year"),
    (Field::Schools, "schools"),
];

impl Field {
    /// Every field except figures of user-defined measures, in the order in which they are offered.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let fixed = FIXED_KEYS.into_iter().map(|(field, _)| field);
        let groups = || GROUP_KEYS.into_iter().map(|(group, _)| group);
        let figures = Measure::ALL
            .into_iter()
            .flat_map(|measure| groups().map(move |group| Self::Figure(measure, group)));
        fixed
            .chain(groups().map(Self::Pupils))
            .chain([Self::DisadvantagedShare])
            .chain(groups().map(Self::ProgressPupils))
            .chain(figures)
            .collect()
    }

    /// The name of its column in the template, and its key in a mapping.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Pupils(group) => format!("pupils_{}", group_key(group)),
            Self::DisadvantagedShare => "disadvantaged_percent".to_owned(),
            Self::ProgressPupils(group) => format!("progress8_pupils_{}", group_key(group)),
            Self::Figure(measure, group) => format!("{}_{}", measure.key(), group_key(group)),
            other => fixed_key(other).to_owned(),
        }
    }

    /// The field with this key, except figures of user-defined measures.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().into_iter().find(|field| field.key() == key)
    }
}

/// The column names of a template for the user's own spreadsheet.
#[must_use]
pub fn template() -> String {
    let keys: Vec<String> = Field::all().into_iter().map(Field::key).collect();
    keys.join(",") + "\n"
}

fn fixed_key(field: Field) -> &'static str {
    let known = FIXED_KEYS.into_iter().find(|(known, _)| *known == field);
    known.map_or("", |(_, key)| key)
}

fn group_key(group: Group) -> &'static str {
    let known = GROUP_KEYS.into_iter().find(|(known, _)| *known == group);
    known.map_or("", |(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_distinct_and_read_back() {
        let all = Field::all();
        for (index, field) in all.iter().enumerate() {
            assert_eq!(Field::from_key(&field.key()), Some(*field));
            assert!(!field.label().is_empty());
            assert!(all[index + 1..].iter().all(|other| other.key() != field.key()));
        }
        assert_eq!(Field::from_key("nonsense"), None);
    }
}
