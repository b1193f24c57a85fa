//! Two to six trusts side by side as one document.

use crate::terms::counted;

/// The trusts whose pairs a critical value is for.
pub(crate) fn family(trusts: usize) -> String {
    format!("the {}", counted(trusts, "chosen trust"))
}
