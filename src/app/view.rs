//! What the pages show: made once for each data set, set of rules, areas and interval choices, and of what was made
//! before as much as still holds.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{
    Check, Finding, GapChart, StripChart, TileMap, TopTen, noise_check, source_line,
};
use crate::export::cleared::Cleared;
use crate::method::{Analysis, IntervalChoices, Measured, Rules, Scope};
use crate::model::{DataSet, Library};
use crate::terms::{Area, Measure};

use super::components::SharedChart;
use super::place::About;
use super::ranking::Ranked;
use super::shared::Shared;
use super::state::{Lack, State};

/// The analysis with its sentence, charts and lists.
pub(super) struct View {
    /// What it is made of.
    pub(super) data: Rc<DataSet>,
    pub(super) measured: Rc<Measured>,
    pub(super) analysis: Analysis,
    pub(super) interval_choices: IntervalChoices,
    pub(super) finding: Finding,
    pub(super) gap: SharedChart,
    pub(super) strip: SharedChart,
    pub(super) tiles: TileMap,
    pub(super) source: String,
    pub(super) measures: Vec<Measure>,
}

impl View {
    /// The view, or why there is none. What was computed for the former one is kept for the next.
    pub(super) fn new(
        data: Option<&Rc<DataSet>>,
        rules: &Rules,
        areas: &[Area],
        interval_choices: &IntervalChoices,
        former: &mut Option<Rc<Measured>>,
    ) -> Result<Self, Lack> {
        let data = data.ok_or(Lack::Results)?;
        let measured = Measured::after(former.as_ref(), data, rules).map_err(Lack::Analysis)?;
        *former = Some(Rc::clone(&measured));
        let analysis = measured
            .analysis(rules.focus, rules.regional, areas, interval_choices)
            .map_err(Lack::Analysis)?;
        Ok(Self {
            finding: Finding::of(&measured, &analysis),
            gap: Shared(Rc::new(GapChart::new(&analysis).with_intervals(
                &measured,
                &analysis,
                interval_choices,
            ))),
            strip: Shared(Rc::new(StripChart::new(&analysis))),
            tiles: TileMap::new(&analysis),
            source: source_line(data, &analysis),
            measures: data.measures(analysis.basis),
            analysis,
            interval_choices: *interval_choices,
            measured,
            data: Rc::clone(data),
        })
    }

    /// The part of the country that a page is about; nothing where there is no such area.
    pub(super) fn scope(&self, about: About) -> Option<Scope<'_>> {
        match about {
            About::England => Some(Scope::All),
            About::Region(region) => Some(Scope::Region(region)),
            About::Area(place) => {
                let local = self.analysis.areas.get(place)?;
                Some(Scope::Area(&local.area))
            }
        }
    }
}

/// What the first page shows below its charts, with the ranks as soon as they are known.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) top_tens: Vec<TopTen>,
    /// How much of the top tens is noise.
    pub(super) check: Option<Check>,
}

impl Lists {
    /// The lists of a view; nothing where there is none.
    pub(super) fn new(view: &SharedView, ranks: Option<&Ranked>) -> Self {
        let Ok(view) = &*view.0 else {
            return Self::default();
        };
        let ranks = ranks.map(Vec::as_slice);
        Self {
            top_tens: TopTen::all(&view.analysis, ranks),
            check: ranks.and_then(|ranks| noise_check(&view.analysis, ranks)),
        }
    }
}

/// The view as a property.
pub(super) type SharedView = Shared<Rc<Result<View, Lack>>>;

impl SharedView {
    /// The view; nothing where there is none.
    pub(super) fn shown(&self) -> Option<&View> {
        (*self.0).as_ref().ok()
    }
}

/// The view of what was chosen last, and what of it may leave the page.
pub(super) struct Views {
    pub(super) shown: SharedView,
    /// Where figures of few pupils are withheld; the same view where it holds none of them itself.
    pub(super) leaving: Option<SharedView>,
    /// Every year as it may leave the page.
    pub(super) library: Rc<Cleared<Library>>,
}

/// The views of what was chosen last.
#[hook]
pub(super) fn use_views(state: &UseReducerHandle<State>) -> Views {
    let asked = (state.library.clone(), state.suppression);
    let library = use_memo(asked, |(library, suppression)| {
        Cleared::library(library, *suppression)
    });
    let data = state.data();
    let year = data.as_ref().map(|data| data.year);
    let year = year.filter(|_| library.is_withheld());
    let leaving = year.and_then(|year| library.what().data_set(year));
    let is_same = match (&leaving, &data) {
        (Some(leaving), Some(data)) => Rc::ptr_eq(leaving, data),
        _ => true,
    };
    let shown = use_view_of(state, data);
    let apart = use_view_of(state, leaving.filter(|_| !is_same));
    Views {
        leaving: library
            .is_withheld()
            .then(|| if is_same { shown.clone() } else { apart }),
        shown,
        library,
    }
}

/// The view of a data set.
#[hook]
fn use_view_of(state: &UseReducerHandle<State>, data: Option<Rc<DataSet>>) -> SharedView {
    let asked = (
        Shared(data),
        state.settings.rules,
        state.settings.areas.clone(),
        state.settings.interval_choices,
    );
    let former = use_mut_ref(|| None);
    let view = use_memo(asked, |(data, rules, areas, interval_choices)| {
        View::new(
            data.0.as_ref(),
            rules,
            areas,
            interval_choices,
            &mut former.borrow_mut(),
        )
    });
    Shared(view)
}

/// The lists of a view, once its charts are drawn.
#[hook]
pub(super) fn use_lists(
    view: &SharedView,
    ranked: Shared<Option<Rc<Ranked>>>,
    is_drawn: bool,
) -> Shared<Rc<Lists>> {
    let asked = (view.clone(), ranked, is_drawn);
    let lists = use_memo(asked, |(view, ranked, is_drawn)| {
        if *is_drawn {
            Lists::new(view, ranked.0.as_deref())
        } else {
            Lists::default()
        }
    });
    Shared(lists)
}
