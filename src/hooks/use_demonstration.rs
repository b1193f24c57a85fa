//! Fetches the demonstration in parts, so that its first charts are drawn early.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::demonstration;
use crate::state::{Action, State};

/// After the first drawing, fetches what the page opens on if it is still missing, and the rest once a page needs all of
/// it. Returns whether a part is being fetched.
#[hook]
pub(crate) fn use_demonstration(
    state: &UseReducerHandle<State>,
    is_drawn: bool,
    needs_all: bool,
) -> bool {
    let next = state.next_of_demonstration();
    let wanted = next.filter(|&part| is_drawn && (part == 0 || needs_all));
    let dispatcher = state.dispatcher();
    use_effect_with(wanted, move |&wanted| {
        if let Some(part) = wanted {
            spawn_local(async move {
                let files = demonstration::fetch(part).await;
                dispatcher.dispatch(Action::DemonstrationComes(part, files));
            });
        }
    });
    wanted.is_some()
}
