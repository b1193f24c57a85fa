//! The page on the method: what each rule does and where it comes from.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{AreaForm, Glossary, methods_card, rule_controls, scrolled};
use crate::app::state::{Action, State};
use crate::app::view::View;
use crate::chart::{Table, reasons, top_of_england};
use crate::export::methods::{Methods, Used};
use crate::method::Rules;
use crate::model::Basis;
use crate::words::app::pages::NONE;
use crate::words::app::pages::method::{self as words, Block};

pub(in crate::app) fn method_page(
    state: &UseReducerHandle<State>,
    view: Option<&View>,
    word: Option<Rc<str>>,
) -> Html {
    html! {
        <>
            <h1>{ words::THE_METHOD }</h1>
            <p class="lead">
                { words::LEAD }
            </p>
            { for view.map(|view| workbench(state, view)) }
            <AreaForm areas={state.settings.areas.clone()} dispatcher={state.dispatcher()} />
            <Glossary {word} />
            <div class="prose">{ for words::EXPLANATION.iter().map(block) }</div>
        </>
    }
}

/// The rules as controls, and what they make of the data on the screen.
fn workbench(state: &UseReducerHandle<State>, view: &View) -> Html {
    let analysis = &view.analysis;
    let defaults = Rules {
        measure: state.settings.rules.measure,
        focus: state.settings.rules.focus,
        ..Rules::default()
    };
    let reset = {
        let dispatcher = state.dispatcher();
        Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(Action::choose(move |settings| settings.rules = defaults));
        })
    };
    let schools = match analysis.basis {
        Basis::Computed => words::with_schools(analysis.all.schools),
        Basis::Published => String::new(),
    };
    let regions = crate::chart::Chart::table(&*view.gap.0);
    html! {
        <>
            { rule_controls(state, view) }
            if state.settings.rules != defaults {
                <p><button type="button" class="button" onclick={reset}>{ words::BACK_TO_DEFAULTS }</button></p>
            }
            <div class="cards">
                <section class="card outcome" aria-live="polite">
                    <h2>{ view.finding.headline.clone() }</h2>
                    <p class="note">
                        { words::outcome(&view.finding.detail, analysis.all.eligible, &schools) }
                    </p>
                </section>
                { card(words::REGIONS_UNDER_THESE_RULES, &regions) }
                { card(words::TEN_BEST_OF_ENGLAND, &top_of_england(analysis)) }
                { card(words::LEFT_OUT_UNDER_THESE_RULES, &reasons(analysis)) }
                { methods_card(&methods(state, view)) }
            </div>
        </>
    }
}

/// The methods of what the pages show.
fn methods(state: &State, view: &View) -> Methods {
    let used = Used {
        intervals: true,
        rank_ranges: true,
        shrunken: state.settings.is_shrunken,
        robustness: true,
        ..Used::default()
    };
    Methods::new(&view.data, &view.analysis, &state.settings, used)
}

fn card(heading: &'static str, table: &Table) -> Html {
    html! {
        <section class="card listed">
            <h2>{ heading }</h2>
            if table.rows.is_empty() { <p>{ NONE }</p> } else { { scrolled(table, "") } }
        </section>
    }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading(words) => html! { <h2>{ *words }</h2> },
        Block::Text(words) => html! { <p>{ *words }</p> },
        Block::Term(term, words) => html! { <p><strong>{ *term }</strong>{ *words }</p> },
    }
}
