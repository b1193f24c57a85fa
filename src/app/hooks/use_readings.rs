//! Files are read by what the user chose where they allow several readings.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::reading::Desk;
use crate::app::shared::Shared;
use crate::app::state::State;

/// Has files read by the choices in force, however they came to be: made on the page, said by a link, undone. What was
/// read otherwise is read again.
#[hook]
pub(in crate::app) fn use_readings(state: &UseReducerHandle<State>, desk: &Desk) {
    let (state, desk) = (state.clone(), desk.clone());
    // Files by address: they never change once read.
    let files = state.library.files().iter();
    let files: Vec<usize> = files.map(|file| Rc::as_ptr(&file.file).addr()).collect();
    let asked = (Shared(Rc::clone(&state.settings.readings)), files);
    use_effect_with(asked, move |_| {
        desk.follow(&state.settings.readings, state.library.files());
    });
}
