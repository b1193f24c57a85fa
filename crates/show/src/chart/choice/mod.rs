//! The choices that a survey of rules tries, in words.

mod words;

pub use words::choice_in_words;
pub(super) use words::{choice_name, short_choice_name};

use method::{Choice, Rules};
use records::terms::letters::with_small;
use records::terms::order::sorted_by_key;

/// A rule, of which each choice is one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChosenRule {
    Weight,
    MinSchools,
    MinYears,
    Regional,
}

impl ChosenRule {
    pub(super) const ALL: [Self; 4] = [Self::Weight, Self::MinSchools, Self::MinYears, Self::Regional];

    const fn of(choice: Choice) -> Self {
        match choice {
            Choice::Weight(_) => Self::Weight,
            Choice::MinSchools(_) => Self::MinSchools,
            Choice::MinYears(_) => Self::MinYears,
            Choice::Regional(_) => Self::Regional,
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

/// A combination of rules as the choices that it makes of some rules, for a sentence.
pub(super) fn choices_in_words(rules: &Rules, of: &[ChosenRule]) -> String {
    let mut made = Vec::new();
    for choice in of.iter().flat_map(|rule| rule.choices()) {
        if choice.is_in(rules) {
            made.push(with_small(&choice_name(choice)));
        }
    }
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
