//! Requests from a worker the ranks that the current view lacks.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use method::{Family, FamilyRanks, RankingJob, Scope};
use worker::Request;
use yew::prelude::*;

use crate::route::About;
use crate::view::{SharedView, View};
use crate::words::ranking as words;
use crate::words::worker::NOT_FETCHED;
use crate::worker::{FromWorker, WorkerHandle};

use super::ranks::{Ranks, Stage};

/// Milliseconds that a view must be shown before its ranks are requested, so that a user who tries several rules does
/// not wait for each.
pub(super) const STANDS: u32 = 150;

/// The known ranks, and the callbacks to cancel and restart.
#[derive(Clone, PartialEq)]
pub(crate) struct RankingHandle {
    pub(crate) ranks: UseStateHandle<Ranks>,
    /// Cancels the current job.
    pub(crate) on_cancel: Callback<MouseEvent>,
    /// Restarts the cancelled job.
    pub(crate) on_again: Callback<MouseEvent>,
}

/// Computes the ranks of a view if they are wanted: those of each region, and those of these families with their pairs.
#[hook]
pub(crate) fn use_ranks(view: &SharedView, families: Vec<About>, are_wanted: bool) -> RankingHandle {
    let ranks = use_state_eq(Ranks::default);
    let tries = use_state_eq(|| 0_u32);
    let client = use_memo((), |()| RankingClient {
        shown: ranks.clone(),
        work: RefCell::default(),
    });
    let asked = (view.clone(), families, are_wanted, *tries);
    let of_effect = Rc::clone(&client);
    use_effect_with(asked, move |(view, families, are_wanted, _)| {
        if *are_wanted {
            of_effect.begin_soon(view.clone(), families.clone());
        }
        move || of_effect.wait_for_nothing()
    });
    RankingHandle {
        ranks,
        on_cancel: use_callback((), move |_, ()| client.cancel()),
        on_again: Callback::from(move |_| tries.set(*tries + 1)),
    }
}

struct RankingClient {
    shown: UseStateHandle<Ranks>,
    work: RefCell<Work>,
}

#[derive(Default)]
struct Work {
    /// Until the view has been shown for [`STANDS`].
    waiting: Option<Timeout>,
    worker: Option<WorkerHandle>,
    /// The current job and the next ones.
    jobs: VecDeque<Job>,
    ranks: Ranks,
}

struct Job {
    view: SharedView,
    families: Vec<Family>,
    request: Request,
}

impl RankingClient {
    /// Begins with a view when it has been shown for [`STANDS`].
    fn begin_soon(self: &Rc<Self>, view: SharedView, families: Vec<About>) {
        let client = Rc::clone(self);
        let timer = Timeout::new(STANDS, move || client.begin(&view, &families));
        self.work.borrow_mut().waiting = Some(timer);
    }

    fn wait_for_nothing(&self) {
        self.work.borrow_mut().waiting = None;
    }

    /// Requests the ranks of a view that are wanted and not known. The current job is no longer needed.
    fn begin(self: &Rc<Self>, view: &SharedView, families: &[About]) {
        self.stop();
        {
            let mut work = self.work.borrow_mut();
            work.jobs = Job::all(view, families, &work.ranks);
            if work.jobs.is_empty() {
                return;
            }
            if work.worker.is_none() {
                let client = Rc::clone(self);
                work.worker = Some(WorkerHandle::new(Rc::new(move |message| client.on_message(message))));
            }
        }
        self.ask();
    }

    /// Starts the first job, if the worker is ready.
    fn ask(&self) {
        let is_passed_on = {
            let work = self.work.borrow();
            let (Some(worker), Some(job)) = (&work.worker, work.jobs.front()) else {
                return;
            };
            !worker.is_ready() || worker.ask(&job.request).is_ok()
        };
        self.set_stage(if is_passed_on {
            Stage::Working { done: 0, of: 0 }
        } else {
            Stage::Stopped(words::NOT_PASSED_ON.to_owned())
        });
    }

    /// Ends the current job and the worker with it: nothing is faster.
    fn stop(&self) {
        let mut work = self.work.borrow_mut();
        if !std::mem::take(&mut work.jobs).is_empty() {
            work.worker = None;
        }
    }

    fn cancel(&self) {
        // Otherwise a view chosen just before would begin after all.
        self.wait_for_nothing();
        self.stop();
        self.set_stage(Stage::Cancelled);
    }

    fn on_message(&self, message: FromWorker) {
        match message {
            FromWorker::Ready => self.ask(),
            FromWorker::Progress { done, count } => self.set_stage(Stage::Working { done, of: count }),
            FromWorker::Done(answer) => self.take_answer(&answer),
            FromWorker::Unreadable(reason) | FromWorker::Stopped(reason) => self.fail(reason),
            FromWorker::NotFetched => self.fail(NOT_FETCHED.to_owned()),
        }
    }

    fn fail(&self, reason: String) {
        self.stop();
        self.set_stage(Stage::Stopped(reason));
    }

    fn take_answer(&self, answer: &[u8]) {
        {
            let mut work = self.work.borrow_mut();
            let Some(job) = work.jobs.pop_front() else {
                return;
            };
            let found = FamilyRanks::all_from_bytes(answer).unwrap_or_default();
            let found = job.families.into_iter().zip(found).collect();
            work.ranks.take_in(job.view, found);
        }
        self.set_stage(Stage::Done);
        self.ask();
    }

    /// Shows the known ranks and the worker's progress.
    fn set_stage(&self, stage: Stage) {
        let ranks = {
            let mut work = self.work.borrow_mut();
            work.ranks.stage = stage;
            work.ranks.clone()
        };
        self.shown.set(ranks);
    }
}

impl Job {
    /// The ranks that are wanted and not known: those of the regions, then those of these families with their pairwise
    /// tests.
    fn all(view: &SharedView, wanted: &[About], known: &Ranks) -> VecDeque<Self> {
        let Ok(shown) = &*view.0 else {
            return VecDeque::new();
        };
        let regions = shown.analysis.regions.iter();
        let regions: Vec<Scope<'_>> = regions
            .map(|region| Scope::Region(region.region))
            .filter(|scope| known.family(view, *scope).is_none())
            .collect();
        let wanted = wanted.iter().filter_map(|about| shown.scope(*about));
        let wanted = wanted.filter(|scope| {
            let family = known.family(view, *scope);
            family.is_none_or(|(_, ranks)| ranks.critical.is_none())
        });
        let regional = Self::new(view, shown, regions, false);
        let family = Self::new(view, shown, wanted.collect(), true);
        regional.into_iter().chain(family).collect()
    }

    fn new(view: &SharedView, shown: &View, parts: Vec<Scope<'_>>, tells_pairs: bool) -> Option<Self> {
        let families = parts.into_iter();
        let families = families.map(|scope| Family::of(&shown.analysis, scope));
        let families: Vec<Family> = families.collect();
        let job = RankingJob::new(&families, &shown.interval_choices);
        let job = if tells_pairs { job.with_pairs() } else { job };
        (!families.is_empty()).then(|| Self {
            view: view.clone(),
            request: Request::Rank(job),
            families,
        })
    }
}
