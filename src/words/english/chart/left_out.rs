//! What has no figure or does not count under the rules in force, and why.

use crate::method::{Level, Reason};
use crate::model::Basis;
use crate::terms::Missing;

/// Why an eligible trust has no figure.
pub(crate) fn no_figure(basis: Basis, reason: Missing) -> String {
    let figure = match basis {
        Basis::Published => "no published figure",
        Basis::Computed => "no figure",
    };
    format!("{figure}: {}", reason.reason())
}

pub(crate) fn not_eligible(reason: &Reason) -> String {
    format!("not eligible: {reason}")
}

pub(crate) const TRUSTS: &str = "Trusts left out, and why";

/// The heads of the columns of trusts left out.
pub(crate) const SCHOOLS: &str = "Schools that do not count, and why";

pub(crate) const WITHOUT_VALUE: &str = "Schools that count but have no value of this measure";

pub(crate) const BY_REASON: &str = "What is left out, by reason";

/// Of what they are so many: the head of a column of [`level`].
pub(crate) const OF: &str = "Of";

pub(crate) const HOW_MANY: &str = "How many";

pub(crate) const fn level(of: Level) -> &'static str {
    match of {
        Level::Trust => "trusts",
        Level::School => "schools",
    }
}
