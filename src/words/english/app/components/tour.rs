//! The tour of the first page.

pub(crate) const OFFER: &str = "New here? Show me around";

/// The offer to those who have closed the tour once.
pub(crate) const OFFER_AGAIN: &str = "Show me around";

pub(crate) const NAME: &str = "Tour";
pub(crate) const BACK: &str = "Back";
pub(crate) const NEXT: &str = "Next";
pub(crate) const FROM_THE_START: &str = "From the start";

pub(crate) const FINDING: &str = "What the figures say, in a sentence. Below it stands under which rules that holds, \
                                  and how much of the ranks is chance.";

pub(crate) const CONTROLS: &str = "What is shown: the measure, the pupils, how a region\u{2019}s figure is made, the \
                                   year. Whatever you choose changes all of the page, and stands in its address.";

pub(crate) const GAP: &str = "Each region\u{2019}s disadvantaged and other pupils. Walk along with the mouse or the \
                              arrow keys; a click or Enter leads to the region. Table shows the figures, the other \
                              buttons take them away.";

pub(crate) const TILES: &str =
    "The same gaps where the regions lie. Choose one to go to its top ten.";

pub(crate) const STRIP: &str = "Every trust as a dot: they differ more within a region than regions do from one \
                                another. Below are the top tens, with intervals and ties.";

pub(crate) const FILES: &str =
    "Your own files go in here, or are dropped or pasted anywhere. Nothing leaves this browser.";

/// How far the tour has come.
pub(crate) fn place(stop: usize, of: usize) -> String {
    format!("{stop} of {of}")
}

/// The same before what is said there.
pub(crate) fn place_before(stop: usize, of: usize) -> String {
    format!("{stop} of {of}: ")
}
