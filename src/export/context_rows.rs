//! The context of trusts and schools as parts of documents.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::method::Context;
use crate::terms::{ContextPart, Figure, SchoolType};

/// A context: a number for each part, null where no file tells it, and how many schools are of each type.
#[derive(Debug, Clone, PartialEq)]
pub struct ContextRow(pub(super) Context);

impl Serialize for ContextRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = ContextPart::ALL;
        let mut map = serializer.serialize_map(Some(parts.len() + 1))?;
        for part in parts {
            map.serialize_entry(part.key(), &self.0.value(part).figure())?;
        }
        map.serialize_entry("types", &Types(&self.0.types))?;
        map.end()
    }
}

struct Types<'a>(&'a [(SchoolType, usize)]);

impl Serialize for Types<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(of, count)| (type_key(*of), count)))
    }
}

/// The word for a type of school.
pub(super) const fn type_key(of: SchoolType) -> &'static str {
    match of {
        SchoolType::Sponsored => "sponsored",
        SchoolType::Converter => "converter",
        SchoolType::Free => "free",
        SchoolType::Studio => "studio",
        SchoolType::TechnicalCollege => "technical_college",
        SchoolType::Academy => "academy",
        SchoolType::Special => "special",
        SchoolType::Alternative => "alternative",
        SchoolType::Maintained => "maintained",
        SchoolType::Independent => "independent",
        SchoolType::College => "college",
        SchoolType::Another => "another",
        SchoolType::NotStated => "not_stated",
    }
}

/// Numbers by part.
#[derive(Debug, Clone, PartialEq)]
pub struct PartNumbers(pub(super) Vec<(ContextPart, Figure)>);

impl Serialize for PartNumbers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(part, figure)| (part.key(), figure)))
    }
}
