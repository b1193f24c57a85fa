//! Requests to a reader of files, and its answers: plain data that the page and the reader share. Neither depends on
//! the other.

mod answer;
mod field;
mod formula;
mod mapping;
mod preview;
mod request;

pub use answer::{Answer, Refusal, SkippedFile};
pub use field::{Field, template};
pub use formula::{starts_as_formula, unguarded};
pub use mapping::{Mapping, MappingError, SavedMapping};
pub use preview::{CellPreview, Preview};
pub use request::{Purpose, ReadRequest};
