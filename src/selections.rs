//! What the user selects on a page and the address does not carry. If a page is rendered twice, both copies share it.

use std::rc::Rc;

use method::ContextWeights;
use records::terms::Region;
use show::chart::TrustQuery;
use yew::prelude::*;

use super::hooks::Entries;
use super::route::Page;

/// Reset when the user goes to another page, except for what is unfolded.
#[derive(Clone, PartialEq)]
pub(super) struct Selections {
    /// The state in which each page was left.
    pub(super) entries: Entries,
    /// The query on the list of trusts.
    pub(super) trusts: UseStateHandle<TrustQuery>,
    /// The weight of each part of the context among similar trusts, if the user changed one.
    pub(super) weights: UseStateHandle<Option<ContextWeights>>,
    /// The headline whose robustness curve is shown.
    pub(super) claim: UseStateHandle<Option<usize>>,
    /// The two trusts that are compared with each other.
    pub(super) pair: UseStateHandle<(usize, usize)>,
    /// Whether the file of all figures is wanted.
    pub(super) all_figures: UseStateHandle<bool>,
    /// The top tens that are unfolded on the first page.
    pub(super) unfolded: UseReducerHandle<Unfolded>,
}

/// The regions whose top tens are unfolded.
#[derive(Debug, PartialEq, Default)]
pub(super) struct Unfolded(Vec<Region>);

impl Unfolded {
    pub(super) fn contains(&self, region: Region) -> bool {
        self.0.contains(&region)
    }
}

impl FromIterator<Region> for Unfolded {
    fn from_iter<I: IntoIterator<Item = Region>>(regions: I) -> Self {
        Self(regions.into_iter().collect())
    }
}

impl Reducible for Unfolded {
    /// A region, and whether its top ten is unfolded now.
    type Action = (Region, bool);

    fn reduce(self: Rc<Self>, (region, is_unfolded): Self::Action) -> Rc<Self> {
        if self.contains(region) == is_unfolded {
            return self;
        }
        let others = self.0.iter().copied().filter(|other| *other != region);
        Rc::new(others.chain(is_unfolded.then_some(region)).collect())
    }
}

/// `highlighted` is the region that the user searched for. Its top ten is unfolded.
#[hook]
pub(super) fn use_selections(entries: &Entries, page: Page, highlighted: Option<Region>) -> Selections {
    let selections = Selections {
        entries: entries.clone(),
        trusts: use_state_eq(TrustQuery::default),
        weights: use_state_eq(|| None),
        claim: use_state_eq(|| None),
        pair: use_state_eq(|| (0, 1)),
        all_figures: use_state_eq(|| false),
        unfolded: use_reducer_eq(Unfolded::default),
    };
    let unfold = selections.unfolded.dispatcher();
    use_effect_with(highlighted, move |highlighted| {
        if let Some(region) = *highlighted {
            unfold.dispatch((region, true));
        }
    });
    let reset = selections.clone();
    use_effect_with(page, move |page| {
        // Back and Forward restore the query on the list of trusts.
        reset.trusts.set(match page {
            Page::Trusts => reset.entries.asked_of_trusts(),
            _ => TrustQuery::default(),
        });
        reset.weights.set(None);
        reset.claim.set(None);
        reset.pair.set((0, 1));
        reset.all_figures.set(false);
    });
    let entries = entries.clone();
    use_effect_with((*selections.trusts).clone(), move |asked| {
        entries.keep_asked_of_trusts(asked);
    });
    selections
}
