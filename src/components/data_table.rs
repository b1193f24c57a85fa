//! A table of figures.

use records::terms::letters::{MOST_OF_NAME, shortened};
use show::chart::{Cell, Heading, Table};
use yew::prelude::*;

use super::parts::{cell, each, table};

/// The most letters shown in a cell: some cells contain sentences.
const MOST_IN_CELL: usize = 400;

/// A table whose first column heads the rows.
pub(super) fn data_table(of: &Table) -> Html {
    linked_table(of, &[])
}

/// The same with a link in place of the first cell of each row that has one.
pub(super) fn linked_table(of: &Table, links: &[Html]) -> Html {
    let heads = of.columns.iter().map(|column| {
        let (name, whole) = brief_name(&column.name);
        cell(Some("col"), column.numeric, whole, &name)
    });
    let rows = of
        .rows
        .iter()
        .enumerate()
        .map(|(index, cells)| row(cells, &of.columns, links.get(index)));
    table(&of.caption.to_string(), each(heads), each(rows))
}

fn row(cells: &[Cell], columns: &[Heading], link: Option<&Html>) -> Html {
    let mut row = Vec::new();
    for (value, column) in cells.iter().zip(columns) {
        let (scope, most) = if row.is_empty() {
            (Some("row"), MOST_OF_NAME)
        } else {
            (None, MOST_IN_CELL)
        };
        if let (true, Some(link)) = (row.is_empty(), link) {
            row.push(html! { <th scope="row">{ link.clone() }</th> });
            continue;
        }
        let (text, whole) = brief(&value.text(), most);
        row.push(cell(scope, column.numeric, whole, &text));
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
