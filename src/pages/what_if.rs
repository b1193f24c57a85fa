//! What if, on a trust's page: leave a school out, take one in, or move some pupils over the threshold. What comes of
//! it is a supposition: it is shown on the screen alone, and is not in what is printed or downloaded.

use std::rc::Rc;

use method::{Analysis, Supposition};
use records::terms::{Region, Unit, Urn, readable_name};
use show::chart::supposed_in_words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::{Choice, card, each, field, note, select, sentences, subtitle, tick_box};
use crate::exporting::{ExportContext, Medium};
use crate::view::SharedView;
use crate::words::pages::what_if as words;

/// The most pupils that can be moved: more than any trust has in a year.
const MOST_PUPILS: i32 = 20_000;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) view: SharedView,
    /// The trust's number.
    pub(super) uid: Rc<str>,
}

#[component]
pub(super) fn WhatIf(props: &Props) -> Html {
    let supposition = use_state_eq(Supposition::default);
    let medium = use_context::<ExportContext>().map(|context| context.medium);
    let Props { view, uid } = props;
    let deps = (view.clone(), Rc::clone(uid), (*supposition).clone());
    let said = use_memo(deps, |(view, uid, supposition)| {
        let view = view.shown().filter(|_| !supposition.is_empty())?;
        let supposed = view.measured.supposing(&view.analysis, uid, supposition);
        Some(supposed_in_words(&view.analysis, supposed.as_ref(), uid))
    });
    let Some(view) = view.shown().filter(|_| medium != Some(Medium::Print)) else {
        return html! {};
    };
    let result = match &*said {
        Some(said) => sentences("supposed", said),
        None => note(words::NOTHING_SUPPOSED),
    };
    let inside = html! {
        <>
            { subtitle(words::A_SUPPOSITION) }
            { own_schools(&view.analysis, uid, &supposition) }
            <div class="controls">
                { other_schools(&view.analysis, uid, &supposition) }
                { pupils(&view.analysis, &supposition) }
            </div>
            <div role="status">{ result }</div>
        </>
    };
    card("what-if", "what-if-heading", words::WHAT_IF, inside)
}

type Supposing = UseStateHandle<Supposition>;

/// A box for each of the trust's schools, ticked while it counts.
fn own_schools(analysis: &Analysis, uid: &str, supposition: &Supposing) -> Html {
    let mut trusts = analysis.trusts.iter();
    let Some(trust) = trusts
        .find(|trust| &*trust.uid == uid)
        .filter(|trust| !trust.schools.is_empty())
    else {
        return html! {};
    };
    let boxes = trust.schools.iter().map(|school| {
        let is_in = !supposition.without.contains(&school.urn);
        let on_tick = set(supposition, school.urn, |supposition, urn, is_in: bool| {
            supposition.without.retain(|of| *of != urn);
            if !is_in {
                supposition.without.push(urn);
            }
        });
        tick_box("", &readable_name(&school.name), is_in, &on_tick)
    });
    html! { <fieldset class="parts"><legend>{ words::ITS_SCHOOLS }</legend>{ each(boxes) }</fieldset> }
}

/// A list of the schools of other trusts in its region, of which one can be taken in.
fn other_schools(analysis: &Analysis, uid: &str, supposition: &Supposing) -> Html {
    let mut trusts = analysis.trusts.iter();
    let own = trusts.find(|trust| &*trust.uid == uid);
    let Some(region) = own
        .filter(|trust| !trust.schools.is_empty())
        .and_then(|trust| trust.region)
    else {
        return html! {};
    };
    let schools = analysis.trusts.iter().filter(|trust| &*trust.uid != uid);
    let schools = schools.flat_map(|trust| trust.schools.iter());
    let schools = schools.filter(|school| school.region == Some(region));
    let choices = schools.map(|school| {
        let chosen = supposition.with.contains(&school.urn);
        Choice::new(&school.urn.to_string(), &readable_name(&school.name), chosen)
    });
    let choices = Choice::or_none(words::NO_SCHOOL, choices.collect());
    let supposition = supposition.clone();
    let on_choose = Callback::from(move |urn: String| {
        let with = Urn::parse(&urn).into_iter().collect();
        supposition.set(Supposition {
            with,
            ..(*supposition).clone()
        });
    });
    select(
        "what-if-school",
        &words::take_in(Region::in_sentence(region)),
        &choices,
        on_choose,
    )
}

/// A number of pupils, where the figure is a share of pupils.
fn pupils(analysis: &Analysis, supposition: &Supposing) -> Html {
    if analysis.rules.measure.unit() != Unit::Percent {
        return html! {};
    }
    let pupils = supposition.pupils;
    let supposition = supposition.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        // The browser says what is wrong with the number.
        if let (true, Ok(pupils)) = (input.report_validity(), input.value().trim().parse()) {
            supposition.set(Supposition {
                pupils,
                ..(*supposition).clone()
            });
        }
    });
    let id = "what-if-pupils";
    let group = analysis.rules.focus.weighing_group().pupils();
    let input = html! {
        <input
            type="number"
            {id}
            required=true
            step="1"
            min={(-MOST_PUPILS).to_string()}
            max={MOST_PUPILS.to_string()}
            value={pupils.to_string()}
            {onchange}
        />
    };
    field(id, &words::extra_pupils(group), input)
}

fn set(supposition: &Supposing, urn: Urn, change: fn(&mut Supposition, Urn, bool)) -> Callback<bool> {
    let supposition = supposition.clone();
    Callback::from(move |is_in: bool| {
        let mut supposed = (*supposition).clone();
        change(&mut supposed, urn, is_in);
        supposition.set(supposed);
    })
}
