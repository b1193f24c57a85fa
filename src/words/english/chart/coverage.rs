//! Of how much of the country figures are.

use crate::method::Analysis;
use crate::model::Coverage;
use crate::terms::counted;
use crate::words::model::coverage::compared;

/// A sentence about regions, ranks or all trusts, with how many trusts are loaded where these are not the country's;
/// before its full stop if it has one.
pub(crate) fn of_loaded(of_part: Option<usize>, sentence: String) -> String {
    let Some(trusts) = of_part else {
        return sentence;
    };
    match sentence.strip_suffix('.') {
        Some(words) => format!("{words} ({}).", loaded(trusts)),
        None => format!("{sentence} ({})", loaded(trusts)),
    }
}

/// The same of what an analysis says.
pub(crate) fn of_analysis(analysis: &Analysis, sentence: impl Into<String>) -> String {
    of_loaded(analysis.trusts_of_part(), sentence.into())
}

/// A sentence of its own.
pub(crate) fn not_of_the_country(trusts: usize) -> String {
    format!("These are figures {}, not of the country.", loaded(trusts))
}

/// "of the 2 trusts loaded".
fn loaded(trusts: usize) -> String {
    format!("of the {} loaded", counted(trusts, "trust"))
}

/// What files that cover a part of the country were compared with.
pub(crate) fn part(files: &str, coverage: &Coverage) -> String {
    if coverage.is_chosen {
        return format!("{files} is taken for part of the country, as chosen");
    }
    format!("{files} covers part of the country: {}", compared(coverage))
}

/// The same for the methods paragraph, where trusts as published are in force beside schools of a part of the country.
pub(crate) fn for_detail_alone(part: &str) -> String {
    format!(
        "{part}; headline, ranks and regional figures are therefore those of the trusts as published, and its schools \
         serve for detail on the pages of their trusts alone."
    )
}

/// What is said of a trust's schools that serve for detail, with the figure that is computed from them.
pub(crate) fn schools_for_detail(part: &str, figure: Option<&str>) -> String {
    let figure = figure.map_or_else(String::new, |figure| {
        format!(", and from them {figure} is computed here")
    });
    format!(
        "The trust\u{2019}s figures, ranks and region are as published. {part}; its schools serve for detail{figure}."
    )
}

/// The same where no school of the trust is in the file, or too few count.
pub(crate) fn no_school_for_detail(part: &str) -> String {
    format!(
        "The trust\u{2019}s figures are as published. {part}, and this trust is not among them."
    )
}

/// The same where the schools are the user's own.
pub(crate) fn own_schools(part: &str) -> String {
    format!(
        "The trust\u{2019}s figures, ranks and region are as published. {part}; choose \u{201c}Computed from \
         schools\u{201d} to see figures from its schools."
    )
}
