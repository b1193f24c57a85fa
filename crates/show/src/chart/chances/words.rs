//! Chances of ranks in words that can be said aloud.

use method::{FamilyOf, Line};
use records::terms::decimals::with_decimals;
use records::terms::{counted, grouped};

use crate::chart::could_be::words::whose;

/// Chances as people say them: how many in how many.
const FRACTIONS: [(u32, u32); 21] = [
    (1, 100),
    (1, 50),
    (1, 30),
    (1, 20),
    (1, 15),
    (1, 10),
    (1, 7),
    (1, 5),
    (1, 4),
    (1, 3),
    (2, 5),
    (1, 2),
    (3, 5),
    (2, 3),
    (3, 4),
    (4, 5),
    (6, 7),
    (9, 10),
    (19, 20),
    (49, 50),
    (99, 100),
];

/// A chance as people say it: "about 1 chance in 5", "less than 1 chance in 100".
///
/// ```
/// use show::chart::chance_in_words;
/// assert_eq!(chance_in_words(0.21), "about 1 chance in 5");
/// assert_eq!(chance_in_words(0.62), "about 3 chances in 5");
/// assert_eq!(chance_in_words(0.004), "less than 1 chance in 100");
/// assert_eq!(chance_in_words(0.999), "more than 99 chances in 100");
/// ```
#[must_use]
pub fn chance_in_words(chance: f64) -> String {
    if chance < 0.0075 {
        return "less than 1 chance in 100".to_owned();
    }
    if chance > 0.9925 {
        return "more than 99 chances in 100".to_owned();
    }
    let away = |(part, of): (u32, u32)| (f64::from(part) / f64::from(of) - chance).abs();
    let nearest = FRACTIONS
        .into_iter()
        .min_by(|one, other| away(*one).total_cmp(&away(*other)));
    let (part, of) = nearest.unwrap_or((1, 2));
    let chances = counted(part as usize, "chance");
    format!("about {chances} in {of}")
}

/// "Reach South has about 1 chance in 5 of being in the South West's top ten".
pub(super) fn top_ten(name: &str, of: &FamilyOf, chance: f64) -> String {
    format!(
        "{name} has {} of being in {} top ten",
        chance_in_words(chance),
        whose(of)
    )
}

/// The same where all are.
pub(super) fn room_for_all(name: &str, of: &FamilyOf) -> String {
    format!(
        "{name} is in {} top ten, because there are no more than ten trusts",
        whose(of)
    )
}

pub(super) fn subtitle(trusts: usize) -> String {
    format!("Chance of each rank among {}, in per cent", counted(trusts, "trust"))
}

/// "Expected rank: 14.1 of 28".
pub(super) fn expected(rank: f64, among: usize) -> String {
    format!("Expected rank: {} of {}", with_decimals(rank, 1), grouped(among))
}

/// The chances of the five fifths, the best first.
pub(super) fn fifths(chances: [f64; 5]) -> String {
    let [first, second, third, fourth, last] = chances.map(percent);
    format!("Chance of the best fifth {first}, of the second {second}, third {third}, fourth {fourth}, last {last}")
}

/// Ranks next to one another and their chance together: "Ranks 1 to 10: 21%".
pub(super) fn ranks((first, last): (usize, usize), chance: f64) -> String {
    let ranks = if first == last {
        format!("Rank {first}")
    } else {
        format!("Ranks {first} to {last}")
    };
    format!("{ranks}: {}", percent(chance))
}

/// "21%", "less than 1%".
fn percent(chance: f64) -> String {
    let percent = 100.0 * chance;
    if percent > 0.0 && percent < 1.0 {
        "less than 1%".to_owned()
    } else if percent < 100.0 && percent > 99.0 {
        "more than 99%".to_owned()
    } else {
        format!("{}%", with_decimals(percent, 0))
    }
}

pub(super) const CHANCE_AXIS: &str = "Chance, %";

pub(super) const RANK_AXIS: &str = "Rank";

pub(super) const TOP_TEN: &str = "top ten";

pub(super) const THIS_RANK_OR_BETTER: &str = "This rank or better";

pub(super) const CHANCE: &str = "Chance";

pub(super) const EXPECTED_RANK: &str = "Expected rank";

pub(super) const CHANCE_OF_TOP_TEN: &str = "Chance of the top ten";

pub(super) const NO_CHANCES: &str = "no interval";

pub(super) fn shrunken(figure: &str) -> String {
    format!("{figure}, shrunken")
}

pub(super) fn all(of: &FamilyOf) -> String {
    format!("Chances of ranks among {} trusts", whose(of))
}

/// What chances rest on, and what they do not say.
pub(crate) fn meaning(line: Line) -> String {
    let towards = match line {
        Line::Mean => "the mean of all trusts",
        Line::Context => "what trusts with a like intake have",
    };
    format!(
        "Chances count the luck of which pupils there were. Each figure is first moved towards {towards}, more so if it \
         rests on few pupils. They say nothing about why trusts differ."
    )
}

/// Why there are no chances.
pub(crate) const CHANCE_ALONE: &str =
    "Chance alone could explain how these figures differ. All trusts would have the same chances of every rank.";
