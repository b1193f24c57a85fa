//! What the pages show: computed for each data set, rules, areas and interval choices. Whatever is still valid is
//! reused.

use std::cell::RefCell;
use std::rc::Rc;

use method::{
    AdjustParts, Analysis, IntervalChoices, MeasureProfile, Measured, NotAdjusted, Scope, Settings, measure_profile,
};
use records::model::{DataSet, Library};
use records::terms::{Area, Measure};
use show::chart::{
    Check, Finding, GapChart, MovesChart, StripChart, Table, TileMap, TopTen, adjusted_trusts_table, noise_check,
    source_line,
};
use show::export::cleared::Cleared;
use yew::prelude::*;

use super::components::SharedChart;
use super::ranking::{Ranked, RankingHandle, use_ranks};
use super::route::About;
use super::shared::Shared;
use super::state::{State, ViewError};
use super::survey::LastSurveys;

/// The analysis with its finding, charts and lists.
pub(super) struct View {
    /// The data set behind the analysis.
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
    /// The view, or why there is none. `former` keeps the computation for the next view.
    pub(super) fn new(
        data: Option<&Rc<DataSet>>,
        settings: &Settings,
        former: &mut Option<Rc<Measured>>,
    ) -> Result<Self, ViewError> {
        let data = data.ok_or(ViewError::NoResults)?;
        let (rules, interval_choices) = (&settings.rules, &settings.interval_choices);
        let measured = Measured::after(former.as_ref(), data, rules).map_err(ViewError::Analysis)?;
        *former = Some(Rc::clone(&measured));
        let analysis = measured
            .analysis(rules.focus, rules.regional, &settings.areas, interval_choices)
            .map_err(ViewError::Analysis)?;
        Ok(Self::of(data, (measured, analysis), *interval_choices))
    }

    /// The view of an analysis of these values.
    fn of(
        data: &Rc<DataSet>,
        (measured, analysis): (Rc<Measured>, Analysis),
        interval_choices: IntervalChoices,
    ) -> Self {
        let gap = GapChart::new(&analysis).with_intervals(&measured, &analysis, &interval_choices);
        Self {
            finding: Finding::of(&measured, &analysis),
            gap: Shared(Rc::new(gap)),
            strip: Shared(Rc::new(StripChart::new(&analysis))),
            tiles: TileMap::new(&analysis),
            source: source_line(data, &analysis),
            measures: data.measures(analysis.basis),
            analysis,
            interval_choices,
            measured,
            data: Rc::clone(data),
        }
    }

    /// The values adjusted for the chosen parts of the context, or for all that the files have if none are chosen, with
    /// their analysis; or why they cannot be adjusted. Returns `None` if there is no figure to adjust.
    fn adjusted(&self, adjust: AdjustParts) -> Option<Result<(Rc<Measured>, Analysis), NotAdjusted>> {
        let (rules, choices) = (&self.analysis.rules, &self.interval_choices);
        let measured = match self.measured.adjusted_as_chosen(rules.focus, adjust, choices) {
            Ok(measured) => Rc::new(measured),
            Err(reason) => return Some(Err(reason)),
        };
        let analysis = measured
            .analysis(rules.focus, rules.regional, &self.areas(), choices)
            .ok()?;
        Some(Ok((measured, analysis)))
    }

    /// The analysis of values that are adjusted so.
    pub(super) fn adjusted_as_chosen(&self, adjust: AdjustParts) -> Option<Result<Analysis, NotAdjusted>> {
        let adjusted = self.adjusted(adjust)?;
        Some(adjusted.map(|(_, analysis)| analysis))
    }

    /// The values of every measure.
    pub(super) fn every_measured(&self) -> Vec<Rc<Measured>> {
        let measures = self.measures.iter();
        let measured = measures.filter_map(|measure| Measured::new(self.measured.judgement(), *measure).ok());
        measured.map(Rc::new).collect()
    }

    /// The analysis of every measure under the rules of the view.
    pub(super) fn every_analysis(&self) -> Vec<Analysis> {
        let (rules, judgement) = (self.analysis.rules, self.measured.judgement());
        let areas = self.areas();
        let measures = self.measures.iter().filter_map(|measure| {
            let measured = Measured::new(judgement, *measure).ok()?;
            let analysis = measured.analysis(rules.focus, rules.regional, &areas, &self.interval_choices);
            analysis.ok()
        });
        measures.collect()
    }

