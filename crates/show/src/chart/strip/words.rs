//! The strip of trusts.

use records::terms::letters::with_capital;

use crate::chart::RowsOf;

/// Which dot stands out.
pub(crate) fn found(name: &str) -> String {
    format!("The large dot is {name}.")
}

/// What rows are of.
const fn kind(rows: RowsOf) -> &'static str {
    match rows {
        RowsOf::Areas => "area",
        RowsOf::Regions => "region",
        RowsOf::Both => "region or area",
    }
}

/// The possessive form of [`kind`].
const fn whose(rows: RowsOf) -> &'static str {
    match rows {
        RowsOf::Areas => "area\u{2019}s",
        RowsOf::Regions => "region\u{2019}s",
        RowsOf::Both => "region\u{2019}s or area\u{2019}s",
    }
}

/// `shown` says what a trust's figure is.
pub(crate) fn subtitle(shown: &str) -> String {
    format!("Each dot is a trust: {shown}.")
}

/// What the vertical line of a row is.
pub(crate) fn figure_of(rows: RowsOf) -> String {
    format!("The {} figure", whose(rows))
}

/// The column heading for the parts of the country.
pub(crate) fn part(rows: RowsOf) -> String {
    with_capital(kind(rows))
}

/// The column heading for ranks in a part of the country.
pub(crate) fn rank_in(rows: RowsOf) -> String {
    format!("Rank in {}", kind(rows))
}

pub(crate) fn caption(subtitle: &str, rows: RowsOf) -> String {
    format!("{subtitle} Trusts are listed by {}, the best first.", kind(rows))
}

/// The noun for the rows that it is ranked among.
pub(crate) const REGION: &str = "region";

pub(crate) const NO_FIGURE: &str = "no published figure";

pub(crate) fn lowest(trust: &str) -> String {
    format!("Lowest: {trust}")
}

pub(crate) const NONE_PUBLISHED: &str = "No trust has a published figure";

pub(crate) const MORE_WITHIN_EVERY: &str =
    "Trusts differ more within every region than regions differ from one another";

pub(crate) fn more_within(wider: usize, regions: usize) -> String {
    format!("Trusts differ more within {wider} of {regions} regions than regions differ from one another")
}

pub(crate) const EVERY_TRUST: &str = "Every trust by region";
