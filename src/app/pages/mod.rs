//! The pages, a file each.

mod data;
mod method;
mod regions;

pub(super) use data::data_page;
pub(super) use method::method_page;
pub(super) use regions::regions_page;
