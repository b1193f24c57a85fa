//! The top tens with their uncertainty: rank ranges, and which trusts could be among the ten.

use std::rc::Rc;

use method::{Family, FamilyRanks, region_of_pair, shrunken};
use show::chart::{
    RankChart, could_be_in_all, could_be_in_words, could_be_table, pair_sentence, precision_in_words, ranked_trusts,
    ranks_in_words, top_ten_headline,
};
use yew::prelude::*;

use crate::components::{
    SharedChart, about_choice, card, cards, chart_card, figures_switch, finding, group, interval_controls,
    linked_listing, listing, note, ranking_bar, select_index, setting, subtitle, worked_out,
};
use crate::route::{About, Page, Route};
use crate::shared::Shared;
use crate::view::{Figures, View};
use crate::words::pages::top_ten as words;

use super::PageInput;

#[component]
pub(crate) fn TopTenPage(input: &PageInput) -> Html {
    let PageInput {
        state,
        about,
        chosen,
        query,
        ..
    } = input;
    let ranks = use_ranks_of(input, *about);
    let list = use_ranked_trusts(input, *about, ranks.as_ref().map(|(family, _)| &**family));
    let Some(view) = input.view.shown() else {
        return html! {};
    };
    // The headline is never of adjusted figures.
    let figures = chosen.view.shown().unwrap_or(view);
    let known = &input.ranking.ranks;
    let regional = known.regional(&input.view);
    let here = view.scope(*about).and_then(|scope| known.family(&input.view, scope));
    let headline = regional.as_ref().zip(here);
    let headline = headline.map(|(regional, (family, ranks))| top_ten_headline(regional, (family, ranks)));
    let headline = headline.as_deref().unwrap_or(words::WHO_COULD_BE_IN_IT);
    let in_all = regional.as_ref().and_then(|ranks| could_be_in_all(ranks));
    let lead = words::lead(in_all.as_deref());
    let choices = html! {
        <>
            { about_choice(state, view, Page::TopTen, *about, words::TOP_TEN_OF) }
            { interval_controls(state, view) }
            { setting(state, view, "shrunken") }
        </>
    };
    let intervals = &view.interval_choices;
    let (what_ranks_are, who_could_be) = (ranks_in_words(intervals), could_be_in_words(intervals));
    let ranks = ranks.as_ref();
    let chart = ranks.map(|(_, chart)| chart_card(chart, "rank-ranges", &figures.source, None));
    let pair = ranks.map(|(ranked, _)| pair(input, figures, &ranked.0));
    let regional = chosen.ranking.ranks.regional(&chosen.view);
    let could_be = regional.map(|ranks| {
        let table = could_be_table(&figures.analysis, &ranks);
        listing("could-be-in-the-top-ten", &table, "", words::NO_INTERVALS)
    });
    let inside = html! {
        <>
            { chart.unwrap_or_default() }
            { list }
            { pair.unwrap_or_default() }
            { could_be.unwrap_or_default() }
        </>
    };
    html! {
        <>
            { input.opening(view, finding(headline, &lead, html! {})) }
            { input.context().map(|context| figures_switch(state, view, context, query)).unwrap_or_default() }
            { group(words::UNCERTAINTY, choices) }
            { ranking_bar(&chosen.ranking) }
            { note(&format!("{what_ranks_are} {who_could_be}")) }
            { worked_out(&precision_in_words(&figures.analysis)) }
            { cards(inside) }
        </>
    }
}

/// The families that are ranked: the one that is shown, and that of the two trusts at these places in it, which are
/// compared.
pub(crate) fn families_of_top_ten(view: &View, about: About, (one, two): (usize, usize)) -> Vec<About> {
    let mut families = vec![about];
    let shown = view.scope(about).map(|scope| Family::of(&view.analysis, scope));
    let region = |place: usize| {
        let index = shown.as_ref()?.indices().nth(place)?;
        Some(view.analysis.trusts.get(index)?.region)
    };
    let of_pair = region(one)
        .zip(region(two))
        .map(|(one, two)| About::of(region_of_pair(one, two)));
    families.extend(of_pair.filter(|of| *of != about));
    families
}

/// A family of trusts with its ranks.
pub(super) type RankedFamily = (Family, FamilyRanks);

