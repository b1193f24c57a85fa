//! Two years or more: whose figures rise or whose gap closes.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    ChartCard, Choice, Controls, SharedChart, caution, listing, select, text_button, tick,
};
use crate::app::hooks::{go_to, use_callback, use_memo};
use crate::app::place::{Page, Place};
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::view::SharedView;
use crate::chart::{Table, TrendChart, trend_source_line, trend_table};
use crate::method::{MeasuredYears, Rules, Setting, Trend, TrendError, TrendLine, TrendSubject};
use crate::model::Library;
use crate::terms::order::sorted;
use crate::terms::readable_name;
use crate::words::app::pages::trend as words;

/// At most so many trusts are drawn: more lines than that cannot be told apart.
const MOST_TRUSTS: usize = 6;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    /// Every year.
    pub(in crate::app) library: Library,
    /// The numbers of the trusts whose lines are drawn.
    pub(in crate::app) chosen: Rc<[Rc<str>]>,
    /// Leads to the region or trust whose mark is chosen.
    pub(in crate::app) on_choose: Callback<String>,
}

/// What a trend is of, and what is drawn of it whoever is chosen.
struct Found {
    trend: Trend,
    source: AttrValue,
    regions: SharedChart,
    trusts: Table,
    /// The numbers and names of the trusts, by name.
    names: Vec<(Rc<str>, String)>,
}

#[component]
pub(in crate::app) fn TrendPage(props: &Props) -> Html {
    let Props {
        state,
        view,
        library,
        chosen,
        on_choose,
    } = props;
    // Of every group and regional rule there is, so that those alone can be changed at little cost.
    let judged = Rules {
        focus: Rules::default().focus,
        regional: Rules::default().regional,
        ..state.settings.rules
    };
    let asked = (library.clone(), judged, state.settings.is_like_for_like);
    let years = use_memo(asked, |(library, rules, is_alike)| {
        MeasuredYears::new(library, rules, *is_alike)
    });
    let areas = Rc::clone(&state.settings.areas);
    let asked = (
        Shared(Rc::clone(&years)),
        state.settings.rules,
        areas,
        state.settings.interval_choices,
    );
    let found = use_memo(asked, |(years, rules, areas, interval_choices)| {
        let years = years.0.as_ref().as_ref().map_err(Clone::clone)?;
        let trend = years.trend_with_areas(rules.focus, rules.regional, areas, interval_choices)?;
        Ok::<Found, TrendError>(Found::new(library, trend))
    });
    let asked = (Shared(Rc::clone(&found)), Rc::clone(chosen));
    let chart = use_memo(asked, |(found, chosen)| {
        let found = found.0.as_ref().as_ref().ok()?;
        chosen_chart(&found.trend, chosen)
    });
    // A mark is of a year: `london-2023`, `area-1-2023`, `trust-2044-2023`.
    let on_mark = use_callback(on_choose.clone(), |id: String, on_choose| {
        let subject = id.rsplit_once('-').map_or("", |(subject, _)| subject);
        let subject = subject.strip_prefix("trust-").unwrap_or(subject);
        on_choose.emit(subject.to_owned());
    });
    html! {
        <>
            { finding(&found) }
            { caution(Page::Trend) }
            <Controls state={state.clone()} view={view.clone()} />
            <div class="controls" role="group" aria-label={words::TREND}>
                { for Setting::of("like-for-like").map(|of| tick(state, of)) }
                { for found.as_ref().as_ref().ok().map(|found| trust_choice(found, chosen)) }
            </div>
            if !chosen.is_empty() {
                <ul class="areas">{ for chosen.iter().map(|uid| drawn(found.as_ref().as_ref().ok(), chosen, uid)) }</ul>
            }
            { for found.as_ref().as_ref().ok().map(|found| body(found, (*chart).clone(), &on_mark)) }
        </>
    }
}

impl Found {
    fn new(library: &Library, trend: Trend) -> Self {
        let regions: Vec<&TrendLine> = trend.regions.iter().chain(&trend.areas).collect();
        let trusts: Vec<&TrendLine> = trend.trusts.iter().collect();
        let names = trend.trusts.iter().filter_map(|line| match &line.subject {
            TrendSubject::Trust { uid, name, .. } => Some((Rc::clone(uid), readable_name(name))),
            _ => None,
        });
        let table = trend_table(&trend, &trusts);
        Self {
            source: trend_source_line(library, &trend).into(),
            regions: Shared(Rc::new(TrendChart::new(&trend, &regions))),
            trusts: Table {
                caption: words::every_trust(&table.caption),
                ..table
            },
            names: sorted(names.collect(), |one, two| one.1.cmp(&two.1)),
            trend,
        }
    }
}

