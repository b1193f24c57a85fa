//! The pages, a file each.

mod compare;
mod data;
mod funnel;
mod method;
mod regions;
mod robustness;
mod top_ten;
mod trust;
mod trusts;

pub(super) use compare::ComparePage;
pub(super) use data::data_page;
pub(super) use funnel::FunnelPage;
pub(super) use method::method_page;
pub(super) use regions::{missing_page, regions_page};
pub(super) use robustness::RobustnessPage;
pub(super) use top_ten::TopTenPage;
pub(super) use trust::TrustPage;
pub(super) use trusts::TrustsPage;
