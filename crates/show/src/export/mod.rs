//! Exports of an analysis: JSON, CSV, text and self-contained pictures.
//!
//! This module only formats: every figure comes from `method`.

pub mod adjusted_report;
mod area_rows;
pub mod certainty;
pub mod chance_rows;
pub mod cleared;
pub mod compare_report;
mod context_rows;
pub mod csv_table;
pub mod profile_report;
pub mod ranks_report;
pub mod report;
pub mod robustness_report;
pub mod similar_rows;
pub mod svg;
pub mod text;

pub mod methods;
pub mod report_page;
pub mod rules_in_force;
pub mod trend_report;

pub mod link;
pub mod origin;
pub mod sheet;
pub mod subject;
pub mod tab_table;
pub mod words;
