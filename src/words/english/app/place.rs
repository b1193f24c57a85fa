//! The pages' names, and what is said of addresses that lead nowhere.

use crate::app::place::Page;

impl Page {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Regions => "Regions",
            Self::TopTen => "Top ten",
            Self::Trusts => "Trusts",
            Self::Trust => "Trust",
            Self::Region => "Region",
            Self::Compare => "Compare",
            Self::Funnel => "Funnel",
            Self::Robustness => "Robustness",
            Self::Spread => "Spread",
            Self::Trend => "Trend",
            Self::Combined => "Combined",
            Self::Data => "Data",
            Self::Method => "Method",
            Self::Report => "Report",
        }
    }
}

pub(crate) fn no_such_page(name: &str) -> String {
    format!("This page has no part called \u{201c}{name}\u{201d}: the first is shown instead.")
}

pub(crate) fn neither_region_nor_trust(rest: &str) -> String {
    format!(
        "The link\u{2019}s \u{201c}{rest}\u{201d} is no region and no trust, and was passed over."
    )
}
