//! Every region's top ten.

use show::chart::{Bounds, TopTen, TopTenRow};
use yew::prelude::*;

use crate::route::{About, Page, Route};
use crate::view::Lists;
use crate::words::components::top_tens as words;

use super::chart_card::csv_button;
use super::data_table::brief_name;
use super::parts::{card_foot, cell, column_head, each, element, number_cell, paragraph, subtitle, table};

pub(crate) fn top_tens(lists: &Lists, query: &str) -> Html {
    let cards = lists.top_tens.iter().filter_map(|list| card(list, query));
    element("div", "top-tens", each(cards))
}

fn card(list: &TopTen, query: &str) -> Option<Html> {
    let region = list.of.region()?;
    let slug = region.slug();
    let id = format!("top-ten-{slug}");
    let heading = words::heading(list.of.name());
    let of_region = words::of_region(list.of.name());
    let link = |page: Page, words: &str| {
        let route = Route::about(page, About::Region(region));
        let hidden = element("span", "visually-hidden", (&of_region).into());
        html! { <a href={route.address(query)}>{ words }{ hidden }</a> }
    };
    let links = html! {
        <>
            { words::intervals(list.level) }
            { link(Page::TopTen, words::COULD_BE) }
            { words::BETWEEN }
            { link(Page::Region, words::REGION) }
            { words::BETWEEN }
            { link(Page::Report, words::REPORT) }
        </>
    };
    let whole = {
        let list = list.clone();
        Callback::from(move |()| list.table())
    };
    let shown = if list.rows.is_empty() {
        paragraph(words::EMPTY)
    } else {
        ranked(list, &heading)
    };
    Some(html! {
        <section class="card top-ten" aria-labelledby={id.clone()} key={slug}>
            <h2 id={id.clone()} tabindex="-1">{ heading }</h2>
            { subtitle(&list.summary) }
            { shown }
            { card_foot(links, csv_button(&id, whole)) }
        </section>
    })
}

/// The list with each interval beside its figure. Exports have intervals in columns.
fn ranked(list: &TopTen, caption: &str) -> Html {
    let interval = words::with_interval(list.level);
    let head = html! {
        <>
            { cell(Some("col"), true, None, words::RANK) }
            { column_head(words::TRUST) }
            <th scope="col" class="number">
                { &list.figure_column }
                { element("span", "visually-hidden", interval.into()) }
            </th>
        </>
    };
    let rows = list.rows.iter().map(|row| ranked_row(list, row));
    table(caption, head, each(rows))
}

fn ranked_row(list: &TopTen, row: &TopTenRow) -> Html {
    let (name, whole) = brief_name(&row.name);
    html! {
        <tr key={&*row.uid}>
            { number_cell(&row.rank.to_string()) }
            { cell(Some("row"), false, whole, &name) }
            { figure_cell(&list.figure_of(row), row.bounds) }
        </tr>
    }
}

/// A figure with its interval, if it has one.
pub(crate) fn figure_cell(figure: &str, bounds: Option<Bounds>) -> Html {
    let interval = bounds.map(|bounds| element("span", "interval", bounds.in_short().into()));
    html! { <td class="number">{ element("strong", "", figure.into()) }{ interval }</td> }
}
