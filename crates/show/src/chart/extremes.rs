//! The ends of an order of figures, with the names that share them.

use records::terms::Figure;
use records::terms::order::sorted_by_key;

/// A name with its figure.
pub(super) type Named<'a> = (&'a str, Figure);

/// The lowest first; of those alike as they stood.
pub(super) fn lowest_first(named: Vec<Named<'_>>) -> Vec<Named<'_>> {
    sorted_by_key(named, |(_, figure)| figure.steps())
}

/// The names that have a figure.
pub(super) fn names_at<'a>(named: &[Named<'a>], figure: Figure) -> Vec<&'a str> {
    let there = named.iter().filter(|(_, other)| other.steps() == figure.steps());
    there.map(|(name, _)| *name).collect()
}

/// The figures at both ends of an order, and who has them.
pub(super) struct Extremes<'a> {
    pub(super) first: Figure,
    pub(super) at_first: Vec<&'a str>,
    pub(super) last: Figure,
    pub(super) at_last: Vec<&'a str>,
}

impl<'a> Extremes<'a> {
    pub(super) fn of(ordered: &[Named<'a>]) -> Option<Self> {
        let (_, first) = *ordered.first()?;
        let (_, last) = *ordered.last()?;
        Some(Self {
            first,
            at_first: names_at(ordered, first),
            last,
            at_last: names_at(ordered, last),
        })
    }

    /// Whether all have one figure.
    pub(super) fn are_alike(&self) -> bool {
        self.first.steps() == self.last.steps()
    }
}
