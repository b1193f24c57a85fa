//! What need not be at once waits for the program's later part.

use yew::prelude::*;

use crate::app::parts::{Part, when_here};

/// Whether the later part is here.
#[hook]
pub(in crate::app) fn use_later() -> bool {
    let is_here = use_state_eq(|| false);
    {
        let is_here = is_here.setter();
        use_effect_with((), move |()| {
            when_here(Part::Later, move |has_come| is_here.set(has_come));
        });
    }
    *is_here
}
