//! A part of the country: what it is, and its figure in a sentence.

use method::Scope;
use records::terms::counted;

use crate::chart::PartOf;
use crate::chart::words::PUPIL_SAMPLING_ONLY;

impl PartOf {
    /// "region" or "area".
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Region(_) => "region",
            Self::Area(..) => "area",
        }
    }
}

/// The name of a part of the country in a heading.
#[must_use]
pub fn part_name(scope: Scope<'_>) -> &str {
    match scope {
        Scope::All => "All of England",
        Scope::Region(region) => region.name(),
        Scope::Area(area) => &area.name,
    }
}

/// The name in a sentence.
pub(crate) fn in_sentence(scope: Scope<'_>) -> &str {
    match scope {
        Scope::All => "England",
        Scope::Region(region) => region.in_sentence(),
        Scope::Area(area) => &area.name,
    }
}

pub(crate) fn without_figure(part: &str, eligible: usize) -> String {
    format!("{part}: no figure, {}", counted(eligible, "eligible trust"))
}

/// With the level and the bounds of its interval, where it has one.
pub(crate) fn with_figure(part: &str, figure: &str, interval: Option<(String, String)>, eligible: usize) -> String {
    let interval = interval.map(|(level, bounds)| format!(" ({level} interval {bounds}, {PUPIL_SAMPLING_ONLY})"));
    format!(
        "{part}: {figure}{}, {}",
        interval.unwrap_or_default(),
        counted(eligible, "eligible trust")
    )
}
