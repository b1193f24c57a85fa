//! The turns in which a survey runs.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use js_sys::Date;

use crate::shared::Shared;

use super::surveying::{Progress, Steps};

/// The length of a turn in milliseconds. A single step may take longer.
const TURN: f64 = 12.0;

/// A survey in turns.
#[derive(Default)]
pub(super) enum Task<S: Steps> {
    /// To be begun in the first turn: trusts may have to be judged for it.
    Ahead(S::Inputs),
    Begun(S),
    #[default]
    Over,
}

/// Runs a survey turn by turn as long as something holds it, and reports its progress.
pub(super) fn next_turn<S: Steps>(task: Weak<RefCell<Task<S>>>, report: Rc<dyn Fn(Progress<S::Found>)>) {
    let turn = move || {
        let progress = task.upgrade().and_then(|task| task.borrow_mut().take_turn());
        let Some(progress) = progress else { return };
        let goes_on = matches!(progress, Progress::Working(_));
        report(progress);
        if goes_on {
            next_turn(task, report);
        }
    };
    Timeout::new(0, turn).forget();
}

impl<S: Steps> Task<S> {
    /// Takes one turn. Returns `None` if there is nothing to do.
    fn take_turn(&mut self) -> Option<Progress<S::Found>> {
        let mut survey = match std::mem::take(self) {
            Self::Over => return None,
            Self::Begun(survey) => survey,
            Self::Ahead(inputs) => {
                return Some(match S::begin(&inputs) {
                    Ok(survey) => {
                        let progress = Progress::Working(survey.surveyed());
                        *self = Self::Begun(survey);
                        progress
                    }
                    Err(reason) => Progress::Impossible(reason.into()),
                });
            }
        };
        let begun = Date::now();
        while let Some(progress) = survey.advance() {
            if progress.steps < progress.of && Date::now() - begun >= TURN {
                *self = Self::Begun(survey);
                return Some(Progress::Working(progress));
            }
        }
        Some(Progress::Done(Shared(Rc::new(survey.finish()))))
    }
}
