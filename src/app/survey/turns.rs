//! The turns in which a survey is made.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Date;

use crate::app::hooks::later;
use crate::app::shared::Shared;
use crate::method::{Rules, Survey, Surveyed};
use crate::model::DataSet;

use super::surveying::Progress;

/// Milliseconds that a turn lasts, or as long as one step does.
const TURN: f64 = 12.0;

/// Hears how far a survey has come.
type Tell = Rc<dyn Fn(Progress)>;

/// A survey that goes on from turn to turn, as long as this lives.
#[derive(Debug, Default)]
pub(super) struct Turns(Rc<RefCell<Option<Timeout>>>);

impl Turns {
    /// Begins a survey; the one that was going on is over.
    pub(super) fn begin(&mut self, data: &DataSet, rules: &Rules, tell: Tell) {
        *self = Self::default();
        match Survey::new(data, rules) {
            Ok(survey) => {
                tell(Progress::Working(survey.surveyed()));
                next_turn(Rc::clone(&self.0), survey, tell);
            }
            Err(error) => tell(Progress::Impossible(error.to_string().into())),
        }
    }
}

impl Drop for Turns {
    fn drop(&mut self) {
        // The turn that waits holds its own timer: without this neither would go.
        self.0.borrow_mut().take();
    }
}

fn next_turn(timer: Rc<RefCell<Option<Timeout>>>, survey: Survey, tell: Tell) {
    let slot = Rc::clone(&timer);
    let turn = later(0, move || take_turn(timer, survey, tell));
    slot.borrow_mut().replace(turn);
}

fn take_turn(timer: Rc<RefCell<Option<Timeout>>>, mut survey: Survey, tell: Tell) {
    let begun = Date::now();
    let mut come: Option<Surveyed> = None;
    while let Some(step) = survey.advance() {
        come = Some(step);
        if Date::now() - begun >= TURN {
            break;
        }
    }
    match come {
        Some(come) if come.steps < come.of => {
            tell(Progress::Working(come));
            next_turn(timer, survey, tell);
        }
        _ => tell(Progress::Done(Shared(Rc::new(survey.finish())))),
    }
}
