//! How files were read where they allow another reading, with a button for each other one.

use yew::prelude::*;

use crate::chart::{Cell, Table, doubts_table};
use crate::source::{Doubt, Reading};
use crate::words::app::components::{doubts as words, listing};

use super::chart_card::csv_button;
use super::listing::{ROWS_LISTED, ROWS_WHOLE, whole};

/// The column whose cell has a line for each piece of evidence.
const EVIDENCE: usize = 5;

/// A card with a row for each doubt, whether a file's own or of all the data; nothing where there is none. `on_choose` is
/// given the doubt's id and the key of the reading that the user chose.
pub(in crate::app) fn doubts_card(
    doubts: &[&Doubt],
    on_choose: &Callback<(String, String)>,
) -> Html {
    if doubts.is_empty() {
        return html! {};
    }
    let table = doubts_table(doubts);
    let is_long = table.rows.len() > ROWS_WHOLE;
    let more = table.rows.len().saturating_sub(ROWS_LISTED);
    let rows = doubts.iter().zip(&table.rows).take(ROWS_LISTED);
    html! {
        <section class="card listed">
            <h2>{ table.caption.clone() }</h2>
            <p class="subtitle">{ words::SUBTITLE }</p>
            <div
                class={classes!("table-scroll", is_long.then_some("is-long"))}
                role="region"
                aria-label={table.caption.clone()}
                tabindex="0"
            >
                <table>
                    <caption>{ table.caption.clone() }</caption>
                    <thead><tr>
                        { for table.columns.iter().map(|column| html! {
                            <th scope="col" class={column.numeric.then_some("number")}>
                                { column.name.clone() }
                            </th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { for rows.map(|(doubt, cells)| row(doubt, doubt.id_among(doubts), cells, on_choose)) }
                    </tbody>
                </table>
            </div>
            <div class="card-foot">
                <p>
                    if more > 0 { { listing::more_rows(more) } }
                </p>
                <div class="actions">
                    { csv_button("readings-in-doubt", whole(&without_values(doubts))) }
                </div>
            </div>
        </section>
    }
}

fn row(doubt: &Doubt, id: String, cells: &[Cell], on_choose: &Callback<(String, String)>) -> Html {
    // The last cell has the buttons in the place of its words.
    let told = cells.len().saturating_sub(1);
    html! {
        <tr key={id.clone()}>
            { for cells.iter().take(told).enumerate().map(|(place, cell)| match place {
                0 => html! { <th scope="row">{ cell.text() }</th> },
                EVIDENCE if !doubt.evidence.is_empty() => html! {
                    <td>
                        { for doubt.evidence.iter().map(|cell| html! {
                            <div>{ cell.to_string() }</div>
                        }) }
                    </td>
                },
                _ => {
                    let is_number = matches!(cell, Cell::Count(_));
                    html! { <td class={is_number.then_some("number")}>{ cell.text() }</td> }
                }
            }) }
            <td>
                if doubt.alternatives.is_empty() { { for cells.last().map(Cell::text) } }
                { for doubt.alternatives.iter().map(|&reading| button(doubt, &id, reading, on_choose)) }
            </td>
        </tr>
    }
}

fn button(
    doubt: &Doubt,
    id: &str,
    reading: Reading,
    on_choose: &Callback<(String, String)>,
) -> Html {
    let (words, label) = (words::choose(reading), words::choose_of(doubt, reading));
    let (id, on_choose) = (id.to_owned(), on_choose.clone());
    let onclick = Callback::from(move |_: MouseEvent| on_choose.emit((id.clone(), reading.key())));
    html! { <button type="button" class="small" aria-label={label} {onclick}>{ words }</button> }
}

/// The same to take away: what cells hold may be of few pupils, so that their lines stand for them. How much of the
/// country a file covers is in no cell.
fn without_values(doubts: &[&Doubt]) -> Table {
    let bare = doubts.iter().map(|&doubt| {
        let mut bare = doubt.clone();
        bare.evidence.retain(|seen| seen.line.is_none());
        bare
    });
    let bare: Vec<Doubt> = bare.collect();
    doubts_table(&bare.iter().collect::<Vec<_>>())
}
