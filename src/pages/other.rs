//! Renders the page of an address.

use std::rc::Rc;

use method::Scope;
use records::model::Library;
use show::chart::{quote_of_compared, quote_of_part, quote_of_parts, quote_of_top_ten, quote_of_trust};
use yew::prelude::*;

use crate::components::{Columns, button, caution, controls, found, quote, titled};
use crate::hooks::LaterHandle;
use crate::later::Later;
use crate::ranking::RankingHandle;
use crate::reading::ReadingQueue;
use crate::route::{About, Page, Route};
use crate::selections::Selections;
use crate::shared::Shared;
use crate::state::State;
use crate::survey::LastSurveys;
use crate::view::{Figures, InContext, Lists, SharedInContext, SharedView, View};
use crate::words::pages::other as words;

use super::{
    RegionPage, RegionsPage, ReportPage, RobustnessPage, TopTenPage, TrendPage, TrustsPage, combined, compare,
    compare_parts, data_page, funnel, method_page, missing_page, region, school, spread, trust,
};

/// The input of every page.
#[derive(Clone, Properties, PartialEq)]
pub(crate) struct PageInput {
    pub(crate) state: UseReducerHandle<State>,
    /// All years.
    pub(crate) library: Library,
    pub(crate) view: SharedView,
    pub(crate) ranking: RankingHandle,
    pub(crate) last_surveys: LastSurveys,
    pub(crate) in_context: SharedInContext,
    pub(crate) lists: Shared<Rc<Lists>>,
    /// The figures that the user chose to see: those of the view, or the same adjusted for context.
    pub(crate) chosen: Figures,
    /// The page, with the trusts in the address.
    pub(crate) route: Route,
    /// The part of the country that the page is about.
    pub(crate) about: About,
    /// The query that addresses carry.
    pub(crate) query: Rc<str>,
    pub(crate) queue: ReadingQueue,
    pub(crate) selections: Selections,
    /// Goes to the page of a chosen mark.
    pub(crate) on_choose: Callback<String>,
    /// Whether the browser has had a chance to draw the page.
    pub(crate) is_drawn: bool,
    /// The pages other than the first.
    pub(crate) later: LaterHandle,
}

impl PageInput {
    /// The view's figures in their context.
    pub(super) fn context(&self) -> Option<&InContext> {
        (*self.in_context.0).as_ref()
    }

    /// The start of most pages: the finding, what should not be concluded from it, and controls for what is shown.
    pub(super) fn opening(&self, shown: &View, finding: Html) -> Html {
        html! {
            <>
                { finding }
                { quote(self.quotation(shown)) }
                { caution(self.route.page) }
                { controls(&self.state, shown) }
            </>
        }
    }

    /// What can be quoted of a page whose finding changes with ranks: of the finding, which is never adjusted. Other
    /// pages quote theirs where they make it.
    fn quotation(&self, shown: &View) -> Option<String> {
        let View {
            data,
            measured,
            analysis,
            ..
        } = shown;
        match self.route.page {
            Page::Trust => {
                let uid = self.route.trusts.first()?;
                let region = analysis.trusts.iter().find(|of| of.uid == *uid)?.region;
                let ranks = region.and_then(|of| self.ranking.ranks.family(&self.view, Scope::Region(of)));
                quote_of_trust(data, analysis, uid, ranks)
            }
            Page::Region => {
                let about = region::part_of(shown, self.about);
                quote_of_part(data, measured, analysis, shown.scope(about)?)
            }
            Page::TopTen => {
                let (ranks, scope) = (&self.ranking.ranks, shown.scope(self.about)?);
                let (regional, (family, of_family)) = (ranks.regional(&self.view)?, ranks.family(&self.view, scope)?);
                quote_of_top_ten(data, analysis, (family, of_family), &regional)
            }
            Page::Compare => {
                let parts = compare_parts::known(shown, &self.route.parts);
                let parts: Vec<Scope<'_>> = parts.iter().filter_map(|(about, _)| shown.scope(*about)).collect();
                let indices = compare::drawn(shown, &self.route.trusts);
                let family_of = |region| self.ranking.ranks.of_pairs(&self.view, region);
                let of_trusts = || quote_of_compared(data, analysis, &indices, family_of);
                quote_of_parts(data, analysis, &parts).or_else(of_trusts)
            }
            _ => None,
        }
    }
}

