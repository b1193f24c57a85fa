//! A table of figures.

use yew::prelude::*;

use crate::chart::{Cell, Column, Table};

/// A table whose rows are headed by the column given.
pub(in crate::app) fn data_table(table: &Table, head: usize) -> Html {
    html! {
        <table>
            <caption>{ table.caption.clone() }</caption>
            <thead>
                <tr>
                    { for table.columns.iter().map(|column| html! {
                        <th scope="col" class={class(column)}>{ column.name.clone() }</th>
                    }) }
                </tr>
            </thead>
            <tbody>
                { for table.rows.iter().map(|cells| row(cells, &table.columns, head)) }
            </tbody>
        </table>
    }
}

fn row(cells: &[Cell], columns: &[Column], head: usize) -> Html {
    html! {
        <tr>
            { for cells.iter().zip(columns).enumerate().map(|(place, (cell, column))| {
                if place == head {
                    html! { <th scope="row" class={class(column)}>{ cell.text() }</th> }
                } else {
                    html! { <td class={class(column)}>{ cell.text() }</td> }
                }
            }) }
        </tr>
    }
}

fn class(column: &Column) -> Option<&'static str> {
    column.numeric.then_some("number")
}
