//! A chart with its title, its table and what can be taken away.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::download::{Download, use_download};
use crate::app::hooks::use_width;
use crate::app::shared::Shared;
use crate::chart::{Cell, GapChart, Picture, StripChart, Table};
use crate::export::csv_table::to_csv;
use crate::export::svg;

use super::{DataTable, PictureView};

/// A chart that can be drawn to any width.
pub(in crate::app) trait Drawn: 'static {
    fn title(&self) -> &str;
    fn subtitle(&self) -> &str;
    fn table(&self) -> Table;
    fn draw(&self, width: u32) -> Picture;
}

impl Drawn for GapChart {
    fn title(&self) -> &str {
        &self.title
    }
    fn subtitle(&self) -> &str {
        &self.subtitle
    }
    fn table(&self) -> Table {
        self.table()
    }
    fn draw(&self, width: u32) -> Picture {
        self.draw(width)
    }
}

impl Drawn for StripChart {
    fn title(&self) -> &str {
        &self.title
    }
    fn subtitle(&self) -> &str {
        &self.subtitle
    }
    fn table(&self) -> Table {
        self.table()
    }
    fn draw(&self, width: u32) -> Picture {
        self.draw(width)
    }
}

#[derive(Properties)]
pub(in crate::app) struct Props<C: Drawn> {
    pub(in crate::app) chart: Shared<Rc<C>>,
    pub(in crate::app) id: AttrValue,
    pub(in crate::app) source: AttrValue,
    #[prop_or_default]
    pub(in crate::app) children: Html,
}

impl<C: Drawn> PartialEq for Props<C> {
    fn eq(&self, other: &Self) -> bool {
        self.chart == other.chart
            && self.id == other.id
            && self.source == other.source
            && self.children == other.children
    }
}

#[component]
pub(in crate::app) fn ChartCard<C: Drawn>(props: &Props<C>) -> Html {
    let frame = use_node_ref();
    let width = use_width(&frame);
    let chart = &props.chart;
    let picture = use_memo((chart.clone(), width), |(chart, width)| {
        width
            .filter(|&width| width > 0)
            .map(|width| Rc::new(chart.0.draw(width)))
    });
    let heading = format!("{}-heading", props.id);
    html! {
        <section class={classes!("card", props.id.to_string())} aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ chart.0.title().to_owned() }</h2>
            <p class="subtitle">{ chart.0.subtitle().to_owned() }</p>
            { props.children.clone() }
            <div class="frame" ref={frame}>
                if let Some(picture) = &*picture {
                    <PictureView picture={Shared(picture.clone())} id={props.id.clone()} />
                }
            </div>
            <CardFoot
                id={props.id.clone()}
                source={props.source.clone()}
                table={chart.0.table()}
                picture={(*picture).clone().map(Shared)}
            />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FootProps {
    id: AttrValue,
    source: AttrValue,
    table: Table,
    picture: Option<Shared<Rc<Picture>>>,
}

/// The source, the table, and the downloads.
#[component]
fn CardFoot(props: &FootProps) -> Html {
    let is_open = use_state_eq(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let table_id = format!("{}-table", props.id);
    html! {
        <>
            <div class="card-foot">
                <p>{ props.source.clone() }</p>
                <div class="actions">
                    <button
                        type="button"
                        aria-expanded={is_open.to_string()}
                        aria-controls={table_id.clone()}
                        onclick={toggle}
                    >{ "Table" }</button>
                    <CsvButton name={format!("{}.csv", props.id)} table={props.table.clone()} />
                    <SvgButton
                        name={format!("{}.svg", props.id)}
                        picture={props.picture.clone()}
                        source={props.source.clone()}
                    />
                </div>
            </div>
            <div
                class="table-scroll"
                id={table_id}
                role="region"
                aria-label={format!("Table: {}", props.table.caption)}
                tabindex="0"
                hidden={!*is_open}
            >
                <DataTable table={props.table.clone()} />
            </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct CsvProps {
    pub(super) name: AttrValue,
    pub(super) table: Table,
}

/// Hands out a table as CSV.
#[component]
pub(super) fn CsvButton(props: &CsvProps) -> Html {
    let download = use_download();
    let (name, table) = (props.name.to_string(), props.table.clone());
    let label = format!("Download {name}");
    let take = Callback::from(move |_: MouseEvent| {
        let head: Vec<String> = table
            .columns
            .iter()
            .map(|column| column.name.clone())
            .collect();
        let rows: Vec<Vec<String>> = table
            .rows
            .iter()
            .map(|row| row.iter().map(Cell::data).collect())
            .collect();
        download.emit(Download {
            name: name.clone(),
            kind: "text/csv",
            text: to_csv(&head, &rows),
        });
    });
    html! { <button type="button" aria-label={label} onclick={take}>{ "CSV" }</button> }
}

#[derive(Properties, PartialEq)]
struct SvgProps {
    name: AttrValue,
    picture: Option<Shared<Rc<Picture>>>,
    source: AttrValue,
}

/// Hands out a picture as SVG.
#[component]
fn SvgButton(props: &SvgProps) -> Html {
    let download = use_download();
    let (name, picture, source) = (
        props.name.to_string(),
        props.picture.clone(),
        props.source.clone(),
    );
    let label = format!("Download {name}");
    let take = Callback::from(move |_: MouseEvent| {
        if let Some(picture) = &picture {
            let text = svg::standalone(&picture.0, &source);
            download.emit(Download {
                name: name.clone(),
                kind: "image/svg+xml",
                text,
            });
        }
    });
    html! { <button type="button" aria-label={label} onclick={take}>{ "SVG" }</button> }
}
