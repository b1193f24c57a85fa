//! Of how much of the country figures are.

use crate::model::{Against, Coverage, Extent};
use crate::terms::counted;

/// A sentence about regions without its full stop, where only so many trusts are loaded.
pub(crate) fn of_loaded(sentence: &str, trusts: usize) -> String {
    format!("{sentence} ({})", loaded(trusts))
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
    let of = match coverage.against {
        _ if coverage.is_chosen => return format!("{files} is taken for part of the country, as chosen"),
        Against::TrustFile => "that the trust file has",
        Against::GroupLinks => "that the group links name with secondary academies",
        Against::Nothing => "loaded",
    };
    format!(
        "{files} covers part of the country: {} of the {} {of}",
        coverage.covered,
        counted(coverage.of, "trust")
    )
}

/// The same for the methods paragraph, where trusts as published are in force beside schools of a part of the country.
pub(crate) fn for_detail_alone(part: &str) -> String {
    format!(
        "{part}; headline, ranks and regional figures are therefore those of the trusts as published, and its schools \
         serve for detail on the pages of their trusts alone."
    )
}

/// What stands over a trust's schools where its figures are as published.
pub(crate) fn schools_beside_published(
    files: &str,
    computed: Option<&str>,
    coverage: &Coverage,
) -> String {
    let figure = computed.map_or_else(String::new, |figure| {
        format!(" From them the trust\u{2019}s figure is computed as {figure}.")
    });
    let why = match coverage.extent {
        Extent::Part => format!(" {}.", part(files, coverage)),
        Extent::Whole => String::new(),
    };
    format!(
        "The trust\u{2019}s figures and ranks are as published; its schools are from {files} and serve for detail.{figure}{why}"
    )
}