/// The chart of the chosen trusts, in the order in which they were chosen; nothing where none of them is in the trend.
fn chosen_chart(trend: &Trend, chosen: &[Rc<str>]) -> Option<SharedChart> {
    let lines = chosen.iter().take(MOST_TRUSTS);
    let lines: Vec<&TrendLine> = lines.filter_map(|uid| trend.trust(uid)).collect();
    if lines.is_empty() {
        return None;
    }
    Some(Shared(Rc::new(TrendChart::new(trend, &lines))))
}

fn finding(found: &Result<Found, TrendError>) -> Html {
    let (headline, words) = match found {
        Ok(found) => (found.regions.0.title().to_owned(), words::LEAD.to_owned()),
        Err(error) => (
            words::NO_TREND.to_owned(),
            words::error(&error.to_string(), remedy(error)),
        ),
    };
    html! {
        <div class="finding" aria-live="polite">
            <h1>{ headline }</h1>
            <p class="lead">{ words }</p>
        </div>
    }
}

/// Which files to add.
const fn remedy(error: &TrendError) -> &'static str {
    match error {
        TrendError::TooFewYears { .. } => words::ADD_YEARS,
        TrendError::LikeForLikeNeedsSchools => words::ADD_SCHOOLS,
    }
}

/// A list from which a trust is added to those that are drawn.
fn trust_choice(found: &Found, chosen: &Rc<[Rc<str>]>) -> Html {
    if chosen.len() >= MOST_TRUSTS {
        return html! { <p class="note">{ words::SIX_ARE_DRAWN }</p> };
    }
    let first = Choice::new("", words::CHOOSE_A_TRUST, true);
    let others = found.names.iter().filter(|(uid, _)| !chosen.contains(uid));
    let others = others.map(|(uid, name)| Choice::new(uid, name, false));
    let choices: Vec<Choice> = std::iter::once(first).chain(others).collect();
    let chosen = Rc::clone(chosen);
    let on_choose = Callback::from(move |uid: String| {
        if !uid.is_empty() {
            let mut trusts = chosen.to_vec();
            trusts.push(Rc::from(uid));
            go_to(&Place::of_trusts(Page::Trend, &trusts));
        }
    });
    // Another list for each choice, so that it stands on its first line again.
    html! {
        <div key={choices.len()}>{ select("trend-trust", words::DRAW_A_TRUST, &choices, on_choose) }</div>
    }
}

fn body(found: &Found, chart: Option<SharedChart>, on_mark: &Callback<String>) -> Html {
    html! {
        <div class="cards">
            { for chart.map(|chart| html! {
                <ChartCard {chart} id="trend-trusts" source={found.source.clone()} on_choose={on_mark.clone()} />
            }) }
            <ChartCard chart={found.regions.clone()} id="trend-regions" source={found.source.clone()} on_choose={on_mark.clone()} />
            { listing("trend", &found.trusts, "", words::NO_ELIGIBLE_TRUST) }
        </div>
    }
}

/// A trust whose line is drawn, to be taken away.
fn drawn(found: Option<&Found>, chosen: &Rc<[Rc<str>]>, uid: &Rc<str>) -> Html {
    let mut names = found.into_iter().flat_map(|found| &found.names);
    let known = names.find(|(of, _)| of == uid);
    let name = known.map_or_else(|| words::not_in_these_years(uid), |(_, name)| name.clone());
    let remove = {
        let (chosen, uid) = (Rc::clone(chosen), Rc::clone(uid));
        Callback::from(move |_: MouseEvent| {
            let others = chosen.iter().filter(|of| **of != uid);
            let others: Vec<Rc<str>> = others.cloned().collect();
            go_to(&Place::of_trusts(Page::Trend, &others));
        })
    };
    html! {
        <li key={&**uid}>{ &name }{ " " }{ text_button(words::REMOVE, &words::remove(name), remove) }</li>
    }
}
