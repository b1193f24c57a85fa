//! Presents an analysis: `chart` as plots, sentences and tables, `export` as downloads, documents, reports and links.
//!
//! This crate does not depend on the page.

pub mod chart;
pub mod export;
