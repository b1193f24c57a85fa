//! The page on the method: what each rule does and where it comes from.

use method::{FiguresTowards, Rules};
use records::model::Basis;
use show::chart::{Table, reasons, top_of_england};
use show::export::methods::{Methods, Used};
use yew::prelude::*;

use crate::components::{
    AreaForm, Glossary, button, card, cards, change, each, element, methods_card, note, paragraph, rule_controls,
    scrolled, titled,
};
use crate::view::{InContext, View};
use crate::words::pages::NONE;
use crate::words::pages::method::{self as words, Block};

use super::PageInput;

pub(crate) fn method_page(input: &PageInput) -> Html {
    let state = &input.state;
    // The address of this page takes terms as that of Trust takes numbers.
    let word = input.route.trusts.first().cloned();
    let prose = words::EXPLANATION.iter().map(block);
    html! {
        <>
            { titled(words::THE_METHOD, words::LEAD) }
            { input.view.shown().map(|view| workbench(input, view)).unwrap_or_default() }
            <AreaForm state={state.clone()} />
            <Glossary {word} />
            { element("div", "prose", each(prose)) }
        </>
    }
}

/// Controls for the rules, and the results under these rules.
fn workbench(input: &PageInput, view: &View) -> Html {
    let state = &input.state;
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
    let outcome = html! {
        <>
            <section class="card outcome" aria-live="polite">
                { element("h2", "", (&view.finding.headline).into()) }
                { note(&outcome) }
            </section>
            { listed(words::REGIONS_UNDER_THESE_RULES, &view.gap.0.table()) }
            { listed(words::TEN_BEST_OF_ENGLAND, &top_of_england(analysis)) }
            { listed(words::LEFT_OUT_UNDER_THESE_RULES, &reasons(analysis)) }
            { methods_card(&methods(input, view)) }
        </>
    };
    html! {
        <>
            { rule_controls(state, view) }
            if state.settings.rules != defaults {
                { element("p", "", button("button", words::BACK_TO_DEFAULTS, reset)) }
            }
            { cards(outcome) }
        </>
    }
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

fn listed(heading: &'static str, table: &Table) -> Html {
    let inside = if table.rows.is_empty() {
        paragraph(NONE)
    } else {
        scrolled(table, "")
    };
    card("listed", "", heading, inside)
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading(words) => element("h2", "", (*words).into()),
        Block::Text(words) => paragraph(words),
        Block::Term(term, words) => html! { <p><strong>{ *term }</strong>{ *words }</p> },
    }
}
