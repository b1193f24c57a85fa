//! Keeps rules, interval choices and areas in the address. A change of the state updates the address, and a change of
//! the address updates the state.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{history, window};
use show::export::link;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::route::{Route, parts};
use crate::state::{Action, State};

/// The part of the address from `#` on.
pub(super) fn hash() -> String {
    // The first page is rendered natively, without an address.
    if cfg!(not(target_arch = "wasm32")) {
        return String::new();
    }
    window().location().hash().unwrap_or_default()
}

fn query_now() -> String {
    parts(&hash()).1.to_owned()
}

/// Keeps the address and the state the same. Returns the query that addresses carry.
#[hook]
pub(crate) fn use_link(state: &UseReducerHandle<State>) -> Rc<str> {
    let query = use_memo(state.link_contents(), |said| Rc::<str>::from(link::write(said)));
    // The query that was last followed or written, and whether none has been written yet.
    let known = use_memo((), |()| (RefCell::new(query_now()), Cell::new(true)));
    let (dispatcher, followed) = (state.dispatcher(), Rc::clone(&known));
    use_effect_with((), move |()| {
        let follow = move || {
            followed.0.replace(query_now());
            dispatcher.dispatch(Action::FollowLink(hash()));
        };
        // A plain address needs no action. The effects of following a link come later.
        let hash = hash();
        let is_usual = hash.len() < 2 || hash.starts_with("#regions");
        if !is_usual || !parts(&hash).1.is_empty() {
            follow();
        }
        let listener = EventListener::new(&window(), "hashchange", move |_| follow());
        move || drop(listener)
    });
    use_effect_with(Rc::clone(&query), move |query| {
        let (followed, is_first) = (&known.0, known.1.replace(false));
        let before = hash();
        let now = parts(&before).1;
        // A changed address is about to be followed, and must not be overwritten before it is.
        let is_followed = now == followed.borrow().as_str();
        if !is_first && is_followed && *now != ***query {
            let address = Route::from_hash(&before).address(query);
            // If the browser refuses, only the address is out of date. The entry keeps its state.
            let state = history().state().unwrap_or(JsValue::NULL);
            let _ = history().replace_state_with_url(&state, "", Some(&address));
            followed.replace(query_now());
        }
    });
    (*query).clone()
}
