//! The progress of a survey, and the hook that runs it.

use std::cell::RefCell;
use std::rc::Rc;

use method::{Robustness, Rules, Survey, Surveyed};
use records::model::DataSet;
use yew::prelude::*;

use crate::shared::Shared;

use super::turns::next_turn;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Progress {
    /// Not started.
    Waiting,
    /// Running, with the number of steps done and in total.
    Working(Surveyed),
    Done(Shared<Rc<Robustness>>),
    /// Cancelled by the user.
    Cancelled,
    /// Impossible for this data set.
    Impossible(AttrValue),
}

/// A survey's progress, and the callbacks to cancel and restart it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Surveying {
    pub(crate) progress: Progress,
    pub(crate) on_cancel: Callback<MouseEvent>,
    pub(crate) on_again: Callback<MouseEvent>,
}

type SurveyInputs = (Shared<Option<Rc<DataSet>>>, Option<Rules>);

/// The last result, which outlives the page that shows it.
#[derive(Debug, Default)]
pub(crate) struct LastSurvey(Option<(SurveyInputs, Shared<Rc<Robustness>>)>);

/// The last result as a property.
pub(crate) type SharedSurvey = Shared<Rc<RefCell<LastSurvey>>>;

/// Surveys a data set, unless the last result is still valid. A survey depends on the data set and on the rules that
/// it does not vary.
#[hook]
pub(crate) fn use_survey(last: &SharedSurvey, data: Option<Rc<DataSet>>, rules: &Rules) -> Surveying {
    let progress = use_state_eq(|| Progress::Waiting);
    let tries = use_state_eq(|| 0_u32);
    let depends_on = data.as_deref().map(|data| Survey::depends_on(data, rules));
    let inputs: SurveyInputs = (Shared(data), depends_on);
    // The running survey. Dropping it stops the turns.
    let survey = use_memo((), |()| RefCell::<Rc<RefCell<Option<Survey>>>>::default());
    let (set_progress, begun, last) = (progress.clone(), Rc::clone(&survey), last.clone());
    use_effect_with((inputs, *tries), move |(inputs, _)| {
        begun.take();
        let known = match &last.0.borrow().0 {
            Some((of, found)) if of == inputs => Some(found.clone()),
            _ => None,
        };
        set_progress.set(match (known, inputs) {
            (Some(found), _) => Progress::Done(found),
            (None, (Shared(Some(data)), Some(rules))) => match Survey::new(data, rules) {
                Ok(survey) => {
                    let done = survey.surveyed();
                    let survey = Rc::new(RefCell::new(Some(survey)));
                    let (inputs, set_progress) = (inputs.clone(), set_progress.clone());
                    let report = move |done: Progress| {
                        if let Progress::Done(found) = &done {
                            last.0.borrow_mut().0 = Some((inputs.clone(), found.clone()));
                        }
                        set_progress.set(done);
                    };
                    next_turn(Rc::downgrade(&survey), Rc::new(report));
                    begun.replace(survey);
                    Progress::Working(done)
                }
                Err(error) => Progress::Impossible(error.to_string().into()),
            },
            _ => Progress::Waiting,
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
