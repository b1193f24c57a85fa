//! The words of a few trusts on every measure.

use records::terms::letters::with_capital;
use records::terms::{Focus, Group, Measure, counted, listed};

use crate::chart::comparison_chart::words::GAP;

/// Whose figures: "disadvantaged pupils".
fn of_whom(focus: Focus) -> &'static str {
    focus.group().map_or(GAP, Group::pupils)
}

/// Who is first on how many of the measures that can be compared.
pub(super) fn title(focus: Focus, firsts: &[(&str, usize)], measures: usize) -> String {
    let whom = with_capital(of_whom(focus));
    let of = |count: usize| match measures {
        1 => "on the one measure".to_owned(),
        _ if count == measures => format!("on all {measures} measures"),
        _ => format!("on {count} of {}", counted(measures, "measure")),
    };
    match firsts {
        [] => format!("{whom}: no measure has figures of two of these trusts"),
        [(name, count)] => format!("{whom}: {name} is first of these trusts {}", of(*count)),
        _ => {
            let firsts: Vec<String> = firsts
                .iter()
                .map(|(name, count)| format!("{name} {}", of(*count)))
                .collect();
            let firsts: Vec<&str> = firsts.iter().map(String::as_str).collect();
            format!(
                "{whom}: first of these trusts, alone or jointly, are {}",
                listed(&firsts)
            )
        }
    }
}

/// The key says what the marks are.
pub(super) fn subtitle(focus: Focus, (drawn, all): (usize, usize)) -> String {
    let mut words = format!(
        "Each row is a measure of {}. Rows of one unit share a scale.",
        of_whom(focus)
    );
    if drawn < all {
        words.push_str(&format!(
            " The first {drawn} of {all} trusts are drawn. All of them are in the table."
        ));
    }
    words
}

/// A trust with its figure in a measure, in words.
pub(super) fn of_measure(measure: Measure, trust: &str) -> String {
    format!("{}, {trust}", measure.name())
}

/// The name of a row, with what its figures are counted in.
pub(super) fn row(measure: Measure, unit: &str) -> String {
    format!("{}, {unit}", measure.name())
}

/// A trust in the key: its number, its name and its lead region.
pub(super) fn trust(number: usize, [name, region]: &[String; 2]) -> String {
    format!("{number} {name}, {region}")
}
