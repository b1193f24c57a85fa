//! The turns in which a survey runs.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use js_sys::Date;

use crate::shared::Shared;

use super::surveying::{Progress, Steps};

/// The length of a turn in milliseconds. A single step may take longer.
const TURN: f64 = 12.0;

/// Runs a survey turn by turn as long as something holds it, and reports its progress.
pub(super) fn next_turn<S: Steps>(survey: Weak<RefCell<Option<S>>>, report: Rc<dyn Fn(Progress<S::Found>)>) {
    let turn = move || {
        let progress = survey.upgrade().and_then(|survey| run_turn(&mut survey.borrow_mut()));
        let Some(progress) = progress else { return };
        let goes_on = matches!(progress, Progress::Working(_));
        report(progress);
        if goes_on {
            next_turn(survey, report);
        }
    };
    Timeout::new(0, turn).forget();
}

/// Runs one turn. Returns `None` if the survey was dropped.
fn run_turn<S: Steps>(survey: &mut Option<S>) -> Option<Progress<S::Found>> {
    let begun = Date::now();
    while let Some(progress) = survey.as_mut()?.advance() {
        if progress.steps < progress.of && Date::now() - begun >= TURN {
            return Some(Progress::Working(progress));
        }
    }
    let found = survey.take()?.finish();
    Some(Progress::Done(Shared(Rc::new(found))))
}
