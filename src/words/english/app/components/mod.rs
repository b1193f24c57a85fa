//! Words of what stands on several pages.

pub(crate) mod about_choice;
pub(crate) mod area_form;
pub(crate) mod buttons;
pub(crate) mod caution;
pub(crate) mod chart_card;
pub(crate) mod columns;
pub(crate) mod controls;
pub(crate) mod doubts;
pub(crate) mod file_bar;
pub(crate) mod footer;
pub(crate) mod glossary;
pub(crate) mod guidance;
pub(crate) mod header;
pub(crate) mod interval_controls;
pub(crate) mod listing;
pub(crate) mod methods_card;
pub(crate) mod notices;
pub(crate) mod rule_controls;
pub(crate) mod tile_map;
pub(crate) mod toolbar;
pub(crate) mod top_tens;
pub(crate) mod tour;
pub(crate) mod waiting;
pub(crate) mod walk;
pub(crate) mod year_form;
