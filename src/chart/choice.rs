//! The choices that a survey of rules tries, in words.

use crate::method::weighting::Weight;
use crate::method::{Choice, RegionalRule, Rules};
use crate::terms::counted;
use crate::terms::letters::with_small;
use crate::terms::order::sorted_by_key;

/// A rule, of which each choice is one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChosenRule {
    Weight,
    MinSchools,
    MinYears,
    Regional,
}

impl ChosenRule {
    pub(super) const ALL: [Self; 4] = [
        Self::Weight,
        Self::MinSchools,
        Self::MinYears,
        Self::Regional,
    ];

    const fn of(choice: Choice) -> Self {
        match choice {
            Choice::Weight(_) => Self::Weight,
            Choice::MinSchools(_) => Self::MinSchools,
            Choice::MinYears(_) => Self::MinYears,
            Choice::Regional(_) => Self::Regional,
        }
    }

    /// The heading of its choices.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Weight => "Weight of a school",
            Self::MinSchools => "Least schools",
            Self::MinYears => "Least years",
            Self::Regional => "Regional figure",
        }
    }

    /// Its choices: numbers from the lowest, the others as a survey tries them.
    pub(super) fn choices(self) -> Vec<Choice> {
        let choices = Choice::all().filter(|choice| Self::of(*choice) == self);
        sorted_by_key(choices.collect(), |choice| match *choice {
            Choice::MinSchools(number) | Choice::MinYears(number) => i64::from(number),
            Choice::Weight(_) | Choice::Regional(_) => 0,
        })
    }
}

/// The choice under its rule's heading: `At least 3 schools`.
pub(super) fn choice_name(choice: Choice) -> String {
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
pub(super) fn short_choice_name(choice: Choice) -> String {
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

/// A combination of rules as the choices that it makes of some rules, for a sentence.
pub(super) fn choices_in_words(rules: &Rules, of: &[ChosenRule]) -> String {
    let made = of.iter().flat_map(|rule| rule.choices());
    let made: Vec<String> = made
        .filter(|choice| choice.is_in(rules))
        .map(|choice| with_small(&choice_name(choice)))
        .collect();
    made.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_stands_once_and_numbers_from_the_lowest() {
        let names: Vec<Vec<String>> = ChosenRule::ALL
            .into_iter()
            .map(|rule| rule.choices().into_iter().map(short_choice_name).collect())
            .collect();
        let schools = ["1 school", "2 schools", "3 schools", "5 schools"];
        assert_eq!(names[1], schools);
        assert_eq!(names[2], ["Any time", "1 year", "3 years"]);
        assert_eq!(names[0][0], "Years, to 5");
        assert_eq!(names.concat().len(), Choice::all().count());
        assert!(names.concat().iter().all(|name| name.len() <= 13));
    }
}
