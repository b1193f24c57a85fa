//! Work that waits until the page is drawn.

use yew::prelude::*;

use crate::reading::ReadingQueue;
use crate::state::State;
use crate::{hosted, undoing};

/// Once the page is drawn: starts a worker before there is a file for it, fetches the list of hosted data sets, and
/// listens for the keys for undo.
#[hook]
pub(crate) fn use_idle(state: &UseReducerHandle<State>, queue: &ReadingQueue, is_drawn: bool) {
    let (queue, dispatcher) = (queue.clone(), state.dispatcher());
    use_effect_with(is_drawn, move |&is_drawn| {
        if is_drawn {
            queue.prepare();
            hosted::ask(dispatcher.clone());
            undoing::listen(dispatcher);
        }
    });
}
