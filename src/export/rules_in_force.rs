//! The rules under which figures were made, one by one, for a report.

use crate::chart::level_in_words;
use crate::method::{Analysis, IntervalChoices};
use crate::model::Basis;
use crate::terms::letters::with_capital;
use crate::words::export::rules_in_force as words;

use super::svg::tenths;

/// A rule: what it is about, and what it says.
pub type RuleInForce = (&'static str, String);

/// The rules in force, those that change nothing left out: of figures as published only the Department knows how schools
/// were weighted.
///
/// ```
/// use trust_gap::export::rules_in_force::rules_in_force;
/// use trust_gap::{layout::read_file, method::{analyse, IntervalChoices, Rules}, model::Library};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let rules = rules_in_force(&analysis, &IntervalChoices::default());
/// assert_eq!(rules[2], ("A region\u{2019}s figure", "Simple mean of trusts".to_owned()));
/// ```
#[must_use]
pub fn rules_in_force(analysis: &Analysis, interval_choices: &IntervalChoices) -> Vec<RuleInForce> {
    let rules = &analysis.rules;
    let pupils = match rules.focus.group() {
        Some(group) => with_capital(group.pupils()),
        None => words::GAP.to_owned(),
    };
    let mut said: Vec<RuleInForce> = vec![
        (words::MEASURE, rules.measure.name().to_owned()),
        (words::PUPILS, pupils),
        (words::REGIONAL, rules.regional.name().to_owned()),
        (words::BASIS, analysis.basis.name().to_owned()),
        (words::FEWEST_SCHOOLS, rules.min_schools.to_string()),
    ];
    if analysis.basis == Basis::Computed {
        said.extend(of_schools(analysis));
    }
    said.push((words::LEVEL, level_in_words(interval_choices.level)));
    said.push((words::RANGES, interval_choices.kind.name().to_owned()));
    if let Some(sd) = interval_choices.assumed.of(rules.measure.unit()) {
        let sd = tenths(sd);
        said.push((words::ASSUMED_SPREAD, words::spread(&sd)));
    }
    said
}

/// The rules that are about schools.
fn of_schools(analysis: &Analysis) -> Vec<RuleInForce> {
    let rules = &analysis.rules;
    let mut said = vec![
        (words::WEIGHT, words::weight(rules.weight)),
        (words::FEWEST_YEARS, rules.min_years.to_string()),
    ];
    if rules.needs_years() {
        said.push((words::CUT_OFF, rules.cut_off.to_string()));
    }
    said.push((words::TYPES, words::types(rules.types)));
    said.push((words::MISSING, rules.missing.name().to_owned()));
    said
}
