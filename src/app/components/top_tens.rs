//! Every region's top ten.

use yew::prelude::*;

use crate::app::place::{About, Page, Place};
use crate::app::view::Lists;
use crate::chart::{TopTen, TopTenRow};
use crate::terms::Region;
use crate::words::app::components::top_tens as words;

use super::chart_card::csv_button;
use super::data_table::brief_name;

pub(in crate::app) fn top_tens(lists: &Lists, query: &str) -> Html {
    let lists = lists.top_tens.iter();
    html! {
        <div class="top-tens">{ for lists.filter_map(|list| {
            Some(card(list.of.region()?, list, query))
        }) }</div>
    }
}

fn card(region: Region, list: &TopTen, query: &str) -> Html {
    let report = Place::about(Page::Report, About::Region(region));
    let whole_list = Place::about(Page::TopTen, About::Region(region));
    let slug = region.slug();
    let heading = format!("top-ten-{slug}");
    let table = {
        let list = list.clone();
        Callback::from(move |()| list.table())
    };
    html! {
        <section class="card top-ten" aria-labelledby={heading.clone()} key={slug}>
            <h2 id={heading.clone()} tabindex="-1">{ words::heading(list.of.name()) }</h2>
            <p class="subtitle">{ list.summary.clone() }</p>
            if list.rows.is_empty() {
                <p>{ words::EMPTY }</p>
            } else {
                { ranked(list) }
            }
            <div class="card-foot">
                <p>
                    { words::intervals(list.level) }
                    <a href={whole_list.address(query)}>
                        { words::COULD_BE }
                        <span class="visually-hidden">{ words::of_region(list.of.name()) }</span>
                    </a>
                    { words::BETWEEN }
                    <a href={Place::about(Page::Region, About::Region(region)).address(query)}>
                        { words::REGION }
                        <span class="visually-hidden">{ words::of_region(list.of.name()) }</span>
                    </a>
                    { words::BETWEEN }
                    <a href={report.address(query)}>
                        { words::REPORT }
                        <span class="visually-hidden">{ words::of_region(list.of.name()) }</span>
                    </a>
                </p>
                <div class="actions">
                    { csv_button(&heading, table) }
                </div>
            </div>
        </section>
    }
}

/// The list with each interval beside its figure; what is taken away has it in columns.
fn ranked(list: &TopTen) -> Html {
    html! {
        <table>
            <caption>{ words::heading(list.of.name()) }</caption>
            <thead>
                <tr>
                    <th scope="col" class="number">{ words::RANK }</th>
                    <th scope="col">{ words::TRUST }</th>
                    <th scope="col" class="number">
                        { list.figure_column.clone() }
                        <span class="visually-hidden">{ words::with_interval(list.level) }</span>
                    </th>
                </tr>
            </thead>
            <tbody>{ for list.rows.iter().map(|row| ranked_row(list, row)) }</tbody>
        </table>
    }
}

fn ranked_row(list: &TopTen, row: &TopTenRow) -> Html {
    let (name, whole) = brief_name(&row.name);
    html! {
        <tr key={&*row.uid}>
            <td class="number">{ row.rank.to_string() }</td>
            <th scope="row" title={whole}>{ name }</th>
            <td class="number">
                <strong>{ list.figure_of(row) }</strong>
                if let Some(bounds) = row.bounds {
                    <span class="interval">{ bounds.in_short() }</span>
                }
            </td>
        </tr>
    }
}
