//! How files were read where they allow another reading, with a button for each alternative.

use records::{Doubt, Reading};
use show::chart::{Cell, Table, doubts_table};
use yew::prelude::*;

use crate::words::components::doubts as words;

use super::chart_card::csv_button;
use super::data_table::ROWS_WHOLE;
use super::listing::{ROWS_LISTED, foot_of, whole};
use super::parts::{card, cell, each, plain_cell, row_head, scrolling, subtitle, table};

/// The column in which each piece of evidence has a line.
const EVIDENCE: usize = 5;

/// A card with a row for each doubt, about a file or about all data, or nothing if there are no doubts. `on_choose`
/// receives the doubt's id and the chosen reading's key.
pub(crate) fn doubts_card(doubts: &[&Doubt], on_choose: &Callback<(String, String)>) -> Html {
    if doubts.is_empty() {
        return html! {};
    }
    let of = doubts_table(doubts);
    let heads = of.columns.iter();
    let heads = heads.map(|column| cell(Some("col"), column.numeric, None, &column.name));
    let rows = doubts.iter().zip(&of.rows).take(ROWS_LISTED);
    let rows = rows.map(|(doubt, cells)| row(doubt, doubt.id_among(doubts), cells, on_choose));
    let caption = of.caption.to_string();
    let shown = table(&caption, each(heads), each(rows));
    let button = csv_button("readings-in-doubt", whole(&without_values(doubts)));
    let inside = html! {
        <>
            { subtitle(words::SUBTITLE) }
            { scrolling(&caption, of.rows.len() > ROWS_WHOLE, shown) }
            { foot_of(&of, button) }
        </>
    };
    card("listed", "", &caption, inside)
}

fn row(doubt: &Doubt, id: String, cells: &[Cell], on_choose: &Callback<(String, String)>) -> Html {
    // The last cell has buttons instead of text.
    let Some((last, before)) = cells.split_last() else {
        return html! {};
    };
    let evidence = doubt.evidence.iter();
    html! {
        <tr key={id.clone()}>
            { each(before.iter().enumerate().map(|(index, value)| match index {
                0 => row_head(&value.text()),
                EVIDENCE if !doubt.evidence.is_empty() => html! {
                    <td>{ each(evidence.clone().map(|seen| html! { <div>{ seen.to_string() }</div> })) }</td>
                },
                _ => cell(None, matches!(value, Cell::Count(_)), None, &value.text()),
            })) }
            if doubt.alternatives.is_empty() {
                { plain_cell(&last.text()) }
            } else {
                <td>{ each(doubt.alternatives.iter().map(|&to| button(doubt, &id, to, on_choose))) }</td>
            }
        </tr>
    }
}

fn button(doubt: &Doubt, id: &str, reading: Reading, on_choose: &Callback<(String, String)>) -> Html {
    let (words, label) = (words::choose(reading), words::choose_of(doubt, reading));
    let id = id.to_owned();
    let onclick = on_choose.reform(move |_: MouseEvent| (id.clone(), reading.key()));
    html! { <button type="button" class="small" aria-label={label} {onclick}>{ words }</button> }
}

/// The same table for export. Cells may be about few pupils, so line numbers replace their content. Coverage of the
/// country is not in a cell.
fn without_values(doubts: &[&Doubt]) -> Table {
    let bare = doubts.iter().map(|&doubt| {
        let mut bare = doubt.clone();
        bare.evidence.retain(|seen| seen.line.is_none());
        bare
    });
    let bare: Vec<Doubt> = bare.collect();
    doubts_table(&bare.iter().collect::<Vec<_>>())
}
