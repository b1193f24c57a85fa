//! What should not be concluded from a finding.

use yew::prelude::*;

use crate::route::Page;
use crate::words::components::caution as words;

use super::glossary::linked;
use super::parts::list;

/// The cautions for a page, folded away beside its finding.
pub(crate) fn caution(page: Page) -> Html {
    let of_page = match page {
        // The page on a region is about regions, too.
        Page::Regions | Page::Region => words::REGIONS,
        Page::TopTen => words::TOP_TEN,
        Page::Funnel => words::FUNNEL,
        Page::Robustness => words::ROBUSTNESS,
        Page::Trend => words::TREND,
        Page::Combined => words::COMBINED,
        Page::Compare => words::COMPARE,
        _ => words::OTHERS,
    };
    let [intake, context, small_numbers] = words::ALWAYS;
    let sentences = [of_page, intake, context, small_numbers].map(linked);
    html! {
        <details class="caution">
            <summary>{ words::NAME }</summary>
            { list("", sentences) }
        </details>
    }
}
