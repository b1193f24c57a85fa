//! Two to six trusts side by side: every measure with intervals, context, and which two can be told apart.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    ChartCard, Choice, Controls, SharedChart, listing, ranking_bar, select, text_button,
};
use crate::app::hooks::go_to;
use crate::app::place::{Page, Place};
use crate::app::ranking::Reckoning;
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::view::{SharedView, View};
use crate::chart::{
    CompareChart, Table, compare_table, compared_context_table, pair_in_words, precision_in_words,
};
use crate::method::{
    Analysis, ComparedTrust, Contexts, Measured, Precisions, compared_trusts, offered,
};
use crate::model::DataSet;
use crate::terms::letters::with_capital;
use crate::terms::{Measure, readable_name};

use super::trusts::MOST_COMPARED;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    /// The trusts' numbers.
    pub(in crate::app) uids: Rc<[Rc<str>]>,
    pub(in crate::app) reckoning: Reckoning,
}

#[component]
pub(in crate::app) fn ComparePage(props: &Props) -> Html {
    let Props {
        state,
        view,
        uids,
        reckoning,
    } = props;
    let data = state.data();
    let compared = use_memo((view.clone(), Rc::clone(uids)), |(view, uids)| {
        let view = (*view.0).as_ref().ok()?;
        Compared::new(data.as_deref()?, view, uids)
    });
    let Ok(shown) = &*view.0 else {
        return html! {};
    };
    let known = |uid: &&Rc<str>| shown.analysis.trusts.iter().any(|trust| trust.uid == **uid);
    let unknown: Vec<&str> = uids
        .iter()
        .filter(|uid| !known(uid))
        .map(|uid| &**uid)
        .collect();
    html! {
        <>
            <div class="finding" aria-live="polite">
                <h1>{ "Trusts side by side" }</h1>
                <p class="lead">
                    { "Every measure with its interval. Where two cannot be told apart, the order of their figures may be chance." }
                </p>
            </div>
            <Controls state={state.clone()} view={view.clone()} />
            { chosen_trusts(shown, uids) }
            if !unknown.is_empty() {
                <p class="note" role="status">
                    { format!("Not among the eligible trusts of these files and rules: {}.", unknown.join(", ")) }
                </p>
            }
            { match (*compared).as_ref() {
                Some(compared) => body(compared, shown, view, reckoning),
                None => html! { <p class="note">{ "Choose two to six trusts." }</p> },
            } }
        </>
    }
}

/// What is computed of the trusts, once for a view.
struct Compared {
    trusts: Vec<ComparedTrust>,
    charts: Vec<(Measure, SharedChart)>,
    measures: Table,
    context: Table,
}

impl Compared {
    fn new(data: &DataSet, view: &View, uids: &[Rc<str>]) -> Option<Self> {
        let judgement = view.measured.judgement();
        let contexts = Contexts::new(judgement);
        let eligible: Vec<Rc<str>> = uids
            .iter()
            .filter(|uid| view.analysis.trusts.iter().any(|trust| trust.uid == **uid))
            .cloned()
            .collect();
        let plain: Vec<&str> = eligible.iter().map(|uid| &**uid).collect();
        let trusts = compared_trusts(judgement, &contexts, &plain).ok()?;
        let measured: Vec<(Analysis, Precisions)> = view
            .measures
            .iter()
            .filter_map(|measure| in_measure(data, view, *measure))
            .collect();
        let chart = |(analysis, precisions): &(Analysis, Precisions)| {
            let chart = CompareChart::new(analysis, precisions, &eligible);
            let chart: SharedChart = Shared(Rc::new(chart));
            (analysis.rules.measure, chart)
        };
        let pairs: Vec<(&Analysis, &Precisions)> = measured
            .iter()
            .map(|(analysis, precisions)| (analysis, precisions))
            .collect();
        Some(Self {
            charts: measured.iter().map(chart).collect(),
            measures: compare_table(&pairs, &eligible),
            context: compared_context_table(&trusts, view.analysis.basis, view.analysis.year),
            trusts,
        })
    }
}

/// The analysis of another measure under the same rules, as far as the files allow them.
fn in_measure(data: &DataSet, view: &View, measure: Measure) -> Option<(Analysis, Precisions)> {
    let measured = Measured::new(view.measured.judgement(), measure).ok()?;
    let rules = view.analysis.rules;
    let possible = offered(data, view.analysis.basis, rules.focus);
    let regional = possible.iter().find(|rule| **rule == rules.regional);
    let regional = regional.or_else(|| possible.first())?;
    let analysis = measured.analysis(rules.focus, *regional, &[]).ok()?;
    let precisions = Precisions::new(&measured, &analysis, &view.doubt);
    Some((analysis, precisions))
}

