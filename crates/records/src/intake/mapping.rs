//! A user's mapping of a table's columns to fields.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Field;
use crate::terms::AcademicYear;

/// Which column of a file contains which field. Columns have the names in the file.
///
/// ```
/// use records::intake::{Field, Mapping};
/// let mut mapping = Mapping::default();
/// mapping.set(Field::Urn, Some("School number"));
/// assert_eq!(mapping.fields(), [Field::Urn]);
/// assert!(mapping.is_of_schools());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Mapping {
    columns: Vec<(Field, String)>,
    /// The year of the results, if no column gives it.
    pub year: Option<AcademicYear>,
}

/// A table that the user has explained: the next one with the same columns is read in the same way.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SavedMapping {
    /// The file's name.
    pub file: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Their mapping.
    pub mapping: Mapping,
}

impl SavedMapping {
    /// Whether a table has the same columns, by their names.
    #[must_use]
    pub fn fits<'name>(&self, columns: impl Iterator<Item = &'name str>) -> bool {
        columns.eq(self.columns.iter().map(String::as_str))
    }
}

/// Why a mapping cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum MappingError {
    /// The file has no column of this name.
    NoSuchColumn {
        /// The field.
        field: String,
        /// The name.
        column: String,
    },
    /// One column is mapped to two fields that exclude each other: two figures, or the pupils of
    /// two groups.
    UsedTwice {
        /// The column.
        column: String,
        /// The first field.
        one: String,
        /// The second field.
        two: String,
    },
    /// No column identifies the school or trust of a row.
    NoSubject,
    /// No column contains a figure.
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

    /// Sets or removes the column of a field.
    pub fn set(&mut self, field: Field, column: Option<&str>) {
        self.columns.retain(|(known, _)| *known != field);
        if let Some(column) = column {
            self.columns.push((field, column.trim().to_owned()));
        }
    }

    /// The fields that have a column, in the order in which they are offered, with user-defined measures last.
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

    /// Each field with the name of its column, in the order in which they were set.
    #[must_use]
    pub fn columns(&self) -> &[(Field, String)] {
        &self.columns
    }

    /// Whether the rows are about schools. Otherwise they are about trusts.
    #[must_use]
    pub fn is_of_schools(&self) -> bool {
        self.get(Field::Urn).is_some()
    }
}
