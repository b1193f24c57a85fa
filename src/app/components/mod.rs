//! The parts of which pages are made.
//!
//! What has state or effects of its own is a component; what only turns values into elements is a
//! plain function, since every component adds to the download (fifteen of them were 8 KB).

mod chart_card;
mod controls;
mod data_table;
mod file_bar;
mod footer;
mod header;
mod notices;
mod picture_view;
mod tile_map;
mod top_tens;

pub(super) use chart_card::{ChartCard, SharedChart};
pub(super) use controls::Controls;
pub(super) use data_table::data_table;
pub(super) use file_bar::FileBar;
pub(super) use footer::footer;
pub(super) use header::header;
pub(super) use notices::Notices;
pub(super) use tile_map::tile_map_card;
pub(super) use top_tens::top_tens;
