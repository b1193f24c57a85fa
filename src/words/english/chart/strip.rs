//! The strip of trusts.

use crate::chart::RowsOf;
use crate::terms::grouped;
use crate::terms::letters::with_capital;

/// What rows are of.
const fn kind(rows: RowsOf) -> &'static str {
    match rows {
        RowsOf::Areas => "area",
        RowsOf::Regions => "region",
        RowsOf::Both => "region or area",
    }
}

/// The same of what belongs to it.
const fn whose(rows: RowsOf) -> &'static str {
    match rows {
        RowsOf::Areas => "area's",
        RowsOf::Regions => "region's",
        RowsOf::Both => "region's or area's",
    }
}

/// What marks are: `shown` says what a trust's figure is.
pub(crate) fn subtitle(shown: &str, rows: RowsOf) -> String {
    let whose = whose(rows);
    format!("Each dot is a trust: {shown}. The upright line is the {whose} figure.")
}

/// The caption of the trusts of a part of the country; nothing where it has none.
pub(crate) fn trusts_of(part: Option<&str>) -> String {
    format!("Trusts of {}", part.unwrap_or("the region"))
}

/// The head of the column of the parts of the country.
pub(crate) fn part(rows: RowsOf) -> String {
    with_capital(kind(rows))
}

/// The head of the column of ranks in a part of the country.
pub(crate) fn rank_in(rows: RowsOf) -> String {
    format!("Rank in {}", kind(rows))
}

pub(crate) fn caption(subtitle: &str, rows: RowsOf) -> String {
    format!("{subtitle} Trusts by {}, the best first.", kind(rows))
}

/// What a row's place is told of.
pub(crate) const REGION: &str = "region";

pub(crate) const NO_FIGURE: &str = "no published figure";

pub(crate) fn lowest(trust: &str) -> String {
    format!("Lowest: {trust}")
}

/// "Every trust of the South West with a figure: 28".
pub(crate) fn title_of_part(part: &str, figures: usize) -> String {
    match figures {
        0 => format!("No trust of {part} has a published figure"),
        _ => format!("Every trust of {part} with a figure: {}", grouped(figures)),
    }
}

pub(crate) const NONE_PUBLISHED: &str = "No trust has a published figure";

pub(crate) const MORE_WITHIN_EVERY: &str =
    "Trusts differ more within every region than regions differ from one another";

pub(crate) fn more_within(wider: usize, regions: usize) -> String {
    format!(
        "Trusts differ more within {wider} of {regions} regions than regions differ from one another"
    )
}

pub(crate) const EVERY_TRUST: &str = "Every trust by region";
