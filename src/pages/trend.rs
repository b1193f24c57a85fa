//! Two years or more: whose figures rise or whose gap closes.

use std::rc::Rc;

use method::{AdjustParts, MeasuredYears, Rules, Setting, Trend, TrendError, TrendLine, TrendSubject};
use records::model::Library;
use records::terms::order::sorted;
use records::terms::readable_name;
use show::chart::{Caption, Table, TrendChart, quote_of_trend, trend_source_line, trend_table};
use yew::prelude::*;

use crate::components::{
    SharedChart, cards, chart_card, each, element, figures_switch, finding, group, listing, note, quoted, removable,
    tick,
};
use crate::route::Page;
use crate::shared::Shared;
use crate::survey::use_found;
use crate::words::pages::trend as words;

use super::PageInput;
use super::compare::{add_trust, take_out};
use super::trend_in_context::{TrendAsked, TrendInContext};

/// The most trusts that are drawn: more lines could not be told apart.
const MOST_TRUSTS: usize = 6;

/// The trends, and the charts that do not depend on the chosen trusts.
struct Found {
    trend: Trend,
    source: String,
    regions: SharedChart,
    trusts: Table,
    /// The trusts' numbers and names, sorted by name.
    names: Vec<(Rc<str>, String)>,
}

/// The trends, or why there are none.
type Attempt = Result<Found, TrendError>;

#[component]
pub(crate) fn TrendPage(input: &PageInput) -> Html {
    let PageInput { state, library, .. } = input;
    let chosen = &input.route.trusts;
    // For every group and regional rule, so that only these can change at little cost.
    let judged = Rules {
        focus: Rules::default().focus,
        regional: Rules::default().regional,
        ..state.settings.rules
    };
    let deps = (library.clone(), judged, state.settings.is_like_for_like);
    let years = use_memo(deps, |(library, rules, is_alike)| {
        MeasuredYears::new(library, rules, *is_alike)
    });
    let asked = TrendAsked {
        years: Shared(years),
        rules: state.settings.rules,
        areas: Rc::clone(&state.settings.areas),
        interval_choices: state.settings.interval_choices,
    };
    let plain = use_memo((library.clone(), asked.clone()), |(library, asked)| {
        asked.trend().map(|trend| Found::new(library, trend))
    });
    let adjusted = parts(input).map(|parts| (asked, parts));
    let adjusted = use_found::<TrendInContext>(&input.last_surveys.trend, adjusted);
    let adjusted = use_memo((library.clone(), adjusted), |(library, adjusted)| {
        let trend = (*adjusted.as_ref()?.0).clone();
        Some(trend.map(|trend| Found::new(library, trend)))
    });
    // As they are until they are adjusted, or where they cannot be.
    let drawn_of = (
        Shared(Rc::clone(&plain)),
        Shared(Rc::clone(&adjusted)),
        Rc::clone(chosen),
    );
    let chart = use_memo(drawn_of, |(plain, adjusted, chosen)| {
        chosen_chart(&to_draw(&plain.0, &adjusted.0)?.trend, chosen)
    });
    // The id of a mark includes a year: `london-2023`, `area-1-2023`, `trust-2044-2023`.
    let on_mark = use_callback(input.on_choose.clone(), |id: String, on_choose| {
        let subject = id.rsplit_once('-').map_or("", |(subject, _)| subject);
        let subject = subject.strip_prefix("trust-").unwrap_or(subject);
        on_choose.emit(subject.to_owned());
    });
    let Some(shown) = input.view.shown() else {
        return html! {};
    };
    let (headline, words) = match &*plain {
        Ok(found) => (found.regions.0.title(), words::LEAD.to_owned()),
        Err(error) => (words::NO_TREND, words::error(&error.to_string(), remedy(error))),
    };
    let found = (*plain).as_ref().ok();
    let switch = found.and_then(|_| input.context());
    let switch = switch.map(|context| figures_switch(state, shown, context, &input.query));
    let refused = (*adjusted).as_ref().and_then(|adjusted| adjusted.as_ref().err());
    let refused = refused.map(|error| note(&words::not_adjusted(&error.to_string())));
    let choices = html! {
        <>
            { Setting::of("like-for-like").map(|of| tick(state, of)).unwrap_or_default() }
            { found.map(|found| trust_choice(found, chosen)).unwrap_or_default() }
        </>
    };
    let quotation = found.map(|found| quotation(library, &found.trend, chosen));
    let drawn = chosen.iter().map(|uid| drawn(found, chosen, uid));
    let body = to_draw(&plain, &adjusted).map(|found| body(found, (*chart).as_ref(), &on_mark));
    html! {
        <>
            { input.opening(shown, quoted(finding(headline, &words, html! {}), quotation)) }
            { switch.unwrap_or_default() }
            { refused.unwrap_or_default() }
            { group(words::TREND, choices) }
            if !chosen.is_empty() { { element("ul", "areas", each(drawn)) } }
            { body.unwrap_or_default() }
        </>
    }
}

