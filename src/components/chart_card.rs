//! A chart with its title, its table and its download buttons.

use std::rc::Rc;

use show::chart::{Chart, KeyItem, Table};
use show::export::sheet::Size;
use yew::prelude::*;

use crate::exporting::{Drawn, ExportContext, Form, Medium, Source, export};
use crate::hooks::use_width;
use crate::opening::FRAME;
use crate::shared::Shared;
use crate::words::components::chart_card as words;
use crate::words::exporting as exporting_words;

use super::controls::{Choice, select};
use super::glossary::linked;
use super::listing::scrolled;
use super::parts::{card_foot, each, element, list};
use super::picture_view::{PictureView, mark_view};
use super::walk::Walk;

/// A chart as a property.
pub(crate) type SharedChart = Shared<Rc<dyn Chart>>;

/// A chart in its card. If `on_choose` is given, the user can choose a mark.
pub(crate) fn chart_card(chart: &SharedChart, id: &str, source: &str, on_choose: Option<&Callback<String>>) -> Html {
    chart_card_with(chart, id, source, on_choose, Html::default())
}

/// The same with content between the title and the picture.
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

/// The width of a printed chart in pixels.
const PAPER_WIDTH: u32 = 760;

#[derive(Properties, PartialEq)]
struct Props {
    chart: SharedChart,
    id: AttrValue,
    source: AttrValue,
    /// Called with the id of the mark that the user chooses.
    on_choose: Option<Callback<String>>,
    between: Html,
}

#[component]
fn ChartCard(props: &Props) -> Html {
    let frame = use_node_ref();
    let on_screen = use_width(&frame);
    let export_context = use_context::<ExportContext>();
    let width = match export_context.map(|export_context| export_context.medium) {
        // An element that is not shown has no width.
        Some(Medium::Print) => Some(PAPER_WIDTH),
        _ => on_screen,
    };
    let is_open = use_state_eq(|| false);
    let chart = &props.chart.0;
    // Drawn once for each chart and width, not when the table opens.
    let picture = use_memo((props.chart.clone(), width), |(chart, width)| {
        width.filter(|&width| width > 0).map(|width| chart.0.draw(width))
    });
    #[cfg(target_arch = "wasm32")]
    let pictures = html! { <PictureView picture={Shared(Rc::clone(&picture))} id={props.id.clone()} /> };
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
            { chart_buttons(props) }
        </>
    };
    html! {
        <section class={classes!("card", props.id.to_string())} aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ chart.title().to_owned() }</h2>
            { element("p", "subtitle", linked(chart.subtitle())) }
            { props.between.clone() }
            { key_view(&chart.key()) }
            <div class={FRAME} ref={frame}>
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
                // Rendered on demand: with a row for each trust, it takes longer than the picture.
                if *is_open { { scrolled(&chart.table(), words::TABLE_OF) } }
            </div>
        </section>
    }
}

/// The key of a chart, with each sign as it is drawn.
fn key_view(key: &[KeyItem]) -> Html {
    if key.is_empty() {
        return html! {};
    }
    let (width, height) = KeyItem::SIGN;
    let items = key.iter().map(|item| {
        html! {
            <>
                <svg viewBox={format!("0 0 {width} {height}")} width={width.to_string()} height={height.to_string()} aria-hidden="true">
                    { each(item.marks((0.0, 0.0)).iter().map(mark_view)) }
                </svg>
                { item.words.to_string() }
            </>
        }
    });
    list("key", items)
}

/// A chart at each usual width, for the prerendered page. The style sheet shows the one that fits.
#[cfg(not(target_arch = "wasm32"))]
fn first_pictures(chart: &SharedChart, id: &str) -> Html {
    let picture = |(class, width): (&'static str, u32)| {
        let picture = Shared(Rc::new(Some(chart.0.draw(width))));
        let id = format!("{id}-{class}");
        html! { <div class={classes!("first-picture", class)}><PictureView {picture} {id} /></div> }
    };
    let pictures = each(crate::prerender::WIDTHS.into_iter().map(picture));
    // The line for the marks' descriptions, used once the program is loaded.
    html! { <>{ pictures }<p class="tip"></p></> }
}

