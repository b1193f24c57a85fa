//! Whether findings hold under every combination of rules, as sentences, a curve and tables.

use std::rc::Rc;

use method::{
    Claim, ClaimInContexts, ClaimRobustness, ClaimWithoutSelective, ContextRobustness, ContextSurvey, Robustness,
    without_selective,
};
use show::chart::{
    Caption, Check, NO_JOINT_TEST, RankRangeChart, SpecificationChart, Table, claim_in_contexts_in_words,
    claim_in_words, claim_robustness_in_words, headlines_in_contexts_table, headlines_robustness_table,
    quote_of_robustness, region_in_contexts_in_words, trusts_in_contexts_table, trusts_robustness_table,
    without_selective_in_words,
};
use yew::prelude::*;

use crate::components::{
    SharedChart, about_choice, cards, chart_card, chart_card_with, contexts_bar, element, finding, group, lead, link,
    listing, listing_in_short, paragraph, quoted, select_index, survey_bar,
};
use crate::route::{About, Page, Route};
use crate::shared::Shared;
use crate::state::Action;
use crate::survey::{ContextsTried, Surveying, use_steps, use_survey};
use crate::view::View;
use crate::words::pages::robustness as words;

use super::PageInput;
use super::regions::checks;

/// The fewest combinations of rules that are drawn as a curve. Fewer are a table.
const CURVE: usize = 4;

#[component]
pub(crate) fn RobustnessPage(input: &PageInput) -> Html {
    let (state, view, about) = (&input.state, &input.view, input.about);
    let data = view.shown().map(|view| Rc::clone(&view.data));
    let surveying = &use_survey(&input.last_surveys, data, &state.settings.rules);
    let found = surveying.found();
    let tried = view.shown().zip(found.clone()).map(|(view, found)| ContextsTried {
        measured: Shared(Rc::clone(&view.measured)),
        rules: view.analysis.rules,
        interval_choices: view.interval_choices,
        robustness: Some((Shared(Rc::clone(&view.data)), found)),
    });
    let in_contexts = &use_steps::<ContextSurvey>(&input.last_surveys.contexts, tried);
    let claims = view.shown().zip(found.as_ref());
    let claims = claims.map(|(view, found)| found.0.of_claims(&view.analysis));
    let claims = claims.unwrap_or_default();
    // The first headline that some rule breaks is the most informative.
    let broken = claims.iter().position(|claim| claim.holds < claim.of);
    let looked_at = input.selections.claim.or(broken).unwrap_or(0);
    let deps = (view.clone(), found.clone(), about, looked_at);
    let charts = use_memo(deps, |(view, found, about, looked_at)| {
        let view = view.shown()?;
        let claim = Claim::of(&view.analysis).get(*looked_at).copied();
        Some(charts(view, &found.as_ref()?.0, *about, claim))
    });
    // One analysis more, after the survey.
    let without = use_memo((view.clone(), found.is_some()), |(view, is_found)| {
        let view = view.shown().filter(|_| *is_found)?;
        without_selective(&view.data, &view.analysis)
    });
    let Some(shown) = view.shown() else {
        return html! {};
    };
    let without = (*without).as_deref().unwrap_or_default();
    let sentences = found.as_ref().map(|_| sentences(&claims, without, shown));
    let choices = html! {
        <>
            { about_choice(&input.state, shown, Page::Robustness, about, words::CURVE_OF) }
            { claim_choice(&claims, shown, looked_at, input) }
        </>
    };
    let found = found.as_ref().zip((*charts).as_ref());
    let body = found.map(|(found, charts)| {
        let contexts = contexts(input, &claims, &found.0, (in_contexts, shown));
        html! { <>{ group(words::CURVE, choices) }{ body(input, charts, &claims, &found.0, shown) }{ contexts }</> }
    });
    let is_published = found.is_some_and(|(found, _)| !found.0.trusts_testable);
    let finding = finding(words::HEADING, words::LEAD, sentences.unwrap_or_default());
    let finding = quoted(finding, quote_of_robustness(&shown.data, &shown.analysis, &claims));
    html! {
        <>
            { input.opening(shown, finding) }
            if is_published {
                <p>{ words::ONLY_PUBLISHED }{ link(&Route::of(Page::Data), &input.query, words::SEE_DATA) }{ "." }</p>
            }
            { survey_bar(surveying) }
            { body.unwrap_or_default() }
        </>
    }
}

/// The curve, and the rank ranges of a region's trusts if ranks can be tested.
fn charts(view: &View, found: &Robustness, about: About, claim: Option<Claim>) -> (SharedChart, Option<SharedChart>) {
    let region = about.region();
    let curve = SpecificationChart::new(found, &view.analysis, region, claim);
    let ranges = region.filter(|_| found.trusts_testable);
    let ranges =
        ranges.map(|region| -> SharedChart { Shared(Rc::new(RankRangeChart::new(found, &view.analysis, region))) });
    (Shared(Rc::new(curve)), ranges)
}

