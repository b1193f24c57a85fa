//! A request to read a file.

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Mapping, SavedMapping};
use crate::Choices;

/// A request to read a file.
#[derive(Debug, Clone, PartialEq, Default, BorshSerialize, BorshDeserialize)]
pub struct ReadRequest {
    /// How to read the file.
    pub purpose: Purpose,
    /// The user's choices where a file can be read in several ways.
    pub choices: Choices,
}

/// How to read a file.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Purpose {
    /// Detect its layout; tables with these columns have a mapping.
    Recognise(Vec<SavedMapping>),
    /// Use this mapping.
    Mapped(Mapping),
}

impl Default for Purpose {
    fn default() -> Self {
        Self::Recognise(Vec::new())
    }
}

impl ReadRequest {
    /// A request to detect a file's layout, with the mappings of known tables.
    #[must_use]
    pub fn recognise(explained: Vec<SavedMapping>) -> Self {
        Self {
            purpose: Purpose::Recognise(explained),
            ..Self::default()
        }
    }

    /// A request to read a table with a mapping.
    #[must_use]
    pub fn mapped(mapping: Mapping) -> Self {
        Self {
            purpose: Purpose::Mapped(mapping),
            ..Self::default()
        }
    }

    /// Adds the user's choices where a file can be read in several ways.
    #[must_use]
    pub fn with(self, choices: Choices) -> Self {
        Self { choices, ..self }
    }
}

impl ReadRequest {
    /// As bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory cannot fail.
        borsh::to_vec(self).unwrap_or_default()
    }

    /// From bytes; `None` if they are not valid.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        borsh::from_slice(bytes).ok()
    }
}
