//! The parts from which pages are made.
//!
//! What has state or effects of its own is a component. What only turns values into elements is a plain function.

mod about_choice;
mod adjusting;
mod area_form;
mod buttons;
mod caution;
mod chart_card;
mod columns;
mod controls;
mod data_table;
mod doubts;
mod file_bar;
mod footer;
mod glossary;
mod guidance;
mod header;
mod interval_controls;
mod listing;
mod long_table;
mod methods_card;
mod notices;
mod parts;
mod picture_view;
mod pointing;
mod rule_controls;
mod search;
mod tile_map;
mod toolbar;
mod top_tens;
mod tour;
mod waiting;
mod walk;
mod year_form;

pub(super) use about_choice::{about_choice, offered_peninsula, on_part};
pub(super) use adjusting::{adjusting, context_check, figures_switch};
pub(super) use area_form::AreaForm;
pub(super) use buttons::{file_button, removable, text_button, year_file_button};
pub(super) use caution::caution;
pub(super) use chart_card::{SharedChart, chart_card, chart_card_with, csv_button, quote, quoted};
pub(super) use columns::Columns;
pub(super) use controls::{
    Choice, act, change, controls, controls_with, select, select_index, setting, tick, tick_box, year_choice,
};
pub(super) use data_table::{brief_name, column_choice};
pub(super) use doubts::doubts_card;
pub(super) use file_bar::file_bar;
pub(super) use footer::footer;
pub(super) use glossary::{Glossary, linked};
pub(super) use guidance::{files_to_get, guidance};
pub(super) use header::Header;
pub(super) use interval_controls::interval_controls;
pub(super) use listing::{linked_listing, listing, listing_in_short, scrolled, whole};
pub(super) use long_table::LongTable;
pub(super) use methods_card::methods_card;
pub(super) use notices::Notices;
pub(super) use parts::{
    button, card, card_foot, cards, cell, column_head, each, element, field, finding, found, group, lead, link, list,
    narrow_fold, note, number_cell, paragraph, plain_cell, row_head, scrolling, sentences, subtitle, table, titled,
    worked_out,
};
pub(super) use pointing::Pointing;
pub(super) use rule_controls::rule_controls;
pub(super) use search::Search;
pub(super) use tile_map::tile_map_card;
pub(super) use toolbar::toolbar;
pub(super) use top_tens::{figure_cell, top_ten_id, top_tens};
pub(super) use waiting::{contexts_bar, ranking_bar, survey_bar};
pub(super) use year_form::year_form;
