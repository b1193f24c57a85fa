//! What the pages show: made once for each data set, set of rules, areas and doubt, and of what was made
//! before as much as still holds.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{
    Check, Finding, GapChart, StripChart, TileMap, TopTen, noise_check, source_line,
};
use crate::export::origin::Origin;
use crate::export::withheld_in_words;
use crate::method::{
    Analysis, Doubt, Measured, Precisions, RegionalRule, Rules, Scope, Suppression, Withheld,
    offered, withhold_small,
};
use crate::model::DataSet;
use crate::terms::{Area, Focus, Measure};

use super::components::SharedChart;
use super::place::About;
use super::ranking::Ranked;
use super::shared::Shared;
use super::state::{Lack, State};
use super::taking::{set_origin, withhold};

/// The analysis with its sentence, charts and lists.
pub(super) struct View {
    pub(super) measured: Rc<Measured>,
    pub(super) analysis: Analysis,
    pub(super) doubt: Doubt,
    pub(super) precisions: Precisions,
    pub(super) finding: Finding,
    pub(super) gap: SharedChart,
    pub(super) strip: SharedChart,
    pub(super) tiles: TileMap,
    pub(super) source: String,
    pub(super) measures: Vec<Measure>,
    pub(super) focuses: Vec<Focus>,
    pub(super) regional_rules: Vec<RegionalRule>,
    /// Of a user's own data of which something may not be taken away: what may.
    pub(super) taken: Option<Taken>,
}

/// What may be taken away, where that is not all.
pub(super) struct Taken {
    pub(super) withheld: Withheld,
    pub(super) gap: SharedChart,
    pub(super) strip: SharedChart,
    /// What is withheld, in words.
    pub(super) words: String,
}

impl View {
    /// The view, or why there is none. What was computed for the former one is kept for the next.
    pub(super) fn new(
        data: Option<&DataSet>,
        rules: &Rules,
        areas: &[Area],
        doubt: &Doubt,
        former: &mut Option<Rc<Measured>>,
    ) -> Result<Self, Lack> {
        let data = data.ok_or(Lack::Results)?;
        let measured = Measured::after(former.as_ref(), data, rules).map_err(Lack::Analysis)?;
        *former = Some(Rc::clone(&measured));
        let analysis = measured
            .analysis(rules.focus, rules.regional, areas)
            .map_err(Lack::Analysis)?;
        let precisions = Precisions::new(&measured, &analysis, doubt);
        Ok(Self {
            finding: Finding::of(&measured, &analysis),
            gap: Shared(Rc::new(
                GapChart::new(&analysis).with_intervals(&measured, &analysis, doubt),
            )),
            strip: Shared(Rc::new(StripChart::new(&analysis, Some(&precisions)))),
            tiles: TileMap::new(&analysis),
            source: source_line(data, &analysis),
            measures: data.measures(analysis.basis),
            focuses: data.focuses(analysis.basis, rules.measure),
            regional_rules: offered(data, analysis.basis, rules.focus),
            analysis,
            doubt: *doubt,
            precisions,
            measured,
            taken: None,
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

    /// The analysis as it may be taken away with its precisions, where that is not all of it.
    pub(super) fn cleared(&self) -> Option<(&Analysis, &Precisions)> {
        let withheld = &self.taken.as_ref()?.withheld;
        Some((&withheld.analysis, withheld.precisions.as_ref()?))
    }

    /// The view with what of it may be taken away.
    pub(super) fn with_taken(self, data: Option<&DataSet>, suppression: Suppression) -> Self {
        let own = data.filter(|data| data.is_own(self.analysis.basis));
        let taken = own.and_then(|data| taken(&self, data, suppression));
        withhold(taken.as_ref().map(|taken| taken.words.clone()));
        set_origin(
            data.map(|data| Origin::of(data, &self.analysis))
                .unwrap_or_default(),
        );
        Self { taken, ..self }
    }
}

/// Not inlined, so that it can come in the page's later part.
#[inline(never)]
fn taken(view: &View, data: &DataSet, suppression: Suppression) -> Option<Taken> {
    let (analysis, precisions) = (&view.analysis, &view.precisions);
    let withheld = withhold_small(data, analysis, Some(precisions), suppression);
    if withheld.trusts + withheld.schools == 0 {
        return None;
    }
    let strip = StripChart::new(&withheld.analysis, withheld.precisions.as_ref());
    let gap = GapChart::new(&withheld.analysis);
    Some(Taken {
        gap: Shared(Rc::new(gap.with_intervals(
            &view.measured,
            analysis,
            &view.doubt,
        ))),
        strip: Shared(Rc::new(strip)),
        words: withheld_in_words(&withheld)?,
        withheld,
    })
}

impl Taken {
    /// Not inlined, so that it can come in the page's later part.
    #[inline(never)]
    fn top_tens(&self) -> Vec<TopTen> {
        let withheld = &self.withheld;
        TopTen::all(&withheld.analysis, withheld.precisions.as_ref(), None)
    }
}

/// What the first page shows below its charts, with the ranks as soon as they are known.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) top_tens: Vec<TopTen>,
    /// The same as they may be taken away, where that is not all.
    pub(super) taken: Option<Vec<TopTen>>,
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
            top_tens: TopTen::all(&view.analysis, Some(&view.precisions), ranks),
            taken: view.taken.as_ref().map(Taken::top_tens),
            check: ranks.and_then(|ranks| noise_check(&view.analysis, ranks)),
        }
    }
}

/// The view as a property.
pub(super) type SharedView = Shared<Rc<Result<View, Lack>>>;

/// The view of what was chosen last.
#[hook]
pub(super) fn use_view(state: &UseReducerHandle<State>) -> SharedView {
    let asked = (
        Shared(state.data()),
        state.rules,
        state.areas.clone(),
        state.doubt,
        state.suppression,
    );
    let former = use_mut_ref(|| None);
    let view = use_memo(asked, |(data, rules, areas, doubt, suppression)| {
        let former = &mut former.borrow_mut();
        let view = View::new(data.0.as_deref(), rules, areas, doubt, former);
        if view.is_err() {
            set_origin(Origin::default());
        }
        Ok(view?.with_taken(data.0.as_deref(), *suppression))
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