    /// The areas that its figures are of, too.
    fn areas(&self) -> Vec<Area> {
        let areas = self.analysis.areas.iter();
        areas.map(|local| local.area.clone()).collect()
    }

    /// The trust with this number in one measure.
    pub(super) fn measure_profile(&self, measure: Measure, uid: &str) -> Option<MeasureProfile> {
        let measured = Measured::new(self.measured.judgement(), measure).ok()?;
        measure_profile(&measured, self.analysis.rules.regional, uid, &self.interval_choices).ok()
    }

    /// The part of the country that a page is about. Returns `None` if there is no such area.
    pub(super) fn scope(&self, about: About) -> Option<Scope<'_>> {
        match about {
            About::England => Some(Scope::All),
            About::Region(region) => Some(Scope::Region(region)),
            About::Area(index) => {
                let local = self.analysis.areas.get(index)?;
                Some(Scope::Area(&local.area))
            }
        }
    }
}

/// What the files say of the context of a view's figures, and the figures adjusted for it.
pub(super) struct InContext {
    /// The parts that figures can be adjusted for, or why they cannot be adjusted.
    pub(super) offered: Result<AdjustParts, NotAdjusted>,
    /// The adjusted figures, or why there are none; `None` if the user adjusts for nothing.
    pub(super) adjusted: Option<Result<AdjustedView, NotAdjusted>>,
}

/// Figures adjusted for context, beside those of a view.
pub(super) struct AdjustedView {
    /// The same view of the adjusted figures.
    pub(super) view: SharedView,
    /// The regions' moves from the one to the other.
    pub(super) moves: SharedChart,
    pub(super) trusts: Table,
}

impl InContext {
    /// The context of a view's figures, adjusted for these parts.
    pub(super) fn new(view: &View, adjust: AdjustParts) -> Self {
        let focus = view.analysis.rules.focus;
        Self {
            offered: view.measured.adjustable(focus, &view.interval_choices),
            adjusted: AdjustedView::new(view, adjust),
        }
    }

    /// The adjusted figures, if there are any.
    pub(super) fn shown(&self) -> Option<&AdjustedView> {
        self.adjusted.as_ref()?.as_ref().ok()
    }

    /// The view of the adjusted figures, if there is one.
    pub(super) fn view(&self) -> Option<&View> {
        self.shown()?.view.shown()
    }
}

impl AdjustedView {
    fn new(view: &View, adjust: AdjustParts) -> Option<Result<Self, NotAdjusted>> {
        if adjust.is_empty() {
            return None;
        }
        let adjusted = match view.adjusted(adjust)? {
            Ok(adjusted) => View::of(&view.data, adjusted, view.interval_choices),
            Err(reason) => return Some(Err(reason)),
        };
        let analysis = &adjusted.analysis;
        Some(Ok(Self {
            moves: Shared(Rc::new(MovesChart::new(&view.analysis, analysis))),
            trusts: adjusted_trusts_table(analysis, None),
            view: Shared(Rc::new(Ok(adjusted))),
        }))
    }
}

/// The context of a view as a property; `None` if there is no view.
pub(super) type SharedInContext = Shared<Rc<Option<InContext>>>;

/// What the first page shows below its charts, with ranks once they are computed.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) top_tens: Vec<TopTen>,
    /// How much of the top tens is noise.
    pub(super) check: Option<Check>,
}

