//! What the pages show: made once for each data set, set of rules and areas.

use std::rc::Rc;

use crate::chart::{Finding, GapChart, StripChart, TileMap, TopTen, source_line};
use crate::method::{Analysis, RegionalRule, Rules, analyse_with_areas, offered};
use crate::model::DataSet;
use crate::terms::{Area, Focus, Measure};

use super::components::SharedChart;
use super::shared::Shared;
use super::state::Lack;

/// The analysis with its sentence, charts and lists.
pub(super) struct View {
    pub(super) analysis: Analysis,
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
    /// The view, or why there is none.
    pub(super) fn new(data: Option<&DataSet>, rules: &Rules, areas: &[Area]) -> Result<Self, Lack> {
        let data = data.ok_or(Lack::Results)?;
        let analysis = analyse_with_areas(data, rules, areas).map_err(Lack::Analysis)?;
        Ok(Self {
            finding: Finding::new(data, &analysis),
            gap: Shared(Rc::new(GapChart::new(&analysis))),
            strip: Shared(Rc::new(StripChart::new(&analysis))),
            tiles: TileMap::new(&analysis),
            top_tens: TopTen::all(&analysis),
            source: source_line(data, &analysis),
            measures: data.measures(analysis.basis),
            focuses: data.focuses(analysis.basis, rules.measure),
            regional_rules: offered(data, analysis.basis, rules.focus),
            analysis,
        })
    }
}

/// The view as a property.
pub(super) type SharedView = Shared<Rc<Result<View, Lack>>>;
