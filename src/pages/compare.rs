//! Two to six trusts side by side: every measure with intervals, context, and which trusts are distinguishable.

use std::rc::Rc;

use method::{Analysis, COMPARED, ComparedMeasure, Contexts, Family, Measured, compared, compared_trusts};
use records::terms::Measure;
use records::terms::letters::with_capital;
use show::chart::{
    CompareChart, compare_table, compared_context_table, compared_pairs_table, pair_in_words, precision_in_words,
};
use yew::prelude::*;

use crate::components::{
    Choice, SharedChart, cards, chart_card, each, element, finding, listing, note, paragraph, removable, select,
    sentences,
};
use crate::hooks::go_to;
use crate::route::{Page, Route};
use crate::shared::Shared;
use crate::view::{InContext, View};
use crate::words::pages::{NONE, compare as words};

use super::PageInput;

pub(super) fn compare_page(input: &PageInput, shown: &View, compared: &[Html]) -> Html {
    let (trusts, uids) = (&shown.analysis.trusts, &input.route.trusts);
    let mut unknown: Vec<&str> = uids.iter().map(|uid| &**uid).collect();
    unknown.retain(|uid| trusts.iter().all(|trust| *trust.uid != **uid));
    html! {
        <>
            { input.opening(shown, finding(words::TRUSTS_SIDE_BY_SIDE, words::LEAD, html! {})) }
            { chosen_trusts(shown, uids) }
            if !unknown.is_empty() {
                <p class="note" role="status">{ words::not_among_eligible(&unknown.join(", ")) }</p>
            }
            if compared.is_empty() {
                { note(words::CHOOSE_TRUSTS) }
            } else {
                { cards(each(compared.iter().cloned())) }
            }
        </>
    }
}

/// The results for the trusts, a card each. Empty if they cannot be compared.
pub(super) fn compared_cards(input: &PageInput, view: &View) -> Vec<Html> {
    try_cards(input, view).unwrap_or_default()
}

fn try_cards(input: &PageInput, view: &View) -> Option<Vec<Html>> {
    let (analysis, rules) = (&view.analysis, view.analysis.rules);
    let uids = &input.route.trusts;
    let judgement = view.measured.judgement();
    let contexts = Contexts::new(judgement);
    let mut eligible = uids.to_vec();
    eligible.retain(|uid| analysis.trusts.iter().any(|trust| trust.uid == *uid));
    let plain: Vec<&str> = eligible.iter().map(|uid| &**uid).collect();
    let trusts = compared_trusts(judgement, &contexts, &plain).ok()?;
    let found = compared(&view.measured, rules.focus, &plain, &view.interval_choices).ok()?;
    // All measures in the files, under the same rules.
    let measures = view.measures.iter().filter_map(|measure| {
        let measured = Measured::new(judgement, *measure).ok()?;
        let analysis = measured.analysis(rules.focus, rules.regional, &[], &view.interval_choices);
        analysis.ok()
    });
    let mut measures: Vec<Analysis> = measures.collect();
    let mut cards = vec![pairs_card(&pairs_in_words(view, &found), rules.measure)];
    cards.extend(measures.iter().map(|analysis| {
        let chart: SharedChart = Shared(Rc::new(CompareChart::new(analysis, &eligible)));
        let id = format!("compare-{}", analysis.rules.measure.key());
        chart_card(&chart, &id, &view.source, None)
    }));
    // Beside the figure of the measure in force what it is adjusted for context.
    let adjusted = input.context().and_then(InContext::view);
    measures.extend(adjusted.map(|adjusted| adjusted.analysis.clone()));
    let table = compare_table(&measures, &eligible);
    let pairs = compared_pairs_table(&trusts, &found);
    let context = compared_context_table(&trusts, analysis.basis, analysis.year);
    cards.extend([
        listing("compared-measures", &table, &precision_in_words(analysis), NONE),
        listing("compared-pairs", &pairs, "", NONE),
        listing("compared-context", &context, "", NONE),
    ]);
    Some(cards)
}

/// A sentence for each pair with intervals.
fn pairs_in_words(view: &View, found: &ComparedMeasure) -> Vec<String> {
    let analysis = &view.analysis;
    let family = Family::chosen(analysis, &found.indices);
    let pairs = found.pairs.iter().filter_map(|pair| {
        let (one, two) = (found.indices.get(pair.one)?, found.indices.get(pair.two)?);
        let words = pair_in_words(analysis, &family, found.critical?, *one, *two)?;
        Some(format!("{}.", with_capital(&words)))
    });
    pairs.collect()
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
            <ul class="compared" aria-label={words::TRUSTS_COMPARED}>{ items }</ul>
            if uids.len() < COMPARED.1 {
                { element("div", "controls", add_trust(Page::Compare, "add-trust", words::ADD_A_TRUST, uids, others)) }
            }
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

/// Every two of these trusts: distinguishable or not, in the family of these trusts.
fn pairs_card(pairs: &[String], measure: Measure) -> Html {
    html! {
        <section class="card" aria-labelledby="pairs-heading" aria-live="polite">
            <h2 id="pairs-heading">{ words::which_can_be_told_apart(measure.name()) }</h2>
            if pairs.is_empty() {
                { paragraph(words::NO_PAIR_HAS_INTERVALS) }
            } else {
                { sentences("", pairs) }
            }
        </section>
    }
}
