//! Long tables: the first rows on the page, all of them to take away.

use yew::prelude::*;

use crate::chart::Table;
use crate::words::app::components::listing as words;

use super::chart_card::csv_button;
use super::data_table::data_table;
use super::glossary::linked;

/// How many rows are listed: more than anybody reads, and few enough for any browser.
pub(super) const ROWS_LISTED: usize = 200;

/// How many rows stand there whole: a table of more scrolls within itself.
pub(super) const ROWS_WHOLE: usize = 40;

/// A table that scrolls within itself where it is wide or long; its name is the caption, with something before
/// it where there is another of that name.
pub(in crate::app) fn scrolled(table: &Table, before: &str) -> Html {
    let is_long = table.rows.len() > ROWS_WHOLE;
    html! {
        <div class={classes!("table-scroll", is_long.then_some("is-long"))} role="region" aria-label={format!("{before}{}", table.caption)} tabindex="0">
            { data_table(table, 0) }
        </div>
    }
}

/// A table that is there already, to be handed out.
pub(in crate::app) fn whole(table: &Table) -> Callback<(), Table> {
    let table = table.clone();
    Callback::from(move |()| table.clone())
}

/// A card with a table's first rows and the whole of it as CSV; `none` stands for an empty one. The first sentence of
/// the caption heads it, the others stand below where there is no subtitle.
pub(in crate::app) fn listing(id: &str, table: &Table, subtitle: &str, none: &str) -> Html {
    listed(table, subtitle, none, csv_button(id, whole(table)))
}

/// A card that shows one table and has another, which says the same at full length, as CSV.
pub(in crate::app) fn listing_in_short(
    id: &str,
    shown: &Table,
    all: &Table,
    subtitle: &str,
    none: &str,
) -> Html {
    listed(shown, subtitle, none, csv_button(id, whole(all)))
}

fn listed(table: &Table, subtitle: &str, none: &str, button: Html) -> Html {
    let more = table.rows.len().saturating_sub(ROWS_LISTED);
    let shown = Table {
        rows: table.rows.iter().take(ROWS_LISTED).cloned().collect(),
        ..table.clone()
    };
    let (heading, rest) = table
        .caption
        .split_once(". ")
        .unwrap_or((&table.caption, ""));
    let subtitle = if subtitle.is_empty() { rest } else { subtitle };
    html! {
        <section class="card listed">
            <h2>{ heading.to_owned() }</h2>
            if !subtitle.is_empty() { <p class="subtitle">{ linked(subtitle) }</p> }
            if table.rows.is_empty() {
                <p>{ none.to_owned() }</p>
            } else {
                { scrolled(&shown, "") }
                <div class="card-foot">
                    <p>
                        if more > 0 { { words::more_rows(more) } }
                    </p>
                    <div class="actions">{ button }</div>
                </div>
            }
        </section>
    }
}
