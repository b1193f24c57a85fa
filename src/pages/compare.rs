//! A few trusts side by side: every measure in one picture, which trusts are distinguishable, who their pupils are.
//! Regions are compared in the same way (`compare_parts.rs`).

use std::rc::Rc;

use method::{COMPARED, ContextWeights, Contexts, compared_pairs, compared_trusts, region_of_pair, similar};
use show::chart::{MeasuresChart, compare_table, compared_context_table, compared_pairs_table, pair_sentence};
use yew::prelude::*;

use crate::components::{
    Choice, SharedChart, card, cards, chart_card, each, finding, link, listing, note, ranking_bar, removable, select,
    sentences, subtitle,
};
use crate::hooks::go_to;
use crate::route::{About, Page, Route};
use crate::shared::Shared;
use crate::view::{InContext, View};
use crate::words::pages::{NONE, compare as words};

use super::PageInput;
use super::compare_parts::{parts_cards, parts_page, trusts_or_regions};
use super::own_list::OwnList;

/// The number of similar trusts that a trust is compared with.
const SIMILAR: usize = COMPARED.1 - 1;

/// The trusts that are drawn, by their indices in the analysis.
pub(super) fn drawn(view: &View, uids: &[Rc<str>]) -> Vec<usize> {
    let trusts = &view.analysis.trusts;
    let indices = uids
        .iter()
        .filter_map(|uid| trusts.iter().position(|of| of.uid == *uid));
    indices.take(COMPARED.1).collect()
}

/// The families in which the pairs of the trusts that are drawn are judged, each once.
pub(crate) fn families_compared(view: &View, uids: &[Rc<str>]) -> Vec<About> {
    let trusts: Vec<_> = drawn(view, uids)
        .into_iter()
        .filter_map(|at| view.analysis.trusts.get(at))
        .collect();
    let mut families = Vec::new();
    for (at, one) in trusts.iter().enumerate() {
        for two in trusts.iter().skip(at + 1) {
            let family = About::of(region_of_pair(one.region, two.region));
            if !families.contains(&family) {
                families.push(family);
            }
        }
    }
    families
}

/// A link from a trust to the comparison with those most like it.
pub(super) fn with_similar(view: &View, index: usize, query: &str) -> Option<Html> {
    let analysis = &view.analysis;
    let contexts = Contexts::new(view.measured.judgement());
    let found = similar(analysis, &contexts, index, &ContextWeights::default(), SIMILAR)?;
    let neighbours = found.neighbours.iter().map(|of| of.index);
    let trusts = std::iter::once(index)
        .chain(neighbours)
        .filter_map(|of| analysis.trusts.get(of));
    let uids: Vec<Rc<str>> = trusts.map(|trust| Rc::clone(&trust.uid)).collect();
    let route = Route::of_trusts(Page::Compare, &uids);
    (uids.len() > 1).then(|| html! { <>{ " \u{b7} " }{ link(&route, query, words::WITH_THOSE_LIKE_IT) }</> })
}

pub(super) fn compare_page(input: &PageInput, shown: &View, compared: &[Html]) -> Html {
    if !input.route.parts.is_empty() {
        return parts_page(input, shown, compared);
    }
    let (trusts, uids) = (&shown.analysis.trusts, &input.route.trusts);
    let mut unknown: Vec<&str> = uids.iter().map(|uid| &**uid).collect();
    unknown.retain(|uid| trusts.iter().all(|trust| *trust.uid != **uid));
    let inside = match compared {
        [chart, rest @ ..] => {
            let rest = each(rest.iter().cloned());
            cards(html! { <>{ chart.clone() }{ pairs_cards(input, shown) }{ rest }</> })
        }
        _ => note(words::CHOOSE_TRUSTS),
    };
    html! {
        <>
            { input.opening(shown, finding(words::TRUSTS_SIDE_BY_SIDE, words::LEAD, html! {})) }
            { chosen_trusts(shown, uids) }
            <OwnList view={input.view.clone()} uids={Rc::clone(uids)} query={Rc::clone(&input.query)} />
            if !unknown.is_empty() {
                <p class="note" role="status">{ words::not_among_eligible(&unknown.join(", ")) }</p>
            }
            { inside }
        </>
    }
}

/// The numbers of those trusts that are eligible.
fn eligible(view: &View, uids: &[Rc<str>]) -> Vec<Rc<str>> {
    let mut eligible = uids.to_vec();
    eligible.retain(|uid| view.analysis.trusts.iter().any(|trust| trust.uid == *uid));
    eligible
}

/// The chart, adjusted figures if there are any, and the context of the trusts, a card each. Empty if they cannot be
/// compared.
pub(super) fn compared_cards(input: &PageInput, view: &View) -> Vec<Html> {
    if !input.route.parts.is_empty() {
        return parts_cards(input, view);
    }
    try_cards(input, view).unwrap_or_default()
}

