//! Two to six trusts side by side: every measure with intervals, context, and which two can be told apart.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    ChartCard, Choice, Controls, SharedChart, caution, listing, select, text_button,
};
use crate::app::hooks::{go_to, use_memo};
use crate::app::place::{Page, Place};
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::view::{SharedView, View};
use crate::chart::{
    CompareChart, Table, compare_table, compared_context_table, compared_pairs_table,
    pair_in_words, precision_in_words,
};
use crate::method::{
    Analysis, COMPARED, ComparedMeasure, Contexts, Family, Measured, Rules, compared,
    compared_trusts,
};
use crate::terms::Measure;
use crate::terms::letters::with_capital;
use crate::words::app::pages::{NONE, compare as words};

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    /// The trusts' numbers.
    pub(in crate::app) uids: Rc<[Rc<str>]>,
}

#[component]
pub(in crate::app) fn ComparePage(props: &Props) -> Html {
    let Props { state, view, uids } = props;
    let compared = use_memo((view.clone(), Rc::clone(uids)), |(view, uids)| {
        Compared::new((*view.0).as_ref().ok()?, uids)
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
                <h1>{ words::TRUSTS_SIDE_BY_SIDE }</h1>
                <p class="lead">
                    { words::LEAD }
                </p>
            </div>
            { caution(Page::Compare) }
            <Controls state={state.clone()} view={view.clone()} />
            { chosen_trusts(shown, uids) }
            if !unknown.is_empty() {
                <p class="note" role="status">
                    { words::not_among_eligible(&unknown.join(", ")) }
                </p>
            }
            { match (*compared).as_ref() {
                Some(compared) => body(compared, shown),
                None => html! { <p class="note">{ words::CHOOSE_TRUSTS }</p> },
            } }
        </>
    }
}

/// What is computed of the trusts, once for a view.
struct Compared {
    /// What the two of each pair are to each other in the measure that is shown.
    pairs_in_words: Vec<String>,
    pairs: Table,
    shown: Measures,
    context: Table,
}

/// The trusts in every measure.
struct Measures {
    charts: Vec<(Measure, SharedChart)>,
    table: Table,
}

impl Measures {
    fn new(of: &[Analysis], uids: &[Rc<str>]) -> Self {
        let chart = |analysis: &Analysis| {
            let chart = CompareChart::new(analysis, uids);
            let chart: SharedChart = Shared(Rc::new(chart));
            (analysis.rules.measure, chart)
        };
        Self {
            charts: of.iter().map(chart).collect(),
            table: compare_table(of, uids),
        }
    }
}

impl Compared {
    fn new(view: &View, uids: &[Rc<str>]) -> Option<Self> {
        let judgement = view.measured.judgement();
        let contexts = Contexts::new(judgement);
        let eligible: Vec<Rc<str>> = uids
            .iter()
            .filter(|uid| view.analysis.trusts.iter().any(|trust| trust.uid == **uid))
            .cloned()
            .collect();
        let plain: Vec<&str> = eligible.iter().map(|uid| &**uid).collect();
        let trusts = compared_trusts(judgement, &contexts, &plain).ok()?;
        let focus = view.analysis.rules.focus;
        let found = compared(&view.measured, focus, &plain, &view.interval_choices).ok()?;
        let measured: Vec<Analysis> = view
            .measures
            .iter()
            .filter_map(|measure| in_measure(view, *measure))
            .collect();
        Some(Self {
            shown: Measures::new(&measured, &eligible),
            context: compared_context_table(&trusts, view.analysis.basis, view.analysis.year),
            pairs_in_words: pairs_in_words(view, &found),
            pairs: compared_pairs_table(&trusts, &found),
        })
    }
}

/// Each pair that has intervals, in a sentence.
fn pairs_in_words(view: &View, found: &ComparedMeasure) -> Vec<String> {
    let analysis = &view.analysis;
    let family = Family::chosen(analysis, &found.places);
    let pairs = found.pairs.iter().filter_map(|pair| {
        let (one, two) = (found.places.get(pair.one)?, found.places.get(pair.two)?);
        let words = pair_in_words(analysis, &family, found.critical?, *one, *two)?;
        Some(format!("{}.", with_capital(&words)))
    });
    pairs.collect()
}

/// The analysis of another measure under the same rules, as far as the files have it.
fn in_measure(view: &View, measure: Measure) -> Option<Analysis> {
    let measured = Measured::new(view.measured.judgement(), measure).ok()?;
    let Rules {
        focus, regional, ..
    } = view.analysis.rules;
    measured
        .analysis(focus, regional, &[], &view.interval_choices)
        .ok()
}

/// The trusts, each with a button that takes it out, and a list to add another from.
fn chosen_trusts(view: &View, uids: &Rc<[Rc<str>]>) -> Html {
    let trusts = &view.analysis.trusts;
    let name = |uid: &Rc<str>| {
        let trust = trusts.iter().find(|trust| trust.uid == *uid);
        trust.map_or_else(|| uid.to_string(), |trust| trust.readable_name.to_string())
    };
    let by_name =
        crate::terms::order::sorted(trusts.iter().collect(), |one, two| one.name.cmp(&two.name));
    let others = by_name
        .into_iter()
        .filter(|trust| !uids.contains(&trust.uid));
    let choices: Vec<Choice> = [Choice::new("", words::CHOOSE_A_TRUST, true)]
        .into_iter()
        .chain(others.map(|trust| Choice::new(&trust.uid, &trust.readable_name, false)))
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
            <ul class="compared" aria-label={words::TRUSTS_COMPARED}>
                { for uids.iter().map(|uid| {
                    let others: Vec<Rc<str>> = uids.iter().filter(|other| *other != uid).cloned().collect();
                    let remove = Callback::from(move |_: MouseEvent| go_to(&Place::of_trusts(Page::Compare, &others)));
                    let name = name(uid);
                    html! {
                        <li key={&**uid}>
                            { name.clone() }
                            { text_button(words::REMOVE, &words::remove(name), remove) }
                        </li>
                    }
                }) }
            </ul>
            if uids.len() < COMPARED.1 {
                <div class="controls">{ select("add-trust", words::ADD_A_TRUST, &choices, add) }</div>
            }
        </>
    }
}

fn body(compared: &Compared, view: &View) -> Html {
    let source = AttrValue::from(view.source.clone());
    html! {
        <>
            <div class="cards">
                { pairs_card(compared, view.analysis.rules.measure) }
                { for compared.shown.charts.iter().map(|(measure, chart)| html! {
                    <ChartCard
                        key={measure.key()}
                        chart={chart.clone()}
                        id={format!("compare-{}", measure.key())}
                        source={source.clone()}
                    />
                }) }
                { listing(
                    "compared-measures",
                    &compared.shown.table,
                    &precision_in_words(&view.analysis),
                    NONE,
                ) }
                { listing("compared-pairs", &compared.pairs, "", NONE) }
                { listing("compared-context", &compared.context, "", NONE) }
            </div>
        </>
    }
}

/// Each two of the trusts: distinguishable or not, among those that are compared.
fn pairs_card(compared: &Compared, measure: Measure) -> Html {
    let sentences = compared.pairs_in_words.iter();
    html! {
        <section class="card" aria-labelledby="pairs-heading" aria-live="polite">
            <h2 id="pairs-heading">{ words::which_can_be_told_apart(measure.name()) }</h2>
            if compared.pairs_in_words.is_empty() {
                <p>{ words::NO_PAIR_HAS_INTERVALS }</p>
            } else {
                <ul>{ for sentences.map(|words| html! { <li>{ words.clone() }</li> }) }</ul>
            }
        </section>
    }
}
