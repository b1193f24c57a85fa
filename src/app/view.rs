//! What the first page shows: made once for each data set and set of rules.

use std::rc::Rc;

use crate::chart::{Finding, GapChart, StripChart, TileMap, TopTen, source_line};
use crate::method::{Analysis, RegionalRule, Rules, analyse, offered};
use crate::model::DataSet;
use crate::terms::{Focus, Measure};

use super::components::SharedChart;
use super::shared::Shared;

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
    /// The view; nothing where there is no data set or the rules cannot be had from it.
    pub(super) fn new(data: Option<&DataSet>, rules: &Rules) -> Option<Self> {
        let data = data?;
        let analysis = analyse(data, rules).ok()?;
        Some(Self {
            finding: Finding::new(data, &analysis),
            gap: Shared(Rc::new(GapChart::new(&analysis))),
            strip: Shared(Rc::new(StripChart::new(&analysis))),
            tiles: TileMap::new(&analysis),
            top_tens: TopTen::all(&analysis),
            source: source_line(data, &analysis),
            measures: data.measures(),
            focuses: data.focuses(rules.measure),
            regional_rules: offered(data, rules.focus),
            analysis,
        })
    }
}

/// The view as a property.
pub(super) type SharedView = Shared<Rc<Option<View>>>;
