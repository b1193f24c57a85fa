//! What the page Data shows of the data sets that are offered beside this copy of the page.

pub(crate) const WHERE_THEY_COME_FROM: &str = "Whoever hosts this copy of the page has put them next to it. What you choose is fetched from there, \
                   and read in your browser like a file that you drop.";
pub(crate) const HEADS: [&str; 6] = ["Data set", "Year", "Source", "Licence", "Files", "Choose"];
pub(crate) const DATA_SETS_OFFERED_HERE: &str = "Data sets offered here";
pub(crate) const USE_AGAIN: &str = "Use again";
pub(crate) const USE: &str = "Use";
pub(crate) const IN_USE: &str = " In use";
pub(crate) const FOR_THE_HOST: &str = "For whoever hosts this copy of the page:";
pub(crate) const FETCHING: &str = "Fetching\u{2026}";

/// What a data set's button is called, which says `word`.
pub(crate) fn button(word: &str, data_set: &str) -> String {
    format!("{word} {data_set}")
}
