//! A form for the year of files that do not give it.

use records::terms::AcademicYear;
use yew::prelude::*;

use crate::state::{Action, State};
use crate::words::components::year_form as words;

use super::controls::{Choice, select};
use super::parts::element;

/// The years in the list. The first is the one from which key stage 4 is published by trust and school.
const YEARS: std::ops::RangeInclusive<u16> = 2011..=2035;

/// The years as choices, newest first, after an option for none.
pub(super) fn year_choices(none: &str, chosen: Option<AcademicYear>) -> Vec<Choice> {
    let years = YEARS.rev().filter_map(AcademicYear::ending);
    let years = years.map(|year| {
        let words = year.to_string();
        Choice::new(&words, &words, chosen == Some(year))
    });
    Choice::or_none(none, years.collect())
}

/// A list of years. Choosing one sets it for every file that does not give its year.
pub(crate) fn year_form(state: &UseReducerHandle<State>) -> Html {
    let dispatcher = state.dispatcher();
    let on_choose = Callback::from(move |words: String| {
        if let Some(year) = AcademicYear::parse(&words) {
            dispatcher.dispatch(Action::StateYear(year));
        }
    });
    let years = year_choices(words::CHOOSE, None);
    element("div", "controls", select("state-year", words::YEAR, &years, on_choose))
}
