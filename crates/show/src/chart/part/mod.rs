//! A part of the country: a region, or an area of the user's own, by its names; and its figure in a sentence.

mod words;

pub(crate) use words::in_sentence;
pub use words::part_name;

use method::{Analysis, Scope};
use records::model::Basis;
use records::terms::Region;

use super::bounds::{Bounds, level_in_words};
use super::of_analysis;
use super::trust::focus_in_sentence;

/// The key of the mark for all trusts.
pub const ALL_TRUSTS: &str = "all-trusts";

/// The part of the country whose trusts a row or a list shows.
#[derive(Debug, Clone, PartialEq)]
pub enum PartOf {
    /// A region.
    Region(Region),
    /// An area of the user's own, by its index among them and its name.
    Area(usize, String),
}

impl PartOf {
    /// Its name in a head.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Region(region) => region.name(),
            Self::Area(_, name) => name,
        }
    }

    /// Its name where room is short.
    #[must_use]
    pub fn short_name(&self) -> &str {
        match self {
            Self::Region(region) => region.short_name(),
            Self::Area(_, name) => name,
        }
    }

    /// Its name in a sentence.
    #[must_use]
    pub fn in_sentence(&self) -> &str {
        match self {
            Self::Region(region) => region.in_sentence(),
            Self::Area(_, name) => name,
        }
    }

    /// Its key in marks and addresses.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Region(region) => region.slug().to_owned(),
            Self::Area(index, _) => area_id(*index),
        }
    }

    /// Where it is; `None` for an area that was not requested.
    pub(super) fn scope<'a>(&self, analysis: &'a Analysis) -> Option<Scope<'a>> {
        match self {
            Self::Region(region) => Some(Scope::Region(*region)),
            Self::Area(index, _) => analysis.areas.get(*index).map(|local| Scope::Area(&local.area)),
        }
    }

    /// The region, where it is one.
    #[must_use]
    pub const fn region(&self) -> Option<Region> {
        match self {
            Self::Region(region) => Some(*region),
            Self::Area(..) => None,
        }
    }
}

/// The key of the user's area with this index in marks and addresses: "area-1" for the first.
#[must_use]
pub fn area_id(index: usize) -> String {
    format!("area-{}", index + 1)
}

/// "South West: 18.6% (95% interval 17.2% to 20.1%, pupil sampling only), 28 eligible trusts"; `None` if no eligible
/// trust is of it.
#[must_use]
pub fn part_in_words(analysis: &Analysis, scope: Scope<'_>) -> Option<String> {
    let of = analysis.figures_of(scope)?;
    let Some(figure) = of.figure else {
        let part = words::without_figure(part_name(scope), of.eligible);
        return Some(of_analysis(analysis, part));
    };
    let bounds = Bounds::new(Some(figure), Basis::Computed, of.precision);
    let interval = bounds.map(|bounds| {
        let level = level_in_words(analysis.level());
        (level, bounds.in_sentence())
    });
    let figure = focus_in_sentence(figure, Basis::Computed, analysis.rules.focus);
    let part = words::with_figure(part_name(scope), &figure, interval, of.eligible);
    Some(of_analysis(analysis, part))
}
