//! Requests previews from a separate worker, so that they do not wait for a file that is being read.

use std::cell::RefCell;
use std::rc::Rc;

use worker::preview_from_bytes;
use yew::prelude::*;

use crate::state::{Action, State};
use crate::words::mapping as words;
use crate::words::worker::NOT_FETCHED;
use crate::worker::{FromWorker, WorkerHandle};

use super::PreviewTask;

/// Has the previews made that the state requests. The worker runs while a table is being explained.
#[hook]
pub(crate) fn use_previews(state: &UseReducerHandle<State>) {
    let client = use_memo((), |()| PreviewClient {
        dispatcher: state.dispatcher(),
        work: RefCell::default(),
    });
    let asked = (state.preview_wanted.clone(), state.mapping.is_some());
    use_effect_with(asked, move |(wanted, is_shown)| match wanted {
        Some(wanted) => client.begin(wanted),
        None if !is_shown => client.end(),
        None => {}
    });
}

struct PreviewClient {
    dispatcher: UseReducerDispatcher<State>,
    work: RefCell<Work>,
}

#[derive(Default)]
struct Work {
    worker: Option<WorkerHandle>,
    /// The requested previews, oldest first. The worker makes the first, or starts it once it is ready.
    tasks: Vec<Rc<PreviewTask>>,
}

impl PreviewClient {
    fn begin(self: &Rc<Self>, wanted: &Rc<PreviewTask>) {
        let is_at_work = {
            let mut work = self.work.borrow_mut();
            if work.worker.is_none() {
                let client = Rc::clone(self);
                work.worker = Some(WorkerHandle::new(Rc::new(move |message| client.on_message(message))));
            }
            // Only the last request will be shown, and the first cannot be interrupted.
            work.tasks.truncate(1);
            work.tasks.push(Rc::clone(wanted));
            work.tasks.len() > 1
        };
        if !is_at_work {
            self.ask();
        }
    }

    fn end(&self) {
        self.work.take();
    }

    /// Requests the first preview, if the worker is ready.
    fn ask(&self) {
        let is_passed_on = {
            let work = self.work.borrow();
            let (Some(worker), Some(task)) = (&work.worker, work.tasks.first()) else {
                return;
            };
            !worker.is_ready() || worker.ask(&task.request).is_ok()
        };
        if !is_passed_on {
            self.fail(words::NOT_PASSED_ON);
        }
    }

    fn on_message(&self, message: FromWorker) {
        match message {
            FromWorker::Ready => self.ask(),
            FromWorker::Progress { .. } => {}
            FromWorker::Done(answer) => {
                let task = self.work.borrow_mut().next();
                if let Some((task, preview)) = task.zip(preview_from_bytes(&answer)) {
                    self.dispatcher.dispatch(Action::Previewed(task, preview));
                }
                self.ask();
            }
            FromWorker::Unreadable(reason) | FromWorker::Stopped(reason) => self.fail(&reason),
            FromWorker::NotFetched => self.fail(NOT_FETCHED),
        }
    }

    /// Handles a failure. Another worker makes the next preview.
    fn fail(&self, reason: &str) {
        let work = self.work.take();
        if let Some(task) = work.tasks.last() {
            let action = Action::NotPreviewed(Rc::clone(task), reason.to_owned());
            self.dispatcher.dispatch(action);
        }
    }
}

impl Work {
    /// Removes the finished task.
    fn next(&mut self) -> Option<Rc<PreviewTask>> {
        (!self.tasks.is_empty()).then(|| self.tasks.remove(0))
    }
}
