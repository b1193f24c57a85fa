//! `trust-gap trend`: figures over the years.

use trust_gap::export::trend_report::trend_report;
use trust_gap::method::{AdjustParts, MeasuredYears};
use trust_gap::terms::Focus;

use crate::analyse::{data_set, in_json, load, rules};
use crate::arguments::Request;

/// Prints the requested group's figures, and the gap, over all years of the files.
pub(crate) fn run(request: &Request) -> Result<(), String> {
    let settings = request.settings();
    let (library, refused) = load(request)?;
    for problem in &refused {
        eprintln!("trust-gap: {}", problem.message);
    }
    // A user-defined measure is found in the requested year, or in the newest.
    let newest = data_set(&library, request)?;
    let rules = rules(&newest, request)?;
    let without_year = library.files_without_year();
    if !without_year.is_empty() {
        eprintln!(
            "trust-gap: {without_year} does not state the year of its results and is left out: state it with \
            --year, such as --year 2022/23"
        );
    }
    let years = MeasuredYears::new(&library, &rules, settings.is_like_for_like).map_err(|error| error.to_string())?;
    let choices = &settings.interval_choices;
    let trend = |focus| {
        let trend = |years: &MeasuredYears| years.trend_with_areas(focus, rules.regional, &settings.areas, choices);
        match settings.adjust {
            AdjustParts::NONE => trend(&years),
            parts => trend(&years.adjusted(focus, parts, choices)),
        }
    };
    let found = trend(rules.focus).map_err(|error| error.to_string())?;
    // Where the files lack one end of the gap in two years, the figures are printed without the gap.
    let gap = match rules.focus {
        Focus::Gap => None,
        _ => trend(Focus::Gap).ok(),
    };
    crate::print(&in_json(&trend_report(&found, gap.as_ref()))?)
}
