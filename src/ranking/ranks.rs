//! The ranks with intervals that are known.

use std::rc::Rc;

use method::{Family, FamilyOf, FamilyRanks, Scope};
use records::terms::Region;

use crate::shared::Shared;
use crate::view::SharedView;

/// Families with their ranks.
pub(crate) type Ranked = Vec<(Family, FamilyRanks)>;

/// The known ranks, and the worker's progress with the rest.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Ranks {
    /// The view to which the ranks belong.
    of: Option<SharedView>,
    found: Shared<Rc<Ranked>>,
    pub(crate) stage: Stage,
}

/// The worker's progress.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Stage {
    /// Nothing is missing.
    #[default]
    Done,
    /// The number of random draws made and in total. A draw counts once for every trust.
    Working { done: u64, of: u64 },
    /// Cancelled by the user.
    Cancelled,
    /// The worker has stopped, for this reason.
    Stopped(String),
}

impl Ranks {
    /// The known ranks of a view's families.
    pub(crate) fn of_view(&self, view: &SharedView) -> &Ranked {
        const NONE: &Ranked = &Vec::new();
        if self.of.as_ref() == Some(view) {
            &self.found.0
        } else {
            NONE
        }
    }

    /// Adds results for a view and drops those for other views.
    pub(super) fn take_in(&mut self, view: SharedView, found: Ranked) {
        let mut known = self.of_view(&view).clone();
        known.retain(|(family, _)| found.iter().all(|(other, _)| other.of != family.of));
        known.extend(found);
        self.found = Shared(Rc::new(known));
        self.of = Some(view);
    }

    /// The families of a view's regions, once all are ranked.
    pub(crate) fn regional(&self, view: &SharedView) -> Option<Rc<Ranked>> {
        let regions = self.of_view(view).iter();
        let known = regions.filter(|(family, _)| family.of.region().is_some()).count();
        let wanted = (*view.0).as_ref().ok()?.analysis.regions.len();
        (known == wanted).then(|| Rc::clone(&self.found.0))
    }

    /// The family of a part of the country in a view, with its ranks.
    pub(crate) fn family(&self, view: &SharedView, scope: Scope<'_>) -> Option<&(Family, FamilyRanks)> {
        let of = FamilyOf::part(scope);
        let mut found = self.of_view(view).iter();
        found.find(|(family, _)| family.of == of)
    }

    /// The family of the trusts of a lead region in a view, or of all of England's, with its critical value for pairs.
    pub(crate) fn of_pairs(&self, view: &SharedView, region: Option<Region>) -> Option<(&Family, f64)> {
        let (family, ranks) = self.family(view, region.map_or(Scope::All, Scope::Region))?;
        Some((family, ranks.critical?))
    }
}
