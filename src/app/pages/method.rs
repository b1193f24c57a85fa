//! The page on the method: what each rule does and where it comes from.

use yew::prelude::*;

use crate::app::components::{AreaForm, rule_controls, scrolled};
use crate::app::state::{Action, State};
use crate::app::view::{SharedView, View};
use crate::chart::{Table, reasons, top_of_england};
use crate::method::{Rules, weighting};
use crate::model::Basis;
use crate::terms::counted;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
}

#[component]
pub(in crate::app) fn MethodPage(props: &Props) -> Html {
    html! {
        <>
            <h1>{ "The method" }</h1>
            <p class="lead">
                { "Change a rule and see what moves. The defaults are the Department for Education\u{2019}s." }
            </p>
            { for (*props.view.0).as_ref().ok().map(|view| workbench(&props.state, view)) }
            <AreaForm areas={props.state.areas.clone()} dispatcher={props.state.dispatcher()} />
            { explanation() }
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
                { card("The ten best of England under these rules", &top_of_england(analysis)) }
                { card("What is left out under these rules", &reasons(analysis)) }
            </div>
        </>
    }
}

fn card(heading: &'static str, table: &Table) -> Html {
    html! {
        <section class="card listed">
            <h2>{ heading }</h2>
            if table.rows.is_empty() { <p>{ "None." }</p> } else { { scrolled(table) } }
        </section>
    }
}

/// What each rule does and where it comes from.
fn explanation() -> Html {
    html! {
        <div class="prose">
            <h2>{ "Whose figures" }</h2>
            <p>
                <strong>{ "Disadvantaged" }</strong>
                { " pupils had free school meals in the last six years, are looked after, or were adopted from care. \
                   Everybody else is called " }
                <strong>{ "other" }</strong>
                { ". The attainment gap is the other pupils' figure less the disadvantaged pupils' figure; it is shown \
                   only where both are published." }
            </p>
            <h2>{ "A trust's figure" }</h2>
            <p>
                { format!(
                    "The Department for Education weights each school of a trust by its pupils of the group (for \
                     Progress 8, those included in it) and by the academic years it has been in the trust, at most {}. \
                     From school files and group links the page computes this itself, under the rules above. The trust \
                     file holds the result, rounded; the page uses it as published and never weights it again. A value \
                     that is suppressed or otherwise missing is shown with its reason and is never taken for zero: a \
                     school without one leaves the sums of that measure.",
                    weighting::CAP_AT_KEY_STAGE_4
                ) }
            </p>
            <p>
                { "A school that joined by 14 September counts from that calendar year, a later one from the next. The \
                   group links are a snapshot of present members: where a school was before it joined its present \
                   trust is not recorded." }
            </p>
            <h2>{ "Eligible trusts" }</h2>
            <p>
                { "A multi-academy trust is eligible when at least three of its schools count: mainstream academies \
                   (sponsored, converter, free and studio schools, university technical colleges) that have been in \
                   the trust for three years, have pupils at the end of key stage 4 and any published result for all \
                   of them. A school that does not count leaves the trust\u{2019}s sums altogether. A trust\u{2019}s lead region \
                   is the one with most of its weight." }
            </p>
            <h2>{ "A region's figure" }</h2>
            <dl>
                <dt>{ "Simple mean of trusts" }</dt>
                <dd>
                    { "The mean of the eligible trusts' figures by lead region; trusts without a published figure \
                       are left out. This is the rule of the South-West Social Mobility Commission's analysis of \
                       June 2024." }
                </dd>
                <dt>{ "Weighted by pupils" }</dt>
                <dd>{ "The same, each trust weighted by its pupils of the group." }</dd>
                <dt>{ "By school" }</dt>
                <dd>
                    { "Each school that counts, of an eligible trust, in the region where it is, with its own weight. \
                       Only school files allow it." }
                </dd>
            </dl>
            <p>
                { "Under each finding the page says under how many of these rules it holds and which one breaks it." }
            </p>
            <h2>{ "Ranks" }</h2>
            <p>
                { "Standard competition ranking: trusts that tie share the better rank (1, 2, 2, 4). Higher is better, \
                   but for gaps smaller is. A top ten is everyone whose rank is at most 10; published percentages are \
                   whole numbers, so ties are common and a top ten can hold more than ten trusts." }
            </p>
            <h2>{ "What you may not conclude" }</h2>
            <p>
                { "That a trust ranked above another teaches better. Intakes, contexts and selection differ, and many \
                   figures rest on few pupils; this page does not show yet how uncertain they are." }
            </p>
        </div>
    }
}
