//! A trust's page as tables: its measures, and which school makes its figure.

use crate::terms::letters::with_capital;

/// The focus of a row on the gap.
pub(crate) const GAP: &str = "gap";

pub(crate) const SECOND_GAP: &str = "gap to other pupils of all eligible trusts";

pub(crate) const MEASURES: &str = "Every measure, beside region and country";

/// The head of the column of the figures of a region's trusts.
pub(crate) fn trusts_of(region: &str) -> String {
    format!("Trusts of {region}")
}

pub(crate) const STATE_FUNDED: &str = "England\u{2019}s state-funded schools";

/// The head of the column of ranks in a region.
pub(crate) fn rank_in(region: &str) -> String {
    format!("Rank in {region}")
}

/// The head of the column of the ranks in a region that cannot be ruled out.
pub(crate) fn ranks_possible_in(region: &str) -> String {
    format!("Ranks possible in {region}")
}

pub(crate) const RANKS_POSSIBLE_IN_ENGLAND: &str = "Ranks possible in England";

pub(crate) const REGION_NOT_KNOWN: &str = "not known";

pub(crate) const SCHOOLS: &str = "Which school makes the figure";

pub(crate) const TYPE: &str = "Type";

/// The head of the column of how many pupils of a group a school has.
pub(crate) fn number_of(pupils: &str) -> String {
    with_capital(pupils)
}

pub(crate) const SHARE: &str = "Share of the trust\u{2019}s figure, %";
