//! Of how much of the country figures are: sentences about regions say so where files cover a part of it.

use crate::method::Analysis;
use crate::model::{Basis, DataSet, Extent};
use crate::words::chart::coverage as words;

/// A sentence about regions without its full stop, with how many trusts are loaded where they are not the country's.
pub(crate) fn of_loaded(analysis: &Analysis, sentence: String) -> String {
    match analysis.trusts_of_part() {
        Some(trusts) => words::of_loaded(&sentence, trusts),
        None => sentence,
    }
}

/// What is said where files cover a part of the country: whether figures are of it, or of the trusts as published that
/// stand before it. Nothing where they cover the whole.
#[must_use]
pub fn coverage_in_words(data: &DataSet, analysis: &Analysis) -> Option<String> {
    let files = |basis| data.subject_file(basis);
    if let Some(trusts) = analysis.trusts_of_part() {
        let part = words::part(files(analysis.basis), &analysis.coverage);
        return Some(format!("{part}. {}", words::not_of_the_country(trusts)));
    }
    let (basis, schools) = analysis.other_coverage.as_ref()?;
    let beside = *basis == Basis::Computed && schools.extent == Extent::Part;
    beside.then(|| words::for_detail_alone(&words::part(files(*basis), schools)))
}
