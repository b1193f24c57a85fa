//! What the demonstration is, and where the real files are.

use yew::prelude::*;

use crate::words::components::guidance::{self as words, Step};

use super::parts::{element, items_of};
use super::tour::Tour;

/// Beside the demonstration: what it is, which files replace it, and a way to be shown around.
pub(crate) fn guidance(is_first_page: bool) -> Html {
    html! {
        <div class="guidance">
            <p>
                <strong>{ words::MADE_UP }</strong>
                { step_view(&words::REAL_ONES) }
            </p>
            <details class="files">
                <summary>{ words::WHICH_FILES }</summary>
                { files_to_get() }
            </details>
            if is_first_page { <div class="offer"><Tour /></div> }
        </div>
    }
}

/// The files to get, step by step.
pub(crate) fn files_to_get() -> Html {
    element("ol", "", items_of(words::STEPS.iter().map(step_view)))
}

fn step_view(of: &Step) -> Html {
    match *of {
        Step::Go(before, address, name, after) => html! {
            <>{ before }<a href={address} rel="noreferrer">{ name }</a>{ after }</>
        },
        Step::File(before, name, after) => html! { <>{ before }<code>{ name }</code>{ after }</> },
        Step::Do(what) => what.into(),
    }
}
