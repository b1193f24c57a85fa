//! The turns in which a survey runs.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use js_sys::Date;
use method::Survey;

use crate::shared::Shared;

use super::surveying::Progress;

/// The length of a turn in milliseconds. A single step may take longer.
const TURN: f64 = 12.0;

/// Runs a survey turn by turn as long as something holds it, and reports its progress.
pub(super) fn next_turn(survey: Weak<RefCell<Option<Survey>>>, tell: Rc<dyn Fn(Progress)>) {
    let turn = move || {
        let come = survey
            .upgrade()
            .and_then(|survey| taken(&mut survey.borrow_mut()));
        let Some(come) = come else { return };
        let goes_on = matches!(come, Progress::Working(_));
        tell(come);
        if goes_on {
            next_turn(survey, tell);
        }
    };
    Timeout::new(0, turn).forget();
}

/// Runs one turn. Returns `None` if the survey was dropped.
fn taken(survey: &mut Option<Survey>) -> Option<Progress> {
    let begun = Date::now();
    while let Some(come) = survey.as_mut()?.advance() {
        if come.steps < come.of && Date::now() - begun >= TURN {
            return Some(Progress::Working(come));
        }
    }
    let found = survey.take()?.finish();
    Some(Progress::Done(Shared(Rc::new(found))))
}
