//! Every type of chart in its states, in the card that the pages use.

use std::rc::Rc;

use method::{
    AdjustParts, Claim, Contexts, Family, FiguresAgainst, Funnel, Limits, MeasuredYears, Ranking, Robustness, Scope,
    Survey, Trend, TrendLine, profile, shrunken,
};
use records::terms::Region;
use show::chart::{
    ANALYSIS_CHARTS, AnalysisChart, Chart, CompareChart, ContributionChart, FunnelChart, MeasuresChart, PartOf,
    RankChancesChart, RankChart, RankRangeChart, ScatterChart, SpecificationChart, SpineChart, TrendChart,
    TrustChancesInWords, parts_known,
};
use yew::prelude::*;

use crate::components::{SharedChart, chart_card};
use crate::shared::Shared;
use crate::view::InContext;

use super::Exhibit;
use super::hosts::pressed;
use super::states::{Case, Cases};

/// The region for charts about one region.
const REGION: Region = Region::SouthWest;

/// How many trusts are compared, or drawn over the years.
const SOME: usize = 4;

pub(super) fn exhibits(cases: &Cases) -> Vec<Exhibit> {
    let makers: [fn(&Cases) -> Vec<Shown>; 9] = [
        of_analyses,
        gaps,
        moves,
        strips,
        funnels,
        scatters,
        trends,
        of_trusts,
        ranks,
    ];
    let shown = makers.into_iter().flat_map(|make| make(cases));
    let shown = shown.chain(under_all_rules(cases));
    let mut all: Vec<Exhibit> = shown.filter_map(|shown| shown.in_card(cases)).collect();
    all.extend(card(cases));
    all
}

/// A chart in one of its states, if it can be made.
struct Shown(&'static str, &'static str, Option<SharedChart>);

impl Shown {
    fn in_card(self, cases: &Cases) -> Option<Exhibit> {
        let Self(what, state, chart) = self;
        let shown = in_card(&cases.usual, &chart?, &format!("{what}-{state}"));
        Some(Exhibit::new(what, state, shown))
    }
}

/// A chart in its card.
fn in_card(case: &Case, chart: &SharedChart, id: &str) -> Html {
    let source = case.shown().map_or("", |view| &view.source);
    chart_card(chart, id, source, Some(&Callback::noop()))
}

/// The card itself: closed, with its table open, and with a mark selected.
fn card(cases: &Cases) -> Vec<Exhibit> {
    let Some(view) = cases.one_region.shown() else {
        return Vec::new();
    };
    let shown = |id: &str| in_card(&cases.one_region, &view.gap, id);
    vec![
        Exhibit::new("chart-card", "closed", shown("card-closed")),
        Exhibit::new(
            "chart-card",
            "table-open",
            pressed("[aria-expanded]", shown("card-table-open")),
        ),
        Exhibit::new("walk", "first-mark", shown("card-walk")),
    ]
}

fn shared(chart: impl Chart + 'static) -> SharedChart {
    Shared(Rc::new(chart))
}

/// Charts that need only an analysis, in their usual state.
fn of_analyses(cases: &Cases) -> Vec<Shown> {
    let usual = |of: &AnalysisChart| {
        let analysis = cases.usual.shown().map(|view| &view.analysis);
        Shown(of.name, "usual", analysis.map(|analysis| Shared((of.make)(analysis))))
    };
    ANALYSIS_CHARTS.iter().map(usual).collect()
}

fn gaps(cases: &Cases) -> Vec<Shown> {
    let gap = |case: &Case| Some(case.shown()?.gap.clone());
    vec![
        Shown("gap-chart", "usual", gap(&cases.usual)),
        Shown("gap-chart", "with-area", gap(&cases.computed)),
        Shown("gap-chart", "unpublished", gap(&cases.unpublished)),
        Shown("gap-chart", "one-region", gap(&cases.one_region)),
    ]
}

/// The regions' moves to figures adjusted for context.
fn moves(cases: &Cases) -> Vec<Shown> {
    let moves = |case: &Case| {
        let in_context = InContext::new(case.shown()?, AdjustParts::TRIED);
        Some(in_context.shown()?.moves.clone())
    };
    vec![
        Shown("moves-chart", "usual", moves(&cases.usual)),
        Shown("moves-chart", "computed", moves(&cases.computed)),
    ]
}

