//! The preview of a mapping, before the user accepts it.

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Field, Mapping, MappingError};
use crate::Doubt;

/// A table's first rows, and their values under a mapping.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Preview {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The requested mapping, or the best guess.
    pub mapping: Mapping,
    /// The fields that have a column.
    pub fields: Vec<Field>,
    /// For each of the first rows and each field, the text of the cell and the value it becomes.
    pub rows: Vec<Vec<(String, CellPreview)>>,
    /// Whether the mapping can be used.
    pub verdict: Result<(), MappingError>,
    /// The decisions about the header and the encoding where the file can be read in several ways.
    pub doubts: Vec<Doubt>,
}

/// The value of a cell.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum CellPreview {
    /// The value.
    Read(String),
    /// Missing, for a reason that is not a fault.
    Missing(String),
    /// Missing, and listed as a problem.
    Fault(String),
}
