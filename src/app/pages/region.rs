//! One region, or an area of the user's own: its trusts, its figure under each rule, and its schools outside of trusts.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    ChartCard, Controls, Parts, SharedChart, about_choice, caution, listing, ranking_bar,
};
use crate::app::hooks::use_memo;
use crate::app::place::{About, Page, Place};
use crate::app::ranking::Reckoning;
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::view::{Lists, SharedView, View};
use crate::chart::{
    StripChart, Table, TopTen, each_rule_table, extremes_in_words, left_out_here, outside_in_words,
    outside_table, part_in_words, part_name, standing_in_words,
};
use crate::method::{
    Analysis, Family, FamilyRanks, Scope, each_rule, exclusions_of, outside_trusts,
};
use crate::terms::letters::with_capital;
use crate::words::app::pages::region as words;

use super::top_ten::{family_of, rank_chart};

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    pub(in crate::app) about: About,
    pub(in crate::app) reckoning: Reckoning,
    /// The regions' top tens.
    pub(in crate::app) lists: Shared<Rc<Lists>>,
    /// What addresses carry.
    pub(in crate::app) query: Rc<str>,
    /// Leads to the trust whose mark is chosen.
    pub(in crate::app) on_choose: Callback<String>,
}

#[component]
pub(in crate::app) fn RegionPage(props: &Props) -> Html {
    let Props {
        state,
        view: shared,
        about,
        reckoning,
        lists,
        query,
        on_choose,
    } = props;
    let found = use_memo((shared.clone(), *about), |(view, about)| {
        let view = (*view.0).as_ref().ok()?;
        let about = part_of(view, *about)?;
        Found::new(view, about, view.scope(about)?)
    });
    let about = (*found).as_ref().map_or(*about, |found| found.about);
    let family = family_of(&reckoning.ranks, shared, about);
    let is_shrunken = state.settings.is_shrunken;
    let ranks = use_memo(
        (shared.clone(), about, Shared(family.clone()), is_shrunken),
        |(view, about, Shared(family), is_shrunken)| {
            let view = (*view.0).as_ref().ok()?;
            let family = family.as_deref()?;
            Some(rank_chart(view, *about, family, *is_shrunken))
        },
    );
    let Ok(shown) = &*shared.0 else {
        return html! {};
    };
    let Some(found) = &*found else {
        return unknown(shown, about, query);
    };
    let top_ten = match about {
        About::Area(place) => found.top_ten(shown, place, family.as_deref()),
        _ => of_region(about, &lists.0),
    };
    html! {
        <>
            <div class="finding" aria-live="polite">
                <h1>{ found.name.clone() }</h1>
                <p class="lead">{ found.summary.clone() }</p>
                <ul class="sentences">
                    { for found.sentences.iter().map(|words| html! { <li>{ words.clone() }</li> }) }
                </ul>
                <p class="note">
                    <a href={Place::about(Page::Report, about).address(query)}>{ words::REPORT_TO_PRINT }</a>
                </p>
            </div>
            { caution(Page::Region) }
            <Controls state={state.clone()} view={shared.clone()} />
            <div class="controls" role="group" aria-label={words::REGION}>
                { about_choice(shown, Page::Region, Parts::Single, about, words::REGION) }
            </div>
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
                { for top_ten }
                { body(found) }
            </div>
        </>
    }
}

/// The part of the country that is asked for, else the region that is last.
fn part_of(view: &View, about: About) -> Option<About> {
    match about {
        About::England => {
            let regions = view.analysis.regions_in_order();
            regions.last().map(|of| About::Region(of.region))
        }
        part => Some(part),
    }
}

/// An address may name an area that is not there.
fn unknown(view: &View, about: About, query: &str) -> Html {
    html! {
        <>
            <h1>{ words::NO_SUCH_AREA }</h1>
            <p class="lead">
                { words::AREAS_ARE_MADE_ON_PAGE }
                <a href={Place::of(Page::Method).address(query)}>{ words::METHOD }</a>
                { words::AREAS_NEED_SCHOOL_FILES }
            </p>
            <div class="controls">{ about_choice(view, Page::Region, Parts::Single, about, words::REGION) }</div>
        </>
    }
}

/// What is shown of a part of the country but its ranks.
struct Found {
    about: About,
    name: String,
    summary: String,
    sentences: Vec<String>,
    strip: SharedChart,
    trusts: Table,
    rules: Table,
    outside: Option<Table>,
    left_out: Table,
}

impl Found {
    fn new(view: &View, about: About, scope: Scope<'_>) -> Option<Self> {
        let (measured, analysis) = (&view.measured, &view.analysis);
        let under = each_rule(measured, analysis.rules.focus, scope);
        let summary = part_in_words(analysis, scope);
        let extremes = extremes_in_words(analysis, scope).map(words::its_trusts);
        let outside = outside_trusts(measured, analysis, scope);
        let sentences = [
            standing_in_words(analysis, &under, scope),
            extremes,
            outside.map(|found| outside_in_words(analysis, &found, scope)),
        ];
        let left_out = exclusions_of(measured, analysis, scope);
        let name = part_name(scope).to_owned();
        let (strip, trusts) = strip(analysis, about)?;
        Some(Self {
            about,
            summary: summary.unwrap_or_else(|| words::no_eligible_trust_of(&name)),
            name,
            sentences: sentences
                .into_iter()
                .flatten()
                .map(|words| format!("{}.", with_capital(&words)))
                .collect(),
            trusts,
            strip,
            rules: each_rule_table(analysis, &under, scope),
            outside: outside.map(|found| outside_table(analysis, &found)),
            left_out: left_out_here(analysis, left_out, scope),
        })
    }

    /// The list of an area, with how many could be in it once its ranks are known.
    fn top_ten(
        &self,
        view: &View,
        place: usize,
        ranks: Option<&(Family, FamilyRanks)>,
    ) -> Option<Html> {
        let ranks = ranks.map(|(family, ranks)| (family, ranks));
        let analysis = &view.analysis;
        let list = TopTen::of_area(analysis, place, ranks)?;
        Some(top_ten(&list))
    }
}

/// The trusts as dots, and as a table.
fn strip(analysis: &Analysis, about: About) -> Option<(SharedChart, Table)> {
    let strip = match about {
        About::Region(region) => StripChart::of_region(analysis, region),
        About::Area(place) => StripChart::of_area(analysis, place)?,
        About::England => StripChart::new(analysis),
    };
    let trusts = strip.trusts_table();
    Some((Shared(Rc::new(strip)), trusts))
}

/// The list of a region, which the first page has, too.
fn of_region(about: About, lists: &Lists) -> Option<Html> {
    let is_own = |list: &&TopTen| about.region().is_some() && list.of.region() == about.region();
    let list = lists.top_tens.iter().find(is_own)?;
    Some(top_ten(list))
}

fn top_ten(list: &TopTen) -> Html {
    let none = words::NO_TRUST_HAS_A_FIGURE;
    listing("top-ten", &list.table(), &list.summary, none)
}

fn body(found: &Found) -> Html {
    html! {
        <>
            { listing("region-under-each-rule", &found.rules, "", "") }
            { listing("region-trusts-list", &found.trusts, "", words::NO_ELIGIBLE_TRUST) }
            { for found.outside.as_ref().map(|table| listing("schools-outside-trusts", table, "", "")) }
            { listing("region-left-out", &found.left_out, "", words::NOTHING_LEFT_OUT) }
        </>
    }
}
