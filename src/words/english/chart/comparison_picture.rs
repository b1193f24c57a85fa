//! The picture of trusts side by side.

pub(crate) fn no_figure(reason: &str) -> String {
    format!("no figure: {reason}")
}
