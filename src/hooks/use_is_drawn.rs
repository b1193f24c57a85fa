//! Delays what is not needed for the first drawing.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::opening;

/// Whether the page is drawn and shown.
#[hook]
pub(crate) fn use_is_drawn() -> bool {
    let is_drawn = use_state_eq(|| false);
    let drawn = is_drawn.clone();
    use_effect_with((), move |()| {
        let timer = Timeout::new(0, move || {
            opening::show();
            drawn.set(true);
        });
        move || drop(timer)
    });
    *is_drawn
}
