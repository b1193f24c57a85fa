//! The page's side: what is not known of the view on the screen goes to a worker.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::place::About;
use crate::app::view::{SharedView, View};
use crate::app::worker::{Hired, Request, Told, taken};
use crate::method::{Family, FamilyRanks, RankingJob, Scope};
use crate::words::app::ranking::reckoner as words;

use super::ranks::{Ranks, Step};

/// Milliseconds for which a view has to stand before its ranks are asked for: a user who tries one rule
/// after another waits for none of them.
const STANDS: u32 = 150;

/// The ranks as far as they are known, and what can be done about them.
#[derive(Clone, PartialEq)]
pub(in crate::app) struct Reckoning {
    pub(in crate::app) ranks: UseReducerHandle<Ranks>,
    /// Gives up what the worker is at.
    pub(in crate::app) on_cancel: Callback<()>,
    /// Begins anew what was given up.
    pub(in crate::app) on_again: Callback<()>,
}

/// Has the ranks of the view computed, those of each region and those of the family on the screen, once the part of the
/// program is here that does it.
#[hook]
pub(in crate::app) fn use_ranks(
    view: &SharedView,
    wanted: Option<About>,
    is_here: bool,
) -> Reckoning {
    let ranks = use_reducer(Ranks::default);
    let tries = use_state(|| 0_u32);
    let reckoner = {
        let dispatcher = ranks.dispatcher();
        use_memo((), move |()| Reckoner {
            dispatcher,
            work: Rc::default(),
        })
    };
    {
        let (reckoner, ranks) = (Rc::clone(&reckoner), ranks.clone());
        let asked = (view.clone(), wanted, is_here, *tries);
        use_effect_with(asked, move |(view, wanted, is_here, _)| {
            let (view, wanted) = (view.clone(), *wanted);
            let timer = is_here
                .then(|| Timeout::new(STANDS, move || reckoner.begin(&view, wanted, &ranks)));
            move || drop(timer)
        });
    }
    let on_cancel = use_callback((), move |(), ()| reckoner.cancel());
    let on_again = Callback::from(move |()| tries.set(*tries + 1));
    Reckoning {
        ranks,
        on_cancel,
        on_again,
    }
}

#[derive(Clone)]
struct Reckoner {
    dispatcher: UseReducerDispatcher<Ranks>,
    work: Rc<RefCell<Work>>,
}

#[derive(Default)]
struct Work {
    hired: Option<Hired>,
    is_ready: bool,
    /// What the worker is at, and what comes next.
    jobs: VecDeque<Job>,
    /// The answer, as far as it is here.
    answer: Vec<u8>,
}

struct Job {
    view: SharedView,
    families: Vec<Family>,
    ask: Vec<u8>,
}

impl Reckoner {
    /// Asks for what is wanted of a view and not known. What the worker is at is of no use any more.
    fn begin(&self, view: &SharedView, wanted: Option<About>, known: &Ranks) {
        self.stop();
        let jobs = Job::all(view, wanted, known);
        if jobs.is_empty() {
            return;
        }
        self.dispatcher.dispatch(Step::Begun);
        let is_ready = {
            let mut work = self.work.borrow_mut();
            work.jobs = jobs;
            if work.hired.is_none() {
                let reckoner = self.clone();
                work.is_ready = false;
                work.hired = Some(Hired::new(move |told| reckoner.hear(told)));
            }
            work.is_ready
        };
        if is_ready {
            self.ask();
        }
    }

    fn ask(&self) {
        let work = self.work.borrow();
        if let (Some(hired), Some(job)) = (&work.hired, work.jobs.front())
            && hired.ask(&Request::Rank(job.ask.clone())).is_err()
        {
            let words = words::NOT_PASSED_ON.to_owned();
            self.dispatcher.dispatch(Step::Stopped(words));
        }
    }

    /// Ends what the worker is at, and the worker with it: nothing is faster.
    fn stop(&self) {
        let mut work = self.work.borrow_mut();
        if !std::mem::take(&mut work.jobs).is_empty() {
            work.hired = None;
        }
        work.answer = Vec::new();
    }

    fn cancel(&self) {
        self.stop();
        self.dispatcher.dispatch(Step::Cancelled);
    }

    fn hear(&self, told: Told) {
        match told {
            Told::Ready => {
                self.work.borrow_mut().is_ready = true;
                self.ask();
            }
            Told::Progress { done, count } => {
                self.dispatcher.dispatch(Step::Progress { done, of: count });
            }
            Told::Piece(piece) => self.work.borrow_mut().answer.extend(taken(&piece)),
            Told::Done => self.take_answer(),
            Told::Unreadable(reason) | Told::Stopped(reason) => {
                self.stop();
                self.dispatcher.dispatch(Step::Stopped(reason));
            }
        }
    }

    fn take_answer(&self) {
        let (job, answer) = {
            let mut work = self.work.borrow_mut();
            (work.jobs.pop_front(), std::mem::take(&mut work.answer))
        };
        let Some(job) = job else { return };
        let found = FamilyRanks::all_from_bytes(&answer).unwrap_or_default();
        let found = job.families.into_iter().zip(found).collect();
        self.dispatcher.dispatch(Step::Found(job.view, found));
        if !self.work.borrow().jobs.is_empty() {
            self.dispatcher.dispatch(Step::Begun);
            self.ask();
        }
    }
}

impl Job {
    /// What is wanted of a view and not known: the regions' ranks, then those of the family on the screen with what
    /// tells its trusts apart.
    fn all(view: &SharedView, wanted: Option<About>, known: &Ranks) -> VecDeque<Self> {
        let Ok(shown) = &*view.0 else {
            return VecDeque::new();
        };
        let regions = shown.analysis.regions.iter();
        let regions: Vec<Scope<'_>> = regions
            .map(|region| Scope::Region(region.region))
            .filter(|scope| known.family(view, *scope).is_none())
            .collect();
        let wanted = wanted.and_then(|about| shown.scope(about));
        let wanted = wanted.filter(|scope| {
            let family = known.family(view, *scope);
            family.is_none_or(|(_, ranks)| ranks.critical.is_none())
        });
        let regional = Self::new(view, shown, regions, false);
        let family = Self::new(view, shown, wanted.into_iter().collect(), true);
        regional.into_iter().chain(family).collect()
    }

    fn new(
        view: &SharedView,
        shown: &View,
        parts: Vec<Scope<'_>>,
        tells_pairs: bool,
    ) -> Option<Self> {
        if parts.is_empty() {
            return None;
        }
        let families: Vec<Family> = parts
            .into_iter()
            .map(|scope| Family::of(&shown.analysis, scope))
            .collect();
        let job = RankingJob::new(&families, &shown.interval_choices);
        let job = if tells_pairs { job.with_pairs() } else { job };
        Some(Self {
            view: view.clone(),
            ask: job.to_bytes(),
            families,
        })
    }
}
