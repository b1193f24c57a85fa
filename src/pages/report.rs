//! A report about one trust, region or area, to print or to save as PDF.

use std::rc::Rc;

use method::{Analysis, FamilyOf, Measured, Rules, Scope, TrustFigures};
use show::chart::{Chart as _, CompareChart, ContributionChart, Table, TrustChancesInWords};
use show::export::cleared::Cleared;
use show::export::methods::Used;
use show::export::report_page::{ReportFile, ReportInput, ReportPage as Page};
use show::export::rules_in_force::RuleInForce;
use yew::prelude::*;

use crate::components::{
    SharedChart, button, card, card_foot, cards, chart_card, csv_button, each, element, lead, list, methods_card, note,
    paragraph, plain_cell, row_head, scrolled, sentences, titled, whole,
};
use crate::exporting::{ExportContext, day_of, print, today};
use crate::ranking::Ranked;
use crate::route::{About, Route};
use crate::shared::Shared;
use crate::view::{InContext, View};
use crate::words::pages::report as words;

use super::PageInput;

/// What a report is about.
#[derive(Debug, Clone, PartialEq)]
enum Subject {
    Part(About),
    Trust(Rc<str>),
}

impl Subject {
    fn of(route: &Route) -> Option<Self> {
        let trust = route.trusts.first().cloned().map(Self::Trust);
        let part = route.about_part().filter(|about| *about != About::England);
        part.map(Self::Part).or(trust)
    }
}

#[component]
pub(crate) fn ReportPage(input: &PageInput) -> Html {
    let export_context = use_context::<ExportContext>().unwrap_or_default();
    let PageInput { state, view, route, .. } = input;
    let deps = (
        view.clone(),
        Shared(input.ranking.ranks.regional(view)),
        Subject::of(route),
        export_context.clearance(),
        state.settings.clone(),
    );
    // Recomputed only when these change: a trust's report analyses every measure, too much work for each step of the
    // ranks' progress.
    let report = use_memo(deps, |(view, ranks, subject, clearance, _)| {
        let (view, subject) = (view.shown()?, subject.as_ref()?);
        report(view, subject, ranks.0.as_deref(), input, clearance.as_ref()?)
    });
    (*report).clone().unwrap_or_else(|| nothing(route))
}

fn report(
    view: &View,
    subject: &Subject,
    ranks: Option<&Ranked>,
    input: &PageInput,
    cleared: &Cleared<()>,
) -> Option<Html> {
    let settings = &input.state.settings;
    let (scope, every) = match subject {
        Subject::Part(about) => (Some(view.scope(*about)?), Vec::new()),
        Subject::Trust(_) => (None, every(view, &settings.rules)),
    };
    let adjusted = match subject {
        Subject::Trust(_) => view.adjusted_as_chosen(settings.adjust),
        Subject::Part(_) => None,
    };
    let of_part = input.context().and_then(InContext::view).filter(|_| scope.is_some());
    let adjusted = match &adjusted {
        Some(adjusted) => Some(adjusted.as_ref().map_err(|reason| *reason)),
        None => of_part.map(|adjusted| Ok(&adjusted.analysis)),
    };
    let ranks = ranks.and_then(|ranks| {
        let mut families = ranks.iter();
        families.find(|(family, _)| scope.is_some_and(|scope| family.of == FamilyOf::part(scope)))
    });
    let made_on = today();
    let report_input = ReportInput {
        data: &view.data,
        measured: &view.measured,
        analysis: &view.analysis,
        every: &every,
        adjusted,
        is_kept: cleared.is_kept(),
        settings,
        ranks: ranks.map(|(family, ranks)| (family, ranks)),
        used: Used {
            intervals: true,
            rank_ranges: ranks.is_some(),
            ..Used::default()
        },
        made_on: &made_on,
        dated: &|name| input.queue.handed_in_as(name).map(|file| day_of(&file)),
    };
    let page = match (scope, subject) {
        (Some(scope), _) => Page::of_part(&report_input, scope),
        (None, Subject::Trust(uid)) => Page::of_trust(&report_input, uid)?,
        (None, Subject::Part(_)) => return None,
    };
    let is_of_trust = matches!(subject, Subject::Trust(_));
    Some(laid_out(&page, &charts(view, scope, subject), is_of_trust, cleared))
}

/// Every measure for every group.
fn every(view: &View, rules: &Rules) -> Vec<Analysis> {
    let data = &view.data;
    let mut every = Vec::new();
    for &measure in &view.measures {
        let rules = Rules { measure, ..*rules };
        let Ok(measured) = Measured::after(Some(&view.measured), data, &rules) else {
            continue;
        };
        for focus in data.focuses(view.analysis.basis, measure) {
            if let Ok(analysis) = measured.analysis(focus, rules.regional, &[], &view.interval_choices) {
                every.push(analysis);
            }
        }
    }
    every
}