fn sentences(claims: &[ClaimRobustness], without: &[ClaimWithoutSelective], view: &View) -> Html {
    let analysis = &view.analysis;
    let sentences = claims.iter().map(|claim| {
        let mut said = claim_robustness_in_words(claim, &analysis.rules);
        let without = without.iter().find(|of| of.claim == claim.claim);
        said.extend(without.map(|of| without_selective_in_words(of, analysis)));
        Check {
            text: said.join(" "),
            holds: claim.holds == claim.of,
        }
    });
    html! { <ul class="checks sentences">{ checks(sentences) }</ul> }
}

/// The choice of the headline. Dots are filled where it holds.
fn claim_choice(claims: &[ClaimRobustness], view: &View, looked_at: usize, input: &PageInput) -> Html {
    if claims.is_empty() {
        return html! {};
    }
    let rules = &view.analysis.rules;
    let names = claims.iter().map(|claim| claim_in_words(claim.claim, rules));
    let names: Vec<String> = names.collect();
    let chosen = input.selections.claim.clone();
    let on_choose = Callback::from(move |index: usize| chosen.set(Some(index)));
    select_index("claim", words::HEADLINE, &names, looked_at, on_choose)
}

/// What becomes of the headlines and of trusts' ranks under every choice of context, or why none is tried.
fn contexts(
    input: &PageInput,
    claims: &[ClaimRobustness],
    found: &Robustness,
    (surveying, view): (&Surveying<ContextRobustness>, &View),
) -> Html {
    let tried = surveying.found().map(|contexts| {
        let rules = &view.analysis.rules;
        let claims = claims
            .iter()
            .map(|claim| contexts.0.of_claim(claim.claim, rules, found));
        let claims: Vec<ClaimInContexts> = claims.collect();
        let sentences = claims.iter().map(|claim| Check {
            text: claim_in_contexts_in_words(claim, rules).join(" "),
            holds: claim.holds == claim.of,
        });
        let region = input.about.region();
        let places = region.and_then(|region| region_in_contexts_in_words(region, (&contexts.0, found), rules));
        let headlines = headlines_in_contexts_table(&claims, rules);
        let trusts = trusts_in_contexts_table(&contexts.0, region);
        html! {
            <>
                <ul class="checks sentences">{ checks(sentences) }</ul>
                { places.as_deref().map(paragraph).unwrap_or_default() }
                { cards(html! {
                    <>
                        { listing("headlines-in-every-context", &headlines, "", words::NO_HEADLINE) }
                        { listing_of_trusts("trusts-in-every-context", &trusts, region.is_some()) }
                    </>
                }) }
            </>
        }
    });
    html! {
        <section class="in-context" aria-labelledby="in-context-heading">
            <h2 id="in-context-heading">{ words::CONTEXT }</h2>
            { lead(words::CONTEXT_LEAD) }
            { contexts_bar(surveying) }
            { tried.unwrap_or_default() }
        </section>
    }
}

fn body(
    input: &PageInput,
    (curve, ranges): &(SharedChart, Option<SharedChart>),
    claims: &[ClaimRobustness],
    found: &Rc<Robustness>,
    view: &View,
) -> Html {
    let adopt = {
        let (found, dispatcher) = (Rc::clone(found), input.state.dispatcher());
        let rules = &input.state.settings.rules;
        let measure = (rules.measure, rules.focus);
        Callback::from(move |id: String| {
            let outcome = id.parse().ok().and_then(|at: usize| found.outcomes.get(at));
            if let Some(rules) = outcome.and_then(|outcome| outcome.rules.first()) {
                let mut rules = *rules;
                (rules.measure, rules.focus) = measure;
                dispatcher.dispatch(Action::choose(move |settings| settings.rules = rules));
            }
        })
    };
    let curve = if found.outcomes.len() < CURVE {
        let caption = Caption::new(curve.0.title(), words::WHAT_ROWS_ARE);
        let table = Table {
            caption,
            ..curve.0.table()
        };
        listing("specification-curve", &table, "", "")
    } else {
        let what = format!("{}{NO_JOINT_TEST}", words::WHAT_COLUMNS_ARE);
        let what = element("p", "note", what.into());
        chart_card_with(curve, "specification-curve", &view.source, Some(&adopt), what)
    };
    let headlines = headlines_robustness_table(claims, &view.analysis.rules);
    let ranges = ranges.as_ref();
    let ranges = ranges.map(|chart| chart_card(chart, "rank-ranges-under-all-rules", &view.source, None));
    let region = input.about.region();
    let trusts = found.trusts_testable.then(|| {
        let table = trusts_robustness_table(found, region);
        listing_of_trusts("trusts-under-all-rules", &table, region.is_some())
    });
    cards(html! {
        <>
            { curve }
            { listing("headlines-under-all-rules", &headlines, "", words::NO_HEADLINE) }
            { ranges.unwrap_or_default() }
            { trusts.unwrap_or_default() }
        </>
    })
}

/// A table of trusts. If all are of one region, that is in the title and not in a column. The file keeps the column.
fn listing_of_trusts(id: &str, table: &Table, is_of_one_region: bool) -> Html {
    let shown = if is_of_one_region {
        &table.without_repeats()
    } else {
        table
    };
    listing_in_short(id, shown, table, "", words::NO_ELIGIBLE_TRUST)
}
