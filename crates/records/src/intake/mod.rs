//! What a reader of files is asked, and what it answers: plain data, which the page and the reader share although
//! neither knows the other.

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
