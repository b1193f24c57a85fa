//! Controls for intervals.

use method::{IntervalBasis, Panel, spread_from_key, spread_key};
use records::terms::Unit;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{Action, State};
use crate::view::View;
use crate::words::components::interval_controls as words;

use super::controls::controls_of;
use super::parts::field;

/// The level, the kind of rank range, and the assumed standard deviation if one is needed.
pub(crate) fn interval_controls(state: &UseReducerHandle<State>, view: &View) -> Html {
    html! {
        <>
            { controls_of(state, view, |of| of.panel == Panel::Intervals) }
            if let IntervalBasis::Assumed(sd) = view.analysis.intervals.ground {
                <SpreadField
                    {sd}
                    unit={view.analysis.rules.measure.unit()}
                    dispatcher={state.dispatcher()}
                />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SpreadProps {
    /// The standard deviation in use.
    sd: f64,
    /// Its unit.
    unit: Unit,
    dispatcher: UseReducerDispatcher<State>,
}

/// The assumed standard deviation of pupils' scores. The field is written only when another value is in use: if it
/// were written whenever the page is rendered, as when ranks arrive, the user's typing would be lost.
#[component]
fn SpreadField(props: &SpreadProps) -> Html {
    let SpreadProps { sd, unit, .. } = *props;
    let input = use_node_ref();
    {
        let input = input.clone();
        use_effect_with((sd, unit), move |&(sd, _)| write_spread(&input, sd));
    }
    let onchange = {
        let (input, dispatcher) = (input.clone(), props.dispatcher.clone());
        Callback::from(move |event: Event| {
            let typed: HtmlInputElement = event.target_unchecked_into();
            match spread_from_key(typed.value().trim()) {
                Some(sd) => dispatcher.dispatch(Action::choose(move |settings| {
                    let assumed = &mut settings.interval_choices.assumed;
                    *assumed = assumed.with(unit, sd);
                })),
                // Ignores anything that is not a number above 0.
                None => write_spread(&input, sd),
            }
        })
    };
    let input = html! { <input id="spread" type="text" inputmode="decimal" size="6" ref={input} {onchange} /> };
    field("spread", words::SPREAD, input)
}

fn write_spread(input: &NodeRef, sd: f64) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        input.set_value(&spread_key(sd));
    }
}