/// The family of a part of the country with its ranks and their chart, once they are computed.
#[hook]
pub(super) fn use_ranks_of(input: &PageInput, about: About) -> Option<(Rc<RankedFamily>, SharedChart)> {
    let Figures { view, ranking, .. } = &input.chosen;
    let scope = view.shown().and_then(|view| view.scope(about));
    let family = scope.and_then(|scope| ranking.ranks.family(view, scope)).cloned();
    let is_shrunken = input.state.settings.is_shrunken;
    // The chart does not show pairs: it stays, with the keyboard's mark on it, when they arrive.
    let drawn = family.clone();
    let drawn = drawn.map(|(family, ranks)| {
        (
            family,
            FamilyRanks {
                critical: None,
                ..ranks
            },
        )
    });
    let deps = (view.clone(), about, drawn, is_shrunken);
    let chart = use_memo(deps, |(view, about, drawn, is_shrunken)| {
        Some(rank_chart(view.shown()?, *about, drawn.as_ref()?, *is_shrunken))
    });
    family.map(Rc::new).zip((*chart).clone())
}

/// The list of the trusts of a part of the country, each a link to its page, with the ranks of their family once they
/// are computed.
#[hook]
pub(super) fn use_ranked_trusts(input: &PageInput, about: About, ranks: Option<&RankedFamily>) -> Html {
    let deps = (
        input.chosen.view.clone(),
        about,
        ranks.cloned(),
        Rc::clone(&input.query),
    );
    let list = use_memo(deps, |(view, about, ranks, query)| {
        let view = view.shown()?;
        let (table, uids) = ranked_trusts(&view.analysis, view.scope(*about)?, ranks.as_ref());
        let addresses = Route::addresses(Page::Trust, uids.iter(), query);
        Some(linked_listing(
            "region-trusts-list",
            &table,
            &addresses,
            words::NO_ELIGIBLE_TRUST,
        ))
    });
    (*list).clone().unwrap_or_default()
}

/// The chart of a family's ranks.
fn rank_chart(view: &View, about: About, (family, ranks): &RankedFamily, is_shrunken: bool) -> SharedChart {
    let analysis = &view.analysis;
    let scope = view.scope(about).filter(|_| is_shrunken);
    let shrunken = scope.and_then(|scope| shrunken(analysis, scope));
    let (interval_choices, shrunken) = (&view.interval_choices, shrunken.as_ref());
    Shared(Rc::new(RankChart::new(
        analysis,
        interval_choices,
        family,
        ranks,
        shrunken,
    )))
}

/// Two trusts of the family: distinguishable or not.
fn pair(input: &PageInput, view: &View, family: &Family) -> Html {
    let (
        chosen,
        Figures {
            view: of_view, ranking, ..
        },
    ) = (&input.selections.pair, &input.chosen);
    let indices: Vec<usize> = family.indices().collect();
    if indices.len() < 2 {
        return html! {};
    }
    let trusts = indices.iter().map(|&index| view.analysis.trusts.get(index));
    let names = trusts.map(|of| of.map_or_else(String::new, |of| of.readable_name.to_string()));
    let names: Vec<String> = names.collect();
    let (one, two) = **chosen;
    let choose = |put: fn((usize, usize), usize) -> (usize, usize)| {
        let chosen = chosen.clone();
        Callback::from(move |at: usize| chosen.set(put(*chosen, at)))
    };
    let words = match (indices.get(one), indices.get(two)) {
        _ if one == two => Some(words::CHOOSE_TWO.to_owned()),
        (Some(&one), Some(&two)) => pair_sentence(&view.analysis, (one, two), |region| {
            ranking.ranks.of_pairs(of_view, region)
        }),
        _ => None,
    };
    let words = words.as_deref().unwrap_or(words::RANKS_FIRST);
    let selects = html! {
        <>
            { select_index("pair-one", words::ONE_TRUST, &names, one, choose(|(_, two), at| (at, two))) }
            { select_index("pair-two", words::ANOTHER, &names, two, choose(|(one, _), at| (one, at))) }
        </>
    };
    let inside = html! {
        <>
            { subtitle(words::HOW_PAIRS_ARE_TESTED) }
            { group(words::TWO_TRUSTS, selects) }
            <p aria-live="polite">{ words }</p>
        </>
    };
    card("", "pair-heading", words::ARE_TWO_DISTINGUISHABLE, inside)
}
