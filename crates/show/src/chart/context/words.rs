//! The context of a trust beside its region's and England's.

use crate::chart::words::possessive;
use method::Context;
use records::grammar::plural;
use records::terms::letters::with_capital;
use records::terms::{ContextPart, Region, SchoolType, counted, lead_region_in_sentence, listed};

/// The unit of a score at key stage 2: since 2016, before, and if the year is not known.
pub(crate) const SCALED_SCORE: &str = "scaled score";
pub(crate) const AVERAGE_POINTS: &str = "average points";
pub(crate) const SCORE: &str = "score";

pub(crate) const PUPILS_AND_SCHOOLS: &str = "Who the pupils are, and what schools there are";

pub(crate) const CONTEXT: &str = "Context";

/// The column heading for the trusts of a region.
pub(crate) fn trusts_of(region: Option<Region>) -> String {
    format!("Trusts in {}", lead_region_in_sentence(region))
}

/// The schools by type: "2 converter academies and 1 sponsored academy"; `None` if no file gives them.
#[must_use]
pub fn types_in_words(context: &Context) -> Option<String> {
    let types = context.types.iter();
    let words: Vec<String> = types.map(|(of, count)| counted(*count, without_article(*of))).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    (!words.is_empty()).then(|| listed(&words))
}

/// The row heading for a type: "Converter academies".
pub(crate) fn several(of: SchoolType) -> String {
    with_capital(&plural(without_article(of)))
}

fn without_article(of: SchoolType) -> &'static str {
    let words = of.in_sentence();
    let bare = words.strip_prefix("a ").or_else(|| words.strip_prefix("an "));
    bare.unwrap_or(words)
}

/// "disadvantaged pupils 23% (London's trusts 31.6%, all eligible trusts 25.9%)".
pub(crate) fn part_beside(
    part: ContextPart,
    of_trust: &str,
    (region, of_region): (Option<Region>, &str),
    of_all: &str,
) -> String {
    let Some(region) = region else {
        return format!("{} {of_trust} (all eligible trusts {of_all})", part.in_sentence());
    };
    format!(
        "{} {of_trust} ({} trusts {of_region}, all eligible trusts {of_all})",
        part.in_sentence(),
        possessive(region.in_sentence())
    )
}

/// The known parts of the context, and those that no file gives.
pub(crate) fn context(known: &[String], unknown: &[&str]) -> String {
    if known.is_empty() {
        return "The files do not say who the pupils are.".to_owned();
    }
    let mut words = format!("{}.", with_capital(&known.join("; ")));
    if !unknown.is_empty() {
        words.push_str(&format!(" Not known: {}.", listed(unknown)));
    }
    words
}
