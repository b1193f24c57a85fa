//! The card on the page Data for data sets offered beside this copy of the page.

use hosting::{Fault, Offer};
use yew::prelude::*;

use crate::components::{card, column_head, each, list, note, paragraph, plain_cell, row_head, scrolling, table};
use crate::hosted::{Hosted, choose};
use crate::reading::ReadingQueue;
use crate::state::State;
use crate::words::pages::offered as words;

/// The offered data sets and errors in their list, or `None` if nothing is offered.
pub(super) fn offered_card(state: &UseReducerHandle<State>, queue: &ReadingQueue) -> Option<Html> {
    let hosted = state.hosted.0.as_ref()?;
    let (offers, faults) = (&hosted.offers.offers, &hosted.offers.faults);
    if offers.is_empty() && faults.is_empty() {
        return None;
    }
    let rows = offers.iter().enumerate();
    let rows = rows.map(|(index, offer)| offer_row(state, queue, hosted, index, offer));
    let heads = words::HEADS.into_iter().map(column_head);
    let caption = words::DATA_SETS_OFFERED_HERE;
    let inside = html! {
        <>
            { note(words::WHERE_THEY_COME_FROM) }
            if !offers.is_empty() {
                { scrolling(caption, false, table(caption, each(heads), each(rows))) }
            }
            if !faults.is_empty() { { faults_list(faults) } }
        </>
    };
    Some(card("listed", "", caption, inside))
}

fn offer_row(
    state: &UseReducerHandle<State>,
    queue: &ReadingQueue,
    hosted: &Hosted,
    index: usize,
    offer: &Offer,
) -> Html {
    let credit = offer.credit();
    let mut files = state.library.files().iter();
    let is_in_use = files.any(|file| file.file.credit.as_deref() == Some(&*credit));
    let word = match hosted.coming {
        Some(coming) if coming == index => words::FETCHING,
        _ if is_in_use => words::USE_AGAIN,
        _ => words::USE,
    };
    let onclick = {
        let (state, queue) = (state.clone(), queue.clone());
        Callback::from(move |_: MouseEvent| choose(&state, &queue, index))
    };
    html! {
        <tr key={index}>
            { row_head(&offer.title) }
            { plain_cell(&offer.year) }
            { plain_cell(&offer.source) }
            { plain_cell(&offer.licence) }
            { plain_cell(&offer.files.join(", ")) }
            <td class="change">
                // The button stays rendered while the files are fetched, and keeps the focus.
                <button
                    type="button"
                    class="small"
                    aria-label={words::button(word, &offer.name())}
                    aria-disabled={hosted.coming.is_some().then_some("true")}
                    {onclick}
                >
                    { word }
                </button>
                if is_in_use { { words::IN_USE } }
            </td>
        </tr>
    }
}

/// Errors in the list, for whoever wrote it.
fn faults_list(faults: &[Fault]) -> Html {
    let faults = faults.iter().map(|fault| {
        html! { <><strong>{ fault.to_string() }</strong>{ paragraph(&fault.remedy()) }</> }
    });
    html! {
        <div class="error-summary">
            { paragraph(words::FOR_THE_HOST) }
            { list("", faults) }
        </div>
    }
}
