//! The small parts of every page: an element with text, a card, a table, a field.
//!
//! Each is defined once, so that all look alike and work alike with keyboards and screen readers.

use yew::prelude::*;
use yew::virtual_dom::VList;

use crate::route::Route;
use crate::words::components::parts as words;

/// An element with a class, if any, and its content.
pub(crate) fn element(tag: &'static str, class: &'static str, inside: Html) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class}>{ inside }</@> }
}

pub(crate) fn paragraph(words: &str) -> Html {
    element("p", "", words.into())
}

/// The lead of a page: the sentence under its heading.
pub(crate) fn lead(words: &str) -> Html {
    element("p", "lead", words.into())
}

pub(crate) fn note(words: &str) -> Html {
    element("p", "note", words.into())
}

/// Technical detail, folded away.
pub(crate) fn worked_out(text: &str) -> Html {
    html! { <details><summary>{ words::WORKED_OUT }</summary>{ note(text) }</details> }
}

/// What is folded under a line where the window is narrow, and open where there is room (`assets/style.css`).
pub(crate) fn narrow_fold(class: &'static str, line: &str, inside: Html) -> Html {
    html! { <details class={classes!("narrow-fold", class)}><summary>{ line }</summary>{ inside }</details> }
}

/// The subtitle of a card.
pub(crate) fn subtitle(words: &str) -> Html {
    element("p", "subtitle", words.into())
}

/// A page's heading with its lead.
pub(crate) fn titled(heading: &str, words: &str) -> Html {
    html! { <><h1>{ heading }</h1>{ lead(words) }</> }
}

/// A page's finding, which is announced when it changes: headline, lead, and on some pages sentences.
pub(crate) fn finding(headline: &str, words: &str, more: Html) -> Html {
    found(html! { <>{ titled(headline, words) }{ more }</> })
}

/// The same around another headline.
pub(crate) fn found(inside: Html) -> Html {
    html! { <div class="finding" aria-live="polite">{ inside }</div> }
}

/// A card of some kind, if any. It is labelled by its heading if the heading has an id.
pub(crate) fn card(kind: &'static str, id: &'static str, heading: &str, inside: Html) -> Html {
    let id = (!id.is_empty()).then_some(id);
    html! {
        <section class={classes!("card", kind)} aria-labelledby={id}>
            <h2 {id}>{ heading }</h2>
            { inside }
        </section>
    }
}

pub(crate) fn cards(inside: Html) -> Html {
    element("div", "cards", inside)
}

/// The foot of a card: a remark, and export buttons.
pub(crate) fn card_foot(remark: Html, buttons: Html) -> Html {
    html! {
        <div class="card-foot">
            <p>{ remark }</p>
            <div class="actions">{ buttons }</div>
        </div>
    }
}

/// Renders items one after the other. A plain loop, because `collect` is three times as long in the program.
pub(crate) fn each(all: impl IntoIterator<Item = Html>) -> Html {
    let mut nodes = Vec::new();
    for node in all {
        nodes.push(node);
    }
    VList::with_children(nodes, None).into()
}

/// A list of these items.
pub(crate) fn list(class: &'static str, items: impl IntoIterator<Item = Html>) -> Html {
    element("ul", class, items_of(items))
}

/// The items of a list.
pub(crate) fn items_of(items: impl IntoIterator<Item = Html>) -> Html {
    each(items.into_iter().map(|inside| element("li", "", inside)))
}

/// A list of sentences.
pub(crate) fn sentences(class: &'static str, words: &[String]) -> Html {
    list(class, words.iter().map(Html::from))
}

pub(crate) fn link(route: &Route, query: &str, words: &str) -> Html {
    html! { <a href={route.address(query)}>{ words }</a> }
}

/// A button with a class, if any.
pub(crate) fn button(class: &'static str, words: &str, onclick: Callback<MouseEvent>) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <button type="button" {class} {onclick}>{ words }</button> }
}

/// A group of controls, labelled for screen readers.
pub(crate) fn group(label: &'static str, controls: Html) -> Html {
    html! { <div class="controls" role="group" aria-label={label}>{ controls }</div> }
}

/// A control under its label.
pub(crate) fn field(id: &str, label: &str, control: Html) -> Html {
    html! {
        <div class="field">
            <label for={id.to_owned()}>{ label }</label>
            { control }
        </div>
    }
}

/// A table with its caption, header row and other rows.
pub(crate) fn table(caption: &str, head: Html, rows: Html) -> Html {
    html! {
        <table>
            <caption>{ caption }</caption>
            <thead><tr>{ head }</tr></thead>
            <tbody>{ rows }</tbody>
        </table>
    }
}

/// A table that scrolls within itself if it is wide or long.
pub(crate) fn scrolling(label: &str, is_long: bool, table: Html) -> Html {
    let class = classes!("table-scroll", is_long.then_some("is-long"));
    html! { <div {class} role="region" aria-label={label.to_owned()} tabindex="0">{ table }</div> }
}

/// A table cell. With a scope it is the header of its column or row.
pub(crate) fn cell(scope: Option<&'static str>, is_number: bool, title: Option<String>, words: &str) -> Html {
    let tag = if scope.is_some() { "th" } else { "td" };
    let class = is_number.then_some("number");
    html! { <@{tag} {scope} {class} {title}>{ words }</@> }
}

pub(crate) fn column_head(words: &str) -> Html {
    cell(Some("col"), false, None, words)
}

pub(crate) fn row_head(words: &str) -> Html {
    cell(Some("row"), false, None, words)
}

pub(crate) fn plain_cell(words: &str) -> Html {
    cell(None, false, None, words)
}

pub(crate) fn number_cell(words: &str) -> Html {
    cell(None, true, None, words)
}
