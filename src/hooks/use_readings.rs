//! Reads files by the user's choices where they allow several readings, and by known mappings of their columns.

use std::rc::Rc;

use yew::prelude::*;

use crate::reading::ReadingQueue;
use crate::shared::Shared;
use crate::state::State;

/// Has files read by the choices in force, whether they were made on the page, came with a link or were restored by
/// undo. Files that were read by other choices are read again.
#[hook]
pub(crate) fn use_readings(state: &UseReducerHandle<State>, queue: &ReadingQueue) {
    let deps = (
        Shared(Rc::clone(&state.settings.readings)),
        state.explained.clone(),
        state.file_addresses(),
    );
    let (state, queue) = (state.clone(), queue.clone());
    use_effect_with(deps, move |_| queue.follow(&state));
}
