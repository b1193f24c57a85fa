//! Long work: its progress, a button to cancel, and a button to start again.

use method::{ContextRobustness, Robustness};
use yew::prelude::*;

use crate::ranking::{RankingHandle, Stage};
use crate::survey::{Progress, Surveying};
use crate::words::components::{buttons, waiting as words};

use super::parts::{button, note};

/// The bar of the ranking worker, or nothing if the worker has nothing to do.
pub(crate) fn ranking_bar(ranking: &RankingHandle) -> Html {
    match &ranking.ranks.stage {
        Stage::Done => html! {},
        Stage::Working { done, of } => progress_bar(
            "ranking",
            &words::ranking(*done, *of),
            (*done, *of),
            ranking.on_cancel.clone(),
        ),
        Stage::Cancelled => cancelled(words::RANKS_CANCELLED, ranking.on_again.clone()),
        Stage::Stopped(reason) => cancelled(&words::ranking_stopped(reason), ranking.on_again.clone()),
    }
}

/// The bar of a survey, or nothing if the survey is done.
pub(crate) fn survey_bar(surveying: &Surveying<Robustness>) -> Html {
    bar_of(
        surveying,
        "survey",
        (words::surveying, words::SURVEY_CANCELLED),
        words::no_survey,
    )
}

/// The bar of a survey of contexts, or nothing if it is done. Its reasons are whole sentences.
pub(crate) fn contexts_bar(surveying: &Surveying<ContextRobustness>) -> Html {
    bar_of(
        surveying,
        "contexts",
        (words::trying_contexts, words::CONTEXTS_CANCELLED),
        str::to_owned,
    )
}

fn bar_of<T>(
    surveying: &Surveying<T>,
    id: &'static str,
    (working, is_cancelled): (fn(usize, usize) -> String, &str),
    impossible: fn(&str) -> String,
) -> Html {
    match &surveying.progress {
        Progress::Waiting | Progress::Done(_) => html! {},
        Progress::Working(come) => progress_bar(
            id,
            &working(come.steps, come.of),
            (come.steps as u64, come.of as u64),
            surveying.on_cancel.clone(),
        ),
        Progress::Cancelled => cancelled(is_cancelled, surveying.on_again.clone()),
        Progress::Impossible(reason) => note(&impossible(reason)),
    }
}

/// The progress of some work, and a button to cancel it.
pub(super) fn progress_bar(
    id: &'static str,
    words: &str,
    (done, of): (u64, u64),
    on_cancel: Callback<MouseEvent>,
) -> Html {
    html! {
        <div class="progress">
            <label for={id}>{ words }</label>
            <progress {id} max={of.max(1).to_string()} value={done.to_string()} />
            { button("", buttons::CANCEL, on_cancel) }
        </div>
    }
}

fn cancelled(words: &str, on_again: Callback<MouseEvent>) -> Html {
    html! {
        <div class="progress" role="status">
            <span>{ words }</span>
            { button("", words::AGAIN, on_again) }
        </div>
    }
}
