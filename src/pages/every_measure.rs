//! A trust's figures of every measure, beside its region's and the country's.

use std::rc::Rc;

use method::{Contexts, MeasureProfile, Surveyed, profile};
use records::terms::Measure;
use show::chart::{SpineChart, measures_table, precision_in_words, second_gap_in_words};
use yew::prelude::*;

use crate::components::{SharedChart, card, chart_card, listing, paragraph};
use crate::shared::Shared;
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
        let found = self
            .view
            .shown()
            .and_then(|view| view.measure_profile(measure, &self.uid));
        self.found.extend(found);
        Some(self.surveyed())
    }

    fn finish(self) -> Vec<MeasureProfile> {
        self.found
    }
}

/// What is made of them.
#[derive(Clone, Default)]
pub(super) struct EveryMeasure {
    /// The chart of all measures on the span of the trust's region.
    pub(super) spine: Html,
    /// The table of all figures.
    pub(super) table: Html,
}

/// The chart and the table, once all measures are computed; until then the chart's place is kept.
#[hook]
pub(super) fn use_every_measure(view: &SharedView, uid: &Rc<str>, last_surveys: &LastSurveys) -> EveryMeasure {
    let inputs = (view.clone(), Rc::clone(uid));
    let found = use_found::<EachMeasure>(&last_surveys.measures, Some(inputs));
    let made = use_memo((view.clone(), Rc::clone(uid), found), |(view, uid, found)| {
        every_measure(view.shown()?, uid, &found.as_ref()?.0)
    });
    (*made).clone().unwrap_or_else(|| EveryMeasure {
        spine: html! { <section class="card spine-ahead" aria-hidden="true"></section> },
        table: html! {},
    })
}

/// The chart, the table, and what the second gap of the measure in force is.
fn every_measure(view: &View, uid: &str, measures: &[MeasureProfile]) -> Option<EveryMeasure> {
    let (rules, level) = (view.analysis.rules, view.interval_choices.level);
    let contexts = Contexts::new(view.measured.judgement());
    let profile = profile(&view.measured, &contexts, rules.focus, uid).ok()?;
    let spine = SpineChart::new(&profile, measures, level).map(|chart| {
        let chart: SharedChart = Shared(Rc::new(chart));
        chart_card(&chart, "trust-spine", &view.source, None)
    });
    let table = measures_table(&profile, measures, level);
    let now = measures.iter().find(|of| of.measure == rules.measure);
    let second = now.and_then(|of| of.second_gap.as_ref());
    let second = second.map(|line| {
        let words = paragraph(&second_gap_in_words(line));
        card("", "", words::AGAINST_OTHER_PUPILS_EVERYWHERE, words)
    });
    Some(EveryMeasure {
        spine: spine.unwrap_or_default(),
        table: html! {
            <>
                { listing("trust-measures", &table, &precision_in_words(&view.analysis), NONE) }
                { second.unwrap_or_default() }
            </>
        },
    })
}
