//! What the user selects on a page and the address does not carry. If a page is rendered twice, both copies share it.

use method::ContextWeights;
use show::chart::TrustQuery;
use yew::prelude::*;

use super::hooks::Entries;
use super::route::Page;

/// Reset when the user goes to another page.
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
}

#[hook]
pub(super) fn use_selections(entries: &Entries, page: Page) -> Selections {
    let selections = Selections {
        entries: entries.clone(),
        trusts: use_state_eq(TrustQuery::default),
        weights: use_state_eq(|| None),
        claim: use_state_eq(|| None),
        pair: use_state_eq(|| (0, 1)),
        all_figures: use_state_eq(|| false),
    };
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