/// The parts that every year is to be adjusted for: those that the user chose and the files of the year on the screen
/// offer; `None` if figures are to be as they are.
fn parts(input: &PageInput) -> Option<AdjustParts> {
    let context = input.context()?;
    context.view()?;
    let parts = input.state.settings.adjust.and(context.offered.ok()?);
    (!parts.is_empty()).then_some(parts)
}

/// The adjusted trends where there are some, or else those of the figures as they are.
fn to_draw<'a>(plain: &'a Attempt, adjusted: &'a Option<Attempt>) -> Option<&'a Found> {
    let adjusted = adjusted.as_ref().and_then(|adjusted| adjusted.as_ref().ok());
    adjusted.or(plain.as_ref().ok())
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
            source: trend_source_line(library, &trend),
            regions: Shared(Rc::new(TrendChart::new(&trend, &regions))),
            trusts: Table {
                caption: Caption::new(words::EVERY_TRUST, table.caption.to_string()),
                ..table
            },
            names: sorted(names.collect(), |one, two| one.1.cmp(&two.1)),
            trend,
        }
    }
}

/// The chart of the chosen trusts, in the order in which they were chosen. Returns `None` if none of them has a
/// trend.
fn chosen_chart(trend: &Trend, chosen: &[Rc<str>]) -> Option<SharedChart> {
    let lines = chosen.iter().take(MOST_TRUSTS);
    let lines: Vec<&TrendLine> = lines.filter_map(|uid| trend.trust(uid)).collect();
    if lines.is_empty() {
        return None;
    }
    Some(Shared(Rc::new(TrendChart::new(trend, &lines))))
}

/// What can be quoted: of all regions, with the chosen trusts.
fn quotation(library: &Library, trend: &Trend, chosen: &[Rc<str>]) -> String {
    let chosen = chosen.iter().take(MOST_TRUSTS);
    let chosen: Vec<&TrendLine> = chosen.filter_map(|uid| trend.trust(uid)).collect();
    let regions: Vec<&TrendLine> = trend.regions.iter().collect();
    quote_of_trend(library, trend, &regions, &chosen)
}

/// Which files to add.
const fn remedy(error: &TrendError) -> &'static str {
    match error {
        TrendError::TooFewYears { .. } => words::ADD_YEARS,
        TrendError::LikeForLikeNeedsSchools => words::ADD_SCHOOLS,
    }
}

/// A list that adds a trust to the chart.
fn trust_choice(found: &Found, chosen: &Rc<[Rc<str>]>) -> Html {
    if chosen.len() >= MOST_TRUSTS {
        return note(words::CHART_IS_FULL);
    }
    let others = found.names.iter().filter(|(uid, _)| !chosen.contains(uid));
    let others = others.map(|(uid, name)| (uid, &**name));
    let list = add_trust(Page::Trend, "trend-trust", words::ADD_A_TRUST, chosen, others);
    // A new list after each choice, so that it starts at its first line.
    html! { <div key={chosen.len()}>{ list }</div> }
}

fn body(found: &Found, chart: Option<&SharedChart>, on_mark: &Callback<String>) -> Html {
    let (source, on_mark) = (&found.source, Some(on_mark));
    let chart = chart.map(|chart| chart_card(chart, "trend-trusts", source, on_mark));
    cards(html! {
        <>
            { chart.unwrap_or_default() }
            { chart_card(&found.regions, "trend-regions", source, on_mark) }
            { listing("trend", &found.trusts, "", words::NO_ELIGIBLE_TRUST) }
        </>
    })
}

/// A trust in the chart, with a button to remove it.
fn drawn(found: Option<&Found>, chosen: &Rc<[Rc<str>]>, uid: &Rc<str>) -> Html {
    let mut names = found.into_iter().flat_map(|found| &found.names);
    let known = names.find(|(of, _)| of == uid);
    let name = known.map_or_else(|| words::not_in_these_years(uid), |(_, name)| name.clone());
    let remove = take_out(Page::Trend, chosen, uid);
    removable(uid, &format!("{name} "), &words::remove(&name), remove)
}
