//! Undo and redo by the usual keys.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::state::{Action, State};

/// Listens while the page is open.
pub(super) fn listen(dispatcher: UseReducerDispatcher<State>) {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
        if let Some(action) = event.dyn_ref().and_then(asked_by) {
            event.prevent_default();
            dispatcher.dispatch(action);
        }
    });
    listener.forget();
}

/// The action for a key, outside of text fields.
fn asked_by(event: &KeyboardEvent) -> Option<Action> {
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

/// Whether the focus is in a field with its own undo.
fn writes_text() -> bool {
    let fields = "textarea, input:not([type=radio], [type=checkbox], [type=file], [type=range])";
    let active = document().active_element();
    active.is_some_and(|element| element.matches(fields).unwrap_or(false))
}
