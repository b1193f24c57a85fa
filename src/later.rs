//! The part of the program that comes later: the pages other than the first.
//!
//! `cargo xtask` builds the page's program in two parts (`xtask/parts`), so that the first page waits for no other. The
//! later part comes once the first page is drawn, or before, if an address or a link names another page.

use std::error::Error;

use hosting::Offers;
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

use crate::pages::{PageInput, later_page};

/// What the later part can do.
#[derive(Clone, Copy)]
pub(crate) struct LaterPart {
    /// Renders a page.
    pub(crate) page: fn(PageInput) -> Html,
    /// Reads the list of hosted data sets.
    pub(crate) read_offers: fn(&str) -> Offers,
}

const PART: LaterPart = LaterPart {
    page: later_page,
    read_offers: Offers::read,
};

/// Where the later part is.
#[derive(Clone, Copy)]
pub(crate) enum Later {
    /// On its way, or not asked for.
    Coming,
    Here(LaterPart),
    /// The server did not send it.
    Failed,
}

impl PartialEq for Later {
    /// There is only one later part.
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl Later {
    /// Loads the part, unless it is here.
    pub(crate) async fn load() -> Self {
        load().await.map_or(Self::Failed, Self::Here)
    }
}

/// The seam: what only this function leads to is in the later part.
#[cfg(feature = "split")]
#[wasm_split(later, fallible)]
fn load() -> Result<LaterPart, Box<dyn Error>> {
    Ok(PART)
}

/// A build by Trunk alone has all in one part.
#[cfg(not(feature = "split"))]
async fn load() -> Result<LaterPart, Box<dyn Error>> {
    Ok(PART)
}
