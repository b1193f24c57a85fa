//! The first page: the finding, the regional gap, every trust, the top tens.

use yew::prelude::*;

use crate::app::components::{ChartCard, Controls, tile_map_card, top_tens};
use crate::app::state::State;
use crate::app::view::SharedView;
use crate::chart::Check;
use crate::model::Origin;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) view: SharedView,
    pub(in crate::app) state: UseReducerHandle<State>,
}

#[component]
pub(in crate::app) fn RegionsPage(props: &Props) -> Html {
    let Some(view) = &*props.view.0 else {
        return html! { <h1>{ "No file with trusts is loaded" }</h1> };
    };
    let source = AttrValue::from(view.source.clone());
    html! {
        <>
            <div class="finding" aria-live="polite">
                if props.state.data().is_some_and(|data| data.origin == Origin::Demonstration) {
                    <p class="made-up">{ "Made-up demonstration data" }</p>
                }
                <h1>{ view.finding.headline.clone() }</h1>
                <p class="lead">{ view.finding.detail.clone() }</p>
                <ul class="checks">{ for view.finding.checks.iter().map(check_view) }</ul>
            </div>
            <Controls state={props.state.clone()} view={props.view.clone()} />
            <div class="cards">
                <ChartCard chart={view.gap.clone()} id="regional-gap" source={source.clone()}>
                    { key() }
                </ChartCard>
                { tile_map_card(&view.tiles) }
                <ChartCard chart={view.strip.clone()} id="trusts-by-region" source={source} />
                { top_tens(&view.top_tens) }
            </div>
        </>
    }
}

fn check_view(check: &Check) -> Html {
    let class = if check.holds {
        "check holds"
    } else {
        "check breaks"
    };
    html! { <li {class}>{ check.text.clone() }</li> }
}

/// The key of the gap chart.
fn key() -> Html {
    html! {
        <ul class="key">
            <li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <circle class="ink-disadvantaged" cx="6" cy="6" r="6" />
            </svg>{ "Disadvantaged pupils" }</li>
            <li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <circle class="ink-other" cx="6" cy="6" r="6" />
            </svg>{ "Other pupils" }</li>
        </ul>
    }
}
