//! The settings in force, one by one, for a report.

use method::{Analysis, Panel, SETTINGS, Setting, Settings};

/// A rule: its label and its value.
pub type RuleInForce = (&'static str, String);

/// The rules in force, without those that have no effect: for published figures, only the Department knows how schools
/// were weighted.
///
/// ```
/// use show::export::rules_in_force::rules_in_force;
/// use read::layout::read_file;
/// use method::{analyse, Rules, Settings};
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let rules = rules_in_force(&analysis, &Settings::default());
/// assert_eq!(rules[2], ("A region\u{2019}s figure", "Simple mean of trusts".to_owned()));
/// ```
#[must_use]
pub fn rules_in_force(analysis: &Analysis, settings: &Settings) -> Vec<RuleInForce> {
    let in_force = SETTINGS
        .iter()
        .filter(|setting| (setting.applies)(&analysis.rules, analysis.basis));
    in_force
        .filter_map(|setting| {
            let (about, says) = setting.report?;
            Some((about, says(analysis, settings)?))
        })
        .collect()
}

/// Those of them that the user changed, apart from what the figures are and how a region's is made, which everything
/// says.
///
/// ```
/// use show::export::rules_in_force::changed_rules;
/// use read::layout::read_file;
/// use method::{analyse, Settings};
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let (data, mut settings) = (library.newest().unwrap(), Settings::default());
/// let changed = |settings: &Settings| changed_rules(&analyse(&data, &settings.rules).unwrap(), settings).len();
/// assert_eq!(changed(&settings), 0);
/// settings.interval_choices.level = stats::Level::P90;
/// assert_eq!(changed(&settings), 1);
/// ```
#[must_use]
pub fn changed_rules(analysis: &Analysis, settings: &Settings) -> Vec<RuleInForce> {
    let usual = Settings::default();
    let is_said = |setting: &Setting| matches!(setting.panel, Panel::Question);
    let in_force = SETTINGS
        .iter()
        .filter(|setting| (setting.applies)(&analysis.rules, analysis.basis) && !is_said(setting))
        .filter(|setting| setting.values(settings) != setting.values(&usual));
    in_force
        .filter_map(|setting| {
            let (about, says) = setting.report?;
            Some((about, says(analysis, settings)?))
        })
        .collect()
}
