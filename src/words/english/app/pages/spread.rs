//! Differences within regions against differences between them.

pub(crate) const CHOOSE_A_MARK: &str =
    "Choose a region\u{2019}s line or a trust\u{2019}s dot to go to its page.";
pub(crate) const NO_ROWS: &str = "No trust has a figure.";
pub(crate) const NO_FIGURE: &str = "No trust has a figure";
