//! What went wrong with files, and what is to be known of them.

use crate::layout::PassedOver;
use crate::terms::counted;
use crate::terms::letters::with_small;

/// How many files of an archive a message names; the rest are counted.
const FILES_NAMED: usize = 6;

pub(crate) const KEPT: &str = "What you had before is still here.";
pub(crate) const SEE_DATA: &str = "See Data";
pub(crate) const EXPLAIN: &str = "Say what its columns are";

/// The heading of so many errors.
pub(crate) const fn not_used(count: usize) -> &'static str {
    if count == 1 {
        "A file was not used"
    } else {
        "Some files were not used"
    }
}

pub(crate) fn and_more(rest: usize) -> String {
    format!("and {rest} more")
}

pub(crate) fn read_again(file: &str, year: Option<&str>) -> String {
    format!("{file} was read again{}.", for_year(year))
}

pub(crate) fn takes_the_place(file: &str, former: &str, year: Option<&str>) -> String {
    format!("{file} takes the place of {former}{}.", for_year(year))
}

fn for_year(year: Option<&str>) -> String {
    year.map_or_else(String::new, |year| format!(" for {year}"))
}

/// "2 files in the archive were skipped: a.pdf (a PDF document), b.csv (…)."
pub(crate) fn passed_over(files: &[PassedOver]) -> String {
    let named: Vec<String> = files
        .iter()
        .take(FILES_NAMED)
        .map(|file| format!("{} ({})", file.file, with_small(&file.reason)))
        .collect();
    let rest = files.len() - named.len();
    let more = if rest > 0 {
        format!(" {}", and_more(rest))
    } else {
        String::new()
    };
    format!(
        "{} in the archive {} skipped: {}{more}.",
        counted(files.len(), "file"),
        if files.len() == 1 { "was" } else { "were" },
        named.join(", ")
    )
}
