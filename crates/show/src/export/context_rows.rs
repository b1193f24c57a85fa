//! The context of trusts and schools as parts of documents.

use method::Context;
use records::terms::{ContextPart, SchoolType};

use crate::chart::{Cell, Record};

/// A context: a number for each part, null if no file gives it, and the number of schools of each type.
pub(super) fn context(of: &Context) -> Cell {
    let parts = ContextPart::ALL.into_iter();
    let parts = parts.map(|part| (part.key(), of.value(part).figure().into()));
    let types = of.types.iter();
    let types: Record = types
        .map(|(school, count)| (type_key(*school), (*count).into()))
        .collect();
    let parts: Record = parts.collect();
    parts.and([("types", types.into())]).into()
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
