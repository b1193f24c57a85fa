//! Differences within regions compared with differences between them, and with who the pupils are.

use std::rc::Rc;

use method::{Contexts, FiguresAgainst, Highlight, Scope, spread};
use records::terms::ContextPart;
use show::chart::{
    ANALYSIS_CHARTS, AnalysisChart, ScatterChart, parts_known, quote_of_spread, spread_headline, spread_lead,
    spread_sentences, spread_table,
};
use yew::prelude::*;

use crate::components::{
    Choice, SharedChart, card, cards, change, chart_card_with, each, figures_switch, finding, group, listing, note,
    paragraph, quoted, removable, select, sentences,
};
use crate::route::{About, Page};
use crate::shared::Shared;
use crate::view::View;
use crate::words::pages::spread as words;

use super::PageInput;
use super::compare::{add_trust, take_out};
use super::gap_within::{Of, gap_within_card};
use super::regions::areas_card;

pub(super) fn spread_page(input: &PageInput, shown: &View, made: &[Html]) -> Html {
    let [finding, charts, table, context] = made else {
        return html! {};
    };
    let switch = input.context();
    let switch = switch.map(|context| figures_switch(&input.state, shown, context, &input.query));
    let inside = html! {
        <>
            { charts.clone() }
            { table.clone() }
            { context.clone() }
            { areas_card(input.chosen.view.shown().unwrap_or(shown), &input.state.settings.areas, &input.query) }
        </>
    };
    html! {
        <>
            { input.opening(shown, finding.clone()) }
            { switch.unwrap_or_default() }
            { cards(inside) }
        </>
    }
}

/// The finding, the charts, the table of the regions' trusts, and what figures have to do with context and schools. The
/// charts and the table are of the figures that the user chose to see; all else is never adjusted.
pub(super) fn made(input: &PageInput, view: &View) -> Vec<Html> {
    let analysis = &view.analysis;
    let chosen = input.chosen.view.shown().unwrap_or(view);
    let context = html! { <>{ scatter_card(input, view) }{ gap_within_card(view, Of::Part(Scope::All)) }</> };
    let card = |of: &AnalysisChart| {
        let (chart, choose) = (Shared((of.make)(&chosen.analysis)), note(words::CHOOSE_A_MARK));
        chart_card_with(&chart, of.id, &chosen.source, Some(&input.on_choose), choose)
    };
    let charts = each(ANALYSIS_CHARTS.iter().map(card));
    let Some(spread) = spread(analysis) else {
        return vec![finding(words::NO_FIGURE, "", html! {}), charts, html! {}, context];
    };
    let sentences = sentences("sentences", &spread_sentences(analysis, &spread));
    let finding = finding(&spread_headline(&spread), &spread_lead(&spread), sentences);
    let finding = quoted(finding, Some(quote_of_spread(&view.data, analysis, &spread)));
    let table = method::spread(&chosen.analysis).map(|spread| spread_table(&chosen.analysis, &spread));
    let table = table.map(|table| listing("spread", &table, "", words::NO_ROWS));
    vec![finding, charts, table.unwrap_or_default(), context]
}

/// Figures against a part of the context, which is chosen above the picture, as are the trusts that stand out.
fn scatter_card(input: &PageInput, view: &View) -> Html {
    let (analysis, settings) = (&view.analysis, &input.state.settings);
    let contexts = Contexts::new(view.measured.judgement());
    let parts = parts_known(analysis, &contexts);
    // The first that is known if the files do not have the chosen one.
    let chosen = parts.iter().find(|part| **part == settings.against);
    let Some(part) = chosen.or(parts.first()).copied() else {
        return card(
            "",
            "scatter-heading",
            words::AGAINST_CONTEXT,
            paragraph(words::CONTEXT_NOT_KNOWN),
        );
    };
    let against = FiguresAgainst::new(analysis, &contexts, part);
    let highlighted = settings.highlighted.as_ref();
    let found = highlighted.and_then(Highlight::trust);
    let named: Vec<Rc<str>> = input.route.trusts.iter().chain(found).cloned().collect();
    let chart = ScatterChart::new(analysis, &against, highlighted.and_then(Highlight::region), &named);
    let chart: SharedChart = Shared(Rc::new(chart));
    let on_choose = Some(&input.on_choose);
    chart_card_with(
        &chart,
        "scatter",
        &view.source,
        on_choose,
        choices(input, view, (&parts, part)),
    )
}

/// The part of the context, the region that is highlighted, and trusts found by name.
fn choices(input: &PageInput, view: &View, (parts, part): (&[ContextPart], ContextPart)) -> Html {
    let (state, uids) = (&input.state, &input.route.trusts);
    let parts = parts.iter().map(|of| Choice::new(of.key(), of.name(), *of == part));
    let parts: Vec<Choice> = parts.collect();
    let on_part = change(state, |settings, key: &String| {
        settings.against = ContextPart::from_key(key).unwrap_or_default();
    });
    let highlighted = state.settings.highlighted.as_ref().and_then(Highlight::region);
    let regions = view.analysis.regions.iter().map(|of| of.region);
    let regions = regions.map(|of| Choice::new(of.slug(), of.name(), highlighted == Some(of)));
    let regions = Choice::or_none(words::NO_REGION, regions.collect());
    let on_region = change(state, |settings, slug: &String| {
        let region = About::from_slug(slug).and_then(About::region);
        settings.highlighted = region.map(Highlight::Region);
    });
    let trusts = &view.analysis.trusts;
    let found = uids.iter().map(|uid| {
        let trust = trusts.iter().find(|trust| trust.uid == *uid);
        let name = trust.map_or(uid, |trust| &trust.readable_name);
        removable(uid, name, &words::remove(name), take_out(Page::Spread, uids, uid))
    });
    let found = each(found);
    let mut others: Vec<_> = trusts.iter().filter(|trust| !uids.contains(&trust.uid)).collect();
    others.sort_by(|one, two| one.name.cmp(&two.name));
    let others = others.into_iter().map(|trust| (&trust.uid, &*trust.readable_name));
    let controls = html! {
        <>
            { select("against", words::PART, &parts, on_part) }
            { select("highlight", words::HIGHLIGHT, &regions, on_region) }
            { add_trust(Page::Spread, "find-trust", words::FIND_A_TRUST, uids, others) }
        </>
    };
    html! {
        <>
            { group(words::AGAINST_CONTEXT, controls) }
            if !uids.is_empty() {
                <ul class="compared" aria-label={words::TRUSTS_FOUND}>{ found }</ul>
            }
        </>
    }
}
