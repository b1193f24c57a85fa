//! What the demonstration is, and where to find the real files.

use yew::prelude::*;

use crate::words::components::guidance::{self as words, Step};

use super::parts::{element, items_of, narrow_fold};
use super::tour::Tour;

/// The element that says which files to get.
pub(super) const WHICH_FILES: &str = "which-files";

/// The guidance beside the demonstration: what it is, which files to get, and on the first page the tour. Where the
/// window is narrow, it is one line.
pub(crate) fn guidance(is_first_page: bool) -> Html {
    let inside = html! {
        <>
            <p>
                <strong>{ words::MADE_UP }</strong>
                { step_view(&words::REAL_ONES) }
            </p>
            <details class="files" id={WHICH_FILES}>
                <summary>{ words::WHICH_FILES }</summary>
                { files_to_get() }
            </details>
            if is_first_page { <div class="offer"><Tour /></div> }
        </>
    };
    narrow_fold("guidance", words::IN_SHORT, inside)
}

/// Which files to get, step by step.
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
