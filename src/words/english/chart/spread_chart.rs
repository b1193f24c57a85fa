//! How far trusts lie apart within each region, as a picture.

use crate::terms::letters::with_capital;
use crate::terms::{Figure, Region};

use super::strip_row::each;

/// What is shown, and by which rule a region's own figure is made.
pub(crate) fn subtitle(shown: &str, rule: &str) -> String {
    format!(
        "{}. Each line runs from a region\u{2019}s lowest trust to its highest; the dot is the region\u{2019}s figure, {}.",
        with_capital(shown),
        rule.to_ascii_lowercase()
    )
}

/// A region's trusts from the lowest to the highest, and its own figure.
pub(crate) fn region(
    region: Region,
    trusts: usize,
    (low, high): (&str, &str),
    figure: Option<Figure>,
) -> String {
    let own = figure.map_or_else(
        || "no regional figure".to_owned(),
        |figure| format!("regional figure {}", figure.in_sentence()),
    );
    let trusts = match trusts {
        1 => format!("one trust, {low}"),
        _ if low == high => format!("{} trusts {low}", each(trusts)),
        _ => format!("trusts from {low} to {high}"),
    };
    format!("{}: {trusts}, {own}", region.name())
}
