//! One region: its trusts, its figure under each rule, and its schools outside of trusts.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    ChartCard, Choice, Controls, SharedChart, listing, ranking_bar, select,
};
use crate::app::hooks::go_to;
use crate::app::place::{About, Page, Place};
use crate::app::ranking::Reckoning;
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::view::{Lists, SharedView, View};
use crate::chart::{
    RankChart, StripChart, Table, each_rule_table, extremes_in_words, outside_in_words,
    outside_table, region_in_words, region_left_out, standing_in_words,
};
use crate::method::{
    Family, FamilyRanks, each_rule, exclusions_of, outside_trusts, shrunken, spread,
};
use crate::terms::Region;
use crate::terms::letters::with_capital;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    pub(in crate::app) about: About,
    pub(in crate::app) reckoning: Reckoning,
    /// The top tens.
    pub(in crate::app) lists: Shared<Rc<Lists>>,
    /// Leads to the trust whose mark is chosen.
    pub(in crate::app) on_choose: Callback<String>,
}

/// What is shown of a region but its ranks.
struct Found {
    region: Region,
    summary: String,
    sentences: Vec<String>,
    strip: SharedChart,
    trusts: Table,
    rules: Table,
    outside: Option<Table>,
    left_out: Table,
}

#[component]
pub(in crate::app) fn RegionPage(props: &Props) -> Html {
    let Props {
        state,
        view: shared,
        about,
        reckoning,
        lists,
        on_choose,
    } = props;
    let found = use_memo((shared.clone(), *about), |(view, about)| {
        let view = (*view.0).as_ref().ok()?;
        Some(Found::new(view, region_of(view, *about)?))
    });
    let region = (*found).as_ref().map(|found| found.region);
    let family = reckoning.ranks.family(shared, region).cloned().map(Rc::new);
    let is_shrunken = state.lens.is_shrunken;
    let ranks = use_memo(
        (shared.clone(), Shared(family), is_shrunken),
        |(view, Shared(family), is_shrunken)| {
            let view = (*view.0).as_ref().ok()?;
            Some(rank_chart(view, family.as_deref()?, *is_shrunken))
        },
    );
    let (Ok(shown), Some(found)) = (&*shared.0, &*found) else {
        return html! {};
    };
    html! {
        <>
            <div class="finding" aria-live="polite">
                <h1>{ found.region.name() }</h1>
                <p class="lead">{ found.summary.clone() }</p>
                <ul class="sentences">
                    { for found.sentences.iter().map(|words| html! { <li>{ words.clone() }</li> }) }
                </ul>
            </div>
            <Controls state={state.clone()} view={shared.clone()} />
            <div class="controls" role="group" aria-label="Region">{ region_choice(found.region) }</div>
            <div class="cards">
                <ChartCard
                    chart={found.strip.clone()}
                    id="region-trusts"
                    source={shown.source.clone()}
                    on_choose={on_choose.clone()}
                />
                { ranking_bar(reckoning) }
                { for (*ranks).clone().map(|chart| html! {
                    <ChartCard {chart} id="rank-ranges" source={shown.source.clone()} on_choose={on_choose.clone()} />
                }) }
                { top_ten(&lists.0, found.region) }
                { body(found) }
            </div>
        </>
    }
}

/// The region that is asked for, else the one that is last.
fn region_of(view: &View, about: About) -> Option<Region> {
    let regions = view.analysis.regions_in_order();
    about
        .region()
        .or_else(|| regions.last().map(|of| of.region))
}

impl Found {
    fn new(view: &View, region: Region) -> Self {
        let (measured, analysis) = (&view.measured, &view.analysis);
        let precisions = Some(&view.precisions);
        let under = each_rule(measured, analysis.rules.focus, region);
        let strip = StripChart::of_region(analysis, precisions, region);
        let summary = region_in_words(analysis, precisions, region);
        let extremes = spread(analysis)
            .and_then(|spread| extremes_in_words(analysis, &spread, region))
            .map(|words| format!("Its trusts: {words}"));
        let outside = outside_trusts(measured, analysis, region);
        let sentences = [
            standing_in_words(analysis, &under, region),
            extremes,
            outside.map(|found| outside_in_words(analysis, &found, region)),
        ];
        let left_out = exclusions_of(measured, analysis, region);
        Self {
            region,
            summary: summary
                .unwrap_or_else(|| format!("No eligible trust is of {}", region.in_sentence())),
            sentences: sentences
                .into_iter()
                .flatten()
                .map(|words| format!("{}.", with_capital(&words)))
                .collect(),
            trusts: strip.trusts_table(),
            strip: Shared(Rc::new(strip)),
            rules: each_rule_table(analysis, &under),
            outside: outside.map(|found| outside_table(analysis, &found)),
            left_out: region_left_out(left_out, region),
        }
    }
}

fn rank_chart(
    view: &View,
    (family, ranks): &(Family, FamilyRanks),
    is_shrunken: bool,
) -> SharedChart {
    let (analysis, precisions) = (&view.analysis, &view.precisions);
    let shrunken = is_shrunken
        .then(|| shrunken(analysis, precisions, family.region))
        .flatten();
    let (doubt, shrunken) = (&view.doubt, shrunken.as_ref());
    Shared(Rc::new(RankChart::new(
        analysis, precisions, doubt, family, ranks, shrunken,
    )))
}

fn region_choice(shown: Region) -> Html {
    let choices: Vec<Choice> = Region::ALL
        .into_iter()
        .map(|region| Choice::new(region.slug(), region.name(), region == shown))
        .collect();
    let on_choose = Callback::from(|slug: String| {
        if let Some(about) = About::from_slug(&slug) {
            go_to(&Place::about(Page::Region, about));
        }
    });
    select("about", "Region", &choices, on_choose)
}

fn top_ten(lists: &Lists, region: Region) -> Option<Html> {
    let list = lists.top_tens.iter().find(|list| list.region == region)?;
    let none = "No trust of this region has a published figure.";
    Some(listing("top-ten", &list.table(), &list.summary, none))
}

fn body(found: &Found) -> Html {
    html! {
        <>
            { listing("region-under-each-rule", &found.rules, "", "") }
            { listing("region-trusts-list", &found.trusts, "", "No eligible trust is of this region.") }
            { for found.outside.as_ref().map(|table| listing("schools-outside-trusts", table, "", "")) }
            { listing("region-left-out", &found.left_out, "", "Nothing of this region is left out.") }
        </>
    }
}
