//! The words of a few trusts or parts of the country on every measure.

use records::terms::letters::with_capital;
use records::terms::{Focus, Group, Measure, counted, listed};

use crate::chart::PartOf;
use crate::chart::comparison_chart::words::GAP;

pub(super) const TRUSTS: &str = "trusts";

/// What parts of the country are called together.
pub(super) fn kind_of(parts: &[PartOf]) -> &'static str {
    if parts.iter().all(|part| part.region().is_some()) {
        "regions"
    } else {
        "regions and areas"
    }
}

/// The column heading for their names.
pub(super) fn part_head(parts: &[PartOf]) -> &'static str {
    if parts.iter().all(|part| part.region().is_some()) {
        "Region"
    } else {
        "Region or area"
    }
}

pub(super) const ALL_OF_ENGLAND: &str = "All of England";

pub(super) const NO_FIGURE: &str = "no figure";

/// What their table shows.
pub(super) fn every_measure(parts: &[PartOf]) -> String {
    format!("The {} side by side on every measure", kind_of(parts))
}

/// Whose figures: "disadvantaged pupils".
fn of_whom(focus: Focus) -> &'static str {
    focus.group().map_or(GAP, Group::pupils)
}

/// Who is first on how many of the measures that can be compared.
pub(super) fn title(focus: Focus, who: &str, firsts: &[(&str, usize)], measures: usize) -> String {
    let whom = with_capital(of_whom(focus));
    let of = |count: usize| match measures {
        1 => "on the one measure".to_owned(),
        _ if count == measures => format!("on all {measures} measures"),
        _ => format!("on {count} of {}", counted(measures, "measure")),
    };
    match firsts {
        [] => format!("{whom}: no measure has figures of two of these {who}"),
        [(name, count)] => format!("{whom}: {name} is first of these {who} {}", of(*count)),
        _ => {
            let firsts: Vec<String> = firsts
                .iter()
                .map(|(name, count)| format!("{name} {}", of(*count)))
                .collect();
            let firsts: Vec<&str> = firsts.iter().map(String::as_str).collect();
            format!(
                "{whom}: first of these {who}, alone or jointly, are {}",
                listed(&firsts)
            )
        }
    }
}

/// The key says what the marks are.
pub(super) fn subtitle(focus: Focus, who: &str, (drawn, all): (usize, usize)) -> String {
    let mut words = format!(
        "Each row is a measure of {}. Rows of one unit share a scale.",
        of_whom(focus)
    );
    if drawn < all {
        words.push_str(&format!(
            " The first {drawn} of {all} {who} are drawn. All of them are in the table."
        ));
    }
    words
}

/// One of them with its figure in a measure, in words.
pub(super) fn of_measure(measure: Measure, lane: &str) -> String {
    format!("{}, {lane}", measure.name())
}

/// The name of a row, with what its figures are counted in.
pub(super) fn row(measure: Measure, unit: &str) -> String {
    format!("{}, {unit}", measure.name())
}

/// A trust in the key: its name and its lead region.
pub(super) fn in_region([name, region]: &[String; 2]) -> String {
    format!("{name}, {region}")
}

/// One of them in the key, with its number.
pub(super) fn numbered(number: usize, name: &str) -> String {
    format!("{number} {name}")
}
