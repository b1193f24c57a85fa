//! The glossary: terms with their meanings, and where they occur in a text.

mod words;

pub use words::TERMS;

use std::ops::Range;

use records::terms::order::sorted_by_key;

/// A term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Its key in an address: lower-case letters and digits.
    pub id: &'static str,
    /// The term.
    pub name: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Its forms in a sentence, in lower case.
    pub(crate) in_text: &'static [&'static str],
}

/// The first occurrence of each term in a text, in order.
///
/// ```
/// use show::chart::terms_in;
/// let text = "Gaps of eligible trusts; a gap has an interval.";
/// let found: Vec<_> = terms_in(text).into_iter().map(|(at, term)| (&text[at], term.name)).collect();
/// assert_eq!(found, [("Gaps", "Gap"), ("eligible", "Eligible"), ("interval", "Interval")]);
/// ```
#[must_use]
pub fn terms_in(text: &str) -> Vec<(Range<usize>, &'static Term)> {
    let small = text.to_ascii_lowercase();
    let found = TERMS.iter().filter_map(|term| {
        let ranges = term.in_text.iter().filter_map(|word| whole_word(&small, word));
        let range = ranges.min_by_key(|range| range.start)?;
        Some((range, term))
    });
    let mut found = sorted_by_key(found.collect(), |(range, _)| range.start as i64);
    // One word within another is part of that.
    let mut end = 0;
    found.retain(|(range, _)| {
        let is_apart = range.start >= end;
        end = end.max(range.end);
        is_apart
    });
    found
}

/// The first occurrence of a whole word.
fn whole_word(text: &str, word: &str) -> Option<Range<usize>> {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = text.as_bytes();
    let mut found = text.match_indices(word);
    found.find_map(|(start, _)| {
        let end = start + word.len();
        let before = start.checked_sub(1).and_then(|before| bytes.get(before));
        (!is_letter(before) && !is_letter(bytes.get(end))).then_some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_has_a_unique_id_and_is_found_by_its_name() {
        for term in &TERMS {
            assert!(
                term.id.bytes().all(|byte| byte.is_ascii_alphanumeric()),
                "{}",
                term.name
            );
            assert_eq!(TERMS.iter().filter(|other| other.id == term.id).count(), 1);
            let found = terms_in(term.name);
            assert!(found.iter().any(|(_, found)| found.id == term.id), "{}", term.name);
            assert!(term.meaning.ends_with('.'));
        }
    }

    #[test]
    fn words_within_words_are_none_and_a_part_of_a_word_is_no_word() {
        let ids = |text| terms_in(text).into_iter().map(|(_, of)| of.id).collect::<Vec<_>>();
        assert!(ids("ineligible trusts, gapless").is_empty());
        assert_eq!(ids("The top ten of a top ten"), ["topten"]);
        assert_eq!(ids("\u{201c}Suppressed\u{201d} \u{2013} no gap"), ["suppressed", "gap"]);
    }
}
