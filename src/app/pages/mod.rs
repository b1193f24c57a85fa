//! The pages, a file each.

mod data;
mod method;
mod regions;

pub(super) use data::DataPage;
pub(super) use method::MethodPage;
pub(super) use regions::RegionsPage;
