//! A table of figures.

use yew::prelude::*;

use crate::chart::{Cell, Heading, Table};
use crate::terms::letters::{MOST_OF_NAME, shortened};

/// Letters of a cell that are shown; some hold sentences.
const MOST_IN_CELL: usize = 400;

/// A table whose rows are headed by the column given.
pub(in crate::app) fn data_table(table: &Table, head: usize) -> Html {
    html! {
        <table>
            <caption>{ table.caption.clone() }</caption>
            <thead>
                <tr>
                    { for table.columns.iter().map(|column| {
                        let (name, whole) = brief_name(&column.name);
                        html! { <th scope="col" class={class(column)} title={whole}>{ name }</th> }
                    }) }
                </tr>
            </thead>
            <tbody>
                { for table.rows.iter().map(|cells| row(cells, &table.columns, head)) }
            </tbody>
        </table>
    }
}

fn row(cells: &[Cell], columns: &[Heading], head: usize) -> Html {
    html! {
        <tr>
            { for cells.iter().zip(columns).enumerate().map(|(place, (cell, column))| {
                let is_head = place == head;
                let (text, whole) = brief(&cell.text(), if is_head { MOST_OF_NAME } else { MOST_IN_CELL });
                if is_head {
                    html! { <th scope="row" class={class(column)} title={whole}>{ text }</th> }
                } else {
                    html! { <td class={class(column)} title={whole}>{ text }</td> }
                }
            }) }
        </tr>
    }
}

/// A name, and all of it for a title where it is longer than any name should be.
pub(in crate::app) fn brief_name(name: &str) -> (String, Option<String>) {
    brief(name, MOST_OF_NAME)
}

fn brief(text: &str, most: usize) -> (String, Option<String>) {
    let brief = shortened(text, most);
    let whole = (brief != text).then(|| text.to_owned());
    (brief.into_owned(), whole)
}

fn class(column: &Heading) -> Option<&'static str> {
    column.numeric.then_some("number")
}
