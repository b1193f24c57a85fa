//! Work that waits until the page is drawn.

use yew::prelude::*;

use crate::later::Later;
use crate::reading::ReadingQueue;
use crate::state::State;
use crate::{hosted, undoing};

/// Once the page is drawn, fetches the list of hosted data sets and listens for the keys for undo. Once its later part
/// is here as well, starts a worker before there is a file for it.
#[hook]
pub(crate) fn use_idle(state: &UseReducerHandle<State>, queue: &ReadingQueue, is_drawn: bool, later: Later) {
    let (queue, dispatcher) = (queue.clone(), state.dispatcher());
    use_effect_with(is_drawn, move |&is_drawn| {
        if is_drawn {
            hosted::ask(dispatcher.clone());
            undoing::listen(dispatcher);
        }
    });
    // The worker's parts come last: then the page needs its server no more (`assets/boot.js`).
    use_effect_with(is_drawn && later != Later::Coming, move |&is_idle| {
        if is_idle {
            queue.prepare();
        }
    });
}
