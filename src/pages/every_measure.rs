//! A trust's figures of every measure, beside its region's and the country's.

use std::rc::Rc;

use method::{Contexts, MeasureProfile, Measured, Surveyed, measure_profile, profile};
use records::terms::Measure;
use show::chart::{measures_table, precision_in_words, second_gap_in_words};
use yew::prelude::*;

use crate::components::{card, listing, paragraph};
use crate::survey::{LastSurveys, Steps, use_found};
use crate::view::{SharedView, View};
use crate::words::pages::{NONE, trust as words};

/// The measures of a trust, one at a time: the ranks that it could have in each take as long as all other figures of
/// the page.
pub(crate) struct EachMeasure {
    view: SharedView,
    uid: Rc<str>,
    /// Those still to be computed, in reverse order.
    ahead: Vec<Measure>,
    found: Vec<MeasureProfile>,
}

impl Steps for EachMeasure {
    type Inputs = (SharedView, Rc<str>);
    type Found = Vec<MeasureProfile>;

    fn begin((view, uid): &Self::Inputs) -> Result<Self, String> {
        let measures = view.shown().into_iter().flat_map(|view| view.measures.iter().rev());
        Ok(Self {
            view: view.clone(),
            uid: Rc::clone(uid),
            ahead: measures.copied().collect(),
            found: Vec::new(),
        })
    }

    fn surveyed(&self) -> Surveyed {
        Surveyed {
            steps: self.found.len(),
            of: self.found.len() + self.ahead.len(),
        }
    }

    fn advance(&mut self) -> Option<Surveyed> {
        let measure = self.ahead.pop()?;
        let found = self.view.shown().and_then(|view| of_measure(view, measure, &self.uid));
        self.found.extend(found);
        Some(self.surveyed())
    }

    fn finish(self) -> Vec<MeasureProfile> {
        self.found
    }
}

fn of_measure(view: &View, measure: Measure, uid: &str) -> Option<MeasureProfile> {
    let measured = Measured::new(view.measured.judgement(), measure).ok()?;
    measure_profile(&measured, view.analysis.rules.regional, uid, &view.interval_choices).ok()
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) view: SharedView,
    /// The trust's number.
    pub(super) uid: Rc<str>,
    pub(super) last_surveys: LastSurveys,
}

#[component]
pub(super) fn EveryMeasure(props: &Props) -> Html {
    let inputs = (props.view.clone(), Rc::clone(&props.uid));
    let found = use_found::<EachMeasure>(&props.last_surveys.measures, Some(inputs));
    let deps = (props.view.clone(), Rc::clone(&props.uid), found);
    let made = use_memo(deps, |(view, uid, found)| {
        measures(view.shown()?, uid, &found.as_ref()?.0)
    });
    (*made).clone().unwrap_or_default()
}

/// The table, and what the second gap of the measure in force is.
fn measures(view: &View, uid: &str, measures: &[MeasureProfile]) -> Option<Html> {
    let rules = view.analysis.rules;
    let contexts = Contexts::new(view.measured.judgement());
    let profile = profile(&view.measured, &contexts, rules.focus, uid).ok()?;
    let table = measures_table(&profile, measures, view.interval_choices.level);
    let now = measures.iter().find(|of| of.measure == rules.measure);
    let second = now.and_then(|of| of.second_gap.as_ref());
    let second = second.map(|line| {
        let words = paragraph(&second_gap_in_words(line));
        card("", "", words::AGAINST_OTHER_PUPILS_EVERYWHERE, words)
    });
    Some(html! {
        <>
            { listing("trust-measures", &table, &precision_in_words(&view.analysis), NONE) }
            { second.unwrap_or_default() }
        </>
    })
}
