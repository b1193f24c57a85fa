//! Undo and the page's colours, in the head.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use crate::app::state::{Action, State};
use crate::app::theme::Theme;
use crate::words::app::components::toolbar as words;

use super::controls::{Choice, select};

/// Not inlined, so that it can come in the pages' part.
#[inline(never)]
pub(in crate::app) fn toolbar(state: &UseReducerHandle<State>) -> Html {
    html! { <Toolbar state={state.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    state: UseReducerHandle<State>,
}

#[component]
fn Toolbar(props: &Props) -> Html {
    let state = &props.state;
    {
        let dispatcher = state.dispatcher();
        use_effect_with((), move |()| {
            let options = EventListenerOptions::enable_prevent_default();
            let keys =
                EventListener::new_with_options(&window(), "keydown", options, move |event| {
                    if let Some(action) = event.dyn_ref().and_then(asked_by_key) {
                        event.prevent_default();
                        dispatcher.dispatch(action);
                    }
                });
            move || drop(keys)
        });
    }
    let theme = use_state_eq(Theme::chosen);
    let themes =
        Theme::ALL.map(|each| Choice::new(each.media(), words::theme(each), each == *theme));
    let on_choose = Callback::from(move |media: String| {
        if let Some(chosen) = Theme::ALL.into_iter().find(|theme| theme.media() == media) {
            chosen.choose();
            theme.set(chosen);
        }
    });
    let (undo, redo) = (state.undoable(), state.redoable());
    html! {
        <div class="tools">
            if state.has_history() {
                <>
                    { button(state, words::UNDO, undo.map(words::undo), || Action::Undo) }
                    { button(state, words::REDO, redo.map(words::redo), || Action::Redo) }
                </>
            }
            { select("theme", words::COLOURS, &themes, on_choose) }
        </div>
    }
}

/// A button that says what it does in full, or cannot be pressed. It stays, so that the keyboard stays on it.
fn button(
    state: &UseReducerHandle<State>,
    word: &'static str,
    does: Option<String>,
    action: fn() -> Action,
) -> Html {
    let (dispatcher, is_possible) = (state.dispatcher(), does.is_some());
    let onclick = Callback::from(move |_: MouseEvent| {
        if is_possible {
            dispatcher.dispatch(action());
        }
    });
    html! {
        <button
            type="button"
            class="close"
            aria-label={does.clone()}
            title={does}
            aria-disabled={(!is_possible).then_some("true")}
            {onclick}
        >
            { word }
        </button>
    }
}

/// What the usual keys ask for, where no text is being written.
fn asked_by_key(event: &KeyboardEvent) -> Option<Action> {
    let is_asked = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !is_asked || writes_text() {
        return None;
    }
    match (event.key().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("Z", true) | ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}

/// Whether the keyboard is in a field that has an undo of its own.
fn writes_text() -> bool {
    let fields = "textarea, input:not([type=radio], [type=checkbox], [type=file], [type=range])";
    let active = document().active_element();
    active.is_some_and(|element| element.matches(fields).unwrap_or(false))
}
