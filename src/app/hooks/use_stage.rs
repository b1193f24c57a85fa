//! What need not be at once waits: for the first drawing, for the program's later part, for that of the pages.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use yew::prelude::*;

use crate::app::parts::{Part, Stage, come_to, when_here};

/// How far the page has come; `assets/boot.js` tells of the parts. One hook, for each costs a kilobyte.
#[hook]
pub(in crate::app) fn use_stage() -> Stage {
    let stage = use_state_eq(|| Stage::Opening);
    {
        let stage = stage.setter();
        use_effect_with((), move |()| {
            let come = move |to| {
                let stage = stage.clone();
                move || stage.set(come_to(to))
            };
            let drawn = Timeout::new(0, come(Stage::Drawn));
            let later = come(Stage::Later);
            when_here(Part::Later, move |is_here| {
                if is_here {
                    later();
                }
            });
            // Not asked for here: whoever does something asks for it.
            let pages = come(Stage::Pages);
            let pages = EventListener::new(&window(), "pages", move |_| pages());
            move || drop((drawn, pages))
        });
    }
    *stage
}
