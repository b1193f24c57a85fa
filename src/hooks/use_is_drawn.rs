//! Delays what is not needed for the first drawing.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::demonstration::next_task;
use crate::opening;

/// How many tasks the page waits for its charts, at most: about a second. It is shown then, whatever is missing.
const MOST_TASKS: usize = 200;

/// Whether the page is drawn and shown. Its charts are drawn in tasks of their own, once their widths are known.
#[hook]
pub(crate) fn use_is_drawn() -> bool {
    let is_drawn = use_state_eq(|| false);
    let drawn = is_drawn.clone();
    use_effect_with((), move |()| {
        spawn_local(async move {
            for _ in 0..MOST_TASKS {
                next_task().await;
                if !opening::waits_for_a_chart() {
                    break;
                }
            }
            opening::show();
            drawn.set(true);
        });
    });
    *is_drawn
}
