//! Differences within regions against differences between them.

pub(crate) const CHOOSE_A_MARK: &str =
    "Choose a region\u{2019}s line or a trust\u{2019}s dot to go to its page.";
pub(crate) const NO_ROWS: &str = "No trust has a figure.";
pub(crate) const NO_FIGURE: &str = "No trust has a figure";
pub(crate) const LEAD: &str = "Both are large: a region\u{2019}s figure says little of any one of its trusts. The division is of the \
                   variance of the trusts\u{2019} figures, each trust counting alike, by lead region.";
