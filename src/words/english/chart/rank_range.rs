//! The ranks that each trust of a region takes under every combination of rules.

use crate::method::Rank;
use crate::terms::counted;

/// A trust: its rank under the rules in force, and its ranks under all.
pub(crate) fn row(name: &str, now: Option<Rank>, ranks: &str) -> String {
    let now = now.map_or_else(|| "no rank".to_owned(), Rank::in_words);
    format!("{name}: {now} under the rules in force. {ranks}")
}

pub(crate) fn subtitle(region: &str) -> String {
    format!(
        "Ranks of trusts in {region} under every combination of rules in which they are eligible. Each line runs from a \
         trust\u{2019}s best rank to its worst, the dot is its rank under the rules in force. The upright line is the \
         tenth rank."
    )
}

pub(crate) fn none_can_be_ranked(region: &str) -> String {
    format!("No trust of {region} can be ranked under other rules")
}

/// How many trusts are in a region's top ten whatever the rules, and how many more at times.
pub(crate) fn title(region: &str, always: usize, at_times: usize) -> String {
    match (always, at_times) {
        (0, 0) => format!("No trust of {region} has a rank"),
        (_, 0) => format!("The rules change nothing in the top ten of {region}"),
        (0, _) => format!(
            "The top ten of {region} hangs on the rules: {} in it under some, none under all",
            are(at_times)
        ),
        _ => format!(
            "Whatever the rules, {} in the top ten of {region}; {at_times} more {} under some",
            are(always),
            if at_times == 1 { "is" } else { "are" }
        ),
    }
}

/// "1 trust is", "8 trusts are".
fn are(count: usize) -> String {
    let verb = if count == 1 { "is" } else { "are" };
    format!("{} {verb}", counted(count, "trust"))
}

pub(crate) fn best_to_worst(name: &str, best: Rank, worst: Rank) -> String {
    if best == worst {
        return format!("{name}: {}.", best.in_words());
    }
    format!("{name}: {best} to {worst}.")
}

pub(crate) fn without_figure(trusts: usize) -> String {
    format!(
        "{} without a figure under any combination.",
        counted(trusts, "trust")
    )
}

pub(crate) fn figure_now(figure: &str) -> String {
    format!("its figure under the rules in force is {figure}")
}