fn strips(cases: &Cases) -> Vec<Shown> {
    let strip = |case: &Case| Some(case.shown()?.strip.clone());
    vec![
        Shown("strip-chart", "unpublished", strip(&cases.unpublished)),
        Shown("strip-chart", "one-region", strip(&cases.one_region)),
    ]
}

fn funnels(cases: &Cases) -> Vec<Shown> {
    let funnel = |case: &Case, scope: Scope<'_>| {
        let view = case.shown()?;
        let analysis = &view.analysis;
        let funnel = Funnel::new(analysis, Limits::default()).ok()?;
        let chart = FunnelChart::new(analysis, &funnel, scope);
        Some(shared(chart))
    };
    let region = Scope::Region(REGION);
    vec![
        Shown("funnel-chart", "usual", funnel(&cases.usual, Scope::All)),
        Shown("funnel-chart", "of-region", funnel(&cases.usual, region)),
        Shown("funnel-chart", "one-region", funnel(&cases.one_region, Scope::All)),
    ]
}

fn scatters(cases: &Cases) -> Vec<Shown> {
    let scatter = |case: &Case, region: Option<Region>, named: usize| {
        let view = case.shown()?;
        let analysis = &view.analysis;
        let contexts = Contexts::new(view.measured.judgement());
        let part = parts_known(analysis, &contexts).first().copied().unwrap_or_default();
        let against = FiguresAgainst::new(analysis, &contexts, part);
        let named: Vec<Rc<str>> = analysis
            .trusts
            .iter()
            .take(named)
            .map(|trust| Rc::clone(&trust.uid))
            .collect();
        Some(shared(ScatterChart::new(analysis, &against, region, &named)))
    };
    vec![
        Shown("scatter-chart", "usual", scatter(&cases.usual, None, 0)),
        Shown("scatter-chart", "highlighted", scatter(&cases.usual, Some(REGION), 2)),
        Shown("scatter-chart", "one-region", scatter(&cases.one_region, None, 1)),
    ]
}

fn trends(cases: &Cases) -> Vec<Shown> {
    let Some(trend) = trend(&cases.usual) else {
        return Vec::new();
    };
    let regions: Vec<&TrendLine> = trend.regions.iter().collect();
    let trusts: Vec<&TrendLine> = trend.trusts.iter().take(SOME).collect();
    let chart = |lines: &[&TrendLine]| Some(shared(TrendChart::new(&trend, lines)));
    vec![
        Shown("trend-chart", "regions", chart(&regions)),
        Shown("trend-chart", "trusts", chart(&trusts)),
    ]
}

fn trend(case: &Case) -> Option<Trend> {
    let state = &case.state.0;
    let rules = &state.settings.rules;
    let years = MeasuredYears::new(&state.library, rules, false).ok()?;
    years
        .trend(rules.focus, rules.regional, &state.settings.interval_choices)
        .ok()
}

