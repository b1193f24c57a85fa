//! What is loaded.

use crate::chart::unpublished_in_words;
use crate::method::Analysis;
use crate::terms::{counted, year_in_words};

/// In place of the names of files.
pub(crate) const DEMONSTRATION: &str = "Demonstration: made-up trusts";

/// After the button that adds files.
pub(crate) const OTHER_WAYS: &str = "or drop or paste them anywhere";
pub(crate) const PRIVACY: &str = "Nothing leaves this browser";
pub(crate) const FILES_TO_ADD: &str = "Files to add";

/// The year, the trusts that are eligible and what is wrong with the files, in short.
pub(crate) fn counts(analysis: &Analysis, problems: usize) -> String {
    let year = year_in_words(analysis.year);
    let eligible = counted(analysis.all.eligible, "eligible trust");
    let mut words = format!("{year} \u{b7} {eligible}");
    if let Some(unpublished) = unpublished_in_words(analysis) {
        words.push_str(&format!(" \u{b7} {unpublished}"));
    }
    if problems > 0 {
        let problems = counted(problems, "problem");
        words.push_str(&format!(" \u{b7} {problems}"));
    }
    words
}
