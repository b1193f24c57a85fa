//! Long tables: the first rows on the page, and all rows as a download.

use show::chart::{Caption, Table};
use yew::prelude::*;

use crate::words::components::listing as words;

use super::chart_card::csv_button;
use super::data_table::data_table;
use super::glossary::linked;
use super::parts::{card, card_foot, element, paragraph};

/// How many rows are listed: more than anybody reads, and few enough for any browser.
pub(super) const ROWS_LISTED: usize = 200;

/// A table whose caption is its title, with a prefix if another table has the same title.
pub(crate) fn scrolled(table: &Table, before: &str) -> Html {
    data_table(format!("{before}{}", table.caption), table, &[])
}

/// A callback that returns this table, for export.
pub(crate) fn whole(table: &Table) -> Callback<(), Table> {
    let table = table.clone();
    Callback::from(move |()| table.clone())
}

/// A card with a table's first rows and the whole table as CSV. `none` is shown if the table is empty. If there is no
/// subtitle, a remark is shown below the heading.
pub(crate) fn listing(id: &str, table: &Table, subtitle: &str, none: &str) -> Html {
    listing_in_short(id, table, table, subtitle, none)
}

/// A card that shows a short table and exports the full one.
pub(crate) fn listing_in_short(id: &str, shown: &Table, all: &Table, subtitle: &str, none: &str) -> Html {
    listing_with(id, (shown, &[]), all, subtitle, none)
}

/// A card with a table, each row with a link in its first cell.
pub(crate) fn linked_listing(id: &str, table: &Table, addresses: &[String], none: &str) -> Html {
    listing_with(id, (table, addresses), table, "", none)
}

fn listing_with(id: &str, (shown, addresses): (&Table, &[String]), all: &Table, subtitle: &str, none: &str) -> Html {
    let Caption { heading, rest } = &shown.caption;
    let subtitle = if subtitle.is_empty() { rest } else { subtitle };
    let inside = if shown.rows.is_empty() {
        paragraph(none)
    } else {
        let first = Table {
            rows: shown.rows.iter().take(ROWS_LISTED).cloned().collect(),
            ..shown.clone()
        };
        let inside = data_table(first.caption.to_string(), &first, addresses);
        html! { <>{ inside }{ foot_of(shown, csv_button(id, whole(all))) }</> }
    };
    let inside = html! {
        <>
            if !subtitle.is_empty() { { element("p", "subtitle", linked(subtitle)) } }
            { inside }
        </>
    };
    card("listed", "", heading, inside)
}

/// The foot of a table's card: how many rows are not listed, and the buttons.
pub(super) fn foot_of(table: &Table, buttons: Html) -> Html {
    let more = table.rows.len().saturating_sub(ROWS_LISTED);
    let more = (more > 0).then(|| words::more_rows(more));
    card_foot(more.map(Html::from).unwrap_or_default(), buttons)
}
