//! A chart with its title, its table and what can be taken away.

use std::rc::Rc;

use gloo::utils::window;
use show::chart::{Chart, Table};
use yew::prelude::*;

use crate::hooks::use_width;
use crate::shared::Shared;
use crate::taking::{Drawn, ExportContext, Form, Medium, Source, take};
use crate::words::components::chart_card as words;
use crate::words::taking as taking_words;

use super::glossary::linked;
use super::listing::scrolled;
use super::parts::{card_foot, each, element};
use super::picture_view::PictureView;
use super::walk::Walk;

/// A chart as a property.
pub(crate) type SharedChart = Shared<Rc<dyn Chart>>;

/// A chart in its card; choosing one of its marks does something where `on_choose` is given.
pub(crate) fn chart_card(
    chart: &SharedChart,
    id: &str,
    source: &str,
    on_choose: Option<&Callback<String>>,
) -> Html {
    chart_card_with(chart, id, source, on_choose, Html::default())
}

/// The same with something between its title and its picture.
pub(crate) fn chart_card_with(
    chart: &SharedChart,
    id: &str,
    source: &str,
    on_choose: Option<&Callback<String>>,
    between: Html,
) -> Html {
    let (chart, source, on_choose) = (chart.clone(), source.to_owned(), on_choose.cloned());
    html! { <ChartCard key={id} {chart} id={id.to_owned()} {source} {on_choose} {between} /> }
}

/// How wide a chart is on paper, in pixels.
const PAPER_WIDTH: u32 = 760;

#[derive(Properties, PartialEq)]
struct Props {
    chart: SharedChart,
    id: AttrValue,
    source: AttrValue,
    /// Called with the word that tells the mark that the user chooses.
    on_choose: Option<Callback<String>>,
    between: Html,
}

#[component]
fn ChartCard(props: &Props) -> Html {
    let frame = use_node_ref();
    let on_screen = use_width(&frame);
    let export_context = use_context::<ExportContext>();
    let width = match export_context.map(|export_context| export_context.medium) {
        // It has none as long as it is not shown.
        Some(Medium::Print) => Some(PAPER_WIDTH),
        _ => on_screen,
    };
    let is_open = use_state_eq(|| false);
    let chart = &props.chart.0;
    // Drawn once for each chart and width, not when the table opens.
    let picture = use_memo((props.chart.clone(), width), |(chart, width)| {
        width
            .filter(|&width| width > 0)
            .map(|width| chart.0.draw(width))
    });
    let is_drawn = picture.is_some();
    use_effect_with(is_drawn, |&is_drawn| {
        if is_drawn {
            note_chart();
        }
    });
    #[cfg(target_arch = "wasm32")]
    let pictures =
        html! { <PictureView picture={Shared(Rc::clone(&picture))} id={props.id.clone()} /> };
    #[cfg(not(target_arch = "wasm32"))]
    let pictures = first_pictures(&props.chart, &props.id);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let heading = format!("{}-heading", props.id);
    let table_id = format!("{}-table", props.id);
    let buttons = html! {
        <>
            <button
                type="button"
                aria-expanded={is_open.to_string()}
                aria-controls={table_id.clone()}
                onclick={toggle}
            >{ words::TABLE }</button>
            { taking_buttons(props, width) }
        </>
    };
    html! {
        <section class={classes!("card", props.id.to_string())} aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ chart.title().to_owned() }</h2>
            { element("p", "subtitle", linked(chart.subtitle())) }
            { props.between.clone() }
            <div class="frame" ref={frame}>
                { pictures }
                <Walk
                    picture={Shared(Rc::clone(&picture))}
                    chart={props.chart.clone()}
                    name={chart.title().to_owned()}
                    on_choose={props.on_choose.clone()}
                />
            </div>
            { card_foot((&props.source).into(), buttons) }
            <div id={table_id} hidden={!*is_open}>
                // Made where it is asked for: a row for each trust takes longer than the picture.
                if *is_open { { scrolled(&chart.table(), words::TABLE_OF) } }
            </div>
        </section>
    }
}

/// While nobody knows how wide it will be, a chart at each usual width; the style sheet shows the one that fits.
#[cfg(not(target_arch = "wasm32"))]
fn first_pictures(chart: &SharedChart, id: &str) -> Html {
    let picture = |(class, width): (&'static str, u32)| {
        let picture = Shared(Rc::new(Some(chart.0.draw(width))));
        let id = format!("{id}-{class}");
        html! { <div class={classes!("first-picture", class)}><PictureView {picture} {id} /></div> }
    };
    each(crate::prerender::WIDTHS.into_iter().map(picture))
}

/// Tells the browser, and whoever measures the page, that a chart is drawn.
fn note_chart() {
    if let Some(performance) = window().performance() {
        // A browser that keeps no marks has nothing to measure by.
        let _ = performance.mark("chart-drawn");
    }
}

/// Hands out a chart: its table and its picture, as files and to paste.
fn taking_buttons(props: &Props, width: Option<u32>) -> Html {
    let drawn = Drawn {
        chart: props.chart.clone(),
        width: width.unwrap_or_default(),
        source: props.source.clone(),
    };
    taking(&props.id, Source::Chart(drawn), &Form::ALL, None)
}

/// Hands out a table, made when it is asked for: as CSV, and to paste.
pub(crate) fn csv_button(id: &str, table: Callback<(), Table>) -> Html {
    taking(id, Source::Table(table), &Form::OF_TABLES, None)
}

/// Hands out words to paste, by a button that says so.
pub(crate) fn words_button(id: &str, words: String, says: &'static str) -> Html {
    taking(id, Source::Words(words), &[Form::Copy], Some(says))
}

fn taking(id: &str, source: Source, forms: &'static [Form], says: Option<&'static str>) -> Html {
    let (id, source) = (id.to_owned(), Shared(Rc::new(source)));
    html! { <Taking {id} {source} {forms} {says} /> }
}

#[derive(Properties, PartialEq)]
struct TakingProps {
    id: AttrValue,
    source: Shared<Rc<Source>>,
    forms: &'static [Form],
    /// What its one button says.
    says: Option<&'static str>,
}

/// The buttons by which something is taken away. On paper there is nothing to press: there it is handed in, as what is
/// taken away of the same thing on the screen.
#[component]
fn Taking(props: &TakingProps) -> Html {
    let export_context = use_context::<ExportContext>().unwrap_or_default();
    let asked = (
        export_context.clone(),
        props.id.clone(),
        props.source.clone(),
    );
    use_effect_with(asked, |(export_context, id, source)| {
        let is_print = export_context.medium == Medium::Print;
        let registration = is_print
            .then(|| export_context.register(id, &source.0))
            .flatten();
        move || drop(registration)
    });
    if export_context.medium == Medium::Print {
        return html! {};
    }
    let buttons = props.forms.iter().map(|&form| {
        let (id, source, export_context) = (props.id.clone(), props.source.clone(), export_context.clone());
        let (word, does, ending) = form.words();
        let label = props.says.is_none();
        let label = label.then(|| taking_words::button(does, &id, ending));
        let onclick = Callback::from(move |_: MouseEvent| take(&id, &export_context, &source.0, form));
        html! { <button type="button" aria-label={label} {onclick}>{ props.says.unwrap_or(word) }</button> }
    });
    each(buttons)
}
