//! What the page knows of a survey, and the hook that has one made.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::shared::Shared;
use crate::method::{Robustness, Rules, Survey, Surveyed};
use crate::model::DataSet;

use super::turns::Turns;

/// How far a survey has come.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) enum Progress {
    /// None is wanted.
    Waiting,
    /// So many steps are taken, of so many.
    Working(Surveyed),
    /// It is done.
    Done(Shared<Rc<Robustness>>),
    /// The user gave it up.
    Cancelled,
    /// The data set cannot be surveyed.
    Impossible(AttrValue),
}

/// A survey, and what can be done about it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct Surveying {
    pub(in crate::app) progress: Progress,
    pub(in crate::app) on_cancel: Callback<MouseEvent>,
    pub(in crate::app) on_again: Callback<MouseEvent>,
}

/// What a survey depends on.
type Asked = (bool, Shared<Option<Rc<DataSet>>>, Option<Rules>);

/// Has a data set surveyed while that is wanted. What is found stays until the data set changes, or a rule that a
/// survey does not try.
#[hook]
pub(in crate::app) fn use_survey(
    is_wanted: bool,
    data: Option<Rc<DataSet>>,
    rules: &Rules,
) -> Surveying {
    let progress = use_state_eq(|| Progress::Waiting);
    let tries = use_state_eq(|| 0_u32);
    // What was surveyed last, for which nothing has to be done again.
    let known = use_mut_ref(|| None::<(Asked, u32)>);
    let depends_on = data
        .as_deref()
        .filter(|_| is_wanted)
        .map(|data| Survey::depends_on(data, rules));
    let asked: Asked = (is_wanted, Shared(data), depends_on);
    let turns = use_mut_ref(Turns::default);
    {
        let (progress, turns) = (progress.setter(), Rc::clone(&turns));
        use_effect_with((asked, *tries), move |(asked, tries)| {
            let (is_wanted, Shared(data), rules) = asked;
            let this = Some((asked.clone(), *tries));
            if *is_wanted && *known.borrow() != this {
                *known.borrow_mut() = this;
                if let (Some(data), Some(rules)) = (data, rules) {
                    turns.borrow_mut().begin(data, rules, progress);
                }
            }
        });
    }
    let on_cancel = {
        let progress = progress.setter();
        Callback::from(move |_: MouseEvent| {
            *turns.borrow_mut() = Turns::default();
            progress.set(Progress::Cancelled);
        })
    };
    let on_again = Callback::from(move |_: MouseEvent| tries.set(*tries + 1));
    Surveying {
        progress: (*progress).clone(),
        on_cancel,
        on_again,
    }
}
