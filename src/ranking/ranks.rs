//! What the page knows of ranks with intervals.

use std::rc::Rc;

use method::{Family, FamilyOf, FamilyRanks, Scope};

use crate::shared::Shared;
use crate::view::SharedView;

/// Families with their ranks.
pub(crate) type Ranked = Vec<(Family, FamilyRanks)>;

/// What is known, and how far the worker has come with the rest.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Ranks {
    /// The view that the ranks are of.
    of: Option<SharedView>,
    found: Shared<Rc<Ranked>>,
    pub(crate) stage: Stage,
}

/// How far the worker has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Stage {
    /// Nothing is asked for that is not known.
    #[default]
    Done,
    /// So many draws of chance are made, of so many; each counts once for every trust.
    Working { done: u64, of: u64 },
    /// The user gave it up.
    Cancelled,
    /// The worker has stopped, for this reason.
    Stopped(String),
}

impl Ranks {
    /// What is known of a view's families.
    pub(crate) fn of_view(&self, view: &SharedView) -> &Ranked {
        const NONE: &Ranked = &Vec::new();
        if self.of.as_ref() == Some(view) {
            &self.found.0
        } else {
            NONE
        }
    }

    /// Adds what was found of a view to what is known of it; what is known of others goes.
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
        let known = regions
            .filter(|(family, _)| family.of.region().is_some())
            .count();
        let wanted = (*view.0).as_ref().ok()?.analysis.regions.len();
        (known == wanted).then(|| Rc::clone(&self.found.0))
    }

    /// The family of a part of the country, of a view, with its ranks.
    pub(crate) fn family(
        &self,
        view: &SharedView,
        scope: Scope<'_>,
    ) -> Option<&(Family, FamilyRanks)> {
        let of = FamilyOf::part(scope);
        let mut found = self.of_view(view).iter();
        found.find(|(family, _)| family.of == of)
    }
}
