//! The user says of which year results are.

use yew::prelude::*;

use crate::app::state::{Action, State};
use crate::terms::AcademicYear;

use super::controls::{Choice, select};

/// The years on offer: key stage 4 has been published by trust and school since the first of them.
const YEARS: std::ops::RangeInclusive<u16> = 2011..=2035;

/// A list of years; choosing one states it of every file that does not tell its year.
pub(in crate::app) fn year_form(state: &UseReducerHandle<State>) -> Html {
    let years: Vec<AcademicYear> = YEARS.rev().filter_map(AcademicYear::ending).collect();
    let none = Choice::new("", "Choose the year", true);
    let choices: Vec<Choice> = std::iter::once(none)
        .chain(years.iter().map(|year| {
            let words = year.to_string();
            Choice::new(&words, &words, false)
        }))
        .collect();
    let dispatcher = state.dispatcher();
    let on_choose = Callback::from(move |words: String| {
        if let Some(year) = AcademicYear::parse(&words) {
            dispatcher.dispatch(Action::StateYear(year));
        }
    });
    html! { <div class="controls">{ select("state-year", "Academic year of the results", &choices, on_choose) }</div> }
}
