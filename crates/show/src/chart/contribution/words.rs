//! Why a trust's figure is what it is: its schools.

use method::Contribution;
use records::terms::letters::with_capital;
use records::terms::{Figure, Focus, Urn, counted, listed};

/// The noun for the schools that it is ranked among.
pub(crate) const SCHOOL: &str = "school";

/// A school with its value or why there is none, what it adds to the trust's figure, and what that would be without
/// it.
pub(crate) fn school(
    name: &str,
    value: Result<&str, &str>,
    part: &Contribution<'_>,
    focus: Focus,
    without: Option<&str>,
) -> String {
    let mut words = vec![match value {
        Ok(value) => format!("{name}: {value}"),
        Err(reason) => format!("{name}: no value ({reason})"),
    }];
    words.extend(part.pupils.ok().map(|pupils| pupils_of(focus, pupils)));
    let years = part.school.years;
    words.extend(years.map(|years| format!("{} in the trust", counted(years as usize, "year"))));
    words.extend(part.share.map(of_weight));
    words.extend(without.map(|figure| format!("without it the trust\u{2019}s figure would be {figure}")));
    words.join(", ")
}

fn pupils_of(focus: Focus, pupils: f64) -> String {
    let whose = match focus {
        Focus::Disadvantaged | Focus::Gap => "disadvantaged pupil",
        Focus::Other => "other pupil",
        Focus::All => "pupil",
    };
    counted(pupils.round() as usize, whose)
}

/// "12.5% of the weight".
fn of_weight(share: Figure) -> String {
    format!("{} of the weight", share.in_sentence())
}

pub(crate) const YEARS_NOT_KNOWN: &str = "not known";

pub(crate) const THE_TRUST: &str = "The trust";

pub(crate) fn no_figure(trust: &str, measure: &str, reason: &str) -> String {
    format!("{trust} has no figure for {measure}: {reason}")
}

pub(crate) fn gap(figure: &str) -> String {
    format!("gap {figure}")
}

/// A trust's figure, and by how much it would be another without the school that moves it most.
pub(crate) fn moves_most(
    (trust, figure): (&str, &str),
    focus: Focus,
    (school, moved): (&str, Figure),
    without: &str,
) -> String {
    let what = match focus {
        Focus::Gap => "gap",
        _ => "figure",
    };
    let direction = match moved.steps() {
        0 => {
            return format!("{trust}: {figure}. Leaving out any one school would not change it");
        }
        1.. => "higher",
        _ => "lower",
    };
    let size = Figure::new(moved.number().abs(), moved.unit()).unwrap_or(moved);
    format!(
        "{trust}: {figure}. Without {school} the {what} would be {} {direction}: {without}",
        size.as_difference()
    )
}

/// A trust's figure, and the school with the greatest weight, if the figure without it is not known.
pub(crate) fn weighs_most((trust, figure): (&str, &str), (school, share): (&str, Figure)) -> String {
    format!("{trust}: {figure}. {school} carries {}", of_weight(share))
}

/// `shown` is what the figures are, as a phrase.
pub(crate) fn subtitle(shown: &str, focus: Focus, weight: &str) -> String {
    let whose = match focus {
        Focus::Gap => " in the disadvantaged pupils\u{2019} figure",
        _ => "",
    };
    format!(
        "Each row is a school that counts: {shown}. The area of its dot is its share of the weight{whose}, {weight}."
    )
}

/// The note for a trust without school values, with the schools that the group links list.
pub(crate) fn no_schools(shown: &str, joined: &[String]) -> String {
    let mut words = format!(
        "{}. A trust file has each trust\u{2019}s figure but not its schools\u{2019} values. Add a school file and \
     group links to see what each school contributes.",
        with_capital(shown)
    );
    if !joined.is_empty() {
        let names: Vec<&str> = joined.iter().map(String::as_str).collect();
        words.push_str(&format!(
            " The group links list {} in this trust: {}.",
            counted(joined.len(), "school"),
            listed(&names)
        ));
    }
    words
}

/// A school whose name is not known.
pub(crate) fn by_number(urn: Urn) -> String {
    format!("URN {urn}")
}

/// The column heading for a school's number of pupils in a group.
pub(crate) fn number_of(pupils: &str) -> String {
    format!("Number of {pupils}")
}

pub(crate) const SHARE: &str = "Share of the weight, %";

pub(crate) const WITHOUT_IT: &str = "Trust\u{2019}s figure without it";

/// The heading of the shares beside the rows.
pub(crate) const SHARE_OF_WEIGHT: &str = "Share of weight";

/// The text in place of a school's dot.
pub(crate) fn no_value(reason: &str) -> String {
    format!("no value: {reason}")
}
