//! Fetches the demonstration in parts, so that its first charts are drawn early.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::demonstration;
use crate::state::{Action, State};

/// After the first drawing, fetches the next part until the demonstration is complete or replaced.
#[hook]
pub(crate) fn use_demonstration(state: &UseReducerHandle<State>, is_drawn: bool) {
    let wanted = state.next_of_demonstration().filter(|_| is_drawn);
    let dispatcher = state.dispatcher();
    use_effect_with(wanted, move |&wanted| {
        if let Some(part) = wanted {
            spawn_local(async move {
                let files = demonstration::fetch(part).await;
                dispatcher.dispatch(Action::DemonstrationComes(part, files));
            });
        }
    });
}