/// Export buttons for a chart: its table and its picture, as downloads and copies.
fn chart_buttons(props: &Props) -> Html {
    let (chart, source) = (props.chart.clone(), props.source.clone());
    export_buttons(&props.id, Source::Chart(Drawn { chart, source }), None)
}

/// Export buttons for a table, made on demand: as CSV, and as a copy.
pub(crate) fn csv_button(id: &str, table: Callback<(), Table>) -> Html {
    export_buttons(id, Source::Table(table), None)
}

/// A button with this label that copies a text, which is announced as this.
pub(crate) fn words_button(id: &str, words: String, what: &'static str, says: &'static str) -> Html {
    export_buttons(id, Source::Words(words, what), Some(says))
}

/// The button under a finding that copies what can be quoted of it.
pub(crate) fn quote(words: Option<String>) -> Html {
    let button = |words| {
        let button = words_button(
            "quotation",
            words,
            exporting_words::THE_QUOTATION,
            exporting_words::QUOTE_THIS,
        );
        html! { <p class="actions quote">{ button }</p> }
    };
    words.map(button).unwrap_or_default()
}

/// A finding with what can be quoted of it.
pub(crate) fn quoted(finding: Html, words: Option<String>) -> Html {
    html! { <>{ finding }{ quote(words) }</> }
}

fn export_buttons(id: &str, source: Source, says: Option<&'static str>) -> Html {
    let (id, source) = (id.to_owned(), Shared(Rc::new(source)));
    html! { <ExportButtons {id} {source} {says} /> }
}

#[derive(Properties, PartialEq)]
struct ExportProps {
    id: AttrValue,
    source: Shared<Rc<Source>>,
    /// The label of its only button.
    says: Option<&'static str>,
}

/// The export buttons. In print there are no buttons: there the source is registered, as what the buttons on screen
/// export.
#[component]
fn ExportButtons(props: &ExportProps) -> Html {
    let export_context = use_context::<ExportContext>().unwrap_or_default();
    let size = use_state_eq(Size::default);
    let deps = (export_context.clone(), props.id.clone(), props.source.clone());
    use_effect_with(deps, |(export_context, id, source)| {
        let is_print = export_context.medium == Medium::Print;
        let registration = is_print.then(|| export_context.register(id, &source.0)).flatten();
        move || drop(registration)
    });
    if export_context.medium == Medium::Print {
        return html! {};
    }
    let button = |form: Form| {
        let (id, source, export_context) = (props.id.clone(), props.source.clone(), export_context.clone());
        let (word, does, ending) = form.words();
        let label = props.says.is_none();
        let label = label.then(|| exporting_words::button(does, &form.name_of(&id), ending));
        let onclick = Callback::from(move |_: MouseEvent| export(&id, &export_context, &source.0, form));
        html! { <button type="button" aria-label={label} {onclick}>{ props.says.unwrap_or(word) }</button> }
    };
    let buttons = |forms: &[Form]| each(forms.iter().map(|&form| button(form)));
    match &*props.source.0 {
        Source::Words(..) => button(Form::Copy),
        Source::Table(_) => buttons(&Form::OF_TABLES),
        Source::Chart(_) => html! {
            <>
                { buttons(&Form::OF_TABLES) }
                { buttons(&Form::pictures(*size)) }
                <details>
                    <summary>{ exporting_words::MORE }</summary>
                    { size_choice(&props.id, &size) }
                    { buttons(&Form::BESIDE_PICTURES) }
                </details>
            </>
        },
    }
}

/// The size of the pictures that a card's buttons hand out.
fn size_choice(id: &str, size: &UseStateHandle<Size>) -> Html {
    let sizes = Size::ALL.map(|of| Choice::new(of.key(), of.in_words(), of == **size));
    let size = size.clone();
    let on_choose = Callback::from(move |key: String| {
        let mut sizes = Size::ALL.into_iter();
        size.set(sizes.find(|of| of.key() == key).unwrap_or_default());
    });
    select(&format!("{id}-size"), exporting_words::SIZE, &sizes, on_choose)
}
