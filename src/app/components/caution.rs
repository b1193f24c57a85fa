//! What may not be concluded from a finding, beside it.

use yew::prelude::*;

use crate::app::place::Page;
use crate::words::app::components::caution as words;

use super::glossary::linked;
use super::opens::opens;

/// Closed, beside a finding; its words come with the pages' part.
pub(in crate::app) fn caution(page: Page, has_pages: bool) -> Html {
    opens("caution", words::NAME, has_pages.then(|| words(page)))
}

/// What is not to be concluded from the finding of a page. A list, not a `match`: of that comes a table that the first
/// part of the program would have to bring.
const OF_PAGES: [(Page, &str); 8] = [
    (Page::Regions, words::REGIONS),
    // It tells of regions, too.
    (Page::Region, words::REGIONS),
    (Page::TopTen, words::TOP_TEN),
    (Page::Funnel, words::FUNNEL),
    (Page::Robustness, words::ROBUSTNESS),
    (Page::Trend, words::TREND),
    (Page::Combined, words::COMBINED),
    (Page::Compare, words::COMPARE),
];

/// Not inlined, so that it can come in the pages' part.
#[inline(never)]
fn words(page: Page) -> Html {
    let of_page = OF_PAGES.iter().find(|(of, _)| *of == page);
    let of_page = of_page.map_or(words::OTHERS, |(_, words)| *words);
    let sentences = std::iter::once(of_page).chain(words::ALWAYS);
    html! { <ul>{ for sentences.map(|words| html! { <li>{ linked(words) }</li> }) }</ul> }
}
