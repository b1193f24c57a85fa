//! The rules behind a trust's figure, each as a control with the Department's default.

use method::{Control, Panel, Setting};
use records::terms::{DayOfYear, SchoolTypes};
use yew::prelude::*;

use crate::state::State;
use crate::view::View;
use crate::words::components::rule_controls as words;

use super::controls::{Choice, change, controls_of, on_choose, select, setting, tick_box};
use super::parts::{each, group};

/// All rules. Those that need schools are shown if the figures are computed. Tick boxes are below the lists.
pub(crate) fn rule_controls(state: &UseReducerHandle<State>, view: &View) -> Html {
    let controls = html! {
        <>
            { controls_of(state, view, |of| of.panel == Panel::Rules && !is_box(of)) }
            { setting(state, view, "regional") }
            { controls_of(state, view, |of| of.panel == Panel::Rules && is_box(of)) }
        </>
    };
    group(words::RULES, controls)
}

const fn is_box(setting: &Setting) -> bool {
    matches!(setting.control, Control::Tick | Control::Ticks)
}

/// The cut-off day as two lists, months and days.
pub(super) fn cut_off_choice(state: &UseReducerHandle<State>, setting: &'static Setting) -> Html {
    let cut_off = state.settings.rules.cut_off;
    let days: Vec<Choice> = (1..=31)
        .filter_map(|day| DayOfYear::new(cut_off.month(), day))
        .map(|day| Choice::new(&day.key(), &day.to_string(), day == cut_off))
        .collect();
    let months: Vec<Choice> = (1..=12)
        .filter_map(|month| {
            // The same day, or the month's last day.
            let mut days = (1..=cut_off.day()).rev();
            days.find_map(|day| DayOfYear::new(month, day))
        })
        .map(|day| {
            let is_chosen = day.month() == cut_off.month();
            Choice::new(&day.key(), &words::month(day), is_chosen)
        })
        .collect();
    let on_choose = on_choose(state, setting);
    html! {
        <>
            { select("cut-off-month", words::MONTH, &months, on_choose.clone()) }
            { select("cut-off-day", words::DAY, &days, on_choose) }
        </>
    }
}

/// The types of school that count, each with a tick box.
pub(super) fn types_choice(state: &UseReducerHandle<State>, setting: &Setting) -> Html {
    let types = state.settings.rules.types;
    let names = (setting.choices)(&state.settings).into_iter();
    let boxes = SchoolTypes::CHOICES.into_iter().zip(names);
    html! {
        <fieldset class="ticks">
            <legend>{ setting.label }</legend>
            { each(boxes.map(|((of, _), (_, name))| {
                let on_tick = change(state, move |settings, &counts: &bool| {
                    settings.rules.types = settings.rules.types.with(of, counts);
                });
                tick_box("", &name, types.count(of), &on_tick)
            })) }
        </fieldset>
    }
}
