//! Words of the room `chart`: charts, tables and findings.

pub(crate) mod finding;
pub(crate) mod funnel;
pub(crate) mod gap;
pub(crate) mod gap_row;
pub(crate) mod glossary;
pub(crate) mod left_out;
pub(crate) mod pair;
pub(crate) mod part;
pub(crate) mod part_words;
pub(crate) mod precision_words;
pub(crate) mod profile;
pub(crate) mod rank_chart;
pub(crate) mod rank_picture;
pub(crate) mod rank_range;
pub(crate) mod region;
pub(crate) mod robustness;
pub(crate) mod source_line;
