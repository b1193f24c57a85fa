//! A table of figures.

use std::rc::Rc;

use records::terms::letters::{MOST_OF_NAME, shortened};
use show::chart::{Cell, Heading, Table};
use yew::prelude::*;

use crate::shared::Shared;
use crate::words::components::data_table as words;

use super::controls::tick_box;
use super::parts::{each, scrolling, table};

/// The most letters shown in a cell: some cells contain sentences.
const MOST_IN_CELL: usize = 400;

/// The most rows that are shown without scrolling.
pub(super) const ROWS_WHOLE: usize = 40;

/// The most columns that a phone shows without being asked.
const COLUMNS_WHOLE: usize = 3;

/// A table whose first column heads the rows, with a link in the first cell of each row that has an address. It scrolls
/// within itself if it is wide or long.
pub(super) fn data_table(label: String, table: &Table, addresses: &[String]) -> Html {
    let table = Shared(Rc::new(table.on_page().into_owned()));
    let addresses: Rc<[String]> = Rc::from(addresses);
    html! { <DataTable {label} {table} {addresses} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    label: String,
    /// As a page shows it.
    table: Shared<Rc<Table>>,
    addresses: Rc<[String]>,
}

#[component]
fn DataTable(props: &Props) -> Html {
    // The columns that a phone shows, once the user has chosen. A wide window shows all.
    let chosen = use_state_eq(|| None::<Vec<usize>>);
    let of = &*props.table.0;
    let is_wide = of.columns.len() > COLUMNS_WHOLE;
    let kept = is_wide.then(|| (*chosen).clone().unwrap_or_else(|| of.main_columns()));
    let columns = kept_columns(of, kept.as_deref());
    let heads = columns.iter().map(|(column, is_kept)| {
        let (name, whole) = brief_name(&column.name);
        let class = class_of(column, *is_kept);
        html! { <th scope="col" {class} title={whole}>{ name }</th> }
    });
    let rows = of.rows.iter().enumerate();
    let rows = rows.map(|(index, cells)| row(cells, &columns, props.addresses.get(index)));
    let drawn = table(&of.caption.to_string(), each(heads), each(rows));
    let names = columns.iter().map(|(column, _)| column.name.as_str());
    let choice = kept.map(|kept| column_choice(names, &kept, &chosen));
    html! {
        <>
            { choice.unwrap_or_default() }
            { scrolling(&props.label, of.rows.len() > ROWS_WHOLE, drawn) }
        </>
    }
}

/// The columns, each with whether a phone shows it.
fn kept_columns<'a>(table: &'a Table, kept: Option<&[usize]>) -> Vec<(&'a Heading, bool)> {
    let columns = table.columns.iter().enumerate();
    let columns = columns.map(|(index, column)| (column, kept.is_none_or(|kept| kept.contains(&index))));
    columns.collect()
}

/// Boxes for the columns beside the first, which a phone shows if they are ticked.
pub(crate) fn column_choice<'a>(
    names: impl Iterator<Item = &'a str>,
    kept: &[usize],
    chosen: &UseStateHandle<Option<Vec<usize>>>,
) -> Html {
    let boxes = names.enumerate().skip(1).map(|(index, name)| {
        let chosen = chosen.clone();
        let others: Vec<usize> = kept.iter().copied().filter(|of| *of != index).collect();
        let on_tick = Callback::from(move |is_ticked: bool| {
            let kept = others.iter().copied().chain(is_ticked.then_some(index));
            chosen.set(Some(kept.collect()));
        });
        tick_box("", name, kept.contains(&index), &on_tick)
    });
    html! {
        <details class="column-choice">
            <summary>{ words::COLUMNS }</summary>
            <fieldset class="ticks">
                <legend>{ words::COLUMNS_SHOWN }</legend>
                { each(boxes) }
            </fieldset>
        </details>
    }
}

/// The style sheet hides columns that are not kept where there is little room.
fn class_of(column: &Heading, is_kept: bool) -> Classes {
    classes!(column.numeric.then_some("number"), (!is_kept).then_some("by-choice"))
}

fn row(cells: &[Cell], columns: &[(&Heading, bool)], address: Option<&String>) -> Html {
    let mut row = Vec::new();
    for (value, (column, is_kept)) in cells.iter().zip(columns) {
        let class = class_of(column, *is_kept);
        row.push(if row.is_empty() {
            let (text, whole) = brief_name(&value.text());
            let text = match address {
                Some(address) => html! { <a href={address.clone()}>{ text }</a> },
                None => text.into(),
            };
            html! { <th scope="row" {class} title={whole}>{ text }</th> }
        } else {
            let (text, whole) = brief(&value.text(), MOST_IN_CELL);
            html! { <td {class} title={whole}>{ text }</td> }
        });
    }
    html! { <tr>{ row }</tr> }
}

/// A name, and its full form as a title if it is too long.
pub(crate) fn brief_name(name: &str) -> (String, Option<String>) {
    brief(name, MOST_OF_NAME)
}

fn brief(text: &str, most: usize) -> (String, Option<String>) {
    let brief = shortened(text, most);
    let whole = (brief != text).then(|| text.to_owned());
    (brief.into_owned(), whole)
}
