//! The picture of a trust's schools.

pub(crate) const SHARE_OF_WEIGHT: &str = "Share of weight";

pub(crate) fn no_value(reason: &str) -> String {
    format!("no value: {reason}")
}
