//! What the pages show: made once for each data set, set of rules, areas and doubt, and of what was made
//! before as much as still holds.

use std::rc::Rc;

use crate::chart::{Finding, GapChart, StripChart, TileMap, TopTen, source_line};
use crate::method::{Analysis, Doubt, Measured, Precisions, RegionalRule, Rules, offered};
use crate::model::DataSet;
use crate::terms::{Area, Focus, Measure};

use super::components::SharedChart;
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
    pub(super) top_tens: Vec<TopTen>,
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
            gap: Shared(Rc::new(GapChart::new(&analysis))),
            strip: Shared(Rc::new(StripChart::new(&analysis, None))),
            tiles: TileMap::new(&analysis),
            top_tens: TopTen::all(&analysis, None, None),
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

/// The view as a property.
pub(super) type SharedView = Shared<Rc<Result<View, Lack>>>;
