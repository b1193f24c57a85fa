//! Trusts and schools that are left out, and why.

use method::{Level, Reason};
use records::model::Basis;
use records::terms::Missing;

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

/// The column headings for trusts left out.
pub(crate) const SCHOOLS: &str = "Schools that do not count, and why";

pub(crate) const WITHOUT_VALUE: &str = "Schools that count but have no value of this measure";

pub(crate) const BY_REASON: &str = "What is left out, by reason";

/// The heading of the column of [`level`].
pub(crate) const LEVEL: &str = "Trusts or schools";

pub(crate) const HOW_MANY: &str = "How many";

pub(crate) const fn level(of: Level) -> &'static str {
    match of {
        Level::Trust => "trusts",
        Level::School => "schools",
    }
}
