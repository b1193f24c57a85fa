//! The pages, one file each.

mod all_figures;
mod beside_intake;
mod combined;
mod compare;
mod compare_parts;
mod data;
mod every_measure;
mod funnel;
mod gap_within;
mod keeping;
mod method;
mod offered;
mod other;
mod own_list;
mod region;
mod region_schools;
mod regions;
mod report;
mod robustness;
mod school;
mod spread;
mod top_ten;
mod trend;
mod trend_in_context;
mod trust;
mod trusts;
mod what_if;

pub(super) use compare::families_compared;
pub(super) use other::{PageInput, later_page, page};

use data::data_page;
pub(super) use every_measure::EachMeasure;
use method::method_page;
use region::RegionPage;
use regions::{RegionsPage, missing_page};
use report::ReportPage;
use robustness::RobustnessPage;
use top_ten::TopTenPage;
pub(super) use top_ten::families_of_top_ten;
use trend::TrendPage;
pub(super) use trend_in_context::TrendInContext;
use trusts::TrustsPage;
