//! Long work: how far it has come, how to give it up, and how to begin it anew.

use yew::prelude::*;

use crate::app::ranking::{Reckoning, Stage};
use crate::app::survey::{Progress, Surveying};
use crate::words::app::components::{buttons, waiting as words};

/// The bar of the worker that ranks; nothing where it has nothing to do.
pub(in crate::app) fn ranking_bar(reckoning: &Reckoning) -> Html {
    match &reckoning.ranks.stage {
        Stage::Done => html! {},
        Stage::Working { done, of } => bar(
            "ranking",
            words::ranking(*done, *of),
            (*done, *of),
            &reckoning.on_cancel,
        ),
        Stage::Cancelled => given_up(words::RANKS_GIVEN_UP, &reckoning.on_again),
        Stage::Stopped(reason) => given_up(&words::ranking_stopped(reason), &reckoning.on_again),
    }
}

/// The bar of a survey; nothing where it is done.
pub(in crate::app) fn survey_bar(surveying: &Surveying) -> Html {
    match &surveying.progress {
        Progress::Waiting | Progress::Done(_) => html! {},
        Progress::Working(come) => bar(
            "survey",
            words::surveying(come.steps, come.of),
            (come.steps as u64, come.of as u64),
            &surveying.on_cancel,
        ),
        Progress::Cancelled => given_up(words::SURVEY_GIVEN_UP, &surveying.on_again),
        Progress::Impossible(reason) => {
            html! { <p class="note">{ words::no_survey(reason) }</p> }
        }
    }
}

fn bar(
    id: &'static str,
    words: String,
    (done, of): (u64, u64),
    on_cancel: &Callback<MouseEvent>,
) -> Html {
    html! {
        <div class="progress">
            <label for={id}>{ words }</label>
            <progress {id} max={of.max(1).to_string()} value={done.to_string()} />
            <button type="button" onclick={on_cancel}>{ buttons::CANCEL }</button>
        </div>
    }
}

fn given_up(words: &str, on_again: &Callback<MouseEvent>) -> Html {
    html! {
        <div class="progress" role="status">
            <span>{ words.to_owned() }</span>
            <button type="button" onclick={on_again}>{ words::AGAIN }</button>
        </div>
    }
}
