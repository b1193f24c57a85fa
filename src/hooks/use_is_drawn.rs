//! Delays what is not needed for the first drawing.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Whether the browser has had a chance to draw the page.
#[hook]
pub(crate) fn use_is_drawn() -> bool {
    let is_drawn = use_state_eq(|| false);
    let drawn = is_drawn.clone();
    use_effect_with((), move |()| {
        let timer = Timeout::new(0, move || drawn.set(true));
        move || drop(timer)
    });
    *is_drawn
}
