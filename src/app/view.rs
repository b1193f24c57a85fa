//! What the pages show: made once for each data set, set of rules, areas and doubt, and of what was made
//! before as much as still holds.

use std::rc::Rc;

use crate::chart::{
    Check, Finding, GapChart, StripChart, TileMap, TopTen, noise_check, source_line,
};
use crate::method::{Analysis, Doubt, Measured, Precisions, RegionalRule, Rules, offered};
use crate::model::DataSet;
use crate::terms::{Area, Focus, Measure};

use super::components::SharedChart;
use super::ranking::Ranked;
use super::shared::Shared;
use super::state::Lack;

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
        })
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
            top_tens: TopTen::all(&view.analysis, Some(&view.precisions), ranks),
            check: ranks.and_then(|ranks| noise_check(&view.analysis, ranks)),
        }
    }
}

/// The view as a property.
pub(super) type SharedView = Shared<Rc<Result<View, Lack>>>;
