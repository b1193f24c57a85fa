//! The progress of a survey, and the hook that runs it.

use std::cell::RefCell;
use std::rc::Rc;

use method::{ContextRobustness, ContextSurvey, IntervalChoices, Measured, Robustness, Rules, Survey, Surveyed};
use records::model::DataSet;
use yew::prelude::*;

use crate::pages::{EachMeasure, TrendInContext};
use crate::shared::Shared;

use super::turns::{Task, next_turn};

/// What is tried step by step.
pub(crate) trait Steps: Sized + 'static {
    /// What it depends on.
    type Inputs: Clone + PartialEq + 'static;
    /// What it finds.
    type Found: Clone + PartialEq + 'static;

    /// Begins, or says why that is impossible.
    fn begin(inputs: &Self::Inputs) -> Result<Self, String>;
    fn surveyed(&self) -> Surveyed;
    fn advance(&mut self) -> Option<Surveyed>;
    fn finish(self) -> Self::Found;
}

/// A data set, and the rules that a survey does not vary.
pub(crate) type RulesTried = (Shared<Rc<DataSet>>, Rules);

impl Steps for Survey {
    type Inputs = RulesTried;
    type Found = Robustness;

    fn begin((data, rules): &RulesTried) -> Result<Self, String> {
        Self::new(&data.0, rules).map_err(|error| error.to_string())
    }

    fn surveyed(&self) -> Surveyed {
        self.surveyed()
    }

    fn advance(&mut self) -> Option<Surveyed> {
        self.advance()
    }

    fn finish(self) -> Robustness {
        self.finish()
    }
}

/// A data set with the survey of its rules.
pub(crate) type RulesSurveyed = (Shared<Rc<DataSet>>, Shared<Rc<Robustness>>);

/// Every choice of context under these rules, or under all that a survey has tried.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ContextsTried {
    /// The values under the rules in force.
    pub(crate) measured: Shared<Rc<Measured>>,
    pub(crate) rules: Rules,
    pub(crate) interval_choices: IntervalChoices,
    /// A data set with the survey of its rules, if all of them are tried.
    pub(crate) robustness: Option<RulesSurveyed>,
}

impl Steps for ContextSurvey {
    type Inputs = ContextsTried;
    type Found = ContextRobustness;

    fn begin(inputs: &ContextsTried) -> Result<Self, String> {
        let (rules, choices) = (&inputs.rules, &inputs.interval_choices);
        let survey = match &inputs.robustness {
            Some((data, robustness)) => Self::new(&data.0, rules, &robustness.0, choices),
            None => Self::in_force(&inputs.measured.0, (rules.focus, rules.regional), choices),
        };
        survey.map_err(|reason| reason.to_string())
    }

    fn surveyed(&self) -> Surveyed {
        self.surveyed()
    }

    fn advance(&mut self) -> Option<Surveyed> {
        self.advance()
    }

    fn finish(self) -> ContextRobustness {
        self.finish()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Progress<T> {
    /// Not begun.
    Waiting,
    /// Running, with the number of steps done and in total.
    Working(Surveyed),
    Done(Shared<Rc<T>>),
    /// Cancelled by the user.
    Cancelled,
    /// Impossible for this data set.
    Impossible(AttrValue),
}

/// A survey's progress, and the callbacks to cancel and restart it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Surveying<T> {
    pub(crate) progress: Progress<T>,
    pub(crate) on_cancel: Callback<MouseEvent>,
    pub(crate) on_again: Callback<MouseEvent>,
}

impl<T> Surveying<T> {
    /// What was found, once all is tried.
    pub(crate) fn found(&self) -> Option<Shared<Rc<T>>> {
        match &self.progress {
            Progress::Done(found) => Some(found.clone()),
            _ => None,
        }
    }
}

/// The last result of a survey with what it depended on.
type Last<S> = Option<(<S as Steps>::Inputs, Shared<Rc<<S as Steps>::Found>>)>;

/// The last result, which outlives the page that shows it.
pub(crate) type Kept<S> = Shared<Rc<RefCell<Last<S>>>>;

/// What was found last, if it depended on the same.
fn known<S: Steps>(last: &Kept<S>, inputs: Option<&S::Inputs>) -> Option<Shared<Rc<S::Found>>> {
    match &*last.0.borrow() {
        Some((of, found)) if Some(of) == inputs => Some(found.clone()),
        _ => None,
    }
}

/// The last results of every kind of survey.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct LastSurveys {
    /// Of every combination of rules.
    pub(crate) rules: Kept<Survey>,
    /// Of every choice of context under the rules in force.
    pub(crate) in_force: Kept<ContextSurvey>,
    /// Of every choice of context under every combination of rules.
    pub(crate) contexts: Kept<ContextSurvey>,
    /// Of every measure of a trust.
    pub(crate) measures: Kept<EachMeasure>,
    /// Of the years of a trend, each adjusted for context.
    pub(crate) trend: Kept<TrendInContext>,
}

