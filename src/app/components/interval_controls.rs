//! What is asked of intervals, as controls.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::lens::Lens;
use crate::app::link::{level_from_key, level_key, spread_from_key, spread_key};
use crate::app::state::{Action, State};
use crate::app::view::View;
use crate::method::{Ground, IntervalChoices, RankKind};
use crate::terms::Unit;
use crate::words::app::components::interval_controls as words;

use super::controls::{Choice, select};

const RAW: &str = "raw";
const SHRUNKEN: &str = "shrunken";

/// The level, what ranges of ranks hold for, the assumption where one is needed.
pub(in crate::app) fn interval_controls(state: &UseReducerHandle<State>, view: &View) -> Html {
    let interval_choices = state.interval_choices;
    let levels: Vec<Choice> = IntervalChoices::LEVELS
        .into_iter()
        .map(|level| {
            let key = level_key(level);
            Choice::new(key, &format!("{key}%"), level == interval_choices.level)
        })
        .collect();
    let kinds: Vec<Choice> = RankKind::ALL
        .into_iter()
        .map(|kind| Choice::new(kind.key(), kind.name(), kind == interval_choices.kind))
        .collect();
    html! {
        <>
            { select("level", words::LEVEL, &levels, interval_choice(state, |interval_choices, key| {
                interval_choices.level = level_from_key(key).unwrap_or(interval_choices.level);
            })) }
            { select("ranks", words::RANKS, &kinds, interval_choice(state, |interval_choices, key| {
                interval_choices.kind = RankKind::from_key(key).unwrap_or(interval_choices.kind);
            })) }
            if let Ground::Assumed(sd) = view.analysis.intervals.ground {
                <SpreadField
                    {sd}
                    unit={view.analysis.rules.measure.unit()}
                    {interval_choices}
                    dispatcher={state.dispatcher()}
                />
            }
        </>
    }
}

/// One switch between figures as they are and drawn towards their mean.
pub(in crate::app) fn shrunken_choice(state: &UseReducerHandle<State>) -> Html {
    let (lens, dispatcher) = (state.lens, state.dispatcher());
    let choices = [
        Choice::new(RAW, words::RAW, !lens.is_shrunken),
        Choice::new(SHRUNKEN, words::SHRUNKEN, lens.is_shrunken),
    ];
    let on_choose = Callback::from(move |key: String| {
        let is_shrunken = key == SHRUNKEN;
        dispatcher.dispatch(Action::SetLens(Lens {
            is_shrunken,
            ..lens
        }));
    });
    select("shrunken", words::FIGURES, &choices, on_choose)
}

/// A callback that changes what is asked of intervals by the key of the choice.
fn interval_choice(
    state: &UseReducerHandle<State>,
    change: fn(&mut IntervalChoices, &str),
) -> Callback<String> {
    let (interval_choices, dispatcher) = (state.interval_choices, state.dispatcher());
    Callback::from(move |key: String| {
        let mut interval_choices = interval_choices;
        change(&mut interval_choices, &key);
        dispatcher.dispatch(Action::SetIntervalChoices(interval_choices));
    })
}

#[derive(Properties, PartialEq)]
struct SpreadProps {
    /// The standard deviation in force.
    sd: f64,
    /// What it is counted in.
    unit: Unit,
    interval_choices: IntervalChoices,
    dispatcher: UseReducerDispatcher<State>,
}

/// The standard deviation that is assumed of pupils' scores. The field is written when another is in force and not
/// whenever the page is drawn anew, as it is when ranks arrive: what is being typed would be lost.
#[component]
fn SpreadField(props: &SpreadProps) -> Html {
    let SpreadProps {
        sd,
        unit,
        interval_choices,
        ..
    } = *props;
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((sd, unit), move |&(sd, _)| write_spread(&field, sd));
    }
    let on_change = {
        let (field, dispatcher) = (field.clone(), props.dispatcher.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            match spread_from_key(input.value().trim()) {
                Some(sd) => {
                    let assumed = interval_choices.assumed.with(unit, sd);
                    dispatcher.dispatch(Action::SetIntervalChoices(IntervalChoices {
                        assumed,
                        ..interval_choices
                    }));
                }
                // What is no number above 0 changes nothing.
                None => write_spread(&field, sd),
            }
        })
    };
    html! {
        <div class="field">
            <label for="spread">{ words::SPREAD }</label>
            <input id="spread" type="text" inputmode="decimal" size="6" ref={field} onchange={on_change} />
        </div>
    }
}

fn write_spread(field: &NodeRef, sd: f64) {
    if let Some(field) = field.cast::<HtmlInputElement>() {
        field.set_value(&spread_key(sd));
    }
}
