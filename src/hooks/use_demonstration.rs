//! Makes the demonstration in steps, so that its first charts are drawn early.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::state::{Action, State};

/// After each drawing, adds a year to the demonstration until it is complete or replaced.
#[hook]
pub(crate) fn use_demonstration(state: &UseReducerHandle<State>) {
    let deps = (state.demonstration_goes_on(), state.library.files().len());
    let dispatcher = state.dispatcher();
    use_effect_with(deps, move |&(goes_on, _)| {
        let go_on = move || dispatcher.dispatch(Action::GoOnWithDemonstration);
        let timer = goes_on.then(|| Timeout::new(0, go_on));
        move || drop(timer)
    });
}
