//! An analysis as people see it and take it away: `chart` says it in plots, sentences and tables, `export` in addresses,
//! documents and reports.
//!
//! This crate knows nothing of the page.

pub mod chart;
pub mod export;
