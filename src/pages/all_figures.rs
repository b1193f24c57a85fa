//! One file with all figures of the year: every measure for every group of pupils. It takes seconds, most of them in a
//! worker, which ranks; the rest is done in turns, so that the page stays at the user's service.

use std::rc::Rc;

use method::{Analysis, EveryFigure, Surveyed, regional_families};
use show::chart::all_figures_table;
use show::export::csv_table::CsvFile;
use show::export::origin::Origin;
use yew::prelude::*;

use crate::components::year_file_button;
use crate::exporting::{ExportContext, Medium, export_csv};
use crate::ranking::{Families, Ranked, use_ranks_of};
use crate::shared::Shared;
use crate::survey::{Kept, Progress, Steps, use_found};
use crate::view::SharedView;

use super::PageInput;

/// The name of the file.
const NAME: &str = "all-figures";

/// The button for the file, the same wherever it is.
pub(super) fn all_figures(input: &PageInput) -> Html {
    let (view, is_wanted) = (input.view.clone(), input.selections.all_figures.clone());
    html! { <AllFigures {view} {is_wanted} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    view: SharedView,
    /// Whether the user wants the file. If the page is rendered twice, the cleared copy makes it.
    is_wanted: UseStateHandle<bool>,
}

#[component]
fn AllFigures(Props { view, is_wanted }: &Props) -> Html {
    let export_context = use_context::<ExportContext>().unwrap_or_default();
    let clearance = export_context.clearance().filter(|_| **is_wanted);
    let kept = use_memo((), |()| (Kept::<EveryFigure>::default(), Kept::<Writing>::default()));
    let analyses = use_found::<EveryFigure>(&kept.0, clearance.as_ref().map(|_| view.clone()));
    let families = use_memo((view.clone(), analyses.clone()), |(view, analyses)| {
        let (analyses, choices) = (analyses.as_ref()?, view.shown()?.interval_choices);
        let families = analyses.0.iter().flat_map(regional_families).collect();
        Some(Shared(Rc::new(Families { families, choices })))
    });
    let ranked = match use_ranks_of((*families).clone()) {
        Progress::Done(found) => Some(Some(found)),
        // The file does without what a worker was needed for.
        Progress::Impossible(_) => Some(None),
        Progress::Waiting | Progress::Working(_) | Progress::Cancelled => None,
    };
    let inputs = analyses.zip(ranked);
    let inputs = inputs.map(|(analyses, ranked)| (view.clone(), analyses, ranked));
    let text = use_found::<Writing>(&kept.1, inputs);
    let (year, done) = (view.shown().and_then(|view| view.data.year), is_wanted.clone());
    use_effect_with(text, move |text| {
        if let Some((clearance, text)) = clearance.zip(text.as_ref()) {
            let origin = Origin {
                year,
                ..Origin::default()
            };
            export_csv(&origin.file_name(NAME), &clearance.map(|()| text.0.to_string()));
            done.set(false);
        }
    });
    if export_context.medium == Medium::Print || view.shown().is_none() {
        return html! {};
    }
    let toggled = is_wanted.clone();
    year_file_button(**is_wanted, Callback::from(move |_: MouseEvent| toggled.set(!*toggled)))
}

impl Steps for EveryFigure {
    type Inputs = SharedView;
    type Found = Vec<Analysis>;

    fn begin(view: &SharedView) -> Result<Self, String> {
        let view = view.shown().ok_or_else(String::new)?;
        let analysis = &view.analysis;
        let areas: Vec<_> = analysis.areas.iter().map(|local| local.area.clone()).collect();
        let regional = analysis.rules.regional;
        Ok(Self::new(
            view.measured.judgement(),
            regional,
            &areas,
            &view.interval_choices,
        ))
    }

    fn surveyed(&self) -> Surveyed {
        self.surveyed()
    }

    fn advance(&mut self) -> Option<Surveyed> {
        self.advance()
    }

    fn finish(self) -> Vec<Analysis> {
        self.finish()
    }
}

/// The analyses of a view, and all their regions' families with their ranks, unless no worker could rank them.
type ToWrite = (SharedView, Shared<Rc<Vec<Analysis>>>, Option<Shared<Rc<Ranked>>>);

/// Writes the file, an analysis in each step.
struct Writing {
    of: ToWrite,
    file: CsvFile,
    written: usize,
    /// How many of the families are of analyses that are written.
    families: usize,
}

impl Steps for Writing {
    type Inputs = ToWrite;
    type Found = String;

    fn begin(of: &ToWrite) -> Result<Self, String> {
        Ok(Self {
            of: of.clone(),
            file: CsvFile::default(),
            written: 0,
            families: 0,
        })
    }

    fn surveyed(&self) -> Surveyed {
        Surveyed {
            steps: self.written,
            of: self.of.1.0.len(),
        }
    }

    fn advance(&mut self) -> Option<Surveyed> {
        let (view, analyses, ranked) = &self.of;
        let (view, analysis) = (view.shown()?, analyses.0.get(self.written)?);
        let next = self.families + analysis.regions.len();
        let ranked = ranked
            .as_ref()
            .map(|ranked| ranked.0.get(self.families..next).unwrap_or_default());
        let table = all_figures_table(analysis, ranked);
        self.file.push(&Origin::of(&view.data, analysis).in_columns_of(&table));
        (self.written, self.families) = (self.written + 1, next);
        Some(self.surveyed())
    }

    fn finish(self) -> String {
        self.file.finish()
    }
}
