//! The page on the method: what each rule does and where it comes from.

use method::{FiguresTowards, Rules};
use records::model::Basis;
use show::chart::{Table, reasons, top_of_england};
use show::export::methods::{Methods, Used};
use yew::prelude::*;

use crate::components::{
    AreaForm, Glossary, button, cards, change, chart_card, each, element, methods_card, note, paragraph, rule_controls,
    scrolled, titled,
};
use crate::state::State;
use crate::view::{InContext, View};
use crate::words::pages::NONE;
use crate::words::pages::method::{self as words, Block};

use super::PageInput;

/// The rules beside what they change, then what a reader may want to know more about.
pub(crate) fn method_page(input: &PageInput) -> Html {
    let state = &input.state;
    // The address of this page takes terms as that of Trust takes numbers.
    let word = input.route.trusts.first().cloned();
    let prose = words::EXPLANATION.iter().map(block);
    let shown = input.view.shown();
    html! {
        <>
            { titled(words::THE_METHOD, words::LEAD) }
            { shown.map(|view| workbench(state, view)).unwrap_or_default() }
            { shown.map(tables).unwrap_or_default() }
            { element("div", "prose", each(prose)) }
            { shown.map(|view| cards(methods_card(&methods(input, view)))).unwrap_or_default() }
            <AreaForm state={state.clone()} />
            <Glossary {word} />
        </>
    }
}

/// The finding and one picture under these rules, and the controls for the rules.
fn workbench(state: &UseReducerHandle<State>, view: &View) -> Html {
    let analysis = &view.analysis;
    let defaults = Rules {
        measure: state.settings.rules.measure,
        focus: state.settings.rules.focus,
        ..Rules::default()
    };
    let reset = change(state, move |settings, _: &MouseEvent| settings.rules = defaults);
    let schools = match analysis.basis {
        Basis::Computed => words::with_schools(analysis.all.schools),
        Basis::Published => String::new(),
    };
    let outcome = words::outcome(&view.finding.detail, analysis.all.eligible, &schools);
    html! {
        <div class="workbench">
            <div class="outcome">
                <section class="card" aria-live="polite">
                    { element("h2", "", (&view.finding.headline).into()) }
                    { note(&outcome) }
                </section>
                { chart_card(&view.gap, "regional-gap", &view.source, None) }
            </div>
            <div>
                { rule_controls(state, view) }
                if state.settings.rules != defaults {
                    { element("p", "", button("button", words::BACK_TO_DEFAULTS, reset)) }
                }
            </div>
        </div>
    }
}

/// What the rules give, as tables.
fn tables(view: &View) -> Html {
    let analysis = &view.analysis;
    cards(html! {
        <>
            { folded(words::REGIONS_UNDER_THESE_RULES, &view.gap.0.table()) }
            { folded(words::TEN_BEST_OF_ENGLAND, &top_of_england(analysis)) }
            { folded(words::LEFT_OUT_UNDER_THESE_RULES, &reasons(analysis)) }
        </>
    })
}

fn methods(input: &PageInput, view: &View) -> Methods {
    let settings = &input.state.settings;
    let adjusted = input.context().and_then(InContext::view);
    let chances = FiguresTowards::mean(&view.analysis);
    let used = Used {
        chances: chances.is_some_and(|towards| !towards.is_chance_alone()),
        adjustment: adjusted.and_then(|adjusted| adjusted.analysis.adjustment.as_deref()),
        intervals: true,
        rank_ranges: true,
        shrunken: settings.is_shrunken,
        robustness: true,
        ..Used::default()
    };
    Methods::new(&view.data, &view.analysis, settings, used)
}

fn folded(heading: &'static str, table: &Table) -> Html {
    let inside = if table.rows.is_empty() {
        paragraph(NONE)
    } else {
        scrolled(table, "")
    };
    html! {
        <section class="card listed">
            <details>
                <summary>{ element("h2", "", heading.into()) }</summary>
                { inside }
            </details>
        </section>
    }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading(words) => element("h2", "", (*words).into()),
        Block::Text(words) => paragraph(words),
        Block::Term(term, words) => html! { <p><strong>{ *term }</strong>{ *words }</p> },
    }
}
