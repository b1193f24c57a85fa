//! Words of the room `app`: the page.

pub(crate) mod components;
pub(crate) mod demonstration;
pub(crate) mod folders;
pub(crate) mod hooks;
pub(crate) mod hosted;
pub(crate) mod pages;
pub(crate) mod pasting;
pub(crate) mod place;
pub(crate) mod ranking;
pub(crate) mod reading;
pub(crate) mod state;
pub(crate) mod taking;

use crate::terms::counted;

/// What a file holds: "216 trusts, 5 schools". What it has none of is not named.
pub(crate) fn contents(counts: (usize, usize, usize, usize)) -> String {
    let (trusts, schools, memberships, successions) = counts;
    let parts = [
        (trusts, "trust"),
        (schools, "school"),
        (memberships, "membership"),
        (successions, "earlier school number"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, noun)| counted(count, noun)).collect();
    parts.join(", ")
}

/// What is shown while files are dragged over the page.
pub(crate) const DROP_HINT: &str = "Drop your files anywhere on the page";
