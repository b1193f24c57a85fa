//! What waits until the page has nothing else to do.

use yew::prelude::*;

use crate::reading::ReadingQueue;
use crate::state::State;
use crate::{hosted, undoing};

/// Once the page is at rest: a worker at hand before there is a file for it, what is offered beside the page, and
/// the keys for undo.
#[hook]
pub(crate) fn use_idle(state: &UseReducerHandle<State>, queue: &ReadingQueue, is_drawn: bool) {
    let (queue, dispatcher) = (queue.clone(), state.dispatcher());
    let is_idle = is_drawn && state.next_of_demonstration().is_none();
    use_effect_with(is_idle, move |&is_idle| {
        if is_idle {
            queue.prepare();
            hosted::ask(dispatcher.clone());
            undoing::listen(dispatcher);
        }
    });
}