/// The trusts, each with a button that takes it out, and a list to add another from.
fn chosen_trusts(view: &View, uids: &Rc<[Rc<str>]>) -> Html {
    let trusts = &view.analysis.trusts;
    let name = |uid: &Rc<str>| {
        let trust = trusts.iter().find(|trust| trust.uid == *uid);
        trust.map_or_else(|| uid.to_string(), |trust| readable_name(&trust.name))
    };
    let by_name =
        crate::terms::order::sorted(trusts.iter().collect(), |one, two| one.name.cmp(&two.name));
    let others = by_name
        .into_iter()
        .filter(|trust| !uids.contains(&trust.uid));
    let choices: Vec<Choice> = [Choice::new("", "Choose a trust", true)]
        .into_iter()
        .chain(others.map(|trust| Choice::new(&trust.uid, &readable_name(&trust.name), false)))
        .collect();
    let add = {
        let uids = Rc::clone(uids);
        Callback::from(move |uid: String| {
            if !uid.is_empty() {
                let all: Vec<Rc<str>> = uids.iter().cloned().chain([Rc::from(uid)]).collect();
                go_to(&Place::of_trusts(Page::Compare, &all));
            }
        })
    };
    html! {
        <>
            <ul class="compared" aria-label="Trusts compared">
                { for uids.iter().map(|uid| {
                    let others: Vec<Rc<str>> = uids.iter().filter(|other| *other != uid).cloned().collect();
                    let remove = Callback::from(move |_: MouseEvent| go_to(&Place::of_trusts(Page::Compare, &others)));
                    let name = name(uid);
                    html! {
                        <li key={&**uid}>
                            { name.clone() }
                            { text_button("Remove", &format!("Remove {name}"), remove) }
                        </li>
                    }
                }) }
            </ul>
            if uids.len() < MOST_COMPARED {
                <div class="controls">{ select("add-trust", "Add a trust", &choices, add) }</div>
            }
        </>
    }
}

fn body(compared: &Compared, view: &View, shared: &SharedView, reckoning: &Reckoning) -> Html {
    let source = AttrValue::from(view.source.clone());
    html! {
        <>
            { ranking_bar(reckoning) }
            <div class="cards">
                { pairs_card(compared, view, shared, reckoning) }
                { for compared.charts.iter().map(|(measure, chart)| html! {
                    <ChartCard
                        key={measure.key()}
                        chart={chart.clone()}
                        id={format!("compare-{}", measure.key())}
                        source={source.clone()}
                    />
                }) }
                { listing(
                    "compared-measures",
                    &compared.measures,
                    &precision_in_words(&view.analysis, &view.precisions),
                    "None.",
                ) }
                { listing("compared-context", &compared.context, "", "None.") }
            </div>
        </>
    }
}

/// Each two of the trusts: distinguishable or not, among all trusts of England.
fn pairs_card(
    compared: &Compared,
    view: &View,
    shared: &SharedView,
    reckoning: &Reckoning,
) -> Html {
    let analysis = &view.analysis;
    let known = reckoning.ranks.family(shared, None);
    let critical = known.and_then(|(family, ranks)| Some((family, ranks.critical?)));
    let place = |trust: &ComparedTrust| analysis.trusts.iter().position(|of| of.uid == trust.uid);
    let places: Vec<usize> = compared.trusts.iter().filter_map(place).collect();
    let pairs = places.iter().enumerate().flat_map(|(at, one)| {
        let later = places.iter().skip(at + 1);
        later.map(move |two| (*one, *two))
    });
    let sentences: Vec<String> = critical.map_or_else(Vec::new, |(family, critical)| {
        let words =
            |(one, two)| pair_in_words(analysis, &view.precisions, family, critical, one, two);
        pairs
            .filter_map(words)
            .map(|words| format!("{}.", with_capital(&words)))
            .collect()
    });
    html! {
        <section class="card" aria-labelledby="pairs-heading" aria-live="polite">
            <h2 id="pairs-heading">{ format!("Which can be told apart: {}", analysis.rules.measure.name()) }</h2>
            if sentences.is_empty() {
                <p>{ "The ranks have to be computed first, or no two of these trusts have intervals." }</p>
            } else {
                <ul>{ for sentences.iter().map(|words| html! { <li>{ words.clone() }</li> }) }</ul>
            }
        </section>
    }
}
