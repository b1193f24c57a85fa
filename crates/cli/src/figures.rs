//! `trust-gap figures`: all figures of a year as one CSV file.

use std::rc::Rc;

use trust_gap::chart::all_figures_table;
use trust_gap::export::csv_table::CsvFile;
use trust_gap::export::origin::Origin;
use trust_gap::method::{EveryFigure, Judgement, regional_ranks};

use crate::analyse::{data_set, load, rules, with_hint};
use crate::arguments::Request;

/// Prints every measure for every group of pupils: the same file as the page's download.
pub(crate) fn run(request: &Request) -> Result<(), String> {
    let (library, refused) = load(request)?;
    for problem in &refused {
        eprintln!("trust-gap: {}", problem.message);
    }
    let data = data_set(&library, request)?;
    let (rules, settings) = (rules(&data, request)?, request.settings());
    let judgement = Judgement::new(&data, &rules).map_err(|error| with_hint(&error))?;
    let mut every = EveryFigure::new(
        &Rc::new(judgement),
        rules.regional,
        &settings.areas,
        &settings.interval_choices,
    );
    while every.advance().is_some() {}
    let mut file = CsvFile::default();
    for analysis in every.finish() {
        let table = all_figures_table(&analysis, Some(&regional_ranks(&analysis)));
        file.push(&Origin::of(&data, &analysis).in_columns_of(&table));
    }
    crate::print(&file.finish())
}
