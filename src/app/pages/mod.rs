//! The pages, a file each.

mod data;
mod funnel;
mod method;
mod regions;
mod robustness;
mod top_ten;

mod keeping;
mod report;

pub(super) use data::data_page;
pub(super) use funnel::FunnelPage;
pub(super) use method::method_page;
pub(super) use regions::{missing_page, regions_page};
pub(super) use robustness::RobustnessPage;
pub(super) use top_ten::TopTenPage;

pub(super) use report::report_page;
