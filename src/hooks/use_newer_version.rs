//! Announces that a newer version of the page waits to be used.

use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

use crate::state::{Action, State};

/// The event that says it (`assets/boot.js`).
const NEWER_VERSION: &str = "newer-version";

/// Listens for a newer version for as long as the page is open.
#[hook]
pub(crate) fn use_newer_version(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), NEWER_VERSION, move |_| {
            dispatcher.dispatch(Action::NewerVersionWaits);
        });
        move || drop(listener)
    });
}