/// A trust's schools and rank, or the ranks of the trusts in a part of the country.
fn charts(view: &View, scope: Option<Scope<'_>>, subject: &Subject) -> Vec<SharedChart> {
    let analysis = &view.analysis;
    let mut charts: Vec<SharedChart> = Vec::new();
    let uids: Vec<Rc<str>> = match subject {
        Subject::Part(_) => {
            let is_here = |trust: &&TrustFigures| scope.is_some_and(|scope| scope.is_of(trust));
            let trusts = analysis.trusts.iter().filter(is_here);
            trusts.map(|trust| Rc::clone(&trust.uid)).collect()
        }
        Subject::Trust(uid) => {
            let index = analysis.trusts.iter().position(|trust| trust.uid == *uid);
            let chart = index.and_then(|index| ContributionChart::new(&view.data, analysis, index));
            if let Some(chart) = chart.filter(ContributionChart::has_schools) {
                charts.push(Shared(Rc::new(chart)));
            }
            let chances = TrustChancesInWords::new(analysis, uid).and_then(|chances| chances.chart);
            charts.extend(chances.map(|chart| -> SharedChart { Shared(Rc::new(chart)) }));
            vec![Rc::clone(uid)]
        }
    };
    let compared = CompareChart::new(analysis, &uids);
    // Its title is a sentence only if there are several trusts.
    if !compared.title().is_empty() {
        charts.push(Shared(Rc::new(compared)));
    }
    charts
}

fn nothing(route: &Route) -> Html {
    let words = match Subject::of(route) {
        Some(_) => words::NO_SUCH_TRUST_OR_AREA,
        None => words::ABOUT_WHAT,
    };
    titled(words::NO_REPORT, words)
}

fn laid_out(page: &Page, charts: &[SharedChart], is_of_trust: bool, cleared: &Cleared<()>) -> Html {
    let cleared = cleared.clone();
    let on_print = Callback::from(move |_: MouseEvent| print(&cleared));
    let print = button("button", words::PRINT, on_print);
    let finding = page.finding.iter().enumerate();
    let finding = finding.map(|(index, words)| match index {
        0 => lead(words),
        _ => paragraph(words),
    });
    let charts = charts.iter().enumerate();
    let charts = charts.map(|(index, chart)| chart_card(chart, &format!("report-{}", index + 1), &page.source, None));
    let tables = page.tables.iter().enumerate();
    let inside = html! {
        <>
            { each(charts) }
            { each(tables.map(|(index, table)| table_card(index, table))) }
            { card("read-with-care", "", words::CAUTIONS, sentences("", &page.notes)) }
            { methods_card(&page.methods) }
            { rules_card(&page.rules) }
            { files_card(&page.files) }
        </>
    };
    html! {
        <article class={classes!("report", is_of_trust.then_some("of-trust"))}>
            { element("h1", "", (&page.title).into()) }
            { element("p", "print-button", print) }
            { each(finding) }
            { cards(inside) }
            { note(&words::source_line(&page.source, &page.made_on)) }
        </article>
    }
}

fn table_card(index: usize, table: &Table) -> Html {
    let buttons = csv_button(&format!("report-figures-{}", index + 1), whole(table));
    let inside = html! { <>{ scrolled(&table.without_repeats(), "") }{ card_foot(html! {}, buttons) }</> };
    card("listed", "", &table.caption.heading, inside)
}

fn rules_card(rules: &[RuleInForce]) -> Html {
    let rows = rules.iter().map(|(of, says)| {
        html! { <tr>{ row_head(of) }{ plain_cell(says) }</tr> }
    });
    let table = html! {
        <table class="facts">
            <caption class="visually-hidden">{ words::RULES_IN_FORCE }</caption>
            { element("tbody", "", each(rows)) }
        </table>
    };
    card("rules", "", words::RULES_IN_FORCE, table)
}

fn files_card(files: &[ReportFile]) -> Html {
    let files = files.iter().map(|file| {
        let dated = file.dated.as_ref().map(words::last_changed_on);
        let print = file.fingerprint.as_ref().map(words::fingerprint);
        let (dated, print) = (dated.unwrap_or_default(), print.unwrap_or_default());
        let more = format!(": {}{dated}{print}.", file.layout);
        html! { <>{ element("strong", "", (&file.name).into()) }{ more }</> }
    });
    card("files", "", words::FILES, list("", files))
}
