//! The rules under which figures were made, one by one, for a report.

use crate::chart::level_in_words;
use crate::method::weighting::Weight;
use crate::method::{Analysis, Doubt};
use crate::model::Basis;
use crate::terms::SchoolTypes;
use crate::terms::letters::with_capital;

use super::svg::tenths;

/// A rule: what it is about, and what it says.
pub type RuleInForce = (&'static str, String);

/// The rules in force, those that change nothing left out: of figures as published only the Department knows how schools
/// were weighted.
///
/// ```
/// use trust_gap::export::rules_in_force::rules_in_force;
/// use trust_gap::{layout::read_file, method::{analyse, Doubt, Rules}, model::Library};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let rules = rules_in_force(&analysis, &Doubt::default());
/// assert_eq!(rules[2], ("A region\u{2019}s figure", "Simple mean of trusts".to_owned()));
/// ```
#[must_use]
pub fn rules_in_force(analysis: &Analysis, doubt: &Doubt) -> Vec<RuleInForce> {
    let rules = &analysis.rules;
    let pupils = match rules.focus.group() {
        Some(group) => with_capital(group.pupils()),
        None => "The gap: other pupils less disadvantaged pupils".to_owned(),
    };
    let mut said: Vec<RuleInForce> = vec![
        ("Measure", rules.measure.name().to_owned()),
        ("Pupils", pupils),
        ("A region\u{2019}s figure", rules.regional.name().to_owned()),
        ("A trust\u{2019}s figure", analysis.basis.name().to_owned()),
        ("Fewest schools of a trust", rules.min_schools.to_string()),
    ];
    if analysis.basis == Basis::Computed {
        said.extend(of_schools(analysis));
    }
    said.push(("Level of intervals", level_in_words(doubt.level)));
    said.push(("Ranges of ranks", doubt.kind.name().to_owned()));
    if let Some(sd) = doubt.assumed.of(rules.measure.unit()) {
        let sd = tenths(sd);
        said.push((
            "Assumed standard deviation of pupils",
            format!("{sd} points"),
        ));
    }
    said
}

/// The rules that are about schools.
fn of_schools(analysis: &Analysis) -> Vec<RuleInForce> {
    let rules = &analysis.rules;
    let mut said = vec![
        ("A school\u{2019}s weight", weight(rules.weight)),
        (
            "Fewest years of a school in its trust",
            rules.min_years.to_string(),
        ),
    ];
    if rules.needs_years() {
        said.push((
            "Joined by, to count from that year",
            rules.cut_off.to_string(),
        ));
    }
    said.push(("Types of school that count", types(rules.types)));
    said.push(("A school without a value", rules.missing.name().to_owned()));
    said
}

/// The weight and its cap.
fn weight(weight: Weight) -> String {
    let name = Weight::KINDS
        .into_iter()
        .find(|(key, _)| *key == weight.key())
        .map_or("", |(_, name)| name);
    match weight {
        Weight::PupilsYears { cap: Some(cap) } => format!("{name}, at most {cap}"),
        Weight::PupilsYears { cap: None } => format!("{name}, however many"),
        Weight::Pupils | Weight::Equal => name.to_owned(),
    }
}

/// "Sponsored academy, converter academy".
pub(super) fn types(types: SchoolTypes) -> String {
    let counting = SchoolTypes::CHOICES
        .into_iter()
        .filter(|(of, _)| types.count(*of));
    let names: Vec<&str> = counting
        .map(|(of, _)| {
            let name = of.in_sentence();
            name.strip_prefix("a ").unwrap_or(name)
        })
        .collect();
    if names.is_empty() {
        return "None".to_owned();
    }
    with_capital(&names.join(", "))
}
