//! A table of figures.

use yew::prelude::*;

use crate::chart::{Cell, Column, Table};

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) table: Table,
    /// Which column heads the rows.
    #[prop_or_default]
    pub(in crate::app) head: usize,
    /// Whether the caption is only for screen readers.
    #[prop_or_default]
    pub(in crate::app) caption_hidden: bool,
}

#[component]
pub(in crate::app) fn DataTable(props: &Props) -> Html {
    let table = &props.table;
    html! {
        <table>
            <caption class={props.caption_hidden.then_some("visually-hidden")}>{ table.caption.clone() }</caption>
            <thead>
                <tr>
                    { for table.columns.iter().map(|column| html! {
                        <th scope="col" class={class(column)}>{ column.name.clone() }</th>
                    }) }
                </tr>
            </thead>
            <tbody>
                { for table.rows.iter().map(|cells| row(cells, &table.columns, props.head)) }
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
