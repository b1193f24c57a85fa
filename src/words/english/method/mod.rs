//! Words of the room `method`: rules and judgements.

pub(crate) mod analysis;
pub(crate) mod citations;
pub(crate) mod claim;
mod combined;
mod eligibility;
mod error;
mod funnel;
mod interval_choices;
mod lookup;
mod rank;
mod rules;
pub(crate) mod settings;
pub(crate) mod trend;
pub(crate) mod weighting;
