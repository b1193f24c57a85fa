//! Every region's top ten.

use yew::prelude::*;

use crate::app::view::SharedView;
use crate::chart::TopTen;

use super::DataTable;
use super::chart_card::CsvButton;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) view: SharedView,
}

#[component]
pub(in crate::app) fn TopTens(props: &Props) -> Html {
    let Some(view) = &*props.view.0 else {
        return html! {};
    };
    html! {
        <div class="top-tens">{ for view.top_tens.iter().map(card) }</div>
    }
}

fn card(list: &TopTen) -> Html {
    let slug = list.region.slug();
    let heading = format!("top-ten-{slug}");
    let table = list.table();
    html! {
        <section class="card top-ten" aria-labelledby={heading.clone()} key={slug}>
            <h2 id={heading} tabindex="-1">{ format!("{}: top ten", list.region.name()) }</h2>
            <p class="subtitle">{ list.summary.clone() }</p>
            if list.rows.is_empty() {
                <p>{ "No trust of this region has a published figure." }</p>
            } else {
                <DataTable table={table.clone()} head={1} caption_hidden={true} />
            }
            <div class="card-foot">
                <p>{ "Trusts that tie share a rank, so a top ten can hold more than ten." }</p>
                <div class="actions">
                    <CsvButton name={format!("top-ten-{slug}.csv")} {table} />
                </div>
            </div>
        </section>
    }
}
