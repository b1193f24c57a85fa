//! The user says of which year results are.

use records::terms::AcademicYear;
use yew::prelude::*;

use crate::state::{Action, State};
use crate::words::components::year_form as words;

use super::controls::{Choice, select};
use super::parts::element;

/// The years on offer: key stage 4 has been published by trust and school since the first of them.
const YEARS: std::ops::RangeInclusive<u16> = 2011..=2035;

/// The years as choices, the newest first, after one that stands for none.
pub(super) fn year_choices(none: &str, chosen: Option<AcademicYear>) -> Vec<Choice> {
    let years = YEARS.rev().filter_map(AcademicYear::ending);
    let years = years.map(|year| {
        let words = year.to_string();
        Choice::new(&words, &words, chosen == Some(year))
    });
    Choice::or_none(none, years.collect())
}

/// A list of years; choosing one states it of every file that does not tell its year.
pub(crate) fn year_form(state: &UseReducerHandle<State>) -> Html {
    let dispatcher = state.dispatcher();
    let on_choose = Callback::from(move |words: String| {
        if let Some(year) = AcademicYear::parse(&words) {
            dispatcher.dispatch(Action::StateYear(year));
        }
    });
    let years = year_choices(words::CHOOSE, None);
    element(
        "div",
        "controls",
        select("state-year", words::YEAR, &years, on_choose),
    )
}
