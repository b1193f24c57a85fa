//! The parts of which pages are made.

mod chart_card;
mod controls;
mod data_table;
mod drop_area;
mod file_bar;
mod footer;
mod header;
mod notices;
mod picture_view;
mod tile_map;
mod top_tens;

pub(super) use chart_card::ChartCard;
pub(super) use controls::Controls;
pub(super) use data_table::DataTable;
pub(super) use drop_area::DropArea;
pub(super) use file_bar::FileBar;
pub(super) use footer::Footer;
pub(super) use header::Header;
pub(super) use notices::Notices;
pub(super) use picture_view::PictureView;
pub(super) use tile_map::TileMapCard;
pub(super) use top_tens::TopTens;
