//! The ranks of families that a page asks for once, beside those of its view. A worker of their own computes them, and
//! ends with its answer.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use method::{Family, FamilyRanks, IntervalChoices, RankingJob};
use worker::Request;
use yew::prelude::*;

use crate::shared::Shared;
use crate::survey::Progress;
use crate::words::ranking as words;
use crate::words::worker::NOT_FETCHED;
use crate::worker::{FromWorker, WorkerHandle};

use super::Ranked;
use super::client::STANDS;

/// Families with the settings of their intervals.
#[derive(Debug)]
pub(crate) struct Families {
    pub(crate) families: Vec<Family>,
    pub(crate) choices: IntervalChoices,
}

/// Families as a property.
pub(crate) type SharedFamilies = Shared<Rc<Families>>;

/// The families with their ranks, once the worker has them.
#[hook]
pub(crate) fn use_ranks_of(asked: Option<SharedFamilies>) -> Progress<Ranked> {
    let found = use_state_eq(|| None::<(SharedFamilies, Progress<Ranked>)>);
    let set_found = found.clone();
    use_effect_with(asked.clone(), move |asked| {
        let worker = Rc::<RefCell<Option<WorkerHandle>>>::default();
        let timer = asked.clone().map(|asked| {
            let worker = Rc::clone(&worker);
            Timeout::new(STANDS, move || begin(&worker, asked, set_found))
        });
        move || drop((timer, worker.take()))
    });
    match &*found {
        // An answer about other families is no answer.
        Some((of, found)) if Some(of) == asked.as_ref() => found.clone(),
        _ => Progress::Waiting,
    }
}

/// Starts the worker that ranks families.
fn begin(
    worker: &Rc<RefCell<Option<WorkerHandle>>>,
    asked: SharedFamilies,
    found: UseStateHandle<Option<(SharedFamilies, Progress<Ranked>)>>,
) {
    let own = Rc::downgrade(worker);
    let on_message = move |message| {
        let Some(worker) = own.upgrade() else { return };
        let answer = match message {
            FromWorker::Progress { .. } => return,
            FromWorker::Ready => {
                let request = Request::Rank(RankingJob::new(&asked.0.families, &asked.0.choices));
                let is_passed_on = worker.borrow().as_ref().is_some_and(|of| of.ask(&request).is_ok());
                if is_passed_on {
                    return;
                }
                Progress::Impossible(words::NOT_PASSED_ON.into())
            }
            FromWorker::Done(answer) => {
                let ranks = FamilyRanks::all_from_bytes(&answer).unwrap_or_default();
                Progress::Done(Shared(Rc::new(asked.0.families.iter().cloned().zip(ranks).collect())))
            }
            FromWorker::Unreadable(reason) | FromWorker::Stopped(reason) => Progress::Impossible(reason.into()),
            FromWorker::NotFetched => Progress::Impossible(NOT_FETCHED.into()),
        };
        found.set(Some((asked.clone(), answer)));
        worker.take();
    };
    worker.replace(Some(WorkerHandle::new(Rc::new(on_message))));
}
