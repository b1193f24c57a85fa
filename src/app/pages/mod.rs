//! The pages, a file each.

mod combined;
mod compare;
mod data;
mod funnel;
mod method;
mod region;
mod regions;
mod robustness;
mod spread;
mod top_ten;
mod trend;
mod trust;
mod trusts;

pub(super) use combined::CombinedPage;
pub(super) use compare::ComparePage;
pub(super) use data::data_page;
pub(super) use funnel::FunnelPage;
pub(super) use method::method_page;
pub(super) use region::RegionPage;
pub(super) use regions::{missing_page, regions_page};
pub(super) use robustness::RobustnessPage;
pub(super) use spread::SpreadPage;
pub(super) use top_ten::TopTenPage;
pub(super) use trend::TrendPage;
pub(super) use trust::TrustPage;
pub(super) use trusts::TrustsPage;
