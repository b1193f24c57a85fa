//! The funnel: trusts by the number of pupils behind their figures.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    ChartCard, Controls, Parts, SharedChart, about_choice, caution, setting,
};
use crate::app::hooks::use_memo;
use crate::app::place::{About, Page};
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::view::{SharedView, View};
use crate::chart::{Chart as _, FunnelChart};
use crate::method::{Funnel, Limits, Scope};
use crate::words::app::pages::funnel as words;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    /// The part of the country whose trusts stand out.
    pub(in crate::app) about: About,
}

/// A funnel drawn and in words, or why there is none.
type Drawn = Result<(SharedChart, String, Vec<String>), String>;

#[component]
pub(in crate::app) fn FunnelPage(props: &Props) -> Html {
    let Props { state, view, about } = props;
    let drawn = use_memo(
        (view.clone(), state.settings.limits, *about),
        |(view, limits, about)| {
            let view = (*view.0).as_ref().ok()?;
            Some(drawn(view, *limits, *about))
        },
    );
    let Ok(shown) = &*view.0 else {
        return html! {};
    };
    html! {
        <>
            { for (*drawn).as_ref().map(finding) }
            { caution(Page::Funnel) }
            <Controls state={state.clone()} view={view.clone()} />
            <div class="controls" role="group" aria-label={words::FUNNEL}>
                { setting(state, shown, "limits") }
                { about_choice(shown, Page::Funnel, Parts::All, *about, words::TRUSTS_THAT_STAND_OUT) }
            </div>
            { for (*drawn).as_ref().map(|drawn| body(drawn, shown)) }
        </>
    }
}

fn drawn(view: &View, limits: Limits, about: About) -> Drawn {
    let limits = possible(view, limits);
    let scope = view.scope(about).unwrap_or(Scope::All);
    let funnel = Funnel::new(&view.analysis, limits);
    let funnel = funnel.map_err(|error| error.to_string())?;
    let chart = FunnelChart::new(&view.analysis, &funnel, scope);
    let title = chart.title().to_owned();
    let words = chart.outside_in_words();
    Ok((Shared(Rc::new(chart)), title, words))
}

/// The limits, where the measure allows them, else the first that it does.
fn possible(view: &View, limits: Limits) -> Limits {
    let offered = offered(view);
    if offered.contains(&limits) {
        limits
    } else {
        offered.first().copied().unwrap_or_default()
    }
}

fn offered(view: &View) -> &'static [Limits] {
    let rules = view.analysis.rules;
    Limits::offered(rules.measure, rules.focus)
}

fn finding(drawn: &Drawn) -> Html {
    let (headline, words) = match drawn {
        Ok((_, title, _)) => (title.clone(), words::WHAT_LIMITS_SHOW),
        Err(_) => (words::NO_FUNNEL.to_owned(), words::WHAT_A_FUNNEL_IS),
    };
    html! {
        <div class="finding" aria-live="polite">
            <h1>{ headline }</h1>
            <p class="lead">{ words }</p>
        </div>
    }
}

fn body(drawn: &Drawn, view: &View) -> Html {
    match drawn {
        Ok((chart, _, words)) => html! {
            <div class="cards">
                <ChartCard chart={chart.clone()} id="funnel" source={view.source.clone()} />
                <section class="card" aria-labelledby="outside-heading">
                    <h2 id="outside-heading">{ words::BEYOND_THE_LIMITS }</h2>
                    { for words.iter().map(|words| html! { <p>{ words.clone() }</p> }) }
                </section>
            </div>
        },
        Err(reason) => html! { <p class="note">{ format!("{reason}.") }</p> },
    }
}
