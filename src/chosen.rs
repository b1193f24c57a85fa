//! What the user has chosen on a page beyond what addresses carry. Where a page is made twice both have the same.

use method::ContextWeights;
use show::chart::TrustQuery;
use yew::prelude::*;

use super::hooks::Entries;
use super::route::Page;

/// It lasts for as long as that page is shown.
#[derive(Clone, PartialEq)]
pub(super) struct Chosen {
    /// How each page was when it was left.
    pub(super) entries: Entries,
    /// What is asked of the list of trusts.
    pub(super) trusts: UseStateHandle<TrustQuery>,
    /// How much each part of the context weighs among similar trusts.
    pub(super) weights: UseStateHandle<ContextWeights>,
    /// The headline whose robustness is looked at.
    pub(super) claim: UseStateHandle<Option<usize>>,
    /// The two trusts of which it is said whether they can be told apart.
    pub(super) pair: UseStateHandle<(usize, usize)>,
}

/// What is chosen on the page that is shown.
#[hook]
pub(super) fn use_chosen(entries: &Entries, page: Page) -> Chosen {
    let chosen = Chosen {
        entries: entries.clone(),
        trusts: use_state_eq(TrustQuery::default),
        weights: use_state_eq(ContextWeights::default),
        claim: use_state_eq(|| None),
        pair: use_state_eq(|| (0, 1)),
    };
    let reset = chosen.clone();
    use_effect_with(page, move |page| {
        // Back and Forward find the list of trusts as it was left.
        reset.trusts.set(match page {
            Page::Trusts => reset.entries.asked_of_trusts(),
            _ => TrustQuery::default(),
        });
        reset.weights.set(ContextWeights::default());
        reset.claim.set(None);
        reset.pair.set((0, 1));
    });
    let entries = entries.clone();
    use_effect_with((*chosen.trusts).clone(), move |asked| {
        entries.keep_asked_of_trusts(asked);
    });
    chosen
}