/// The parts of a page that are rendered once for each input, because every measure may be analysed for them and
/// charts are compared by address. Empty if there is nothing to show.
#[hook]
pub(super) fn use_made(input: &PageInput, make: fn(&PageInput, &View) -> Vec<Html>) -> Rc<Vec<Html>> {
    let (settings, query) = (input.state.settings.clone(), Rc::clone(&input.query));
    let deps = (input.view.clone(), settings, query, input.route.clone(), input.about);
    use_memo(deps, |(view, ..)| {
        view.shown().map(|shown| make(input, shown)).unwrap_or_default()
    })
}

/// A page of such parts, with controls around them.
#[component]
fn MadePage(input: &PageInput) -> Html {
    type Make = fn(&PageInput, &View) -> Vec<Html>;
    type Show = fn(&PageInput, &View, &[Html]) -> Html;
    let (make, show): (Make, Show) = match input.route.page {
        Page::Funnel => (funnel::made, funnel::funnel_page),
        Page::Spread => (spread::made, spread::spread_page),
        Page::Combined => (combined::made, combined::combined_page),
        Page::Trust => (trust::made, trust::trust_page),
        Page::School => (school::made, school::school_page),
        _ => (compare::compared_cards, compare::compare_page),
    };
    let made = use_made(input, make);
    let shown = input.view.shown();
    shown.map(|shown| show(input, shown, &made)).unwrap_or_default()
}

/// The page of a route, or the dialogue on a table's columns.
pub(crate) fn page(input: PageInput) -> Html {
    let page = input.route.page;
    if page.is_in_first_part() && input.state.mapping.is_none() {
        return match page {
            Page::Trusts if input.view.0.is_err() => missing_page(&input.state, &input.view),
            Page::Trusts => html! { <TrustsPage ..input /> },
            _ => html! { <RegionsPage ..input /> },
        };
    }
    match input.later.part {
        Later::Here(part) => (part.page)(input),
        Later::Coming => html! { <p class="note" role="status">{ words::COMING }</p> },
        Later::Failed => not_here(&input.later.again),
    }
}

/// The later part of the program did not come.
fn not_here(again: &Callback<MouseEvent>) -> Html {
    let inside = html! {
        <>
            { titled(words::NOT_LOADED, words::NOT_LOADED_REMEDY) }
            { button("", words::TRY_AGAIN, again.clone()) }
        </>
    };
    html! { <div role="alert">{ found(inside) }</div> }
}

/// Any page of the later part, or the dialogue on a table's columns.
pub(crate) fn later_page(input: PageInput) -> Html {
    let PageInput { state, view, .. } = &input;
    if let Some(task) = &state.mapping {
        return html! {
            <Columns
                key={task.table.file.clone()}
                task={Shared(Rc::clone(task))}
                dispatcher={state.dispatcher()}
                queue={input.queue.clone()}
            />
        };
    }
    let page = input.route.page;
    if view.0.is_err() && page.shows_figures() {
        return missing_page(state, view);
    }
    match page {
        Page::TopTen => html! { <TopTenPage ..input /> },
        Page::Robustness => html! { <RobustnessPage ..input /> },
        Page::Region => html! { <RegionPage ..input /> },
        Page::Trend => html! { <TrendPage ..input /> },
        Page::Funnel | Page::Spread | Page::Combined | Page::Trust | Page::School | Page::Compare => {
            html! { <MadePage key={page.name()} ..input /> }
        }
        Page::Data => data_page(&input),
        Page::Method => method_page(&input),
        Page::Report => html! { <ReportPage ..input /> },
        Page::Regions | Page::Trusts => html! {},
    }
}
