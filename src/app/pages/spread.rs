//! Differences within regions against differences between them.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{ChartCard, Controls, caution, listing};
use crate::app::hooks::use_memo;
use crate::app::place::Page;
use crate::app::state::State;
use crate::app::view::{SharedView, View};
use crate::chart::{Table, spread_headline, spread_lead, spread_sentences, spread_table};
use crate::method::spread;
use crate::words::app::pages::spread as words;

use super::regions::areas_card;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    /// What addresses carry.
    pub(in crate::app) query: Rc<str>,
    /// Leads to the region or trust whose mark is chosen.
    pub(in crate::app) on_choose: Callback<String>,
}

/// What is found, in words and as a table.
struct Found {
    headline: String,
    lead: String,
    sentences: Vec<String>,
    table: Table,
}

#[component]
pub(in crate::app) fn SpreadPage(props: &Props) -> Html {
    let Props {
        state,
        view,
        query,
        on_choose,
    } = props;
    let found = use_memo(view.clone(), |view| found((*view.0).as_ref().ok()?));
    let Ok(shown) = &*view.0 else {
        return html! {};
    };
    html! {
        <>
            { finding((*found).as_ref()) }
            { caution(Page::Spread) }
            <Controls state={state.clone()} view={view.clone()} />
            <div class="cards">
                <ChartCard
                    chart={shown.strip.clone()}
                    id="trusts-by-region"
                    source={shown.source.clone()}
                    on_choose={on_choose.clone()}
                >
                    <p class="note">{ words::CHOOSE_A_MARK }</p>
                </ChartCard>
                { for (*found).as_ref().map(|found| listing("spread", &found.table, "", words::NO_ROWS)) }
                { areas_card(shown, query) }
            </div>
        </>
    }
}

fn found(view: &View) -> Option<Found> {
    let analysis = &view.analysis;
    let spread = spread(analysis)?;
    Some(Found {
        headline: spread_headline(&spread),
        lead: spread_lead(&spread),
        sentences: spread_sentences(analysis, &spread),
        table: spread_table(analysis, &spread),
    })
}

fn finding(found: Option<&Found>) -> Html {
    let headline = found.map_or(words::NO_FIGURE, |found| &found.headline);
    html! {
        <div class="finding" aria-live="polite">
            <h1>{ headline.to_owned() }</h1>
            <p class="lead">
                { found.map(|found| found.lead.clone()) }
            </p>
            <ul class="sentences">
                { for found.into_iter().flat_map(|found| &found.sentences).map(|words| html! { <li>{ words.clone() }</li> }) }
            </ul>
        </div>
    }
}
