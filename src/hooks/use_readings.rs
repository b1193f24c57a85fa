//! Files are read by what the user chose where they allow several readings, and by what is known of their columns.

use std::rc::Rc;

use yew::prelude::*;

use crate::reading::ReadingQueue;
use crate::shared::Shared;
use crate::state::State;

/// Has files read by the choices in force, however they came to be: made on the page, said by a link, undone. What was
/// read otherwise is read again.
#[hook]
pub(crate) fn use_readings(state: &UseReducerHandle<State>, queue: &ReadingQueue) {
    let asked = (
        Shared(Rc::clone(&state.settings.readings)),
        state.explained.clone(),
        state.file_addresses(),
    );
    let (state, queue) = (state.clone(), queue.clone());
    use_effect_with(asked, move |_| queue.follow(&state));
}