/// Trusts side by side, one in every measure, and the schools of one.
fn of_trusts(cases: &Cases) -> Vec<Shown> {
    let compared = |case: &Case, count: usize| {
        let view = case.shown()?;
        let trusts = view.analysis.trusts.iter().take(count);
        let uids: Vec<Rc<str>> = trusts.map(|trust| Rc::clone(&trust.uid)).collect();
        let chart = CompareChart::new(&view.analysis, &uids);
        Some(shared(chart))
    };
    let on_measures = |case: &Case, count: usize| {
        let view = case.shown()?;
        let trusts = view.analysis.trusts.iter().take(count);
        let uids: Vec<Rc<str>> = trusts.map(|trust| Rc::clone(&trust.uid)).collect();
        Some(shared(MeasuresChart::new(&view.every_analysis(), &uids)))
    };
    let of_regions = |case: &Case, count: usize| {
        let view = case.shown()?;
        let regions = view.analysis.regions.iter().take(count);
        let parts: Vec<PartOf> = regions.map(|of| PartOf::Region(of.region)).collect();
        Some(shared(MeasuresChart::of_parts(&view.every_analysis(), &parts)))
    };
    let contribution = |case: &Case, is_wanted: fn(&ContributionChart) -> bool| {
        let (data, analysis) = (case.state.0.data()?, &case.shown()?.analysis);
        let mut indices = 0..analysis.trusts.len();
        let chart = indices.find_map(|index| ContributionChart::new(&data, analysis, index).filter(is_wanted))?;
        Some(shared(chart))
    };
    let spine = |case: &Case| {
        let view = case.shown()?;
        let uid = &view.analysis.trusts.get(SOME)?.uid;
        let contexts = Contexts::new(view.measured.judgement());
        let profile = profile(&view.measured, &contexts, view.analysis.rules.focus, uid).ok()?;
        let level = view.interval_choices.level;
        let measures: Vec<_> = view
            .measures
            .iter()
            .filter_map(|of| view.measure_profile(*of, uid))
            .collect();
        Some(shared(SpineChart::new(&profile, &measures, level)?))
    };
    let with_schools = contribution(&cases.computed, ContributionChart::has_schools);
    let without_schools = contribution(&cases.one_region, |chart| !chart.has_schools());
    vec![
        Shown("compare-chart", "usual", compared(&cases.usual, SOME)),
        Shown("compare-chart", "unpublished", compared(&cases.one_region, usize::MAX)),
        Shown("compare-chart", "long-names", compared(&cases.long_names, usize::MAX)),
        Shown("spine-chart", "usual", spine(&cases.usual)),
        Shown("spine-chart", "one-region", spine(&cases.one_region)),
        Shown("measures-chart", "usual", on_measures(&cases.usual, SOME)),
        Shown("measures-chart", "regions", of_regions(&cases.usual, SOME)),
        Shown("measures-chart", "more-than-six", on_measures(&cases.usual, 8)),
        Shown("measures-chart", "long-names", on_measures(&cases.long_names, 2)),
        Shown("contribution-chart", "usual", with_schools),
        Shown("contribution-chart", "without-schools", without_schools),
    ]
}

fn ranks(cases: &Cases) -> Vec<Shown> {
    let chart = |case: &Case, scope: Scope<'_>, is_shrunken: bool| {
        let view = case.shown()?;
        let (analysis, interval_choices) = (&view.analysis, &view.interval_choices);
        let family = Family::of(analysis, scope);
        let mut ranking = Ranking::new(vec![family.estimates()], interval_choices.level, interval_choices.kind);
        while ranking.advance().is_some() {}
        let ranks = ranking.finish().into_iter().next()?;
        let figures = shrunken(analysis, scope).filter(|_| is_shrunken);
        Some(shared(RankChart::new(
            analysis,
            interval_choices,
            &family,
            &ranks,
            figures.as_ref(),
        )))
    };
    let chances = |case: &Case| {
        let analysis = &case.shown()?.analysis;
        let trust = analysis.trusts.get(SOME)?;
        let chances: RankChancesChart = TrustChancesInWords::new(analysis, &trust.uid)?.chart?;
        Some(shared(chances))
    };
    let region = Scope::Region(REGION);
    vec![
        Shown("rank-chances-chart", "usual", chances(&cases.usual)),
        Shown("rank-chart", "usual", chart(&cases.usual, region, false)),
        Shown("rank-chart", "shrunken", chart(&cases.usual, region, true)),
        Shown("rank-chart", "long-names", chart(&cases.long_names, Scope::All, false)),
    ]
}

/// The charts for every combination of rules.
fn under_all_rules(cases: &Cases) -> Vec<Shown> {
    let curve = |case: &Case, found: Option<&Robustness>, region: Option<Region>| {
        let analysis = &case.shown()?.analysis;
        let claim = Claim::of(analysis).first().copied();
        Some(shared(SpecificationChart::new(found?, analysis, region, claim)))
    };
    let ranges = |case: &Case, found: Option<&Robustness>| {
        let analysis = &case.shown()?.analysis;
        Some(shared(RankRangeChart::new(found?, analysis, REGION)))
    };
    let (computed, published) = (&cases.computed, &cases.one_region);
    let (all, few) = (robustness(computed), robustness(published));
    let (all, few) = (all.as_ref(), few.as_ref());
    vec![
        Shown("specification-chart", "usual", curve(computed, all, None)),
        Shown("specification-chart", "few-rules", curve(published, few, Some(REGION))),
        Shown("rank-range-chart", "usual", ranges(computed, all)),
    ]
}

/// The results for every combination of rules.
fn robustness(case: &Case) -> Option<Robustness> {
    let state = &case.state.0;
    let mut survey = Survey::new(&*state.data()?, &state.settings.rules).ok()?;
    while survey.advance().is_some() {}
    Some(survey.finish())
}