fn try_cards(input: &PageInput, view: &View) -> Option<Vec<Html>> {
    let (analysis, uids) = (&view.analysis, &input.route.trusts);
    let judgement = view.measured.judgement();
    let eligible = eligible(view, uids);
    let drawn: Vec<&str> = eligible.iter().take(COMPARED.1).map(|uid| &**uid).collect();
    let trusts = compared_trusts(judgement, &Contexts::new(judgement), &drawn).ok()?;
    let chart: SharedChart = Shared(Rc::new(MeasuresChart::new(&view.every_analysis(), &eligible)));
    // The figure of the measure in force beside what it is adjusted for context.
    let adjusted = input.context().and_then(InContext::view).map(|adjusted| {
        let table = compare_table(&[analysis.clone(), adjusted.analysis.clone()], &eligible);
        listing("compared-adjusted", &table, "", NONE)
    });
    let context = compared_context_table(&trusts, analysis.basis, analysis.year);
    Some(vec![
        chart_card(&chart, "compared-measures", &view.source, None),
        adjusted.unwrap_or_default(),
        listing("compared-context", &context, "", NONE),
    ])
}

/// Every two of the trusts that are drawn: distinguishable or not, once the ranks of their families are worked out. The
/// families are those of the page on top tens, and so are the answers.
fn pairs_cards(input: &PageInput, view: &View) -> Html {
    let (analysis, ranks) = (&view.analysis, &input.ranking.ranks);
    let family_of = |region| ranks.of_pairs(&input.view, region);
    let are_ranked = families_compared(view, &input.route.trusts)
        .into_iter()
        .all(|about| family_of(about.region()).is_some());
    let (inside, table) = if are_ranked {
        let indices = drawn(view, &input.route.trusts);
        let pairs = compared_pairs(analysis, &indices, family_of);
        let said = pairs.iter().filter_map(|pair| {
            let (one, two) = (*indices.get(pair.one)?, *indices.get(pair.two)?);
            pair_sentence(analysis, (one, two), family_of)
        });
        let said: Vec<String> = said.collect();
        let said = match said.as_slice() {
            [] => note(words::NO_PAIR_HAS_INTERVALS),
            said => html! { <>{ subtitle(words::HOW_PAIRS_ARE_JUDGED) }{ sentences("", said) }</> },
        };
        let judgement = view.measured.judgement();
        let uids = indices.iter().filter_map(|at| analysis.trusts.get(*at));
        let uids: Vec<&str> = uids.map(|trust| &*trust.uid).collect();
        let trusts = compared_trusts(judgement, &Contexts::new(judgement), &uids).unwrap_or_default();
        let table = compared_pairs_table(&trusts, (analysis.rules.measure, analysis.rules.focus), &pairs);
        (said, Some(listing("compared-pairs", &table, "", NONE)))
    } else {
        let waiting = html! { <>{ note(words::BEING_WORKED_OUT) }{ ranking_bar(&input.ranking) }</> };
        (waiting, None)
    };
    let heading = words::which_can_be_told_apart(analysis.rules.measure.name());
    html! {
        <>
            { card("", "pairs-heading", &heading, html! { <div aria-live="polite">{ inside }</div> }) }
            { table.unwrap_or_default() }
        </>
    }
}

/// The trusts, each with a button to remove it, and a list to add another.
fn chosen_trusts(view: &View, uids: &Rc<[Rc<str>]>) -> Html {
    let mut trusts: Vec<_> = view.analysis.trusts.iter().collect();
    let items = uids.iter().map(|uid| {
        let trust = trusts.iter().find(|trust| trust.uid == *uid);
        let name = trust.map_or(uid, |trust| &trust.readable_name);
        removable(uid, name, &words::remove(name), take_out(Page::Compare, uids, uid))
    });
    let items = each(items);
    trusts.retain(|trust| !uids.contains(&trust.uid));
    let by_name = records::terms::order::sorted(trusts, |one, two| one.name.cmp(&two.name));
    let others = by_name.into_iter();
    let others = others.map(|trust| (&trust.uid, &*trust.readable_name));
    html! {
        <>
            <div class="controls">
                { trusts_or_regions(view, false) }
                if uids.len() < COMPARED.1 {
                    { add_trust(Page::Compare, "add-trust", words::ADD_A_TRUST, uids, others) }
                }
            </div>
            <ul class="compared" aria-label={words::TRUSTS_COMPARED}>{ items }</ul>
        </>
    }
}

/// A list that adds a trust to a page.
pub(super) fn add_trust<'a>(
    page: Page,
    id: &str,
    label: &str,
    uids: &Rc<[Rc<str>]>,
    others: impl Iterator<Item = (&'a Rc<str>, &'a str)>,
) -> Html {
    let others = others.map(|(uid, name)| Choice::new(uid, name, false));
    let choices = Choice::or_none(words::CHOOSE_A_TRUST, others.collect());
    let uids = Rc::clone(uids);
    let add = Callback::from(move |uid: String| {
        if !uid.is_empty() {
            let mut all = uids.to_vec();
            all.push(Rc::from(uid));
            go_to(&Route::of_trusts(page, &all));
        }
    });
    select(id, label, &choices, add)
}

/// Removes a trust from a page.
pub(super) fn take_out(page: Page, uids: &Rc<[Rc<str>]>, uid: &Rc<str>) -> Callback<MouseEvent> {
    let (uids, uid) = (Rc::clone(uids), Rc::clone(uid));
    Callback::from(move |_: MouseEvent| {
        let mut others = uids.to_vec();
        others.retain(|other| *other != uid);
        go_to(&Route::of_trusts(page, &others));
    })
}
