//! The ranks that each trust of a region takes under every combination of rules.

use crate::chart::words::possessive;
use method::Rank;
use records::terms::counted;
use records::terms::letters::with_capital;

/// A trust: its rank under the rules in force, and its ranks under all.
pub(crate) fn row(name: &str, now: Option<Rank>, ranks: &str) -> String {
    let now = now.map_or_else(|| "no rank".to_owned(), Rank::in_words);
    format!("{name}: {now} under the rules in force. {ranks}")
}

pub(crate) fn subtitle(region: &str) -> String {
    format!("Ranks of trusts in {region} under every combination of rules in which they are eligible.")
}

pub(crate) fn none_can_be_ranked(region: &str) -> String {
    format!("No trusts in {region} can be ranked under other rules")
}

/// How many trusts are in a region's top ten whatever the rules, and how many more at times.
pub(crate) fn title(region: &str, always: usize, at_times: usize) -> String {
    match (always, at_times) {
        (0, 0) => format!("No trusts in {region} have a rank"),
        (_, 0) => format!("The rules make no difference to {} top ten", possessive(region)),
        (0, _) => format!(
            "{} top ten depends on the rules: {} in it under some rules, none under every rule",
            with_capital(&possessive(region)),
            are(at_times)
        ),
        _ => format!(
            "{} in {} top ten under every rule, and {at_times} more {} under some rules",
            are(always),
            possessive(region),
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
    let have = if trusts == 1 { "has" } else { "have" };
    format!("{} {have} no figure under any combination.", counted(trusts, "trust"))
}

pub(crate) fn figure_now(figure: &str) -> String {
    format!("its figure under the rules in force is {figure}")
}
