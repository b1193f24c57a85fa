//! The choices that a survey of rules tries.

use crate::chart::ChosenRule;
use crate::method::weighting::Weight;
use crate::method::{Choice, RegionalRule};
use crate::terms::counted;

impl ChosenRule {
    /// The heading of its choices.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Weight => "Weight of a school",
            Self::MinSchools => "Least schools",
            Self::MinYears => "Least years",
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
        Choice::Weight(Weight::Equal) => "Every school alike".to_owned(),
        Choice::MinSchools(schools) => format!("At least {}", counted(schools as usize, "school")),
        Choice::MinYears(0) => "Any time in the trust".to_owned(),
        Choice::MinYears(years) => format!("At least {}", counted(years as usize, "year")),
        Choice::Regional(regional) => regional.name().to_owned(),
    }
}

/// The same for narrow places: at most thirteen letters.
pub(crate) fn short_choice_name(choice: Choice) -> String {
    match choice {
        Choice::Weight(Weight::PupilsYears { cap: Some(cap) }) => format!("Years, to {cap}"),
        Choice::Weight(Weight::PupilsYears { cap: None }) => "Years, no cap".to_owned(),
        Choice::Weight(Weight::Pupils) => "Pupils".to_owned(),
        Choice::Weight(Weight::Equal) => "All alike".to_owned(),
        Choice::MinSchools(schools) => counted(schools as usize, "school"),
        Choice::MinYears(0) => "Any time".to_owned(),
        Choice::MinYears(years) => counted(years as usize, "year"),
        Choice::Regional(RegionalRule::SimpleMean) => "Simple mean".to_owned(),
        Choice::Regional(RegionalRule::PupilWeighted) => "By pupils".to_owned(),
        Choice::Regional(RegionalRule::BySchool) => "By school".to_owned(),
    }
}

/// The choice as a condition, after "not": `when trusts are weighted by pupils`.
///
/// ```
/// use trust_gap::chart::choice_in_words;
/// use trust_gap::method::{Choice, RegionalRule};
/// let words = choice_in_words(Choice::Regional(RegionalRule::PupilWeighted));
/// assert_eq!(words, "when trusts are weighted by pupils");
/// assert_eq!(choice_in_words(Choice::MinSchools(5)), "with at least 5 schools in a trust");
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
        Choice::Weight(Weight::Equal) => "when every school weighs alike".to_owned(),
        Choice::MinSchools(schools) => {
            format!(
                "with at least {} in a trust",
                counted(schools as usize, "school")
            )
        }
        Choice::MinYears(0) => "with schools of any time in the trust".to_owned(),
        Choice::MinYears(years) => {
            format!(
                "with schools of at least {} in the trust",
                counted(years as usize, "year")
            )
        }
        Choice::Regional(RegionalRule::SimpleMean) => "by the simple mean of trusts".to_owned(),
        Choice::Regional(RegionalRule::PupilWeighted) => {
            "when trusts are weighted by pupils".to_owned()
        }
        Choice::Regional(RegionalRule::BySchool) => {
            "when each school counts in its own region".to_owned()
        }
    }
}
