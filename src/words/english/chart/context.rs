//! The context of a trust beside its region's and England's.

use crate::method::Context;
use crate::terms::letters::with_capital;
use crate::terms::{ContextPart, Region, SchoolType, counted, lead_region_in_sentence, listed};

/// What a score at key stage 2 is counted in: since 2016, before, and where the year is not known.
pub(crate) const SCALED_SCORE: &str = "scaled score";
pub(crate) const AVERAGE_POINTS: &str = "average points";
pub(crate) const SCORE: &str = "score";

pub(crate) const PUPILS_AND_SCHOOLS: &str = "Who the pupils are, and what schools there are";

pub(crate) const CONTEXT: &str = "Context";

/// The head of the column of the trusts of a region.
pub(crate) fn trusts_of(region: Option<Region>) -> String {
    format!("Trusts of {}", lead_region_in_sentence(region))
}

/// The schools by type: "2 converter academies and 1 sponsored academy"; nothing where no file tells.
#[must_use]
pub fn types_in_words(context: &Context) -> Option<String> {
    let types = context.types.iter();
    let words: Vec<String> = types
        .map(|(of, count)| counted(*count, without_article(*of)))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    (!words.is_empty()).then(|| listed(&words))
}

/// The head of a type's row: "Converter academies".
pub(crate) fn several(of: SchoolType) -> String {
    let two = counted(2, without_article(of));
    with_capital(two.trim_start_matches("2 "))
}

fn without_article(of: SchoolType) -> &'static str {
    let words = of.in_sentence();
    let bare = words
        .strip_prefix("a ")
        .or_else(|| words.strip_prefix("an "));
    bare.unwrap_or(words)
}

/// "disadvantaged pupils 23% (London's trusts 31.6%, all eligible trusts 25.9%)".
pub(crate) fn told(
    part: ContextPart,
    of_trust: &str,
    (region, of_region): (Option<Region>, &str),
    of_all: &str,
) -> String {
    let Some(region) = region else {
        return format!(
            "{} {of_trust} (all eligible trusts {of_all})",
            part.in_sentence()
        );
    };
    format!(
        "{} {of_trust} ({}\u{2019}s trusts {of_region}, all eligible trusts {of_all})",
        part.in_sentence(),
        region.in_sentence()
    )
}

/// What is told, part by part, and what no file tells.
pub(crate) fn context(told: &[String], untold: &[&str]) -> String {
    if told.is_empty() {
        return "No file tells who the pupils are.".to_owned();
    }
    let mut words = format!("{}.", with_capital(&told.join("; ")));
    if !untold.is_empty() {
        words.push_str(&format!(" Not told: {}.", listed(untold)));
    }
    words
}
