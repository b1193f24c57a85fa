//! Tables and numbers in the paper's format.

use trust_gap::stats::Interval;

/// A table in Markdown: the first column aligned left, the others, which are numbers, aligned right.
pub(crate) fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    lines(head, "---:", rows)
}

/// A table with words in every column.
pub(crate) fn words<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    lines(head, "---", rows)
}

fn lines<const N: usize>(head: [&str; N], others: &str, rows: &[[String; N]]) -> String {
    let mut rule = [others; N];
    if let Some(first) = rule.first_mut() {
        *first = "---";
    }
    let rows = rows.iter().map(|row| line(row.each_ref().map(String::as_str)));
    [line(head), line(rule)].into_iter().chain(rows).collect()
}

fn line<const N: usize>(cells: [&str; N]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// A number with this many decimals and a true minus sign.
pub(crate) fn number(number: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", number.abs());
    let is_zero = text.chars().all(|letter| matches!(letter, '0' | '.'));
    let sign = if number < 0.0 && !is_zero { "\u{2212}" } else { "" };
    format!("{sign}{text}")
}

/// Both ends of an interval.
pub(crate) fn ends(interval: Interval, decimals: usize) -> String {
    format!(
        "{} to {}",
        number(interval.low(), decimals),
        number(interval.high(), decimals)
    )
}