impl Lists {
    /// The lists of a view, which are empty if there is no view.
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
pub(super) type SharedView = Shared<Rc<Result<View, ViewError>>>;

impl SharedView {
    /// The view, if there is one.
    pub(super) fn shown(&self) -> Option<&View> {
        (*self.0).as_ref().ok()
    }
}

/// The current view, and the cleared view.
pub(super) struct Views {
    pub(super) shown: SharedView,
    /// The view in which figures for few pupils are withheld. It is the same view if it has no such figures.
    pub(super) cleared: Option<SharedView>,
    /// All years, cleared.
    pub(super) library: Rc<Cleared<Library>>,
}

#[hook]
pub(super) fn use_views(state: &UseReducerHandle<State>, measured: &Shared<Option<Rc<Measured>>>) -> Views {
    let deps = (state.library.clone(), state.suppression);
    let library = use_memo(deps, |(library, suppression)| Cleared::library(library, *suppression));
    let data = state.data();
    let shown = use_view_of(state, data.clone(), measured);
    // The cleared data set, if it differs.
    let year = data.as_ref().map(|data| data.year);
    let year = year.filter(|_| library.is_withheld());
    let apart = year.and_then(|year| library.what().data_set(year));
    let apart = Shared(apart);
    let apart = (apart != Shared(data)).then_some(apart.0).flatten();
    let is_apart = apart.is_some();
    let cleared = use_view_of(state, apart, measured);
    let cleared = if is_apart { cleared } else { shown.clone() };
    Views {
        cleared: library.is_withheld().then_some(cleared),
        shown,
        library,
    }
}

/// `measured` is what has been computed for the first view.
#[hook]
fn use_view_of(
    state: &UseReducerHandle<State>,
    data: Option<Rc<DataSet>>,
    measured: &Shared<Option<Rc<Measured>>>,
) -> SharedView {
    let settings = &state.settings;
    let deps = (
        Shared(data),
        settings.rules,
        settings.areas.clone(),
        settings.interval_choices,
    );
    let former = use_memo((), |()| RefCell::new(measured.0.clone()));
    let view = use_memo(deps, |(data, ..)| {
        View::new(data.0.as_ref(), settings, &mut former.borrow_mut())
    });
    Shared(view)
}

/// A view with its ranks and its lists.
#[derive(Clone, PartialEq)]
pub(super) struct Figures {
    pub(super) view: SharedView,
    pub(super) ranking: RankingHandle,
    pub(super) lists: Shared<Rc<Lists>>,
}

/// A view with its ranks if they are wanted, those of further families too, and with its lists once its charts are
/// drawn.
#[hook]
fn use_figures(
    view: &SharedView,
    families: &dyn Fn(&View) -> Vec<About>,
    wants_ranks: bool,
    is_drawn: bool,
) -> Figures {
    let families = view.shown().map(families).unwrap_or_default();
    let ranking = use_ranks(view, families, wants_ranks);
    let deps = (view.clone(), Shared(ranking.ranks.regional(view)), is_drawn);
    let lists = use_memo(deps, |(view, ranked, is_drawn)| {
        if *is_drawn {
            Lists::new(view, ranked.0.as_deref())
        } else {
            Lists::default()
        }
    });
    Figures {
        view: view.clone(),
        ranking,
        lists: Shared(lists),
    }
}

/// A view as the pages show it.
#[derive(Clone)]
pub(super) struct Shown {
    /// As published or computed.
    pub(super) plain: Figures,
    /// As the user chose to see them: the same, or adjusted for context.
    pub(super) chosen: Figures,
    pub(super) in_context: SharedInContext,
    pub(super) last_surveys: LastSurveys,
}

/// A view as the pages show it. Figures are adjusted for these parts, perhaps for none; `None` if the view is not shown
/// itself.
#[hook]
pub(super) fn use_shown(
    view: &SharedView,
    adjust: Option<AdjustParts>,
    families: &dyn Fn(&View) -> Vec<About>,
    wants_ranks: bool,
    is_drawn: bool,
) -> Shown {
    let plain = use_figures(view, families, wants_ranks, is_drawn);
    let in_context = use_memo((view.clone(), adjust), |(view, adjust)| {
        Some(InContext::new(view.shown()?, (*adjust)?))
    });
    let adjusted = (*in_context).as_ref().and_then(InContext::shown);
    let is_adjusted = adjusted.is_some();
    let of_chosen = adjusted.map_or(view, |adjusted| &adjusted.view);
    let adjusted = use_figures(of_chosen, families, wants_ranks && is_adjusted, is_drawn && is_adjusted);
    let last_surveys = use_memo((), |()| LastSurveys::default());
    Shown {
        chosen: if is_adjusted { adjusted } else { plain.clone() },
        plain,
        in_context: Shared(in_context),
        last_surveys: (*last_surveys).clone(),
    }
}
