//! The rules behind a trust's figure, each as a control with the Department's default.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::state::{Action, State};
use crate::app::view::View;
use crate::method::weighting::{CAP_AT_KEY_STAGE_4, Weight};
use crate::method::{MissingPolicy, RegionalRule, Rules};
use crate::model::Basis;
use crate::terms::{DayOfYear, SchoolTypes};
use crate::words::app::components::controls::REGIONAL;
use crate::words::app::components::rule_controls as words;

use super::controls::{Choice, basis_choice, rule_choice, select};

/// Years and schools on offer; more make no difference to any trust.
const MOST: u32 = 10;

const NO_CAP: &str = "none";

/// All rules; those that only schools allow are there where the figures are computed.
pub(in crate::app) fn rule_controls(state: &UseReducerHandle<State>, view: &View) -> Html {
    let rules = state.rules;
    let is_computed = view.analysis.basis == Basis::Computed;
    let regional: Vec<Choice> = view
        .regional_rules
        .iter()
        .map(|rule| Choice::new(rule.key(), rule.name(), *rule == rules.regional))
        .collect();
    html! {
        <div class="controls" role="group" aria-label={words::RULES}>
            { basis_choice(state, view) }
            if is_computed {
                { weight_choice(state) }
                { number(state, "min-years", words::MIN_YEARS, 0, rules.min_years, |rules, number| {
                    rules.min_years = number;
                }) }
            }
            { number(state, "min-schools", words::MIN_SCHOOLS, 1, rules.min_schools, |rules, number| {
                rules.min_schools = number;
            }) }
            if is_computed {
                { cut_off_choice(state) }
                { missing_choice(state) }
            }
            { select("regional", REGIONAL, &regional, rule_choice(state, |rules, key| {
                rules.regional = RegionalRule::from_key(key).unwrap_or(rules.regional);
            })) }
            if is_computed { { types_choice(state) } }
        </div>
    }
}

fn weight_choice(state: &UseReducerHandle<State>) -> Html {
    let weight = state.rules.weight;
    let kinds: Vec<Choice> = Weight::KINDS
        .into_iter()
        .map(|(key, name)| Choice::new(key, name, key == weight.key()))
        .collect();
    let most = match weight {
        Weight::PupilsYears { cap: Some(cap) } => MOST.max(cap),
        _ => MOST,
    };
    let caps = (1..=most).map(|cap| {
        let words = cap.to_string();
        let chosen = weight == Weight::PupilsYears { cap: Some(cap) };
        Choice::new(&words, &words, chosen)
    });
    let no_cap = Choice::new(
        NO_CAP,
        words::NO_CAP,
        weight == Weight::PupilsYears { cap: None },
    );
    let caps: Vec<Choice> = caps.chain([no_cap]).collect();
    html! {
        <>
            { select("weight", words::WEIGHT, &kinds, rule_choice(state, |rules, key| {
                let cap = Some(CAP_AT_KEY_STAGE_4);
                rules.weight = Weight::from_key(key, cap).unwrap_or(rules.weight);
            })) }
            if matches!(weight, Weight::PupilsYears { .. }) {
                { select("cap", words::CAP, &caps, rule_choice(state, |rules, key| {
                    rules.weight = Weight::PupilsYears { cap: key.parse().ok() };
                })) }
            }
        </>
    }
}

fn number(
    state: &UseReducerHandle<State>,
    id: &str,
    label: &str,
    least: u32,
    chosen: u32,
    change: fn(&mut Rules, u32),
) -> Html {
    // An address may ask for more than is on offer.
    let choices: Vec<Choice> = (least..=MOST.max(chosen))
        .map(|number| {
            let words = number.to_string();
            Choice::new(&words, &words, number == chosen)
        })
        .collect();
    select(
        id,
        label,
        &choices,
        rule_choice(state, move |rules, key| {
            if let Ok(number) = key.parse() {
                change(rules, number);
            }
        }),
    )
}

fn cut_off_choice(state: &UseReducerHandle<State>) -> Html {
    let cut_off = state.rules.cut_off;
    let days: Vec<Choice> = (1..=31)
        .filter_map(|day| DayOfYear::new(cut_off.month(), day))
        .map(|day| Choice::new(&day.key(), &day.to_string(), day == cut_off))
        .collect();
    let months: Vec<Choice> = (1..=12)
        .filter_map(|month| {
            // The same day, or the last that the month has.
            let mut days = (1..=cut_off.day()).rev();
            days.find_map(|day| DayOfYear::new(month, day))
        })
        .map(|day| {
            let is_chosen = day.month() == cut_off.month();
            Choice::new(&day.key(), &words::month(day), is_chosen)
        })
        .collect();
    let set = |rules: &mut Rules, key: &str| {
        if let Some(day) = DayOfYear::parse(key) {
            rules.cut_off = day;
        }
    };
    html! {
        <>
            { select("cut-off-month", words::MONTH, &months, rule_choice(state, set)) }
            { select("cut-off-day", words::DAY, &days, rule_choice(state, set)) }
        </>
    }
}

fn missing_choice(state: &UseReducerHandle<State>) -> Html {
    let choices: Vec<Choice> = MissingPolicy::ALL
        .into_iter()
        .map(|policy| Choice::new(policy.key(), policy.name(), policy == state.rules.missing))
        .collect();
    select(
        "missing",
        words::MISSING,
        &choices,
        rule_choice(state, |rules, key| {
            rules.missing = MissingPolicy::from_key(key).unwrap_or(rules.missing);
        }),
    )
}

/// The types of school that count, each with a box to tick.
fn types_choice(state: &UseReducerHandle<State>) -> Html {
    html! {
        <fieldset class="ticks">
            <legend>{ words::TYPES }</legend>
            { for SchoolTypes::CHOICES.into_iter().map(|(of, code)| {
                let (rules, dispatcher) = (state.rules, state.dispatcher());
                let choose = Callback::from(move |event: Event| {
                    let input: HtmlInputElement = event.target_unchecked_into();
                    let types = rules.types.with(of, input.checked());
                    dispatcher.dispatch(Action::SetRules(Rules { types, ..rules }));
                });
                html! {
                    <label key={code}>
                        <input type="checkbox" checked={rules.types.count(of)} onchange={choose} />
                        { words::type_of_school(of) }
                    </label>
                }
            }) }
        </fieldset>
    }
}
