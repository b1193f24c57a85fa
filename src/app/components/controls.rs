//! The rules on the first page: measure, pupils, regional figure, year.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::state::{Action, State};
use crate::app::view::{SharedView, View};
use crate::method::{RegionalRule, Rules};
use crate::model::Basis;
use crate::terms::{Focus, year_in_words};
use crate::words::app::components::controls as words;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
}

#[component]
pub(in crate::app) fn Controls(props: &Props) -> Html {
    let Ok(view) = &*props.view.0 else {
        return html! {};
    };
    let state = &props.state;
    let rules = state.rules;
    let measures: Vec<Choice> = view
        .measures
        .iter()
        .map(|measure| Choice::new(measure.key(), measure.name(), *measure == rules.measure))
        .collect();
    let regional: Vec<Choice> = view
        .regional_rules
        .iter()
        .map(|rule| Choice::new(rule.key(), rule.name(), *rule == rules.regional))
        .collect();
    let measures_offered = view.measures.clone();
    html! {
        <div class="controls" role="group" aria-label={words::SHOWN}>
            { select("measure", words::MEASURE, &measures, rule_choice(state, move |rules, key| {
                let measure = measures_offered.iter().find(|measure| measure.key() == key);
                rules.measure = measure.copied().unwrap_or(rules.measure);
            })) }
            { pupils_choice(state, &view.focuses) }
            { select("regional", words::REGIONAL, &regional, rule_choice(state, |rules, key| {
                rules.regional = RegionalRule::from_key(key).unwrap_or(rules.regional);
            })) }
            { basis_choice(state, view) }
            { year_choice(state) }
        </div>
    }
}

/// A callback that changes the rules by the key of the choice.
pub(in crate::app) fn rule_choice(
    state: &UseReducerHandle<State>,
    change: impl Fn(&mut Rules, &str) + 'static,
) -> Callback<String> {
    let (rules, dispatcher) = (state.rules, state.dispatcher());
    Callback::from(move |key: String| {
        let mut rules = rules;
        change(&mut rules, &key);
        dispatcher.dispatch(Action::SetRules(rules));
    })
}

/// Computed or published, where the files allow both.
pub(in crate::app) fn basis_choice(state: &UseReducerHandle<State>, view: &View) -> Html {
    let both = state.data().is_some_and(|data| data.bases().len() > 1);
    if !both {
        return html! {};
    }
    let choices: Vec<Choice> = Basis::ALL
        .into_iter()
        .map(|basis| Choice::new(basis.key(), basis.name(), basis == view.analysis.basis))
        .collect();
    select(
        "basis",
        words::BASIS,
        &choices,
        rule_choice(state, |rules, key| {
            rules.basis = Basis::from_key(key);
        }),
    )
}

/// The four groups as radio buttons that look like one switch.
pub(in crate::app) fn pupils_choice(state: &UseReducerHandle<State>, offered: &[Focus]) -> Html {
    let rules = state.rules;
    let chosen = rules.focus;
    html! {
        <fieldset class="segments">
            <legend>{ words::PUPILS }</legend>
            <div>
                { for Focus::ALL.into_iter().map(|focus| {
                    let dispatcher = state.dispatcher();
                    let choose = Callback::from(move |_: Event| dispatcher.dispatch(Action::SetRules(Rules { focus, ..rules })));
                    html! {
                        <label key={focus.key()}>
                            <input
                                type="radio"
                                name="pupils"
                                value={focus.key()}
                                checked={focus == chosen}
                                disabled={!offered.contains(&focus)}
                                onchange={choose}
                            />
                            <span>{ focus.name() }</span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}

/// The year, where files of several are loaded.
pub(in crate::app) fn year_choice(state: &UseReducerHandle<State>) -> Html {
    let years = state.library.years();
    if years.len() < 2 {
        return html! {};
    }
    let shown = state.data().and_then(|data| data.year);
    let choices: Vec<Choice> = years
        .iter()
        .map(|&year| Choice::new(&year_in_words(year), &year_in_words(year), year == shown))
        .collect();
    let dispatcher = state.dispatcher();
    let on_choose = Callback::from(move |words: String| {
        if let Some(&year) = years.iter().find(|&&year| year_in_words(year) == words) {
            dispatcher.dispatch(Action::ChooseYear(year));
        }
    });
    select("year", words::YEAR, &choices, on_choose)
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct Choice {
    key: AttrValue,
    name: AttrValue,
    pub(in crate::app) chosen: bool,
}

impl Choice {
    pub(in crate::app) fn new(key: &str, name: &str, chosen: bool) -> Self {
        Self {
            key: key.to_owned().into(),
            name: name.to_owned().into(),
            chosen,
        }
    }
}

/// A list of choices under a label.
pub(in crate::app) fn select(
    id: &str,
    label: &str,
    choices: &[Choice],
    on_choose: Callback<String>,
) -> Html {
    let on_change = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        on_choose.emit(select.value());
    });
    // What is marked as selected counts only until the user has chosen: undo and links need the value itself.
    let chosen = choices.iter().find(|choice| choice.chosen);
    let chosen = chosen.map(|choice| choice.key.as_str()).unwrap_or_default();
    html! {
        <div class="field">
            <label for={id.to_owned()}>{ label.to_owned() }</label>
            <select id={id.to_owned()} ~value={chosen} onchange={on_change}>
                { for choices.iter().map(|choice| html! {
                    <option key={choice.key.as_str()} value={choice.key.clone()} selected={choice.chosen}>
                        { choice.name.clone() }
                    </option>
                }) }
            </select>
        </div>
    }
}
