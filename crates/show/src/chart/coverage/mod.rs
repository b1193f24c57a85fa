//! The coverage of the country by the files, stated where they cover only a part of it.

pub(super) mod words;

use method::{Analysis, Profile};
use records::model::{Basis, DataSet, Extent};

use super::trust::focus_in_sentence;

/// The note on a trust's schools if its figures are as published and the schools only add detail. Returns `None` if the
/// figures are computed from them, or if there are no schools.
#[must_use]
pub fn detail_in_words(data: &DataSet, analysis: &Analysis, profile: &Profile) -> Option<String> {
    let (basis, coverage) = analysis.other_coverage.as_ref()?;
    if *basis != Basis::Computed {
        return None;
    }
    let file = data.subject_file(*basis);
    let part = match coverage.extent {
        Extent::Part => words::part(file, coverage),
        Extent::Whole => words::schools_of(file),
    };
    if data.is_own(*basis) {
        return Some(words::own_schools(&part));
    }
    let computed = |figure| focus_in_sentence(figure, *basis, analysis.rules.focus);
    Some(match profile.detail {
        Some(value) => words::schools_for_detail(&part, value.figure().map(computed).as_deref()),
        None if coverage.extent == Extent::Part => words::no_school_for_detail(&part),
        None => words::too_few_schools(&part),
    })
}

/// The note on files that cover a part of the country: whether the figures are for that part, or for the published
/// trusts used instead. Returns `None` if they cover the whole.
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
