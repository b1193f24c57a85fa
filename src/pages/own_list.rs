//! A list of one's own: names or numbers, written or pasted into a box, become the trusts compared.

use std::rc::Rc;

use method::NamedTrusts;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::components::{button, each, element, field, link, note};
use crate::hooks::go_to;
use crate::route::{Page, Route};
use crate::view::SharedView;
use crate::words::pages::compare as words;

/// The most trusts that are offered for an ambiguous name.
const CANDIDATES: usize = 8;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) view: SharedView,
    /// The trusts compared, by number.
    pub(super) uids: Rc<[Rc<str>]>,
    pub(super) query: Rc<str>,
}

#[component]
pub(super) fn OwnList(props: &Props) -> Html {
    let list = use_node_ref();
    let asked = use_state_eq(NamedTrusts::default);
    // It stays open around the answer.
    let is_open = use_state_eq(|| props.uids.is_empty());
    let compare = {
        let (view, list, asked) = (props.view.clone(), list.clone(), asked.clone());
        Callback::from(move |_: MouseEvent| {
            let (Some(view), Some(list)) = (view.shown(), list.cast::<HtmlTextAreaElement>()) else {
                return;
            };
            let named = NamedTrusts::of(&view.analysis, &list.value());
            if !named.found.is_empty() {
                go_to(&Route::of_trusts(Page::Compare, &named.found));
            }
            asked.set(named);
        })
    };
    let text = html! { <textarea id="own-list" rows="4" ref={list} aria-describedby="own-list-how" /> };
    let how = html! { <p id="own-list-how" class="note">{ words::HOW_TO_LIST }</p> };
    let unclear = asked.ambiguous.iter().map(|name| {
        let candidates = name.candidates.iter().take(CANDIDATES);
        let candidates = candidates.map(|(uid, name)| candidate(props, uid, name));
        let more = name.candidates.len().saturating_sub(CANDIDATES);
        html! {
            <>
                { note(&words::ambiguous(&name.written, more)) }
                { element("ul", "", each(candidates)) }
            </>
        }
    });
    html! {
        <details open={*is_open}>
            <summary>{ words::LIST_OF_ONES_OWN }</summary>
            { field("own-list", words::NAMES_OR_NUMBERS, text) }
            { how }
            { button("button", words::COMPARE_THESE, compare) }
            <div role="status">
                if !asked.found.is_empty() {
                    { note(&words::found(asked.found.len())) }
                }
                if !asked.unknown.is_empty() {
                    { note(&words::not_found(&asked.unknown)) }
                }
                { each(unclear) }
            </div>
        </details>
    }
}

/// A trust that may be meant, with a link that adds it.
fn candidate(props: &Props, uid: &Rc<str>, name: &str) -> Html {
    let added = if props.uids.contains(uid) {
        name.into()
    } else {
        let all = [&*props.uids, &[Rc::clone(uid)]].concat();
        link(&Route::of_trusts(Page::Compare, &all), &props.query, &words::add(name))
    };
    html! { <li key={&**uid}>{ added }</li> }
}
