//! `trust-gap robustness`: which findings survive other rules.

use trust_gap::export::robustness_report::RobustnessReport;
use trust_gap::method::{Survey, analyse};

use crate::analyse::{data_set, in_json, load, rules, with_hint};
use crate::arguments::Request;

/// Tries every combination of rules that the files allow, and prints what becomes of the first page's findings and of
/// each trust's rank.
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
    crate::print(&in_json(&RobustnessReport::new(&robustness, &analysis))?)
}
