//! The pages, a file each.

mod combined;
mod compare;
mod data;
mod funnel;
mod keeping;
mod method;
mod offered;
mod other;
mod region;
mod regions;
mod report;
mod robustness;
mod spread;
mod top_ten;
mod trend;
mod trust;
mod trusts;

use combined::CombinedPage;
use compare::ComparePage;
use data::data_page;
use funnel::FunnelPage;
use method::method_page;
pub(super) use other::{Given, other_page};
use region::RegionPage;
use regions::missing_page;
pub(super) use regions::regions_page;
use report::ReportPage;
use robustness::RobustnessPage;
use spread::SpreadPage;
use top_ten::TopTenPage;
use trend::TrendPage;
use trust::TrustPage;
use trusts::TrustsPage;
