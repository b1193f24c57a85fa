//! The search at the top of every page: a box with a list of what has the typed letters in its name.

use std::rc::Rc;

use gloo::utils::{document, window};
use method::Highlight;
use records::model::Origin;
use show::chart::{Found, LeadsTo, Name, Names};
use show::export::link;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, Node};
use yew::prelude::*;

use crate::hooks::focus;
use crate::route::{About, Page, Route};
use crate::state::State;
use crate::view::SharedView;
use crate::words::components::search as words;

use super::guidance::WHICH_FILES;
use super::parts::each;

const BOX: &str = "find";
const LIST: &str = "found";

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) view: SharedView,
}

/// A combobox by the pattern of the ARIA Authoring Practices: the focus stays in the box, and the arrow keys move along
/// the list.
#[component]
pub(crate) fn Search(props: &Props) -> Html {
    let Props { state, view } = props;
    let text = use_state_eq(String::new);
    let is_open = use_state_eq(|| false);
    let at = use_state_eq(|| None::<usize>);
    // All names are prepared once for a view, when something is searched for.
    let is_used = !text.is_empty();
    let names = use_memo((view.clone(), is_used), |(view, is_used)| {
        let view = view.shown().filter(|_| *is_used);
        view.map_or_else(Names::default, |view| Names::new(&view.data, &view.analysis))
    });
    let found = names.find(&text);
    let is_open_now = *is_open && is_used;
    let is_listed = is_open_now && !found.first.is_empty();
    let frame = use_node_ref();

    let close = {
        let (is_open, at) = (is_open.clone(), at.clone());
        Rc::new(move || {
            is_open.set(false);
            at.set(None);
        })
    };
    let oninput = {
        let (text, is_open, at) = (text.clone(), is_open.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            text.set(input.value());
            is_open.set(true);
            at.set(None);
        })
    };
    let choose = {
        let (state, text, close) = (state.clone(), text.clone(), Rc::clone(&close));
        Rc::new(move |name: &Name| {
            go_to_found(&state, &name.leads_to);
            text.set(String::new());
            close();
        })
    };
    let onkeydown = {
        let (choose, close, found) = (Rc::clone(&choose), Rc::clone(&close), found.first.clone());
        let (is_open, at) = (is_open.clone(), at.clone());
        Callback::from(move |event: KeyboardEvent| {
            let count = found.len();
            let moved = match event.key().as_str() {
                "ArrowDown" => Some(at.map_or(0, |at| (at + 1) % count.max(1))),
                "ArrowUp" => Some(at.unwrap_or(0).checked_sub(1).unwrap_or(count.saturating_sub(1))),
                // Without a mark on any, the first is meant.
                "Enter" => {
                    if let Some(name) = found.get(at.unwrap_or(0)).filter(|_| is_open_now) {
                        event.prevent_default();
                        choose(name);
                    }
                    None
                }
                // In a closed box, a browser clears the text.
                "Escape" if is_open_now => {
                    event.prevent_default();
                    close();
                    None
                }
                _ => None,
            };
            if let Some(moved) = moved.filter(|_| count > 0) {
                event.prevent_default();
                is_open.set(true);
                at.set(Some(moved));
            }
        })
    };
    let onfocusout = {
        let (frame, close) = (frame.clone(), Rc::clone(&close));
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target();
            let to = to.and_then(|to| to.dyn_into::<Node>().ok());
            let is_inside = frame.cast::<Node>().is_some_and(|frame| frame.contains(to.as_ref()));
            if !is_inside {
                close();
            }
        })
    };
    let options = found.first.iter().enumerate().map(|(index, name)| {
        let (choose, chosen) = (Rc::clone(&choose), name.clone());
        let onclick = Callback::from(move |_: MouseEvent| choose(&chosen));
        let is_at = *at == Some(index);
        html! {
            <li id={id_of(index)} role="option" aria-selected={is_at.to_string()} {onclick}>
                <span>{ &name.name }</span>
                <span class="what">{ &name.what }</span>
            </li>
        }
    });
    // The focus stays in the box.
    let keep = Callback::from(|event: MouseEvent| event.prevent_default());
    let marked = at.filter(|_| is_listed).map(id_of);
    let told = if is_open_now {
        told(&text, &found)
    } else {
        String::new()
    };
    let is_made_up = is_open_now && state.library.origin() == Origin::Demonstration;
    let value = (*text).clone();
    html! {
        <div class="search" ref={frame} {onfocusout}>
            <label class="visually-hidden" for={BOX}>{ words::SEARCH }</label>
            <input
                id={BOX}
                type="search"
                role="combobox"
                placeholder={words::WHAT}
                aria-autocomplete="list"
                aria-expanded={is_listed.to_string()}
                aria-controls={LIST}
                aria-activedescendant={marked}
                autocomplete="off"
                {value}
                {oninput}
                {onkeydown}
            />
            <div class={classes!("found", is_open_now.then_some("is-open"))}>
                if is_listed {
                    <ul id={LIST} role="listbox" aria-label={words::FOUND} onmousedown={keep}>{ each(options) }</ul>
                }
                <p aria-live="polite">{ told }</p>
                if is_made_up { { made_up() } }
            </div>
        </div>
    }
}

fn id_of(index: usize) -> String {
    format!("{LIST}-{index}")
}

/// How much was found, or that nothing was.
fn told(text: &str, found: &Found) -> String {
    match (found.count, found.first.len()) {
        (0, _) => words::nothing_found(text),
        (all, shown) => words::found(shown, all),
    }
}

/// Goes to the page of what was found, as a link would. A trust or a region stays highlighted in charts.
fn go_to_found(state: &State, leads_to: &LeadsTo) {
    let mut contents = state.link_contents();
    let highlighted = &mut contents.settings.highlighted;
    let route = match leads_to {
        LeadsTo::Region(region) => {
            *highlighted = Some(Highlight::Region(*region));
            Route::about(Page::Region, About::Region(*region))
        }
        LeadsTo::Area(index) => Route::about(Page::Region, About::Area(*index)),
        LeadsTo::Trust(uid) => {
            *highlighted = Some(Highlight::Trust(Rc::clone(uid)));
            Route::of_trusts(Page::Trust, &[Rc::clone(uid)])
        }
        LeadsTo::School(urn) => Route::of_trusts(Page::School, &[Rc::from(urn.to_string())]),
        LeadsTo::LeftOut => Route::of(Page::Data),
    };
    // If the browser refuses, the page does not change.
    let _ = window().location().set_hash(&route.address(&link::write(&contents)));
    // One trust may follow another, on the same page.
    focus("main");
}

/// What the trusts of the demonstration are, with a link to where the real ones come from, at the top of the page.
fn made_up() -> Html {
    let onclick = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        let files = document().get_element_by_id(WHICH_FILES);
        let summary = files.as_ref().and_then(Element::first_element_child);
        // They are within the guidance, which is folded too where the window is narrow.
        let guidance = files.as_ref().and_then(|files| files.parent_element());
        for fold in [guidance, files].into_iter().flatten() {
            // If the browser refuses, the user opens it.
            let _ = fold.set_attribute("open", "");
        }
        if let Some(summary) = summary.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = summary.focus();
        }
    });
    html! {
        <p class="note">
            { words::MADE_UP }
            <a href={format!("#{WHICH_FILES}")} {onclick}>{ words::REAL_ONES }</a>
        </p>
    }
}