/// Surveys every combination of rules of a data set, unless the last result is still valid. A survey depends on the
/// data set and on the rules that it does not vary.
#[hook]
pub(crate) fn use_survey(last: &LastSurveys, data: Option<Rc<DataSet>>, rules: &Rules) -> Surveying<Robustness> {
    let inputs = data.map(|data| {
        let depends_on = Survey::depends_on(&data, rules);
        (Shared(data), depends_on)
    });
    use_steps::<Survey>(&last.rules, inputs)
}

/// Takes the steps of a survey, unless the last result is still valid. Without inputs it waits.
#[hook]
pub(crate) fn use_steps<S: Steps>(last: &Kept<S>, inputs: Option<S::Inputs>) -> Surveying<S::Found> {
    use_turns::<S>(last, inputs, true)
}

/// What a survey found, once all is tried: its progress does not render the page anew.
#[hook]
pub(crate) fn use_found<S: Steps>(last: &Kept<S>, inputs: Option<S::Inputs>) -> Option<Shared<Rc<S::Found>>> {
    use_turns::<S>(last, inputs, false).found()
}

#[hook]
fn use_turns<S: Steps>(last: &Kept<S>, inputs: Option<S::Inputs>, tells_progress: bool) -> Surveying<S::Found> {
    let progress = use_state_eq(|| {
        // What is known is there with the first drawing, so that nothing moves when a user comes back.
        let known = known::<S>(last, inputs.as_ref());
        known.map_or(Progress::<S::Found>::Waiting, Progress::Done)
    });
    let tries = use_state_eq(|| 0_u32);
    // The running survey. Dropping it stops the turns.
    let survey = use_memo((), |()| RefCell::<Rc<RefCell<Task<S>>>>::default());
    let (set_progress, begun, last) = (progress.clone(), Rc::clone(&survey), last.clone());
    use_effect_with((inputs, *tries), move |(inputs, _)| {
        begun.take();
        let known = known::<S>(&last, inputs.as_ref());
        set_progress.set(match (known, inputs) {
            (Some(found), _) => Progress::Done(found),
            (None, Some(inputs)) => {
                let task = Rc::new(RefCell::new(Task::Ahead(inputs.clone())));
                let (inputs, set_progress) = (inputs.clone(), set_progress.clone());
                let report = move |done: Progress<S::Found>| {
                    if let Progress::Done(found) = &done {
                        *last.0.borrow_mut() = Some((inputs.clone(), found.clone()));
                    }
                    if tells_progress || !matches!(done, Progress::Working(_)) {
                        set_progress.set(done);
                    }
                };
                next_turn(Rc::downgrade(&task), Rc::new(report));
                begun.replace(task);
                Progress::Waiting
            }
            (None, None) => Progress::Waiting,
        });
    });
    let (cancelled, now) = (progress.clone(), (*progress).clone());
    Surveying {
        progress: now,
        on_cancel: Callback::from(move |_| {
            survey.take();
            cancelled.set(Progress::Cancelled);
        }),
        on_again: Callback::from(move |_| tries.set(*tries + 1)),
    }
}
