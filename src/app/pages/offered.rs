//! What the page Data shows of the data sets that are offered beside this copy of the page.

use yew::prelude::*;

use crate::app::hosted::{Hosted, choose};
use crate::app::reading::Desk;
use crate::app::state::State;
use crate::hosting::{Fault, Offer};
use crate::words::app::pages::offered as words;

/// The data sets to choose from, and what is wrong with their list; nothing where nothing is offered.
pub(super) fn offered_card(state: &UseReducerHandle<State>, desk: &Desk) -> Option<Html> {
    let hosted = state.hosted.0.as_ref()?;
    let (offers, faults) = (&hosted.offers.offers, &hosted.offers.faults);
    if offers.is_empty() && faults.is_empty() {
        return None;
    }
    let rows = offers.iter().enumerate();
    let rows = rows.map(|(place, offer)| offer_row(state, desk, hosted, place, offer));
    Some(html! {
        <section class="card listed">
            <h2>{ words::DATA_SETS_OFFERED_HERE }</h2>
            <p class="note">
                { words::WHERE_THEY_COME_FROM }
            </p>
            if !offers.is_empty() { { offers_table(rows.collect()) } }
            if !faults.is_empty() { { faults_list(faults) } }
        </section>
    })
}

fn offers_table(rows: Html) -> Html {
    let heads = [
        words::DATA_SET,
        words::YEAR,
        words::SOURCE,
        words::LICENCE,
        words::FILES,
        words::CHOOSE,
    ];
    html! {
        <div class="table-scroll" role="region" aria-label={words::DATA_SETS_OFFERED_HERE} tabindex="0">
            <table>
                <caption>{ words::DATA_SETS_OFFERED_HERE }</caption>
                <thead><tr>{ for heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ rows }</tbody>
            </table>
        </div>
    }
}

fn offer_row(
    state: &UseReducerHandle<State>,
    desk: &Desk,
    hosted: &Hosted,
    place: usize,
    offer: &Offer,
) -> Html {
    let credit = offer.credit();
    let mut files = state.library.files().iter();
    let is_in_use = files.any(|file| file.file.credit.as_deref() == Some(&*credit));
    let word = match hosted.coming {
        Some(coming) if coming == place => words::FETCHING,
        _ if is_in_use => words::USE_AGAIN,
        _ => words::USE,
    };
    let onclick = {
        let (state, desk) = (state.clone(), desk.clone());
        Callback::from(move |_: MouseEvent| choose(&state, &desk, place))
    };
    html! {
        <tr key={place}>
            <th scope="row">{ offer.title.clone() }</th>
            <td>{ offer.year.clone() }</td>
            <td>{ offer.source.clone() }</td>
            <td>{ offer.licence.clone() }</td>
            <td>{ offer.files.join(", ") }</td>
            <td class="change">
                // It stays where it is while the files come, and keeps the keyboard.
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

/// What is wrong with the list, for whoever wrote it.
fn faults_list(faults: &[Fault]) -> Html {
    html! {
        <div class="error-summary">
            <p>{ words::FOR_THE_HOST }</p>
            <ul>{ for faults.iter().map(|fault| html! {
                <li><strong>{ fault.to_string() }</strong><p>{ fault.remedy() }</p></li>
            }) }</ul>
        </div>
    }
}
