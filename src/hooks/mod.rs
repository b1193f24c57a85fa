//! Hooks for what the page needs from the browser.

mod entries;
mod use_demonstration;
mod use_dropped_files;
mod use_idle;
mod use_is_drawn;
mod use_later;
mod use_later_part;
mod use_link;
mod use_newer_version;
mod use_readings;
mod use_route;
mod use_title;
mod use_width;

pub(super) use entries::Entries;
pub(super) use use_demonstration::use_demonstration;
pub(super) use use_dropped_files::use_dropped_files;
pub(super) use use_idle::use_idle;
pub(super) use use_is_drawn::use_is_drawn;
pub(super) use use_later::use_later;
pub(super) use use_later_part::{LaterHandle, use_later_part};
pub(super) use use_link::use_link;
pub(super) use use_newer_version::use_newer_version;
pub(super) use use_readings::use_readings;
#[cfg(target_arch = "wasm32")]
pub(super) use use_route::now as route_now;
pub(super) use use_route::{focus, go_to, go_to_chosen, go_to_top_ten, go_to_under, use_route};
pub(super) use use_title::use_title;
pub(super) use use_width::use_width;
