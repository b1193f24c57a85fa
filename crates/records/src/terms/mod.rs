//! The field's terms as types: regions, authorities, years, measures, groups of pupils, values.
//!
//! This module does not depend on files, rules or screens. All later crates share its terms.

pub mod address;
mod area;
mod authority;
mod context;
mod date;
pub mod decimals;
mod figure;
mod group;
pub mod keyed;
pub mod letters;
mod measure;
mod name;
pub mod order;
mod region;
mod school;
mod value;
pub(crate) mod words;
mod year;

pub use area::{Area, AreaError};
pub use authority::Authority;
pub use context::{Admissions, ByPart, ContextPart, Sexes};
pub use date::Written;
pub use date::{Date, DayOfYear};
pub use figure::{Figure, Unit};
pub use group::{Focus, Group};
pub use letters::folded;
pub use measure::{Better, Measure, MeasureColumns, OwnMeasure};
pub use name::full_name;
pub use name::readable_name;
pub use region::Region;
pub use school::{SchoolType, SchoolTypes, Urn};
pub use value::FEWEST_PUPILS;
pub use value::is_minus;
pub use value::{Missing, Value};
pub use year::AcademicYear;

pub use crate::grammar::{counted, grouped, listed};
pub use crate::terms::words::region::{lead_region, lead_region_in_sentence};
pub use crate::terms::words::year::year_in_words;
