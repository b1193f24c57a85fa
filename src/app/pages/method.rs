//! The page on the method: what each rule does and where it comes from.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{AreaForm, Glossary, methods_card, rule_controls, scrolled};
use crate::app::state::{Action, State};
use crate::app::view::View;
use crate::chart::{Table, reasons, top_of_england};
use crate::export::methods::{Methods, Used};
use crate::method::Rules;
use crate::model::{Basis, DataSet};
use crate::terms::counted;

/// Not inlined, so that it can come in the page's later part.
#[inline(never)]
pub(in crate::app) fn method_page(
    state: &UseReducerHandle<State>,
    view: Option<&View>,
    word: Option<Rc<str>>,
) -> Html {
    html! {
        <>
            <h1>{ "The method" }</h1>
            <p class="lead">
                { "Change a rule and see what moves. The defaults are the Department for Education\u{2019}s." }
            </p>
            { for view.map(|view| workbench(state, view)) }
            <AreaForm areas={state.areas.clone()} dispatcher={state.dispatcher()} />
            <Glossary {word} />
            <div class="prose">{ for EXPLANATION.iter().map(block) }</div>
        </>
    }
}

/// The rules as controls, and what they make of the data on the screen.
fn workbench(state: &UseReducerHandle<State>, view: &View) -> Html {
    let analysis = &view.analysis;
    let defaults = Rules {
        measure: state.rules.measure,
        focus: state.rules.focus,
        ..Rules::default()
    };
    let reset = {
        let dispatcher = state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::SetRules(defaults)))
    };
    let schools = match analysis.basis {
        Basis::Computed => format!(
            " with {} that count",
            counted(analysis.all.schools, "school")
        ),
        Basis::Published => String::new(),
    };
    let regions = crate::chart::Chart::table(&*view.gap.0);
    html! {
        <>
            { rule_controls(state, view) }
            if state.rules != defaults {
                <p><button type="button" class="button" onclick={reset}>{ "Back to the Department\u{2019}s rules" }</button></p>
            }
            <div class="cards">
                <section class="card outcome" aria-live="polite">
                    <h2>{ view.finding.headline.clone() }</h2>
                    <p class="note">
                        { format!("{} {}{schools}.", view.finding.detail, counted(analysis.all.eligible, "eligible trust")) }
                    </p>
                </section>
                { card("Regions under these rules", &regions) }
                { card("The ten best of England under these rules", &top_of_england(analysis, Some(&view.precisions))) }
                { card("What is left out under these rules", &reasons(analysis)) }
                { for state.data().map(|data| methods_card(&methods(state, view, &data))) }
            </div>
        </>
    }
}

/// The methods of what the pages show.
fn methods(state: &State, view: &View, data: &DataSet) -> Methods {
    let used = Used {
        intervals: true,
        rank_ranges: true,
        shrunken: state.lens.is_shrunken,
        robustness: true,
        ..Used::default()
    };
    Methods::new(data, &view.analysis, &view.precisions, &view.doubt, used)
}

fn card(heading: &'static str, table: &Table) -> Html {
    html! {
        <section class="card listed">
            <h2>{ heading }</h2>
            if table.rows.is_empty() { <p>{ "None." }</p> } else { { scrolled(table, "") } }
        </section>
    }
}

/// A piece of the explanation. Data and one loop, since each element written out adds to the page's
/// download.
enum Block {
    Heading(&'static str),
    Text(&'static str),
    /// A word, and what it means.
    Term(&'static str, &'static str),
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading(words) => html! { <h2>{ *words }</h2> },
        Block::Text(words) => html! { <p>{ *words }</p> },
        Block::Term(term, words) => html! { <p><strong>{ *term }</strong>{ *words }</p> },
    }
}

/// What each rule does and where it comes from.
const EXPLANATION: [Block; 21] = [
    Block::Heading("Whose figures"),
    Block::Term(
        "Disadvantaged",
        " pupils had free school meals in the last six years, are looked after, or were adopted from care. \
         Everybody else is called other. The attainment gap is the other pupils\u{2019} figure less the disadvantaged \
         pupils\u{2019} figure; it is shown only where both are there.",
    ),
    Block::Heading("A trust\u{2019}s figure"),
    Block::Text(
        "The Department for Education weights each school of a trust by its pupils of the group (for Progress 8, \
         those included in it) and by the academic years it has been in the trust, at most five. From school files \
         and group links the page computes this itself, under the rules above. The trust file holds the result, \
         rounded; the page uses it as published and never weights it again.",
    ),
    Block::Text(
        "A value that is suppressed or otherwise missing is shown with its reason and is never taken for zero: a \
         school without one leaves the sums of that measure.",
    ),
    Block::Text(
        "By default a school that joined by 14 September counts from that calendar year, a later one from the next. The group \
         links are a snapshot of present members: where a school was before it joined its present trust is not \
         recorded.",
    ),
    Block::Heading("Eligible trusts"),
    Block::Text(
        "By default a multi-academy trust is eligible when at least three of its schools count: mainstream academies \
         (sponsored, converter, free and studio schools, university technical colleges) that have been in the trust \
         for three years, have pupils at the end of key stage 4 and any published result for all of them. A school \
         that does not count leaves the trust\u{2019}s sums altogether.",
    ),
    Block::Text(
        "A trust\u{2019}s lead region is the one with most of its weight. A trust belongs to an area of your own when more \
         of its weight lies in it than outside.",
    ),
    Block::Heading("A region\u{2019}s figure"),
    Block::Term(
        "Simple mean of trusts: ",
        "the mean of the eligible trusts\u{2019} figures by lead region; trusts without a published figure are left out. \
         This is the rule of the South-West Social Mobility Commission\u{2019}s analysis of June 2024.",
    ),
    Block::Term(
        "Weighted by pupils: ",
        "the same, each trust weighted by its pupils of the group.",
    ),
    Block::Term(
        "By school: ",
        "each school that counts, of an eligible trust, in the region where it is, with its own weight. Only school \
         files allow it.",
    ),
    Block::Text(
        "Under each finding the page says under how many of these rules it holds and which one breaks it. \
         England\u{2019}s state schools, where the school file has them, are the Department\u{2019}s own figure of all schools, \
         beside which those of trusts are shown.",
    ),
    Block::Heading("Ranks"),
    Block::Text(
        "Standard competition ranking: trusts that tie share the better rank (1, 2, 2, 4). Higher is better, but for \
         gaps smaller is. A top ten is everyone whose rank is at most 10; published percentages are whole numbers, \
         so ties are common and a top ten can hold more than ten trusts.",
    ),
    Block::Heading("What you may not conclude"),
    Block::Text(
        "That a trust ranked above another teaches better. Intakes, contexts and selection differ, and many figures \
         rest on few pupils: intervals show how much chance there is in a figure or a rank, and nothing of the rest.",
    ),
    Block::Heading("Sources"),
    Block::Text(
        "Department for Education: key stage 4 trust measures, methodology, and the performance tables with their \
         guides; Get Information About Schools: all group links.",
    ),
    Block::Text("South-West Social Mobility Commission: analysis of 216 trusts, June 2024."),
];
