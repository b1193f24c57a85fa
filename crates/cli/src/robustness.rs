//! `trust-gap robustness`: which findings survive other rules.

use trust_gap::export::robustness_report::RobustnessReport;
use trust_gap::method::{
    ContextRobustness, ContextSurvey, NotAdjusted, Robustness, Rules, Survey, analyse, without_selective,
};
use trust_gap::model::DataSet;

use crate::analyse::{data_set, in_json, load, rules, with_hint};
use crate::arguments::Request;

/// Tries every combination of rules that the files allow. Prints how often the first page's findings hold, and the
/// lowest and highest rank of each trust.
pub(crate) fn run(request: &Request) -> Result<(), String> {
    let (library, refused) = load(request)?;
    for problem in &refused {
        eprintln!("trust-gap: {}", problem.message);
    }
    let data = data_set(&library, request)?;
    let rules = rules(&data, request)?;
    let analysis = analyse(&data, &rules).map_err(|error| with_hint(&error))?;
    let mut survey = Survey::new(&data, &rules).map_err(|error| with_hint(&error))?;
    while survey.advance().is_some() {}
    let robustness = survey.finish();
    if !robustness.trusts_testable {
        eprintln!(
            "trust-gap: files of trusts allow only other regional figures, so headlines can be tested but trusts' \
            ranks cannot. Add school files and group links to test ranks"
        );
    }
    let contexts = contexts(&data, &rules, (&robustness, request));
    let without = without_selective(&data, &analysis);
    let report = RobustnessReport::new(&robustness, &analysis).without_selective(without.as_deref());
    let report = report.in_contexts((&robustness, &analysis), contexts.as_ref());
    crate::print(&in_json(&report)?)
}

/// Tries every choice of context to adjust for.
fn contexts(
    data: &DataSet,
    rules: &Rules,
    (robustness, request): (&Robustness, &Request),
) -> Result<ContextRobustness, NotAdjusted> {
    let choices = &request.settings().interval_choices;
    let mut survey = ContextSurvey::new(data, rules, robustness, choices)?;
    while survey.advance().is_some() {}
    Ok(survey.finish())
}
