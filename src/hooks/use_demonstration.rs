//! The demonstration is made in steps, so that its first charts are drawn early.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::state::{Action, State};

/// After each drawing the demonstration goes on, a year at a time, until it is whole or over.
#[hook]
pub(crate) fn use_demonstration(state: &UseReducerHandle<State>) {
    let asked = (state.demonstration_goes_on(), state.library.files().len());
    let dispatcher = state.dispatcher();
    use_effect_with(asked, move |&(goes_on, _)| {
        let go_on = move || dispatcher.dispatch(Action::GoOnWithDemonstration);
        let timer = goes_on.then(|| Timeout::new(0, go_on));
        move || drop(timer)
    });
}
