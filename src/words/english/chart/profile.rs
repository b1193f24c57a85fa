//! A trust's page as tables: its measures, and which school makes its figure.

use crate::terms::letters::with_capital;

/// The focus of a row on the gap.
pub(crate) const GAP: &str = "gap";

pub(crate) const SECOND_GAP: &str = "gap to other pupils of all eligible trusts";

pub(crate) const MEASURES: &str = "Every measure, beside region and country";

pub(crate) const MEASURE: &str = "Measure";

pub(crate) const TRUST: &str = "Trust";

/// The heads of the columns beside a trust's own figure.
pub(crate) fn beside_trust(region: &str) -> [String; 7] {
    [
        format!("Trusts of {region}"),
        "All eligible trusts".to_owned(),
        "England\u{2019}s state-funded schools".to_owned(),
        format!("Rank in {region}"),
        format!("Ranks possible in {region}"),
        "Rank in England".to_owned(),
        "Ranks possible in England".to_owned(),
    ]
}

pub(crate) const REGION_NOT_KNOWN: &str = "not known";

pub(crate) const SCHOOLS: &str = "Which school makes the figure";

/// The heads of the columns of what a school is called and what it is.
pub(crate) const SCHOOL_TYPE_AND_REGION: [&str; 3] = ["School", "Type", "Region"];

/// The heads of the columns of what the trust's figure takes of a school: its pupils, years, weight, figure and share.
pub(crate) fn in_figure(pupils: &str, unit: &str) -> [String; 5] {
    [
        with_capital(pupils),
        "Years in the trust".to_owned(),
        "Weight".to_owned(),
        format!("Figure, {unit}"),
        "Share of the trust\u{2019}s figure, %".to_owned(),
    ]
}
