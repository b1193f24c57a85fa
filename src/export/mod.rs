//! An analysis to what people take away: JSON, CSV, text and pictures that stand alone.
//!
//! This room formats; every figure comes from `method`.

mod area_rows;
pub mod certainty;
pub mod csv_table;
pub mod ranks_report;
pub mod report;
pub mod robustness_report;
pub mod svg;
pub mod text;

pub mod methods;
pub mod report_page;
pub mod rules_in_force;
pub mod trend_report;
pub mod withheld;

pub mod link;
pub mod sheet;
pub mod tab_table;
