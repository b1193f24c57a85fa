//! The choices that a survey of rules tries.

use method::weighting::Weight;
use method::{Choice, RegionalRule};
use records::terms::counted;

use crate::chart::ChosenRule;

impl ChosenRule {
    /// The heading of its choices.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Weight => "Weight of a school",
            Self::MinSchools => "Minimum schools",
            Self::MinYears => "Minimum years",
            Self::Regional => "Regional figure",
        }
    }
}

/// The choice under its rule's heading: `At least 3 schools`.
pub(crate) fn choice_name(choice: Choice) -> String {
    match choice {
        Choice::Weight(Weight::PupilsYears { cap: Some(cap) }) => {
            format!("Pupils and years, at most {cap}")
        }
        Choice::Weight(Weight::PupilsYears { cap: None }) => "Pupils and years, no cap".to_owned(),
        Choice::Weight(Weight::Pupils) => "Pupils".to_owned(),
        Choice::Weight(Weight::Equal) => "Every school equally".to_owned(),
        Choice::MinSchools(schools) => {
            format!("At least {}", counted(schools as usize, "school"))
        }
        Choice::MinYears(0) => "Any time in the trust".to_owned(),
        Choice::MinYears(years) => format!("At least {}", counted(years as usize, "year")),
        Choice::Regional(regional) => regional.name().to_owned(),
    }
}

/// The short form of the choice: at most thirteen letters.
pub(crate) fn short_choice_name(choice: Choice) -> String {
    match choice {
        Choice::Weight(Weight::PupilsYears { cap: Some(cap) }) => format!("Years, to {cap}"),
        Choice::Weight(Weight::PupilsYears { cap: None }) => "Years, no cap".to_owned(),
        Choice::Weight(Weight::Pupils) => "Pupils".to_owned(),
        Choice::Weight(Weight::Equal) => "All equally".to_owned(),
        Choice::MinSchools(schools) => counted(schools as usize, "school"),
        Choice::MinYears(0) => "Any time".to_owned(),
        Choice::MinYears(years) => counted(years as usize, "year"),
        Choice::Regional(RegionalRule::SimpleMean) => "Simple mean".to_owned(),
        Choice::Regional(RegionalRule::PupilWeighted) => "By pupils".to_owned(),
        Choice::Regional(RegionalRule::BySchool) => "By school".to_owned(),
    }
}

/// The choice as a condition, after "it does not hold": `when trusts are weighted by pupils`.
///
/// ```
/// use show::chart::choice_in_words;
/// use method::{Choice, RegionalRule};
/// let words = choice_in_words(Choice::Regional(RegionalRule::PupilWeighted));
/// assert_eq!(words, "when trusts are weighted by pupils");
/// assert_eq!(choice_in_words(Choice::MinSchools(5)), "when trusts need at least 5 schools");
/// ```
#[must_use]
pub fn choice_in_words(choice: Choice) -> String {
    match choice {
        Choice::Weight(Weight::PupilsYears { cap: Some(cap) }) => format!(
            "when schools are weighted by pupils and years with a cap of {}",
            counted(cap as usize, "year")
        ),
        Choice::Weight(Weight::PupilsYears { cap: None }) => {
            "when schools are weighted by pupils and years without a cap".to_owned()
        }
        Choice::Weight(Weight::Pupils) => "when schools are weighted by pupils alone".to_owned(),
        Choice::Weight(Weight::Equal) => "when every school has the same weight".to_owned(),
        Choice::MinSchools(schools) => {
            format!("when trusts need at least {}", counted(schools as usize, "school"))
        }
        Choice::MinYears(0) => "when schools count however long they have been in the trust".to_owned(),
        Choice::MinYears(years) => {
            format!(
                "when schools need at least {} in the trust",
                counted(years as usize, "year")
            )
        }
        Choice::Regional(RegionalRule::SimpleMean) => "when regions have the simple mean of trusts".to_owned(),
        Choice::Regional(RegionalRule::PupilWeighted) => "when trusts are weighted by pupils".to_owned(),
        Choice::Regional(RegionalRule::BySchool) => "when each school counts in its own region".to_owned(),
    }
}
